"""English: numbers in words, names and pronouns, and whether it is a or an."""

import re
import unicodedata

from unmask.telling.capitals import capital
from unmask.world.model import Mention, Person

_SMALL = tuple(
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ).split(" ")
)
_TENS = tuple("_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" "))
_NTH = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_FORMS = ("they", "them", "their", "theirs", "themself")
# Words with which a name says that it stands for several people, where they are spoken of as *they*.
_BEFORE_SEVERAL = frozenset("the these those both all our my your his her its their some any two three four five six seven".split())
_IN_US_AND_IS = (
    "(?:men|gur|em|gn|zeb)us|"
    "(?:alib|bengal|bikin|hout|iraq|israel|kiw|kuwait|martin|medic|naz|nepal|pakistan|rabb|safar|saud|sk|somal|tax|yet)is"
)
_SEVERAL = rf"(?i:(?:(?<!s)(?<!u)(?<!i)s|{_IN_US_AND_IS}|children|people|men|folk|police|brethren|geese|mice)$)"
_POSSESSIVE = r"['’]s?$"
_VOWELS = "aeiouæøœı"
# Letters whose names begin with a vowel, where they are read out one by one; and what is so read though it looks like a word.
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SPELT_OUT = frozenset("EU HIV LAPD LED MEP MIT MOT RAC RAF RIP FAQ NYPD SAS SOS SUV UAE UCLA UAV UFO UHF UPI UPS URL USA USB".split())
_NO_WORD_BEGINS = r"[LMNX][^AEIOUY]|F[^AEIOUYLR]|[HR][^AEIOUYH]|S[^AEIOUYCHKLMNPQTVW]|U[^AEIOUY]{2,}$"
_SHORT_WORDS = frozenset("HE HI HO LO MA ME MY NO RE SHE SO".split())
_INITIALS = r"[A-Z]{2,}(?![a-z])|M(?=Sc|Phil)|[A-Z](?![A-Za-z'’])|[A-Za-z](?=-)"
# *An* though it begins with a consonant; *a* though it begins with a vowel: it sounds like you, or like won.
_SILENT = r"(?i:(?:heir|honest|honou?r|hors(?![a-z])|hour|y[bcdfglprtv]))"
_LIKE_YOU = (
    r"(?i:eu|ewe|ones?(?:$|[^a-z]|ness|self)|once|oui|ubi|uefa|ugand|uk[aeiour]|ulys|un(?:ani|ary|esco|i(?!n|m|de))|ur[aeiou]|us[aeiu]|"
    r"ut[aeio]|uvu)"
)


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


def mention(person: Person, side: str, part: Mention, apostrophe: str = "'", language: str = "en") -> str:
    """A person by name or pronoun, with a verb that agrees."""
    name = named(person, side)
    if not part.form:
        return name
    if part.form == "'s":
        return possessive(name, apostrophe, is_several(person, name))
    pronoun = person.pronouns[_FORMS.index(part.form.lower())]
    if pronoun == "themself" and is_several(person, name):
        pronoun = "themselves"
    if part.form[0].isupper():
        pronoun = capital(pronoun, language)
    verb = (part.verb if person.plural else part.one).replace("'", apostrophe)
    return pronoun + ("" if not verb or verb[0] in "'’" else " ") + verb


def is_several(person: Person, name: str) -> bool:
    """Whether a name stands for several people: `the twins` who are *they*, and whoever has `themselves` among their pronouns."""
    if not person.plural:
        return False
    words = name.split(" ")
    says_so = words[-1][:1].islower() or (words[0].lower() in _BEFORE_SEVERAL and "of" not in words)
    return person.pronouns[4] == "themselves" or (says_so and re.search(_SEVERAL, name) is not None)


def possessive(name: str, apostrophe: str, several: bool) -> str:
    """`Oda's`, `James's`, `the twins'`, `the children's`; a name that is one already, like `St. Paul's`, stays as it is."""
    if not name or re.search(_POSSESSIVE, name):
        return name
    return name + apostrophe + ("" if several and name.endswith("s") else "s")


def takes_an(word: str) -> bool:
    """Whether it is *an* before a word or a figure: an hour, an eight, an FBI; a European, a one, a UFO."""
    if word[0].isdigit():
        first = re.split(r"\D", word)[0]
        return first[0] == "8" or first in ("11", "18") or (len(first) == 4 and first[:2] in ("11", "18"))
    initials = re.match(_INITIALS, word)
    if initials and _is_spelt_out(initials[0].upper()):
        return initials[0][0].upper() in _VOWEL_LETTERS
    return re.match(_SILENT, word) is not None or (
        unicodedata.normalize("NFD", word)[0].lower() in _VOWELS and re.match(_LIKE_YOU, word) is None
    )


def _is_spelt_out(letters: str) -> bool:
    """Whether capitals are read letter by letter (an FBI agent), and not as a word (a NASA probe)."""
    short = len(letters) < 3 and letters not in _SHORT_WORDS
    return short or letters in _SPELT_OUT or not set(letters) & set("AEIOUY") or re.match(_NO_WORD_BEGINS, letters) is not None
