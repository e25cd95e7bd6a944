"""Scenes, moments, options, `meanwhile` and endings: what happens, with every name in it resolved."""

from collections.abc import Iterable
from math import prod

from unmask.problems import in_names, in_world
from unmask.problems.near import nearest
from unmask.syntax import tree
from unmask.syntax.to_text import decimal
from unmask.world.casting import too_few
from unmask.world.expressions import Resolver
from unmask.world.model import (
    CHANCE,
    SELF,
    Arrow,
    Constant,
    Effect,
    Ending,
    Moment,
    Option,
    Passage,
    Prose,
    Role,
    Scene,
)
from unmask.world.names import RESERVED_NAMES, misread
from unmask.world.prose import ProseReader
from unmask.world.scope import AUTHOR, Scope, Wanted

# A cast is a scene of its own, to be weighed whenever the next scene is chosen.
MOST_CASTS = 10_000
# Whose moment it is where nobody is called so.
NOBODY = "(nobody)"


class Scenes:
    """Resolves everything that happens."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.tell = resolver.tell
        self.prose = ProseReader(resolver)

    # ── scenes ──

    def scene(self, line: tree.Scene) -> Scene:
        roles, people = self.cast(line)
        scope = Scope(scene=line.name.words, roles=tuple((role.name, role.kind) for role in roles))
        present = scope._replace(people=people)
        body = line.body
        in_brief = [part for part in body if isinstance(part, tree.Prose) and part.manner == "in brief"]
        rest = [part for part in body if part not in in_brief]
        return Scene(
            line.name.words,
            roles,
            people,
            tuple(self.resolver.test(part.condition.test, scope) for part in body if isinstance(part, tree.Guard)),
            any(isinstance(part, tree.Once) for part in body),
            tuple(self.resolver.motive(part, scope) for part in body if isinstance(part, tree.Motive)),
            self.passage(rest, present),
            self.arrows(body, present, line),
            self.moments(body, present),
            # Told of many casts at once, so that a role is nobody there.
            tuple(told for part in in_brief if (told := self.prose.line(part, Scope(scene=line.name.words)))),
            line.span,
        )

    def cast(self, line: tree.Scene) -> tuple[tuple[Role, ...], tuple[str, ...]]:
        """The roles of a scene, and the people or roles that are present: everybody, where the scene does not say."""
        roles: list[Role] = []
        people: list[str] = []
        for role in line.roles:
            name = role.name.words
            if name in people or any(name == known.name for known in roles):
                self.tell(in_world.declared_twice(role.name.span, "role", name, line.span))
                continue
            if role.kind is None:
                if not self.resolver.is_person(role.name, Scope()):
                    continue
            elif not self.is_role(role):
                continue
            else:
                roles.append(Role(name, role.kind.words, role.present))
            if role.present:
                people.append(name)
        if self.count_of_casts(roles) > MOST_CASTS:
            self.tell(in_world.too_many_casts(line.span, line.name.words, self.count_of_casts(roles), MOST_CASTS))
        if (problem := too_few(line.span, line.name.words, roles, self.names.members)) is not None:
            self.tell(problem)
        return tuple(roles), tuple(people if line.roles else self.names.people)

    def is_role(self, role: tree.Role) -> bool:
        assert role.kind is not None
        name = role.name.words
        if role.kind.words not in self.names.kinds:
            self.tell(in_names.unknown_name(role.kind.span, "kind", role.kind.words, self.names.kinds))
            return False
        if name in RESERVED_NAMES or misread("person", name):
            self.tell(in_world.name_is_misread(role.name.span, "person", name, misread("person", name) or name))
        if name in self.names.people:
            self.tell(in_world.name_taken(role.name.span, "a role", name, "a person", self.names.people[name].span))
            return False
        if name in self.names.lines[""]:
            self.tell(in_world.name_taken(role.name.span, "a role", name, "a fact", self.names.lines[""][name].span))
            return False
        return True

    def count_of_casts(self, roles: list[Role]) -> int:
        """How many casts there are; where kinds share people, a few more than that."""
        taken = [sum(earlier.kind == role.kind for earlier in roles[:index]) for index, role in enumerate(roles)]
        return prod(max(len(self.names.members[role.kind]) - before, 0) for role, before in zip(roles, taken, strict=True))

    def meanwhile(self, line: tree.Meanwhile, keeper: str = "", holder: str = "") -> Scene:
        """The world's `meanwhile`, or that of one person, whose lines stand under `holder`: the person or a kind.

        In a kind's the kind's name stands for whoever it is played for.
        """
        owner = SELF if holder in self.names.kinds else holder
        scope = Scope(owner=owner, roles=((SELF, holder), (holder, holder)) if owner == SELF else (), people=())
        name = f"meanwhile of {keeper}" if keeper else "meanwhile"
        return Scene(
            name,
            (),
            (),
            (),
            False,
            (),
            self.passage(line.body, scope),
            self.arrows(line.body, scope, line),
            self.moments(line.body, scope),
            (),
            line.span,
            meanwhile=True,
        )

    def ending(self, line: tree.Ending) -> Ending:
        scope = Scope()
        condition = self.resolver.condition(line.condition, scope)
        lines = [told for part in line.body if isinstance(part, tree.Prose) and (told := self.prose.line(part, scope))]
        return Ending(line.name.words, line.title or "", condition, tuple(lines), line.span)

    # ── moments ──

    def moments(self, body: Iterable[tree.Line], scope: Scope) -> tuple[Moment, ...]:
        found: dict[str, Moment] = {}
        for line in body:
            if not isinstance(line, tree.Moment):
                continue
            if line.name.words in found:
                self.tell(in_world.declared_twice(line.name.span, "moment", line.name.words, found[line.name.words].span))
            if line.name.words in RESERVED_NAMES:
                self.tell(in_world.name_is_a_keyword(line.name.span, line.name.words))
            elif word := misread("moment", line.name.words):
                self.tell(in_world.name_is_misread(line.name.span, "moment", line.name.words, word))
            found[line.name.words] = self.moment(line, scope, body)
        return tuple(found.values())

    def moment(self, line: tree.Moment, scope: Scope, siblings: Iterable[tree.Line]) -> Moment:
        owner = self.owner(line, scope)
        if owner == NOBODY:
            with self.resolver.hushed():  # what stands under it hangs on whose it is, and that is told
                return self.moment(line._replace(owner=tree.Name(CHANCE, line.span)), scope, siblings)
        inner = scope._replace(owner=owner if owner not in (CHANCE, "") else scope.owner)
        options = [part for part in line.body if isinstance(part, tree.Option)]
        first = line.body.index(options[0]) if options else len(line.body)
        if options and not owner:
            self.tell(in_world.nobody_chooses(line.span, line.name.words, scope.people or tuple(self.names.people)))
        if owner and not options:
            self.tell(in_world.nothing_to_choose(line.span, line.name.words))
        return Moment(
            line.name.words,
            owner,
            self.passage(line.body[:first], inner),
            self.options(options, inner, owner, siblings),
            self.passage(line.body[first:], inner),
            self.arrows(line.body, inner, siblings),
            line.span,
        )

    def owner(self, line: tree.Moment, scope: Scope) -> str:
        """Who decides: a person who is there, chance, or nobody."""
        if line.owner is None:
            return ""
        owner = line.owner.words
        if owner == CHANCE:
            return CHANCE
        if not self.resolver.is_person(line.owner, scope, scope.people or (), "chooser"):
            # The moment is read as theirs who was meant, so that one slip is told once.
            return nearest(owner, scope.people or self.names.people) or NOBODY
        if scope.people and owner not in scope.people:
            self.tell(in_world.not_there_to_choose(line.owner.span, owner, scope.people))
        return owner

    def options(self, lines: list[tree.Option], scope: Scope, owner: str, siblings: Iterable[tree.Line]) -> tuple[Option, ...]:
        found: dict[str, Option] = {}
        for line in lines:
            if line.label in found:
                self.tell(in_world.declared_twice(line.span, "option", line.label, found[line.label].span))
            found[line.label] = self.option(line, scope, owner, siblings)
        percents = [part for line in lines for part in line.body if isinstance(part, tree.Weight) and part.percent]
        places = max((part.places for part in percents), default=0)
        total = sum(_in_parts(part, places) for part in percents)
        if percents and (total != 100 * 10**places or len(percents) != len(lines)):
            self.tell(in_world.percentages(percents[0].span, decimal(total, places), len(percents), len(lines)))
        if places:  # all are counted in the same parts, as whole numbers
            weights = zip(found.items(), percents, strict=False)
            found |= {label: option._replace(weight=Constant(_in_parts(part, places))) for (label, option), part in weights}
        self.resolver.percentages |= {line.span for line in lines if percents}
        weighed = [any(isinstance(part, tree.Weight) for part in line.body) for line in lines]
        if owner == CHANCE and any(weighed) and not all(weighed) and not percents:
            self.tell(in_world.some_weights(lines[weighed.index(False)].span))
        return tuple(found.values())

    def option(self, line: tree.Option, scope: Scope, owner: str, siblings: Iterable[tree.Line]) -> Option:
        weighs = scope._replace(mind=AUTHOR if owner in (CHANCE, "") else owner)
        guards = [
            guard for part in line.body if isinstance(part, tree.Guard) and (guard := self.resolver.condition(part.condition, weighs))
        ]
        weights = [part for part in line.body if isinstance(part, tree.Weight)]
        motives = [part for part in line.body if isinstance(part, tree.Motive)]
        if weights and owner != CHANCE:
            self.tell(in_world.weight_is_for_chance(weights[0].span, owner))
        if weights and motives:
            self.tell(in_world.weight_and_motive(motives[0].span))
        if len(weights) > 1:
            self.tell(in_world.two_weights(weights[1].span))
        return Option(
            line.label,
            tuple(guards),
            any(isinstance(part, tree.Once) for part in line.body),
            self.resolver.number(weights[0].amount, weighs).expression if weights else None,
            tuple(self.resolver.motive(part, weighs) for part in motives),
            tuple(part.name.words for part in line.body if isinstance(part, tree.Tag)),
            self.passage(line.body, scope, chooser=owner),
            self.arrows(line.body, scope, siblings, f"{owner}: {line.label}" if owner in (*self.names.people, CHANCE) else ""),
            line.span,
            self.prose.template(line.told, weighs),
        )

    # ── what moves the story on ──

    def passage(self, body: Iterable[tree.Line], scope: Scope, chooser: str = "") -> Passage:
        lines = [told for part in body if isinstance(part, tree.Prose) and (told := self.told(part, scope, chooser))]
        effects = [done for part in body if isinstance(part, tree.Effect) and (done := self.effect(part, scope))]
        return Passage(tuple(lines), tuple(effects))

    def told(self, line: tree.Prose, scope: Scope, chooser: str) -> Prose | None:
        if line.manner == "in brief":
            self.tell(in_world.brief_elsewhere(line.span))
            return None
        return self.prose.line(line, scope, chooser if chooser != CHANCE else "")

    def effect(self, line: tree.Effect, scope: Scope) -> Effect | None:
        """A change of a stored variable. Effects are the author's: they may use whatever there is."""
        target = line.target
        if target.owner is None and target.toward is None:
            found = self.resolver.bare(target.name, scope)
            if found is None:
                self.tell(self.resolver.unknown.name(target.name, scope._replace(wanted=self.settable(line))))
        else:
            found = self.resolver.field(target, scope._replace(wanted=self.settable(line)))
        if found is None:
            return None
        self.resolver.written.add((found.line.holder, found.line.name))
        if found.line.line.means is not None:
            self.tell(in_world.assigns_computed(line.span, found.line.name, found.line.span))
            return None
        if line.operator == "=":
            value = self.resolver.value(line.value, scope, found.type).expression
        else:
            if found.type.sort not in ("number", "scale", "unknown"):
                self.tell(in_world.cannot_step(line.span, found.line.name, line.operator, found.type))
            value = self.resolver.number(line.value, scope).expression
        return Effect(found.variable, line.operator, value, self.resolver.condition(line.condition, scope), line.span)

    def settable(self, line: tree.Effect) -> Wanted:
        """What an effect could change."""
        if line.operator != "=":
            return Wanted(("number", "scale"), asked=True, settable=True)
        types = self.names.values.get(line.value.words, ()) if isinstance(line.value, tree.Name) else ()
        return Wanted(tuple(type_.sort for type_ in types), types[0] if len(types) == 1 else None, asked=True, settable=True)

    def arrows(
        self, body: Iterable[tree.Line], scope: Scope, around: tree.Line | Iterable[tree.Line], chosen: str = ""
    ) -> tuple[Arrow, ...]:
        """The arrows that stand in a block, each pointing at something that is there; `chosen` is the event of the option around them."""
        siblings = around.body if isinstance(around, tree.Scene | tree.Meanwhile) else around
        assert not isinstance(siblings, tree.Line)
        moments = [line.name.words for line in siblings if isinstance(line, tree.Moment)]
        found = []
        for line in body:
            if not isinstance(line, tree.Arrow):
                continue
            name = line.name.words if line.name else ""
            known = {"moment": moments, "ending": list(self.names.endings), "end": [""]}[line.to]
            if line.name and name not in known:
                self.tell(self.resolver.unknown.arrow(line, moments, scope, chosen))
                continue
            found.append(Arrow(line.to, name, self.resolver.condition(line.condition, scope), line.span))
        return tuple(found)


def _in_parts(weight: tree.Weight, places: int) -> int:
    """A percentage in parts of one percent, of which there are ten to the power of so many places."""
    assert isinstance(weight.amount, tree.Number), "a percentage is a number"
    return int(weight.amount.value * 10 ** (places - weight.places))
