"""A run as text: one line a choice, in the story's own words and never by position, so that a tape outlives changes to the story.

unmask tape 1
world 3f1c…          the fingerprint of the world's meaning
seed 7
run 0
side Kylo

scene duel
duel / demand / Rey / ask for the helmet
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from unmask.run.step import Event, Offer, Point
from unmask.world.model import Option, Scene, World

FIRST_LINE = "unmask tape 1"
_BETWEEN = " / "
_END_OF_LINE = re.compile("\r\n|\r|\n")
_LONGEST_SHOWN = 200
_UNSEEN = "[\ufeff\u200b\xad\u2060]"


class Tape(NamedTuple):
    """What a tape says. `fingerprint` is that of the world it was made in; `side` is whose telling, "" where it does not say."""

    fingerprint: str
    seed: int
    number: int
    side: str
    entries: tuple[str, ...]


class NoTape(ValueError):
    """The text is not a tape; the message says why, for whoever made it."""


def entry_of(point: Point, offer: Offer) -> str:
    """The line of a tape for a choice: scene / moment / who / label / roles."""
    what = offer.what
    if isinstance(what, Scene):
        if point.sort == "scene":
            return f"scene {what.name}"
        return f"cast {what.name}{_cast(what, offer.cast)}"
    assert point.scene is not None
    assert point.moment is not None
    line = _BETWEEN.join((point.scene.name, point.moment.name, point.moment.owner, what.label))
    return line + _cast(point.scene, point.scene.cast)


def _cast(scene: Scene, cast: Iterable[str]) -> str:
    roles = ", ".join(f"{role.name} = {person}" for role, person in zip(scene.roles, cast, strict=False))
    return _BETWEEN + roles if roles else ""


def entries_of(events: Iterable[Event], labels: dict[str, Scene]) -> tuple[str, ...]:
    """The tape's lines for the events of a run; what just happened needs none."""
    found = []
    for event in events:
        if event.point is None:
            continue
        if event.sort == "scene":
            found.append(f"scene {event.label}")
        elif event.sort == "cast":
            found.append(f"cast {event.label}{_cast(labels[event.scene], event.cast)}")
        else:
            line = _BETWEEN.join((event.scene, event.moment, event.who, event.label))
            scene = labels.get(event.scene)
            found.append(line + (_cast(scene, event.cast) if scene else ""))
    return tuple(found)


def carried(text: str) -> str:
    """A line, the same however it was sent about: every blank one plain space, accents composed, without signs that nobody sees."""
    line = " ".join(text.split())
    return line if line.isascii() else " ".join(re.sub(_UNSEEN, "", normalize("NFC", line)).split())


def shortened(entry: str) -> str:
    """The beginning of an entry, for whoever is told of it: a file that is no real tape may have millions of signs in a line."""
    return entry if len(entry) <= _LONGEST_SHOWN else f"{entry[:_LONGEST_SHOWN]}…"


def exists_in(world: World, entry: str) -> bool:
    """Whether an entry names something in the world, available or not; roles and who chooses are left aside."""
    return _names_something(world, entry) or _names_something(world, carried(entry))


def _names_something(world: World, entry: str) -> bool:
    for scene in (*world.scenes, *world.meanwhiles):
        if entry == f"scene {scene.name}" or entry.startswith(f"cast {scene.name}{_BETWEEN}"):
            return True
        for moment in scene.moments:
            if entry.startswith(f"{scene.name}{_BETWEEN}{moment.name}{_BETWEEN}"):
                rest = entry.removeprefix(f"{scene.name}{_BETWEEN}{moment.name}{_BETWEEN}")
                label = rest.partition(_BETWEEN)[2]
                if any(_is_label(label, option) for option in moment.options):
                    return True
    return False


def _is_label(label: str, option: Option) -> bool:
    return label == option.label or label.startswith(option.label + _BETWEEN)


def written(tape: Tape) -> str:
    """The tape as text."""
    head = [FIRST_LINE, f"world {tape.fingerprint}", f"seed {tape.seed}", f"run {tape.number}"]
    if tape.side:
        head.append(f"side {tape.side}")
    return "\n".join([*head, "", *tape.entries]) + "\n"


def read(text: str) -> Tape:
    """A tape from text. Empty lines and lines that start with `#` are passed over; a line of the head may be missing.

    What editors and mail do to a text does no harm: a byte order mark, other ends of lines, other blanks.
    Raises NoTape where the first line is not a tape's, or a number is none.
    """
    lines = [line.strip() for line in _END_OF_LINE.split(text.removeprefix("\ufeff"))]
    lines = [line for line in lines if line and not line.startswith("#")]
    first = carried(lines[0]) if lines else ""
    if not first.startswith("unmask tape"):
        raise NoTape("it does not start with the line `unmask tape 1`")
    if first != FIRST_LINE:
        raise NoTape(f"it starts with `{first[:40]}`, and only tapes of format 1 are read; a newer unmask wrote it")
    head = {"world": "", "seed": "0", "run": "0", "side": ""}
    at = 1
    while at < len(lines) and (word := (line := carried(lines[at])).partition(" ")[0]) in head and _BETWEEN not in line:
        head[word] = line.partition(" ")[2]
        at += 1
    for word in ("seed", "run"):
        if not (head[word].isascii() and head[word].isdigit() and len(head[word]) <= 20 and int(head[word]) < 2**64):
            raise NoTape(f"its {word} is `{head[word][:40]}`, which is no whole number from 0 to {2**64 - 1:,}")
    return Tape(head["world"], int(head["seed"]), int(head["run"]), head["side"], tuple(lines[at:]))
