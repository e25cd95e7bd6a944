"""Whole small worlds, made by hypothesis as story files: for laws that hold of every story.

A strategy leaves, of texts that hold together. They have kinds and people who override them, fields held toward each other, routes,
bonds, readings, expectations, what is for the scene and what is computed; scenes with and without roles, `once`, weights, percentages,
loops, what passes in the meantime, and prose with everything that prose can do; motifs, and conditions on what has happened.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
MOST_BYTES = 3000
NAMES = ("Agnes", "Corm", "Lettice", "Wick")
LEVELS = ("none", "faint", "strong")
FEELINGS = ("anger", "fear", "nerves")  # nerves is computed
ORDER = ("<", "<=", ">", ">=", "is", "is not")
LABELS = ("go out", "stay in: by the fire", "say nothing / much")
MOTIFS = ("an omen", "a quarrel", "the old story")
# What is asked of the past is settled when it is known what there is to ask for: `happened(?17,Wick,a b?)`.
_ASKED = re.compile(r"\?(\d+),(\w*),([\w ]*)\?")


class Here(NamedTuple):
    """Where an expression stands. `mind` is a person or role, "" for the author, "camera"; `owner` is whose bare names are meant.

    `people` are present; `known` may be named too.
    """

    mind: str = ""
    owner: str = ""
    people: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    in_scene: bool = False


class Maker:
    """Writes one story, asking the bytes that hypothesis drew at every turn: small ones make small stories, and none is a zero.

    One that `remembers` has motifs, and conditions on what has happened.
    """

    def __init__(self, drawn: bytes, remembers: bool = False) -> None:
        self.drawn = iter(drawn)
        self.names = NAMES[: self.number(2, 4)]
        self.remembers = remembers
        self.motifs = 0
        self.ways: list[tuple[str, str, str]] = []
        self.present: dict[str, tuple[str, ...]] = {}
        self.named: list[str] = []

    def number(self, low: int, high: int) -> int:
        return low + next(self.drawn, 0) % (high - low + 1)

    def pick(self, among: Sequence[T]) -> T:
        return among[self.number(0, len(among) - 1)]

    def maybe(self, of: int = 2) -> bool:
        return self.number(0, of - 1) == of - 1

    def some(self, most: int, make: Callable[[], str]) -> list[str]:
        return [make() for _ in range(self.number(0, most))]

    # ── expressions ──

    def levels(self, here: Here) -> list[str]:
        """Everything on the scale that may be read here."""
        found = ["mood"]
        if here.owner and here.mind in ("", here.owner):
            found += FEELINGS
        if here.mind == "":
            found += [f"{who}.{feeling}" for who in here.known for feeling in FEELINGS]
            found += [f"seems({who}, {whom}.{self.pick(FEELINGS)})" for who in here.known for whom in here.known if who != whom]
        elif here.mind != "camera":
            found += [f"seems({who}.{feeling})" for who in here.known for feeling in FEELINGS if who != here.mind]
        return found

    def counts(self, here: Here) -> list[str]:
        """Every number that may be read here."""
        found = ["tide", *(f"{who}.mark" for who in here.people)]
        if here.in_scene:
            found.append("edge")
        if here.mind == "":
            found += [f"{who}.owed toward {whom}" for who, whom in self.pairs(here.known)]
        elif here.mind != "camera":
            found += [f"owed toward {whom}" for who, whom in self.pairs(here.known) if who == here.mind]
            found += [f"seems({whom}.owed toward {here.mind})" for who, whom in self.pairs(here.known) if who == here.mind]
        return found

    def pairs(self, known: tuple[str, ...]) -> list[tuple[str, str]]:
        """Who may hold something toward whom. Somebody named and a role may be the same, and nobody owes themself."""
        return [(who, whom) for who in known for whom in known if who != whom and (who in NAMES) == (whom in NAMES)]

    def condition(self, here: Here, depth: int = 1) -> str:
        sort = self.number(0, (8 if depth else 5) + self.remembers)
        level, count = self.pick(self.levels(here)), self.pick(self.counts(here))
        match sort:
            case 0:
                return f"{level} {self.pick(ORDER)} {self.pick(LEVELS)}"
            case 1:
                return f"{count} {self.pick(ORDER)} {self.number(-1, 4)}"
            case 2:
                return self.pick(("gate", "not gate", *(f"{who}.cross" for who in here.people)))
            case 3:
                return f"sky {self.pick(('is', 'is not'))} {self.pick(('clear', 'grey', 'black'))}"
            case 4:
                return f"{level} {self.pick(ORDER)} {self.pick(self.levels(here))}"
            case 5:
                return f"{count} + {self.pick(self.counts(here))} * 2 > {self.number(-1, 6)}"
            case 6 if self.remembers:
                roles = " ".join(who for who in here.known if who not in NAMES)
                asked = f"?{self.number(0, 255)},{here.mind},{roles}?"
                return "gate" if here.mind == "camera" else f"happened({asked})"
            case _ if sort == 6 + self.remembers:
                return f"not ({self.condition(here, 0)})"
            case _:
                return f"({self.condition(here, 0)}) {'or' if sort == 8 + self.remembers else 'and'} {self.condition(here, 0)}"

    def when(self, here: Here, *words: str) -> str:
        """A condition after one of these words, or none."""
        return f" {self.pick(words)} {self.condition(here)}" if self.maybe() else ""

    def sum(self, here: Here) -> str:
        level, count = self.pick(self.levels(here)), self.pick(self.counts(here))
        return self.pick(
            (str(self.number(0, 5)), count, f"{self.number(0, 3)} * {level}", f"max({level}, {count}, 1)", f"({count} - {level})")
        )

    # ── what happens ──

    def motive(self, here: Here) -> str:
        phrase = self.pick(("it is late", "somebody has to", "the sea is near", "why not"))
        return f'{self.pick("+-")}{self.sum(here)} "{phrase}"{self.when(here, "if", "unless")}'

    def effect(self, here: Here) -> str:
        here = here._replace(mind="")
        level = self.pick(self.levels(here))
        held = [f"{who}.owed toward {whom}" for who, whom in self.pairs(here.known)]
        felt = [f"{who}.{feeling}" for who in here.known for feeling in ("anger", "fear")]
        own = ["anger", "fear"] if here.owner else []
        done = [
            f"tide {self.pick(('=', '+=', '-='))} {self.sum(here)}",
            f"{self.pick([*felt, *own, 'mood'])} {self.pick(('=', '+=', '-='))} {self.pick((level, '1', '2', level))}",
            f"{self.pick([*felt, *own, 'mood'])} = {self.pick(LEVELS)}",
            f"{self.pick([*held, 'tide'])} {self.pick(('+=', '-='))} {self.number(1, 2)}",
            f"gate = {self.pick(('yes', 'no'))}",
            f"sky = {self.pick(('clear', 'grey', 'black'))}",
            *(f"{who}.cross = {self.pick(('yes', 'no'))}" for who in here.known),
            *(f"{who}.mark {self.pick(('+=', '-='))} 1" for who in here.known),
            *(["edge += 1", "edge -= tide"] if here.in_scene else []),
        ]
        return f"~ {self.pick(done)}{self.when(here, 'if', 'unless')}"

    def arrow(self, here: Here, moments: Sequence[str], always: bool) -> str:
        to = self.pick(("end", "end", "end", *moments, *moments, "ending rest"))
        return f"-> {to}" + ("" if always else self.when(here._replace(mind=""), "if", "unless"))

    def option(self, label: str, here: Here, moments: Sequence[str], weight: str, motives: bool) -> list[str]:
        inner = [f"{self.pick(('if', 'unless'))} {self.condition(here)}"] if self.maybe(3) and not weight.endswith("%") else []
        inner += ["once"] if self.maybe(5) else []
        inner += ["is bold"] if self.maybe(3) else []
        inner += [weight] if weight else []
        inner += self.some(2, lambda: self.motive(here)) if motives else []
        inner += self.some(3, lambda: self.effect(here))
        inner += self.prose(here, why=here.mind)
        inner += self.some(1, lambda: self.arrow(here, moments, always=False))
        return [f"* {label}", *("  " + line for line in inner)]

    def moment(self, name: str, here: Here, owners: Sequence[str], moments: Sequence[str]) -> list[str]:
        owner = self.pick((*owners, "chance", ""))
        inside = here if owner in ("chance", "") else here._replace(mind=owner, owner=owner)
        author = inside._replace(mind="")
        body = self.some(1, lambda: self.effect(author)) + self.prose(inside._replace(mind=""))
        if owner:
            count = self.number(1, 3)
            how = self.pick(("motives", "weights", "percent")) if owner == "chance" else "motives"
            weighs = inside if owner != "chance" else author
            for index, label in enumerate(LABELS[:count]):
                self.ways.append((owner, name, label))
                weight = {"motives": "", "percent": f"{(100, 60 if index else 40, 40 if index == 2 else 30)[count - 1]}%"}.get(how, "")
                if how == "weights":
                    weight = f"weight {self.pick((str(self.number(0, 9)), self.pick(self.counts(author)), 'mood + 1'))}"
                body += self.option(label, weighs, moments, weight, how == "motives")
            body += self.some(1, lambda: self.effect(author)) + self.some(1, lambda: "> And so it was.")
        body += self.some(1, lambda: self.arrow(author, moments, always=False))
        body.append(self.arrow(author, moments, always=True))
        return [f"moment {name}{': ' if owner else ''}{owner}", *("  " + line for line in body)]

    def moments(self, here: Here, owners: Sequence[str], least: int) -> list[str]:
        names = ("the morning", "the noon", "the night")[: self.number(least, 3)]
        return [line for name in names for line in self.moment(name, here, owners, names)]

    # ── prose ──

    def prose(self, here: Here, why: str = "") -> list[str]:
        found = []
        for _ in range(self.number(0, 2)):
            side = self.pick(("", "", "world", *here.people))
            eyes = here._replace(mind=side or "camera", owner=side)
            if side == "world":
                eyes = here._replace(mind="", owner="")
            manner = self.pick(("", "", " recalls", " denies")) if side not in ("", "world") else ""
            reason = " because {why}" if why and side in (why, "world") else ""
            found.append(f"{side}{manner}>{self.pick(('', '', '+'))} {self.words(eyes)}{reason}{self.pick(('', '.', '!'))}")
        return found

    def words(self, eyes: Here, depth: int = 2) -> str:
        sort = self.number(0, 13 if depth else 6)
        who = self.pick(eyes.known or self.names)
        level, count = self.pick(self.levels(eyes)), self.pick(self.counts(eyes))
        plain = (
            "The sea is loud",
            "A \\{door\\} \\| shuts",
            f"It is {{{level}}}",
            f"{{times({count})}} the bell, and {{nth({count})}} of all",
            f"{{{who}.They look}} at {{{who}.their}} hands, {{{who}}} does",
            f"{{{who}'s}} turn",
            "{if gate: Open. | else: }",
            f"It was {{was({level})}}",
            f"{{if was({count}) < {count}: More | else: No more}} of it",
        )
        if sort < len(plain):
            return plain[sort]
        inner = [self.words(eyes, depth - 1) for _ in range(self.number(1, 3))]
        match sort:
            case 9:
                return f"{{any: {inner[0]} | }}, and on"
            case 10:
                return f"{{first: {' | then: '.join(inner)}}}"
            case 11:
                return f"{{if {self.condition(eyes)}: {inner[0]} | else: {inner[-1]}}}"
            case 12:
                return f"{{if {self.condition(eyes, 0)}: {inner[0]}}}"
            case _:
                return f"{{any: {' | '.join(inner)}}}"

    # ── the parts of a story ──

    def facts(self) -> list[str]:
        return [
            "scale feeling: none < faint < strong",
            f"fact tide: {self.number(-2, 0)}..{self.number(1, 5)}",
            'fact sky: clear | grey "a low grey" | black',
            f"fact gate: yes/no = {self.pick(('yes', 'no'))}",
            f"fact mood: feeling = {self.pick(LEVELS)}",
        ]

    def lasting(self) -> str:
        return self.pick(("", " for the scene"))

    def routes(self, here: Here) -> list[str]:
        """What somebody shows, or all of a kind show; bare names are their own."""

        def route() -> str:
            what = self.pick(("anger", "fear", "nerves", "anger, fear", "nerves, anger", "owed"))
            as_ = "" if what == "owed" or self.maybe() else f" as {self.pick(('max(anger, fear)', 'none', 'strong', 'fear', 'anger + 2'))}"
            return f"shows {what}{as_}{self.when(here, 'while', 'unless')}{self.pick(('', '', ' to each villager'))}"

        return self.some(2, route)

    def reading(self, whose: str, name: str, here: Here) -> str:
        made = self.pick((f"max({name}.anger, {name}.fear)", f"{name}.nerves", "strong", "anger", f"{name}.anger - 1"))
        return f"reads {whose}.{self.pick(('anger', 'fear', 'nerves'))} as {made}{self.when(here, 'while', 'unless')}"

    def kind(self) -> list[str]:
        own = Here(owner="self")
        body = [
            "open mark: 0..2",
            f"open cross: yes/no{self.lasting()}",
            f"feels anger: feeling = {self.pick(LEVELS)}{self.lasting()}",
            f"feels fear: feeling{self.lasting()}",
            f"feels nerves means {self.pick(('max(anger, fear)', 'min(anger, fear)', 'anger'))}{self.lasting()}",
            f"keeps owed toward each villager: 0..{self.number(1, 3)}{self.lasting()}",
            *self.routes(own),
            *self.some(1, lambda: self.reading("each villager", "villager", own)),
            *self.some(1, lambda: f"expects each villager.{self.pick(FEELINGS)} = {self.pick(LEVELS)}"),
            *self.some(1, lambda: "expects each villager.fear = faint"),
            *self.some(1, lambda: 'tends to bold: -fear "people would see"'),
        ]
        if self.maybe(3):
            body += self.meanwhile(own, ("chance",))
        return ["kind villager", *("  " + line for line in body)]

    def person(self, name: str) -> list[str]:
        others = tuple(other for other in self.names if other != name)
        own = Here(owner=name, known=others, people=others)
        body = [
            *self.some(1, lambda: f"anger = {self.pick(LEVELS)}"),
            *self.some(1, lambda: f"mark = {self.number(0, 2)}"),
            *self.routes(own),
            *self.some(1, lambda: self.reading(self.pick(others), self.pick(others), own)),
            *self.some(1, lambda: f"expects {self.pick(others)}.{self.pick(FEELINGS)} = {self.pick(LEVELS)}"),
            *self.some(1, lambda: f"tends to bold: {self.motive(own._replace(mind=name))}"),
        ]
        if self.maybe(4):
            body += self.meanwhile(own, (name,))
        called = f' called "the other" by {others[0]}' if self.maybe(3) else ""
        return [f"person {name} ({self.pick(('he', 'she', 'they'))}){called}, a villager", *("  " + line for line in body)]

    def meanwhile(self, here: Here, owners: Sequence[str]) -> list[str]:
        here = here._replace(people=())
        body = self.some(2, lambda: self.effect(here)) + self.some(1, lambda: f"> {self.words(here._replace(mind='camera', owner=''))}.")
        body += self.moments(here, owners, 0)
        return ["meanwhile", *("  " + line for line in body)] if body else []

    def scene(self, name: str) -> list[str]:
        with_, people, known = "", self.names, self.names
        roles: tuple[str, ...] = ()
        if self.maybe():
            roles = ("a", "b")
            with_ = " with a, b: villager"
            if len(self.names) > 2 and self.maybe():
                roles, with_ = (*roles, "c"), f"{with_} about c: villager"
            people, known = ("a", "b"), (*roles, *self.names) if self.maybe() else roles
        elif self.maybe():
            people = self.names[: self.number(1, len(self.names))]
            with_ = f" with {', '.join(people)}"
        outside = Here(known=known)
        inside = outside._replace(people=people, in_scene=True)
        self.present[name] = self.names if not with_ else tuple(who for who in people if who in NAMES)
        body = self.some(1, lambda: f"when {self.condition(outside)}")
        body += ["once"] if self.maybe(4) else []
        body += [*self.some(2, lambda: self.motive(outside)), "fact edge: -1..1"]
        body += ["in brief> {if times is 1: Once | else: {times} times} the same."] if self.maybe() else []
        body += self.some(2, lambda: self.effect(inside)) + self.prose(inside)
        body += self.moments(inside, people, 1)
        return [f"scene {name}{with_}", *("  " + line for line in body)]

    def bond(self) -> str:
        one, other = self.pick(self.pairs(self.names))
        between = self.pick((f"{one}, {other}", f"{one} to {other}"))
        here = Here(known=self.names, people=self.names)
        return f"bond {between} carries {self.pick(('anger', 'fear, nerves', 'owed'))}{self.when(here, 'while', 'unless')}"

    def story(self) -> str:
        everywhere = Here(known=self.names)
        lines = [*self.facts(), *self.kind()]
        for name in self.names:
            lines += self.person(name)
        lines += self.some(2, self.bond)
        for name in ("the call", "the fair", "the wake")[: self.number(1, 3)]:
            lines += self.scene(name)
        if self.maybe():
            lines += self.meanwhile(everywhere, (*self.names, "chance"))
        lines += ["ending rest", "  > And they rest."]
        lines += self.some(1, lambda: f"ending storm when {self.condition(everywhere)}")
        if self.remembers:
            self.motifs = self.number(0, len(MOTIFS))
        lines += [line for name in MOTIFS[: self.motifs] for line in self.motif(name)]
        lines += [f"limit {self.pick((40, 1, 7, 20, 60, 60, 60))} events", ""]
        return "\n".join(_ASKED.sub(lambda found: self.asked(int(found[1]), found[2], found[3].split()), line) for line in lines)

    # ── what has happened ──

    def motif(self, name: str) -> list[str]:
        roles = ("a", "b") if self.maybe(3) else ()
        here = Here(known=(*roles, *self.names))
        lines = [f"  {self.item(here)}", *self.under(here, 4)]
        words = []
        for _ in range(self.number(0, 3)):
            words.append(self.pick(("then", "then", "next", "without")))
            lines += [f"  {words[-1]} {self.item(here)}", *self.under(here, 4)]
        if words[-1:] != ["without"]:
            self.named.append(name)  # others may name it
        return [f"motif {name}{' with a, b: villager' if roles else ''}", *lines]

    def item(self, here: Here) -> str:
        roles = [who for who in here.known if who not in NAMES]
        events = [*self.events(roles), *self.named]
        return f"{self.pick(('', '', '2 times '))}{self.pick(events)}"

    def under(self, here: Here, deep: int) -> list[str]:
        span = self.number(0, 3)
        about = self.pick(
            (
                "",
                "",
                f"when {self.condition(here)}",
                f"within {span} {self.pick(('scenes', 'events'))}",
                f"or {self.item(here)}",
            )
        )
        return [" " * deep + about, *(self.under(here, deep + 2) if about.startswith("or") else [])] if about else []

    def events(self, roles: Sequence[str]) -> list[str]:
        """Everything that may happen, by its names; whoever may play a role may do what the role may."""
        found = [f"scene {name}" for name in self.present] + ["ending rest", "ending endless"]
        for owner, moment, label in self.ways:
            found.append(f"{moment} / {label}")
            whoever = (*self.names, *roles) if owner not in (*NAMES, "chance") else (owner, *(roles if owner != "chance" else ()))
            found += [f"{who}: {label}" for who in whoever]
        return sorted(set(found))

    def asked(self, number: int, mind: str, roles: Sequence[str]) -> str:
        """What a mind, "" for the author's, asks of the past: only what it was there for."""
        if not mind:
            among = [*self.events(roles), *MOTIFS[: self.motifs]]
        else:
            among = [f"{mind}: {label}" for owner, _, label in self.ways if owner == mind or (mind in NAMES and owner in "abc")]
            among += [f"scene {name}" for name, people in self.present.items() if mind in people or people == self.names]
        return among[number % len(among)] if among else "ending rest"


def worlds() -> st.SearchStrategy[str]:
    """The text of a small story that holds together, and may ask what has happened in it."""
    return st.binary(min_size=MOST_BYTES, max_size=MOST_BYTES).map(lambda drawn: Maker(drawn, remembers=True).story())


@st.composite
def lotteries(draw: st.DrawFn) -> str:
    """The text of a story of nothing but chance, whose weights are no powers of two; it may go round, and always comes to an end."""
    lines = ["fact clock: 0..2", "", "person Wick (he)"]
    for scene, moments in (("the fair", ("dawn", "noon")), ("the wake", ("dusk",))):
        lines += ["", f"scene {scene}"]
        lines += [f'  +{draw(st.integers(0, 2))} "it is the day for it"']
        for moment in moments:
            lines.append(f"  moment {moment}: chance")
            for label in LABELS[: draw(st.integers(2, 3))]:
                to = draw(st.sampled_from(("end", "end", "ending rest", *moments)))
                lines += [f"    * {label}", f"      weight {draw(st.integers(1, 9))}", f"      -> {to}"]
            lines += ["    * go home", f"      weight {draw(st.integers(1, 9))}", "      -> end"]
    return "\n".join([*lines, "", "meanwhile", "  ~ clock += 1", "", "ending rest", "", "ending late when clock is 2", ""])
