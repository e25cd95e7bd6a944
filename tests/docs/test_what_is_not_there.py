"""What we say is not there yet is not there: every such sentence is found, and each is held against the thing that it denies.

A sentence that denies something is found by its words. It has to be one of those below, with a way to try what it denies: once that
works, the sentence is a lie, and the test fails until it is gone. What people can type is never denied at all.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import unmask
from tests.app.commands import every_command
from tests.docs.examples import examples
from unmask.app.export import WRITERS
from unmask.world.names import RESERVED_NAMES

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.json")]
SOURCES = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".py", ".js", ".html", ".css")]
DENIES = re.compile(
    r"""
      \b(?:not|no|never|nor|neither|cannot|nothing)\b [^.]* \byet\b                # not built yet, no way yet, cannot do yet
    | \b(?:not|neither|never)\b \s (?:is\s)? (?:been\s)? (?:built|implemented|supported)\b
    | \b(?:still|yet|remains?) \s to \s (?:be \s)? (?:built|made|written|done)\b
    | \bto \s be \s built\b
    | \b(?:is|are) \s on \s (?:its|their) \s way\b
    | \b(?:will|shall) \s (?:be|have|get|come) \s (?:a|an|able|added|built|possible|supported|there|available)\b
    | \b(?:keeps?|kept|reserved) \s (?:for|until) \s (?:later|something)\b
    | \b(?:coming|comes) \s soon\b | \bplanned\b | \bsome \s day\b | \b(?:a|some|the) \s (?:later|next|future) \s version\b
    | \bfor \s (?:now|the \s time \s being)\b (?!\s in\b)
    | \bTODO\b | \bFIXME\b | \bwork \s in \s progress\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
NOT_ABOUT_US = (
    # Of a story, a run, a file on somebody's disk, a state under way.
    "happened yet",
    "has a value yet",
    "nothing happens yet",
    "chosen anything yet",
    "a folder that is empty, or one that is not there yet",
    "nothing where it is not there yet",
    "the chunks that are not there yet",
    "a later version of the story",
    "what is on its way for longer than",
    "not played yet",
    "finished yet",
    "type not known yet",
    "not over yet",
    "nobody plays yet",
    "nothing is known yet",
    "no story here yet",
    "not decided yet",
    "worked out yet but",
    "was not yet",
    "automata of motifs are not built in the",  # which says where they are built
    "version of a worker",
    "aback aboard abreast",  # words that are looked up: adverbs, and phrases before a verb
    "again and again|all at once",
)


class Denied(NamedTuple):
    """What stands in a sentence that denies something, and whether that is there after all."""

    words: str
    is_there: Callable[[], bool]


SECOND_RING = {
    "~ tell Thorne debt": "option",
    "~ Thorne believes Oda.hope as strong": "option",
    "~ Thorne forgets Oda.hope": "option",
    "looks like Nan: walk on": "option",
    "unseen by Thorne": "option",
    "doubts Thorne while lamp": "person",
    "if told(Thorne)": "option",
    "moment dusk with Thorne: Oda": "scene",
}
FRAME = """\
fact lamp: yes/no
person Oda (she)
  feels hope: 0..2
{person}
person Thorne (he)
scene evening with Oda, Thorne
  moment window: Oda
    * look out
      > She looks out.
{option}
      -> end
{scene}
"""


def _reserved(line: str) -> bool:
    where = SECOND_RING[line]
    more = "\n    * wait\n      > She waits.\n      -> end" if where == "scene" else ""
    margin = {"option": 6, "person": 2, "scene": 2}[where]
    parts = {name: f"{' ' * margin}{line}{more}" if name == where else "" for name in ("person", "option", "scene")}
    return "reserved-word" in {problem.code for problem in unmask.check(FRAME.format(**parts))}


def _second_ring_is_there() -> bool:
    return not all(map(_reserved, SECOND_RING))


def _a_line_can_be_excused() -> bool:
    options = {option for parameter in every_command()["run"].params for option in parameter.opts}
    return any(re.search("excuse|except|allow|ignore|unless|but", option) for option in options)


DENIALS = (
    Denied("Telling and lying, doubting, forgetting, acts that look like others and people who watch unseen", _second_ring_is_there),
    Denied("What is not there yet", _second_ring_is_there),  # the heading over that
    Denied("Not there yet", _second_ring_is_there),
    Denied("Words kept for later", _second_ring_is_there),
    Denied("a word that the language keeps for something it cannot do yet", _second_ring_is_there),
    Denied("A word that the language keeps for later", _second_ring_is_there),
    Denied("is a word that the language keeps for later", _second_ring_is_there),
    Denied("those that it keeps for later", _second_ring_is_there),
    Denied("The language has no lines yet for telling and lying", _second_ring_is_there),
    Denied("Nor is `told(…)` a function yet", lambda: not _reserved("if told(Thorne)") or not _reserved("moment dusk with Thorne: Oda")),
    Denied("There is no way yet to excuse a line", _a_line_can_be_excused),
)


def _prose(path: Path) -> str:
    """What a file says to people: pages without examples, code by its comments and strings."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        return re.sub(r"```.*?```", "\n\n", text, flags=re.DOTALL)
    if path.suffix == ".py":
        comments = re.findall(r"(?:^|  )# .*$", text, re.MULTILINE)
        strings = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str))
        return "\n\n".join([*comments, *strings])
    if path.suffix == ".js":
        return "\n\n".join(re.findall(r"//.*$|/\*.*?\*/|`[^`]*`|\"[^\"\n]*\"", text, re.DOTALL | re.MULTILINE))
    return text


def _sentences(text: str) -> list[str]:
    """Sentences, headings and cells of tables, each on one line."""
    pieces = re.split(r"(?<=[.!?;:])\s|\n\s*\n|\n(?=[#|-])|\||\*\*", text)
    return [" ".join(piece.split()) for piece in pieces]


def _denials() -> Iterator[tuple[Path, str]]:
    for path in (*PAGES, *SOURCES):
        for sentence in _sentences(_prose(path)):
            if DENIES.search(sentence) and not any(words.casefold() in sentence.casefold() for words in NOT_ABOUT_US):
                yield path.relative_to(ROOT), sentence


FOUND = list(_denials())


def test_every_sentence_that_says_something_is_not_there_can_be_tried() -> None:
    untried = [f"{path}: {sentence}" for path, sentence in FOUND if not any(one.words in sentence for one in DENIALS)]
    assert untried == []


@pytest.mark.parametrize("denied", DENIALS, ids=lambda denied: denied.words)
def test_what_is_said_not_to_be_there_is_not(denied: Denied) -> None:
    said = [f"{path}: {sentence}" for path, sentence in FOUND if denied.words in sentence]
    assert said, "nobody says so any more: take it out of the table"
    assert not denied.is_there(), said


def test_what_somebody_can_type_is_never_said_not_to_be_there() -> None:
    options = (option for one in every_command().values() for parameter in one.params for option in parameter.opts)
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    there = {*every_command(), *options, *extras, *WRITERS, *unmask.__all__}
    denying = [(path, sentence) for path, sentence in FOUND if there & {*re.findall(r"`(?:unmask )?([\w-]+)", sentence)}]
    assert denying == []


def test_the_page_of_the_language_tells_all_words_that_it_keeps_and_no_other() -> None:
    chapter = (ROOT / "docs" / "reference" / "language.md").read_text("utf-8").partition("## Words kept for later")[2].partition("\n## ")[0]
    told = set(re.findall(r"[a-z]+", " ".join(re.findall(r"`([^`\n]+)`", chapter)))) - {"with"}  # a word of scenes
    assert told == {word for line in SECOND_RING for word in re.findall(r"[a-z]+", line)} & RESERVED_NAMES
    shown = [block for block in examples("reference/language.md") if "reserved-word" in block.wanted]
    assert len(shown) >= 4


@pytest.mark.parametrize(
    "words",
    [
        "Files that outlive a site, not built yet.",
        "a share with its interval, from many runs (not built yet)",
        "Stories on condition of a pattern are still to be built.",
        "An editor is planned.",
        "Reports will be possible in a later version.",
        "There is no way yet to draw that.",
    ],
)
def test_a_sentence_that_denies_something_is_found(words: str) -> None:
    assert any(map(DENIES.search, _sentences(words)))
