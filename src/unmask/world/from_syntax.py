"""Tree to checked world. Problems are collected, all of them; a world is only as good as its problems are few.

The order matters in one place: types of computed fields are found before anything that reads them.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from unmask.problems import in_checks, in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.world import ground
from unmask.world.expressions import Resolver
from unmask.world.language import is_language_tag, tag_of_name
from unmask.world.model import (
    DEFAULT_LIMIT,
    WORLD_SIDE,
    Cover,
    Declared,
    Route,
    Scene,
    Variable,
    World,
)
from unmask.world.names import Names, names_of
from unmask.world.patterns import Patterns
from unmask.world.people import People
from unmask.world.scenes import Scenes
from unmask.world.scope import Scope


class Resolved(NamedTuple):
    """A world and what was told on the way; `read` and `written` are the lines (holder, name) that something uses.

    `percentages` are the places of options that have one, `verbs` those that have to agree with somebody.
    """

    world: World
    names: Names
    problems: list[Problem]
    read: frozenset[tuple[str, str]]
    written: frozenset[tuple[str, str]]
    percentages: frozenset[Span] = frozenset()
    verbs: tuple[tree.Mention, ...] = ()


def world_of(story: tree.Story) -> Resolved:
    """The world that a tree describes. With problems among those returned, the world is for further checks only."""
    names = names_of(story)
    seen: set[tuple[str, Span]] = set()
    problems: list[Problem] = []

    def tell(problem: Problem) -> None:
        # A kind's line is resolved for each of its people and is wrong once.
        if (problem.code, problem.span) not in seen:
            seen.add((problem.code, problem.span))
            problems.append(problem)

    for problem in names.problems:
        tell(problem)
    resolver = Resolver(names, tell, lambda written, scope: patterns.happened(written, scope), _language(story))
    patterns = Patterns(story, resolver)
    world = _Builder(story, names, resolver, patterns).world()
    used = (frozenset(resolver.read), frozenset(resolver.written), frozenset(resolver.percentages))
    return Resolved(world, names, problems, *used, tuple(resolver.verbs))


def _language(story: tree.Story) -> str:
    """The language that a story says it is in, before anything in it can be told."""
    return next((line.texts[0] for line in story.lines if isinstance(line, tree.Front) and line.word == "language"), "") or "en"


L = TypeVar("L", bound=tree.Line)


class _Builder:
    def __init__(self, story: tree.Story, names: Names, resolver: Resolver, patterns: Patterns) -> None:
        self.story = story
        self.names = names
        self.resolver = resolver
        self.patterns = patterns
        self.people = People(resolver)
        self.scenes = Scenes(resolver)

    def all(self, sort: type[L]) -> list[L]:
        return [line for line in self.story.lines if isinstance(line, sort)]

    def world(self) -> World:
        self.people.learn_computed()
        people = {name: self.people.person(line) for name, line in self.names.people.items()}
        bare = World(
            self.cover(),
            {declared.variable: declared for declared in self.variables()},
            people,
            self.names.members,
            self.routes(people),
            tuple(reading for person in people for reading in self.people.readings(person)),
            tuple(expected for person in people for expected in self.people.expectations(person)),
            tuple(self.scenes.scene(line) for line in self.names.scenes.values()),
            (),
            tuple(self.scenes.ending(line) for line in self.names.endings.values()),
            tuple(self.patterns.motif(line) for line in self.names.motifs.values()),
            tuple(self.patterns.promise(line) for line in self.all(tree.Promise)),
            self.limit(),
        )
        if not bare.scenes and not self.is_unread():
            self.resolver.tell(in_world.no_scene())
        world = bare._replace(meanwhiles=tuple(self.meanwhiles(bare)))
        return world._replace(apostrophe="’" if self.resolver.curled > 0 else "'")

    def is_unread(self) -> bool:
        """Whether the file has no line, or one that could not be read: then it says enough already."""
        return not self.story.lines or any(isinstance(line, tree.Unreadable) for line in self.story.lines)

    def routes(self, people: Iterable[str]) -> tuple[Route, ...]:
        """All routes in the order in which they are tried: as they stand in the file, those of kinds last."""
        own = [route for person in people for route in self.people.shown(person, by_kind=False)]
        bonds = [route for line in self.all(tree.Bond) for route in self.people.bonds(line)]
        of_kinds = [route for person in people for route in self.people.shown(person, by_kind=True)]
        return (*sorted([*own, *bonds], key=lambda route: route.span), *of_kinds)

    def variables(self) -> list[Declared]:
        found = []
        for holder in ["", *(f"scene {name}" for name in self.names.scenes)]:
            scene = holder.removeprefix("scene ") if holder else ""
            for name, line in self.names.lines.get(holder, {}).items():
                found.append(self.people.declared(Variable("", name, "", scene), line, None, line.span))
        for person in self.names.people:
            found += self.people.variables(person)
        return found

    def meanwhiles(self, world: World) -> list[Scene]:
        """The world's own first, then each person's: their own lines and those of their kinds."""
        found = [self.scenes.meanwhile(line) for line in self.all(tree.Meanwhile)]
        for extra in self.all(tree.Meanwhile)[1:]:
            self.resolver.tell(in_world.declared_twice(extra.span, "block", "meanwhile", found[0].span))
        for person in world.people:
            for holder, body in self.people.bodies(person):
                for line in body:
                    if isinstance(line, tree.Meanwhile):
                        own = self.scenes.meanwhile(line, person, holder)
                        found.append(own if holder == person else ground.kept_by(own, person, holder))
        return found

    def limit(self) -> int:
        limits = self.all(tree.Limit)
        for extra in limits[1:]:
            self.resolver.tell(in_world.declared_twice(extra.span, "line", "limit", limits[0].span))
        return limits[0].events if limits else DEFAULT_LIMIT

    def cover(self) -> Cover:
        """What the front lines say; a line that may stand once and stands twice is told."""
        words: dict[str, list[tree.Front]] = {}
        for line in self.all(tree.Front):
            words.setdefault(line.word, []).append(line)
        for word, lines in words.items():
            if word not in ("note", "afterword", "warning") and len(lines) > 1:
                self.resolver.tell(in_world.declared_twice(lines[1].span, "line", word, lines[0].span))

        def texts(word: str) -> tuple[str, ...]:
            return tuple(text for line in words.get(word, ()) for text in line.texts)

        def text(word: str) -> str:
            return next(iter(texts(word)), "")

        for line in words.get("language", ()):
            if not is_language_tag(line.texts[0]):
                self.resolver.tell(in_checks.strange_language(line.span, line.texts[0], tag_of_name(line.texts[0])))
        series = words.get("series", ())
        side = WORLD_SIDE
        for told in words.get("told", ()):
            assert told.side is not None
            # The name alone, without its 's.
            named = told.side._replace(span=told.side.span._replace(end=told.side.span.start + len(told.side.words)))
            if named.words != WORLD_SIDE and self.resolver.is_person(named, Scope()):
                side = named.words
        return Cover(
            text("title"),
            text("author"),
            text("series"),
            series[0].part if series else None,
            text("summary"),
            texts("note"),
            texts("afterword"),
            text("rating"),
            texts("warning"),
            texts("tags"),
            self.resolver.language,
            side,
        )
