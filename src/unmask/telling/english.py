"""English: numbers in words, pronouns, verbs that agree, and the gaps that unsaid alternatives leave."""

import re

from unmask.world.model import Person

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTH = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_THIRD = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "go": "goes",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
    "'re": "'s",
    "'ve": "'s",
}
_UNCHANGED = frozenset(
    "can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't ought 'll 'd "
    "had hadn't did didn't went came saw said took gave made knew thought found left felt kept stood sat ran told put let "
    "never always still only almost hardly".split()
) - {"put", "let", "saw", "found", "left", "felt"}
_PRESENT_ED = frozenset("need feed bleed speed heed seed weed breed exceed proceed succeed shed wed embed bed".split())
GAP = "\0"
_GAP = re.compile(r"(?P<left>[ ]*)\0(?:[ ]*\0)*(?P<right>[ ]*)(?P<next>[.,;:!?…)\]]|$|)")


def cardinal(number: int) -> str:
    """`four`, `twenty-one`, `three hundred and five`; digits from a thousand on."""
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_SMALL[number // 100]} hundred" + (f" and {cardinal(number % 100)}" if number % 100 else "")
    return f"{number:,}"


def nth(number: int) -> str:
    """`first`, `twenty-second`, `hundredth` things."""
    words = cardinal(number)
    if words[-1].isdigit():
        return f"{words}th"
    head, joint, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    if last in _NTH:
        return head + joint + _NTH[last]
    return head + joint + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def times(number: int) -> str:
    """`never`, `once`, `twice`, `three times`."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{cardinal(number)} times")


def named(person: Person, side: str) -> str:
    """What this side calls somebody."""
    return dict(person.called).get(side, person.display)


def mention(person: Person, side: str, form: str, verb: str) -> str:
    """A person by name or pronoun, with a verb that agrees: `form` is "", 's, they, them, their, theirs or themself."""
    if not form:
        return named(person, side)
    if form == "'s":
        return f"{named(person, side)}'s"
    index = ("they", "them", "their", "theirs", "themself").index(form.lower())
    pronoun = person.pronouns[index]
    if form[0].isupper():
        pronoun = pronoun[0].upper() + pronoun[1:]
    if not verb:
        return pronoun
    agreed = verb if person.plural else third(verb)
    return pronoun + ("" if agreed.startswith("'") else " ") + agreed


def third(verb: str) -> str:
    """A verb as it goes with he, she or it, from the one that goes with they: `look up` gives `looks up`."""
    first, space, rest = verb.partition(" ")
    if first in _THIRD:
        first = _THIRD[first]
    elif first not in _UNCHANGED and not (first.endswith("ed") and first not in _PRESENT_ED):
        if re.search(r"[^aeiou]y$", first):
            first = f"{first[:-1]}ies"
        else:
            first += "es" if re.search(r"(?:s|x|z|ch|sh|o)$", first) else "s"
    return first + space + rest


def tidied(text: str) -> str:
    """The text without the spaces round what was left unsaid."""

    def closed(gap: re.Match[str]) -> str:
        if gap["next"] or gap.end() == len(text) or gap.start() == 0:
            return gap["next"]
        return " " if gap["left"] or gap["right"] else ""

    return re.sub(" {2,}", " ", _GAP.sub(closed, text)).strip()
