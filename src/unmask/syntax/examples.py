"""What each line of a story looks like, with names that this story has: for whoever wrote one that cannot be read."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from unmask.problems.in_syntax import NEVER_IN_A_NAME
from unmask.syntax import letters

FORMS = {
    "title": 'title "The Ferry"',
    "series": 'series "Ten Winters" part 2',
    "tags": 'tags "slow burn", "enemies"',
    "told": "told from $person's side",
    "scale": "scale feeling: none < faint < strong < consuming",
    "fact": "fact month: 0..24 = 0",
    "secret": "secret debt: yes/no known to $person",
    "kind": "kind villager",
    "person": "person $person (they)",
    "bond": "bond $person to $other carries $field",
    "scene": "scene $scene with $person, $other",
    "ending": 'ending $ending "Nobody gets up" when $person.$field is $level',
    "limit": "limit 1000 events",
    "motif": "motif kindness repaid",
    "promise": "promise in 5% to 40% of stories: ending $ending",
    "open": "open wound: 0..3 = 1",
    "feels": "feels $field: $type = $level",
    "keeps": "keeps owed toward $other: 0..1",
    "expects": "expects $person.$field = $level",
    "shows": "shows $field to $other",
    "reads": "reads $person.$field as $level",
    "tends": 'tends to hide: -2 "somebody might see"',
    "when": "when $person.$field is $level",
    "moment": "moment $moment: $person",
    "*": "* $option",
    "if": "if $field is $level",
    "unless": "unless $field is $level",
    "is": "is hide",
    "weight": "weight 3",
    "%": "30%",
    "+": '+2 "there may be news" if $field is $level',
    "-": '-2 "somebody might see" unless $field is $level',
    "~": "~ $person.$field = $level",
    "->": "-> $moment if $person.$field is $level",
    "then": "then $person: $option",
}
_NAME = r"([^\W\d][\w '’-]*?)"
_HEADS = rf"\s*(person|scale|scene|moment|ending)\s+{_NAME}\s*(?:[:(\"=,&+]|with\b|about\b|when\b|if\b|$)(.*)"
_FEELING = rf"\s+feels\s+{_NAME}\s*[:,].*?{_NAME}\s*(?:=|$)"
_OPTION = r"\s+\*\s+([^#{}\s][^#{}]*)"


class _Feeling(NamedTuple):
    owner: str
    name: str
    scale: str
    level: str


class Examples:
    """Examples of lines, after the `lines` of a story: what it has no names for is called after one that we made up."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._written = lines

    def like(self, form: str) -> str:
        """The form of a line with the story's names in it."""
        from string import Template

        return Template(form).safe_substitute(self._names) if "$" in form else form

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the story, each word in one form."""
        return [letters.word(line) for line in self._written]

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, list[str]] = {"person": [], "scale": [], "scene": [], "moment": [], "ending": [], "option": []}
        for word, name in self._heads():
            found[word].append(name)
        feeling = next(self._feelings(found["scale"]), None)
        person = feeling.owner if feeling else next(iter(found["person"]), "Oda")
        made_up = {"scene": "supper", "moment": "asking", "ending": "parted", "option": "walk on"}
        return {
            "person": person,
            "other": next((name for name in found["person"] if name != person), "Thorne" if person != "Thorne" else "Oda"),
            "field": feeling.name if feeling else "hope",
            "type": feeling.scale if feeling else "feeling",
            "level": feeling.level if feeling else "strong",
            **{word: next(iter(found[word]), name) for word, name in made_up.items()},
        }

    def _heads(self) -> Iterator[tuple[str, str]]:
        for line in self.lines:
            if head := re.match(_HEADS, line):
                words = head[2].split()
                if NEVER_IN_A_NAME.isdisjoint(words):
                    yield head[1], " ".join(words)
            elif option := re.match(_OPTION, line):
                yield "option", option[1].rstrip()

    def _feelings(self, scales: list[str]) -> Iterator[_Feeling]:
        """Each feeling that is measured on a scale of the story, with the scale's last level."""
        levels: dict[str, str] = {}
        owner = ""
        for line in self.lines:
            if head := re.match(_HEADS, line):
                owner = head[2] if head[1] == "person" else ""
                if head[1] == "scale":
                    levels[head[2]] = re.split("[<,;|]", head[3].split("#")[0])[-1].partition('"')[0].strip()
            elif line.lstrip().startswith("kind"):
                owner = ""
            elif owner and (feels := re.match(_FEELING, line)) and feels[2] in scales and levels.get(feels[2]):
                yield _Feeling(owner, feels[1], feels[2], levels[feels[2]])
