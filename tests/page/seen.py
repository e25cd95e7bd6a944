"""What a run looks like, sign by sign, in the words of runner.js: for holding the page's engine against the reference.

A process and runs come in, lines and their digest leave. One promise: everything that the page's record has is in it, what was on offer
and how the lines are worded included, and nothing of how either engine works.
"""

import zlib
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from unmask.run.chooser import Chooser, Dice, Stop
from unmask.run.record import Record, by_tape, play
from unmask.run.state import State
from unmask.run.step import Event, Offer, Point, Process, Told
from unmask.run.tape import Tape, entries_of
from unmask.world.model import (
    Any,
    Cases,
    Constant,
    Expression,
    First,
    Happened,
    Mention,
    Operation,
    Option,
    Part,
    Prose,
    Read,
    Say,
    Seems,
    Template,
    Times,
    Variable,
    Was,
    Why,
    Words,
)


class Seen(NamedTuple):
    """A run as it was seen: `lines` are all of it, `digest` is their CRC-32."""

    number: int
    ending: str
    strayed: str
    events: int
    digest: int
    lines: tuple[str, ...]


class Witness:
    """Watches runs of one world."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.told: dict[int, int] = {}
        self.kept: list[Prose] = []

    def by_luck(self, seed: int, number: int) -> Seen:
        return self.by(Dice(seed, number), seed, number)

    def by_tape(self, tape: Tape, go_on: bool) -> Seen:
        return self._seen(by_tape(self.process, tape, go_on), {})

    def by(self, chooser: Chooser, seed: int, number: int) -> Seen:
        offered: dict[int, tuple[Offer, ...]] = {}

        def watched(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
            offered[id(point)] = offers
            return chooser(point, offers)

        return self._seen(play(self.process, watched, seed, number), offered)

    def _seen(self, record: Record, offered: dict[int, tuple[Offer, ...]]) -> Seen:
        over = record.over
        lines = [self._event(event, offered) for event in record.events]
        lines.append("\t".join(("over", over.ending, over.reason, over.scene, over.moment, _state(over.state), record.strayed)))
        lines += entries_of(record.events, self.process.layout.scenes)
        digest = zlib.crc32("\n".join(lines).encode())
        return Seen(record.number, over.ending, record.strayed, len(record.events), digest, tuple(lines))

    def _event(self, event: Event, offered: dict[int, tuple[Offer, ...]]) -> str:
        point = "-"
        if event.point is not None:
            offers = offered.get(id(event.point))
            point = _point(event.point, self.process.offers(event.point) if offers is None else offers)
        parts: list[object] = [event.sort, event.scene, ",".join(event.cast), event.moment, event.who, event.label, ",".join(event.people)]
        parts += [event.scene_number, int(event.meanwhile), point, *(self._told(told) for told in event.told)]
        return "\t".join(map(str, parts))

    def _told(self, told: Told) -> str:
        people = "-" if told.people is None else ",".join(told.people)
        return ";".join((_state(told.before), _state(told.after), people, *(str(self._line(line)) for line in told.lines)))

    def _line(self, line: Prose) -> int:
        if id(line) not in self.told:
            text = f"{line.side}|{line.manner}|{int(line.joins)}|{_template(line.template)}"
            self.told[id(line)] = zlib.crc32(text.encode())
            self.kept.append(line)  # an identity means something only while its owner lives
        return self.told[id(line)]


def _point(point: Point, offers: Iterable[Offer]) -> str:
    where = (point.scene.name if point.scene else "", point.moment.name if point.moment else "")
    parts = (point.sort, point.scene_number, point.choice_number, *where, point.meanwhile, point.who, _state(point.state))
    return ";".join((*map(str, parts), *map(_offer, offers)))


def _offer(offer: Offer) -> str:
    name = offer.what.label if isinstance(offer.what, Option) else offer.what.name
    why = [f"{reason.points} {reason.motive.phrase}" for reason in offer.reasons]
    return "|".join((name, ",".join(offer.cast), str(offer.weight), str(offer.points), *why))


def _state(state: State) -> str:
    row = array("i", state)
    return str(zlib.crc32(row.tobytes()))


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _template(template: Template) -> str:
    return "".join(map(_part, template))


def _part(part: Part) -> str:
    match part:
        case Words(text):
            return text
        case Say(what, type_, form):
            values = (type_.sort, type_.low, type_.high, type_.name, *type_.names, *type_.words)
            return f"{{say {_expression(what)} {form} {','.join(map(str, values))}}}"
        case Mention(person, form, verb):
            return f"{{{person} {form} {verb}}}"
        case Why():
            return "{why}"
        case Any(choices):
            return f"{{any {'|'.join(map(_template, choices))}}}"
        case First(choices):
            return f"{{first {'|'.join(map(_template, choices))}}}"
        case Cases(cases):
            written = (f"{'' if test is None else _expression(test)}: {_template(then)}" for test, then in cases)
            return f"{{cases {'|'.join(written)}}}"


def _expression(expression: Expression) -> str:
    match expression:
        case Constant(value):
            return str(value)
        case Read(variable):
            return f"read({_variable(variable)})"
        case Seems(observer, variable):
            return f"seems({observer}, {_variable(variable)})"
        case Happened(event):
            return f"happened({', '.join(event)})"
        case Was(of):
            return f"was({_expression(of)})"
        case Times():
            return "times"
        case Operation(operator, operands):
            return f"{operator}({', '.join(map(_expression, operands))})"


def _variable(variable: Variable) -> str:
    return ".".join((variable.owner, variable.name, variable.toward, variable.scene))
