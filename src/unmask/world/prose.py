"""Lines of prose to templates of the world: every insert resolved by the eyes that the line is told through."""

from unmask.problems import in_world
from unmask.syntax import tree
from unmask.world.expressions import Resolver
from unmask.world.language import is_english
from unmask.world.model import SELF, WORLD_SIDE, Any, Cases, First, Mention, Part, Prose, Say, Template, Why, Words
from unmask.world.scope import AUTHOR, CAMERA, Scope, Wanted
from unmask.world.verbs import agreed


class ProseReader:
    """Resolves prose. A side's line is bound by what that person may know; `>` by what a camera has."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def line(self, written: tree.Prose, scope: Scope, chooser: str = "") -> Prose | None:
        """A line of prose where `scope` is the author's; `chooser` is whose choice it tells, for `{why}`."""
        side = written.side.words if written.side else ""
        if written.side and side != WORLD_SIDE and not self.resolver.is_person(written.side, scope, as_="side"):
            return None
        mind = AUTHOR if side == WORLD_SIDE else side or CAMERA
        if written.manner in ("recalls", "denies") and side in ("", WORLD_SIDE):
            self.resolver.tell(in_world.nobody_remembers(written.span, written.manner, scope.people or tuple(self.resolver.names.people)))
        eyes = scope._replace(
            mind=mind,
            owner=side if side and mind == side else scope.owner,
            may_look_back=True,
            in_prose=True,
            people=None,
            heard_by=scope.people or (),
            counts_scenes=written.manner == "in brief",
            has_reason=bool(chooser) and side in (chooser, WORLD_SIDE),
        )
        return Prose(side, written.manner, written.joins, self.template(written.template, eyes), written.span)

    def template(self, written: tree.Template, scope: Scope) -> Template:
        parts: list[Part] = []
        for part in written:
            if isinstance(part, tree.Words):
                self.resolver.curls(part.text)
                parts.append(Words(part.text))
            elif (found := self.part(part, scope)) is not None:
                parts.append(found)
        return tuple(parts)

    def part(self, written: tree.Mention | tree.Insert | tree.Any | tree.First | tree.Cases, scope: Scope) -> Part | None:
        """What is more than words; None where it means nothing."""
        match written:
            case tree.Mention():
                return self.mention(written, scope)
            case tree.Insert():
                return self.insert(written, scope)
            case tree.Any(choices):
                return Any(tuple([self.template(choice, scope) for choice in choices]))
            case tree.First(choices):
                return First(tuple(self.template(choice, scope) for choice in choices))
            case tree.Cases(cases):
                return Cases(tuple((self.resolver.test(test, scope) if test else None, self.template(then, scope)) for test, then in cases))

    def mention(self, written: tree.Mention, scope: Scope) -> Part | None:
        if not self.resolver.is_person(written.who, scope):
            return None
        if "’" in written.form or "’" in written.verb:
            self.resolver.curls("’")
        if written.verb:
            self.resolver.verbs.append(written)
        verb = agreed(written.verb, is_english(self.resolver.language))
        return Mention(written.who.words, written.form.replace("’", "'"), verb.many, verb.one)

    def insert(self, written: tree.Insert, scope: Scope) -> Part | None:
        match written.what:
            case tree.Name("why"):
                if not scope.has_reason:
                    self.resolver.tell(in_world.no_reason_here(written.span))
                return Why()
            case tree.Name(words) if words in self.resolver.names.people or (scope.kind_of(words) and words != SELF):
                return Mention(words, "")
            case tree.Apply(("times" | "nth") as form, (of,)):
                number = self.resolver.number(of, scope)
                return Say(number.expression, number.type, form)
            case _:
                found = self.resolver.typed(written.what, scope._replace(wanted=Wanted(people=True)))
                return Say(found.expression, found.type)
