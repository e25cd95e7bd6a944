"""English: numbers in words, pronouns, verbs that agree, and the gaps that unsaid alternatives leave."""

import re

from unmask.world.model import Person

_SMALL = tuple(
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ).split(" ")
)
_TENS = tuple("_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" "))
_NTH = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_THIRD = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "'s", "'ve": "'s"} | {
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
# Verbs that are the same for everybody: helpers, and the commonest pasts that do not end in -ed and are no present of their own.
_UNCHANGED = frozenset(
    (
        "can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't ought 'll 'd "
        "had hadn't did didn't ate became began bent bit bled blew bought broke brought built came caught chose crept dealt drank "
        "drew drove dug fell felt fled flew forbade forgave forgot fought found froze gave got grew heard held hid hung kept knew "
        "laid led left lent lit lost made meant met paid rang ran rode said sang sank sat saw sent shone shook shot slept slid sold "
        "sought sped spent spoke sprang stole stood struck stuck sung swam swept swore taught thought threw told took tore "
        "understood went wept withdrew woke won wore wrote"
    ).split(" ")
)
_PRESENT_ED = frozenset("need feed bleed breed speed heed seed weed exceed proceed succeed shed shred wed embed bed".split(" "))
# Words that may stand between a pronoun and its verb; so may any in -ly that is no verb itself.
_BEFORE_A_VERB = frozenset("never always still almost also just already now then often sometimes soon quite ever even not both".split(" "))
_VERB_LY = frozenset("fly ally apply bully comply imply multiply rally rely reply sally supply tally".split(" "))
GAP = "\0"
INSERTED = "\1"
_GAP = re.compile(r"(?P<left>[ ]*)\0(?:[ ]*\0)*(?P<right>[ ]*)(?P<next>[.,;:!?…)\]。，、；：！？」』）،؛؟]|$|)")
_OPEN = "([“‘«「『（"
# A sentence begins after a full stop; a question or a cry in quotation marks may be followed by who says it.
_BEGINS = r"(?:^|(?<!\.)[.!?][)\]]* |(?<!\.)\.[\"'”’)\]]* )"
_FIRST_WORD = re.compile(rf"({_BEGINS}[\"'{re.escape(_OPEN)}]?){INSERTED}(\w)")
# Scripts that are written without spaces between words: Chinese and Japanese signs and their punctuation.
_NO_SPACES = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")


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
    """`first`, `twenty-second`, `one hundredth`; digits from a thousand on."""
    words = cardinal(number)
    if words[-1].isdigit():
        unit = 0 if abs(number) % 100 in (11, 12, 13) else abs(number) % 10
        return words + {1: "st", 2: "nd", 3: "rd"}.get(unit, "th")
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
    """A verb as it goes with he, she or it, from the one that goes with they: `never look up` gives `never looks up`.

    The first word is the verb, but for adverbs before it. Past tenses and helpers stay as they are.
    """
    first, space, rest = verb.partition(" ")
    if rest and _is_adverb(first):
        return f"{first} {third(rest)}"
    plain = first.replace("’", "'")
    if plain in _THIRD:
        first = _THIRD[plain].replace("'", "’") if "’" in first else _THIRD[plain]
    elif plain not in _UNCHANGED and not (first.endswith("ed") and first not in _PRESENT_ED):
        if re.search(r"[^aeiou]y$", first):
            first = f"{first[:-1]}ies"
        else:
            first += "es" if re.search(r"(?:s|x|z|ch|sh|o)$", first) else "s"
    return first + space + rest


def _is_adverb(word: str) -> bool:
    return word in _BEFORE_A_VERB or (word.endswith("ly") and word not in _VERB_LY)


def tidied(text: str) -> str:
    """The text without the spaces round what was left unsaid."""

    def closed(gap: re.Match[str]) -> str:
        before, after = text[: gap.start()], text[gap.end() :]
        if gap["next"] or not after or not before.strip(" "):
            return gap["next"]
        if before[-1] in _OPEN or _opens(before) or (not gap["right"] and after[0] in '"”’»—–'):
            return ""
        return " " if gap["left"] or gap["right"] else ""

    return re.sub(" {2,}", " ", _GAP.sub(closed, text)).strip()


def _opens(before: str) -> bool:
    """Whether it ends in a straight quotation mark that opens something."""
    return before.endswith('"') and before.count('"') % 2 == 1


def begun(paragraph: str) -> str:
    """The paragraph with a capital wherever a name or a value that was put in begins a sentence."""
    return _FIRST_WORD.sub(lambda found: found[1] + found[2].upper(), paragraph).replace(INSERTED, "")


def joined(before: str, after: str) -> str:
    """Two sentences of a paragraph, with a space between them where their script has one."""
    close = _NO_SPACES.match(before[-1:]) or _NO_SPACES.match(after.removeprefix(INSERTED)[:1])
    return before + after if close else f"{before} {after}"
