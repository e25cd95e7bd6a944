"""Story text to tree. Never raises: what cannot be read becomes an Unreadable node and a Problem, and reading goes on."""

import re
from typing import NamedTuple

from unmask.problems import in_syntax
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax import declarations as heads
from unmask.syntax import letters, patterns
from unmask.syntax.cursor import OPERATORS, CannotRead, Cursor, clipped
from unmask.syntax.declarations import Reader
from unmask.syntax.lexer import RawLine, blocks, first_token
from unmask.syntax.prose import template
from unmask.syntax.tree import (
    Ending,
    Heading,
    Item,
    Kind,
    Line,
    Meanwhile,
    Moment,
    Motif,
    Name,
    Notes,
    Option,
    Person,
    Prose,
    Scene,
    Story,
    Unreadable,
)


class Block(NamedTuple):
    """What may stand in one kind of block: readers by the first word or sign of a line."""

    where: str
    readers: dict[str, Reader]
    prose: bool = True
    other: Reader | None = None


_PASSAGE: dict[str, Reader] = {"~": heads.effect, "->": heads.arrow}
_CHOICE: dict[str, Reader] = {"once": heads.once, "+": heads.motive, "-": heads.motive}
_PERSONAL: dict[str, Reader] = {
    "open": heads.variables,
    "feels": heads.variables,
    "keeps": heads.variables,
    "expects": heads.expects,
    "shows": heads.shows,
    "reads": heads.reads,
    "tends": heads.tends,
    "meanwhile": heads.meanwhile,
}
_FRONT = ("title", "author", "series", "summary", "note", "afterword", "rating", "warning", "tags", "language")
TOP = Block(
    "at the top of a story",
    {
        **dict.fromkeys(_FRONT, heads.front),
        "told": heads.told,
        "scale": heads.scale,
        "fact": heads.variables,
        "secret": heads.variables,
        "kind": heads.kind,
        "person": heads.person,
        "bond": heads.bond,
        "scene": heads.scene,
        "meanwhile": heads.meanwhile,
        "ending": heads.ending,
        "limit": heads.limit,
        "motif": patterns.motif,
        "promise": patterns.promise,
    },
    prose=False,
)
PERSON = Block("in a person", _PERSONAL, prose=False, other=heads.start)
KIND = Block("in a kind", _PERSONAL, prose=False)
SCENE = Block(
    "in a scene",
    {**_PASSAGE, **_CHOICE, "when": heads.guard, "fact": heads.variables, "secret": heads.variables, "moment": heads.moment},
)
MOMENT = Block("in a moment", {**_PASSAGE, "*": heads.option})
OPTION = Block(
    "in an option",
    {**_PASSAGE, **_CHOICE, "if": heads.guard, "unless": heads.guard, "is": heads.tag, "weight": heads.weight, "%": heads.percent},
)
MEANWHILE = Block("in `meanwhile`", {**_PASSAGE, "moment": heads.moment})
ENDING = Block("in an ending", {})
MOTIF = Block("in a motif", {}, prose=False, other=patterns.item)

# What may stand under each heading; under any other line nothing may.
_UNDER: dict[type[Heading], Block] = {
    Kind: KIND,
    Person: PERSON,
    Scene: SCENE,
    Moment: MOMENT,
    Option: OPTION,
    Meanwhile: MEANWHILE,
    Ending: ENDING,
    Motif: MOTIF,
    Item: MOTIF,
}
_ALL_BLOCKS = (TOP, PERSON, SCENE, MOMENT, OPTION, MEANWHILE)
_PERCENT = re.compile(r"[0-9０-９]++\s*[%％]")
_SECOND_RING = frozenset({"tell", "doubts", "looks", "unseen", "believes", "forgets"})
FORMS = {
    "title": 'title "The Helmet"',
    "series": 'series "Ten Winters" part 2',
    "tags": 'tags "slow burn", "enemies"',
    "told": "told from Rey's side",
    "scale": "scale feeling: none < faint < strong < consuming",
    "fact": "fact month: 0..24 = 0",
    "secret": "secret debt: yes/no known to Oda",
    "kind": "kind villager",
    "person": "person Rey (she), a duelist",
    "bond": "bond Rey to Kylo carries longing while Kylo.walls < 2",
    "scene": "scene duel with Rey, Kylo",
    "ending": 'ending lost "Nobody gets up" when Kylo.wound is dying',
    "limit": "limit 1000 events",
    "motif": "motif mercy repaid",
    "promise": "promise in 5% to 40% of stories: mercy repaid",
    "open": "open wound: wound = hurt",
    "feels": "feels anger, longing: feeling = faint",
    "keeps": "keeps owed toward each duelist: 0..1",
    "expects": "expects Rey.disgust = consuming",
    "shows": "shows anger as max(anger, shame) unless helmet is worn",
    "reads": "reads Rey.disgust as Rey.guilt while shame is consuming",
    "tends": 'tends to hide: -shame "she would see the scar"',
    "when": "when month < 24",
    "moment": "moment demand: Rey",
    "*": "* ask for the helmet",
    "if": "if helmet is worn",
    "unless": "unless helmet is worn",
    "is": "is hide",
    "weight": "weight 3 + Rey.spent",
    "%": "30%",
    "+": '+2 "she is angry" if anger >= strong',
    "-": '-shame "she would see the scar"',
    "~": "~ anger += 1 if asked > 2",
    "->": "-> clash if edge is 2",
    "then": "then Rey: let him live",
}


def parse(source: Source) -> tuple[Story, list[Problem]]:
    """The tree of a story file, and every problem with reading it, in the order of the lines."""
    top, end, problems = blocks(source)
    reader = _Parser(problems)
    story = Story(reader.block(top, TOP), end)
    if not story.lines and not problems:
        problems.append(in_syntax.empty_story())
    problems.sort(key=lambda problem: problem.span)
    return story, problems


class _Parser:
    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def block(self, lines: list[RawLine], block: Block) -> tuple[Line, ...]:
        """The lines of a block. What hangs under a line that takes nothing is read as if it stood beside it."""
        found: list[Line] = []
        todo = lines[::-1]
        while todo:
            line = todo.pop()
            found.append(self.line(line, block))
            if line.under and not isinstance(found[-1], Heading | Unreadable):
                self.problems.append(in_syntax.nothing_goes_under(line.under[0].span, line.span))
                todo += reversed(line.under)
        return tuple(found)

    def line(self, line: RawLine, block: Block) -> Line:
        try:
            if line.prefix is not None:
                return self.prose(line, block)
            return self.statement(line, block)
        except CannotRead as stuck:
            self.problems.append(stuck.problem)
            return Unreadable(_text_of(line), line.span, line.notes)

    def statement(self, line: RawLine, block: Block) -> Line:
        key = _key(line.text)
        read = block.readers.get(key) or (block.other if not _belongs_elsewhere(key, line.text, block) else None)
        if read is None:
            raise CannotRead(self.misplaced(line, key, block))
        cursor = Cursor(line, FORMS.get(key, ""))
        try:
            found = read(cursor)
            cursor.need_end()
        finally:
            self.problems += cursor.slips
        notes = Notes(line.notes.above, cursor.comment) if cursor.comment else line.notes
        found = found._replace(span=line.span, notes=notes)
        if line.under and isinstance(found, Heading):
            return found._replace(body=self.block(line.under, _UNDER[type(found)]))
        return found

    def misplaced(self, line: RawLine, key: str, block: Block) -> Problem:
        if key in _SECOND_RING:
            return in_syntax.reserved_word(line.span, key)
        key = clipped(key)
        elsewhere = [other.where for other in _ALL_BLOCKS if key in other.readers]
        if elsewhere:
            return in_syntax.wrong_place(line.span, key, block.where, elsewhere)
        return in_syntax.unknown_line(line.span, key, block.where, [*block.readers, *([">"] if block.prose else [])])

    def prose(self, line: RawLine, block: Block) -> Line:
        if not block.prose:
            raise CannotRead(in_syntax.prose_out_of_place(line.span, block.where))
        parts, odd = template(line)
        self.problems += odd
        if odd and not parts:
            return Unreadable(_text_of(line), line.span, line.notes)
        side, manner = _side(line)
        return Prose(side, manner, line.joins, parts, line.span, line.notes)


def _key(text: str) -> str:
    """The word or sign that says what a line is."""
    if _PERCENT.match(text):
        return "%"
    kind, sign = first_token(text)
    return sign if kind == "word" or sign in ("*", "~", "+", "-", "->") else text.split(None, 1)[0]


def _belongs_elsewhere(key: str, text: str, block: Block) -> bool:
    """Whether a block that takes lines of any first word should leave this one, so that the problem names its home."""
    if block is not PERSON or (key.isidentifier() and key not in OPERATORS and "=" in text.partition(":")[0]):
        return False  # A feeling may be called `bond`: `bond = strong` gives it another start.
    return key in _SECOND_RING or any(key in other.readers for other in _ALL_BLOCKS if other is not block)


def _side(line: RawLine) -> tuple[Name | None, str]:
    """Whose line it is and in what manner it is told, from `Kylo recalls>`."""
    prefix = line.prefix or ""
    manner = ""
    for ending in ("recalls", "denies", "in brief"):
        if prefix == ending or prefix.endswith(f" {ending}"):
            manner = ending
            prefix = prefix.removesuffix(ending).rstrip()
            break
    if not prefix:
        return None, manner
    start = line.span._replace(end=line.span.start + len(prefix))
    return Name(prefix, start), manner


def _text_of(line: RawLine) -> tuple[str, ...]:
    """A line and those under it, as they stood."""
    found: list[str] = []
    todo = [(line, 0, -1)]
    while todo:
        here, depth, above = todo.pop()
        mark = "" if here.prefix is None else f"{here.prefix}>{'+' if here.joins else ''} "
        found += ["  " * above + note if note else "" for note in here.notes.above] if depth else []
        found.append("  " * depth + mark + letters.told(here.text))
        # A comment deeper than the prose above it would be read as prose.
        above = depth + 1 if here.prefix is None else depth
        todo += [(under, depth + 1, above) for under in reversed(here.under)]
    return tuple(found)
