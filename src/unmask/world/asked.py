"""What somebody looks for in a run, or wants another way, typed in one line, to a condition, an event or an effect of the world.

One promise: what may be said here is what a story file may say, an ending's condition or an item of a motif, and it means the same.
"""

from collections.abc import Iterator

from unmask.problems import in_asking
from unmask.problems.problem import Problem
from unmask.syntax import letters, tree
from unmask.syntax.cursor import CannotRead, Cursor
from unmask.syntax.declarations import target_of
from unmask.syntax.expressions import event, expression
from unmask.syntax.lines import RawLine
from unmask.world.expressions import Resolver
from unmask.world.model import CHANCE, Effect, Event, Type
from unmask.world.names import names_of
from unmask.world.patterns import Patterns
from unmask.world.people import People
from unmask.world.scenes import Scenes
from unmask.world.scope import Scope
from unmask.world.sites import Watch


def one_line(text: str) -> str:
    """What was typed, on one line and without what nobody can see: problems and answers are shown against this."""
    return letters.label(" ".join(text.splitlines())).strip()


def watch_for(line: str, story: tree.Story) -> tuple[Watch, list[Problem]]:
    """What to look out for, in a story that holds together. With problems among those returned it is for nobody's use."""
    asked = _Asked(story)
    return asked.watch(line), asked.problems


def setting_for(line: str, story: tree.Story) -> tuple[Effect | None, list[Problem]]:
    """What a value is set to (`Kylo.shame = none`), as an effect has it; None where there are problems."""
    asked = _Asked(story)
    return asked.setting(line), asked.problems


class _Asked:
    """A line as the author's eye reads it: everybody's mind is open, nobody's fields go without an owner."""

    def __init__(self, story: tree.Story) -> None:
        self.problems: list[Problem] = []
        self.resolver = Resolver(names_of(story), self.problems.append, lambda written, scope: self.patterns.happened(written, scope))
        self.patterns = Patterns(story, self.resolver)
        People(self.resolver).learn_computed()
        # Whatever there was to say of the story was said when it was read.
        self.problems.clear()

    def watch(self, line: str) -> Watch:
        try:
            return self._watch(Cursor(RawLine(1, 0, len(line), line), self._condition()), line)
        except CannotRead as error:
            self.problems.append(error.problem)
        return Watch()

    def _watch(self, cursor: Cursor, line: str) -> Watch:
        whole = cursor.line.span
        if line in self.resolver.names.motifs:
            return Watch(event=Event("motif", label=line))
        if ways := list(dict.fromkeys(self._ways_to_choose(line))):
            self.problems.append(in_asking.says_not_who(whole, line, ways))
            return Watch()
        if _is_event(cursor):
            found = event(cursor, len(cursor.tokens))
            cursor.need_end()
            return Watch(event=self.patterns.event(found, Scope()))
        written = expression(cursor)
        cursor.need_end()
        if isinstance(written, tree.Name) and self._is_no_value(written.words):
            # Of a scene or an ending without the word this says what to write.
            return Watch(event=self.patterns.event(tree.EventPattern("motif", written, "", written.span), Scope()))
        return Watch(condition=self.resolver.test(written, Scope()))

    def setting(self, line: str) -> Effect | None:
        cursor = Cursor(RawLine(1, 0, len(line), line), self._setting())
        try:
            target = target_of(cursor)
            operator = cursor.take_one(("=", "+=", "-="))
            if not operator:
                raise cursor.stuck("`=`, `+=` or `-=`")
            written = tree.Effect(target, operator, expression(cursor), None, cursor.line.span)
            cursor.need_end()
        except CannotRead as error:
            self.problems.append(error.problem)
            return None
        made = Scenes(self.resolver).effect(written, Scope())
        return None if self.problems else made

    # Examples of what may be typed, in this story's names.

    def _condition(self) -> str:
        stored = self._stored()
        return f"{stored[0]} {'>' if stored[1].sort in ('number', 'scale') else 'is'} {stored[1].name_of(stored[1].low)}" if stored else ""

    def _setting(self) -> str:
        stored = self._stored()
        return f"{stored[0]} = {stored[1].name_of(stored[1].low)}" if stored else ""

    def _stored(self) -> tuple[str, Type] | None:
        """A field of somebody, or a fact, with its type."""
        names = self.resolver.names
        for holder in (*names.people, ""):
            for name, line in (names.fields(holder) if holder else names.lines[""]).items():
                if line.type is not None and line.line.toward is None:
                    return (f"{holder}.{name}" if holder else name), line.type
        return None

    def _is_no_value(self, name: str) -> bool:
        names = self.resolver.names
        return name not in names.lines[""] and any(name in table for table in (names.motifs, names.scenes, names.endings))

    def _ways_to_choose(self, label: str) -> Iterator[str]:
        """How an option's label is to be named, where somebody typed it alone."""
        for way in self.patterns.options:
            if way.label == label:
                by_name = way.owner == CHANCE or way.owner in self.resolver.names.people
                yield f"{way.owner}: {label}" if by_name else f"{way.moment} / {label}"


def _is_event(cursor: Cursor) -> bool:
    """Whether something that happens is named: `scene …`, `ending …`, `Rey: …`, `demand / …`."""
    if (cursor.sees("scene") or cursor.sees("ending")) and (len(cursor.tokens) == 1 or cursor.tokens[1].kind == "word"):
        return True
    after = next((token for token in cursor.tokens if token.kind != "word"), None)
    return after is not None and after.kind == "sign" and after.text in ":/"
