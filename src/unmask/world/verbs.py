"""English verbs that agree: from a verb as it goes with *they*, the same as it goes with he, she or it.

What no rule gives stands in `verb_forms.py`, made from data; helpers and the few words that need a reader's sense stand here.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import Literal, NamedTuple

from unmask.world.spelling import third_person
from unmask.world.verb_forms import ADVERBS, BASES_LIKE_FORMS, PASTS, PASTS_OF_ANOTHER, SAME_IN_THE_PAST, THIRDS

Tense = Literal["past", "present", ""]
Why = Literal["unknown", "singular", "no verb", "tense"]


class Doubt(NamedTuple):
    """Why a verb may not agree as was meant: the word, and what is told of one person."""

    why: Why
    word: str
    one: str


class Agreed(NamedTuple):
    """A verb, with all that comes with it, as it goes with *they* and as it goes with one person."""

    many: str
    one: str


_ODD_THIRDS = dict(pair.split(":") for pair in THIRDS.split())
_PASTS = frozenset(PASTS.split())
_EITHER_TENSE = frozenset(f"{SAME_IN_THE_PAST} {PASTS_OF_ANOTHER}".split())
_LIKE_FORMS = frozenset(BASES_LIKE_FORMS.split())
_ADVERBS = frozenset(ADVERBS.split())
# Colloquial verbs whose *ch* is a *k*: the data spells them as others.
_HARD_ENDS = frozenset(["psych", "tech"])
# Of pasts that are verbs of their own, those that hardly anybody means as such: `found` a town, `fell` a tree, `saw` a board.
_MOSTLY_PAST = frozenset("fell found ground saw smelt".split())
# And those in doubt whatever else the story says.
_EITHER_WAY = _MOSTLY_PAST | frozenset("bore bound lay wound".split())
_HELPERS = {
    "are": "is", "were": "was", "have": "has", "do": "does", "'re": "'s", "'ve": "'s", "aren't": "isn't", "weren't": "wasn't",
    "haven't": "hasn't", "don't": "doesn't",
}  # fmt: skip
_SAME_FOR_ALL = frozenset(
    "'d 'll 'm 's ain't am be been being can cannot could coulda did does gonna gotta had hafta has hath is may might mighta must musta "
    "ought oughta shall shalt should shoulda was will would woulda wouldst didst hadst".split()
)
# They go without an -s where another verb follows at once: `need not`, `dare hardly`.
_HALF_HELPERS = {"dare": frozenset(["not", "hardly", "scarcely", "never"]), "need": frozenset(["not", "hardly", "scarcely", "never"])}
# Verbs that are adverbs before another verb: `they still look`, and `they still the child`.
_VERB_OR_ADVERB = frozenset("best bloody clean damn even fair fast full further half last long near right still well".split())
_LINKS = frozenset("and but if or though yet".split())
_PHRASES = tuple(
    sorted(
        (
            tuple(phrase.split())
            for phrase in (
                "again and again|all at once|all but|all the same|all too|as ever|as good as|as one|as usual|at first|at last|at least|"
                "at long last|at most|at once|at times|by and by|by now|by then|ever so|every now and then|for ever|for good|"
                "for once|from now on|in fact|in part|in time|in truth|in turn|in vain|just about|kind of|little by little|more and more|"
                "more or less|more than|no doubt|no less|no longer|no more|no sooner|not only|now and again|now and then|of course|"
                "on occasion|once again|once and for all|once more|over and over|so far|sort of|still less|still more|"
                "time after time|time and again|to this day|two by two|without fail|one day|one by one|each time|every day|every time|"
                "above all|after all|as a rule|as yet|at length|at any rate|before long|bit by bit|by chance|by day|by degrees|by night|"
                "day after day|day by day|even so|first of all|in a way|in due course|in haste|in return|"
                "in silence|in the end|in the main|long ago|long since|more often than not|neither|night after night|nigh on|of late|"
                "on purpose|on the whole|once in a while|out loud|right away|side by side|step by step|then and there|there and then|"
                "to and fro|up to now|with care"
            ).split("|")
        ),
        key=len,
        reverse=True,
    )
)
# Words with which no verb begins: what stands before them is the verb.
_NO_VERB_BEGINS = frozenset(
    "a about across after against ahead all along among an and any around as at away back because before behind beside between beyond "
    "both but by down each every few for from he her here herself him himself his how if in into it its itself many me more most much "
    "my nor of off on one onto or our out over she some than that the their them themselves these they this those through to together "
    "toward towards two under until up upon us what when where which while who whose why with within without you your".split()
)
_PREFIXES = "be counter fore inter mis out over pre re un under up with".split()
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|['’][^\W\d_]+(?:['’][^\W\d_]+)*")
_TWO_FORMS = r"(?<![\w/])(?!(?:and/or|he/she|she/he)\b)([^\W\d_][\w'’-]*)/([^\W\d_][\w'’-]*)(?![\w/])"


@cache
def agreed(written: str, english: bool = True) -> Agreed:
    """What is said with *they*, and with one person. Two forms that are written out (`quiz/quizzes`) stand as they are.

    In other languages than English what is not written out is the same for everybody.
    """
    if both := two_forms(written):
        return both
    return Agreed(written, third(written) if english else written)


def two_forms(written: str) -> Agreed | None:
    """The two forms, where they are written out: word for word, or the whole of it with ` / ` between."""
    if "/" not in written:
        return None
    if written.count(" / ") == 1:
        return Agreed(*(form.strip() for form in written.split(" / ")))
    if re.search(_TWO_FORMS, written):
        return Agreed(re.sub(_TWO_FORMS, r"\1", written), re.sub(_TWO_FORMS, r"\2", written))
    return None


def third(phrase: str) -> str:
    """A verb as it goes with he, she or it, from the one that goes with they: `never look up` gives `never looks up`.

    The first word is the verb, but for adverbs before it. Past tenses and most helpers stay as they are.
    """
    verb, following = _verb_in(phrase)
    if verb is None:
        return phrase
    return phrase[: verb.start()] + _third_of(verb[0], following) + phrase[verb.end() :]


def _third_of(word: str, following: str) -> str:
    plain = _plain(word)
    if plain in _HELPERS:
        return _HELPERS[plain].replace("'", "’") if "’" in word else _HELPERS[plain]
    if _is_same_for_all(plain, following) or _form(plain) != "base":
        return word
    if plain in _HARD_ENDS:
        return f"{word}s"
    if plain in _ODD_THIRDS:
        return word[:1] + _ODD_THIRDS[plain][1:]
    return third_person(word)


def _is_same_for_all(plain: str, following: str) -> bool:
    """Whether a word is a helper without forms."""
    if plain in _SAME_FOR_ALL or plain.endswith("n't") or re.search(r".'(?:ve|d|ll)$", plain):
        return True
    if plain == "better":  # `they better go`; and `they better their lot`
        return following != "" and following not in _NO_VERB_BEGINS
    return following in _HALF_HELPERS.get(plain, ())


def _form(plain: str) -> Literal["base", "past", "participle", "third"]:
    """What form of a verb a word is; a base where nothing speaks against it."""
    if plain in _MOSTLY_PAST or _is_past(plain):
        return "past"
    if plain in _LIKE_FORMS or plain.rpartition("-")[2] in _LIKE_FORMS:
        return "base"
    if plain.endswith("ed"):
        return "past"
    if plain.endswith("ing"):
        return "participle"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return "third"
    return "base"


def _is_past(plain: str) -> bool:
    """Whether it is the past of an irregular verb, or of one with something before it: `re-sent`, `misheard`."""
    if plain in _PASTS or plain.rpartition("-")[2] in _PASTS:
        return True
    return plain not in _LIKE_FORMS and any(plain.startswith(prefix) and plain.removeprefix(prefix) in _PASTS for prefix in _PREFIXES)


def _verb_in(phrase: str) -> tuple[re.Match[str] | None, str]:
    """The word that is the verb, and the plain word that follows it: the first that is no adverb before a verb."""
    words = list(_WORD.finditer(phrase))
    plain = [_plain(word[0]) for word in words]
    at = 0
    while at < len(words):
        adverbs = _adverbs_at(at, plain, words)
        if not adverbs:
            return words[at], plain[at + 1] if at + 1 < len(words) else ""
        at += adverbs
    return None, ""


def _adverbs_at(at: int, plain: list[str], words: list[re.Match[str]]) -> int:
    """How many words from here on are an adverb, or link one with the next."""
    for phrase in _PHRASES:
        if tuple(plain[at : at + len(phrase)]) == phrase:
            return len(phrase)
    word, following = plain[at], words[at + 1][0] if at + 1 < len(words) else ""
    if word in _VERB_OR_ADVERB:
        return int(following != "" and following[0].islower() and following not in _NO_VERB_BEGINS)
    is_adverb = word in _ADVERBS or (word.endswith("ly") and word not in _LIKE_FORMS)
    return int(is_adverb or (at > 0 and word in _LINKS))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


# ── what may have been meant otherwise ───────────────────────────────────────────────────────────────────────────────


def tense(written: str) -> Tense:
    """The tense that a verb is in beyond doubt; "" of helpers, and where it may be either."""
    verb, following = _verb_in(written)
    plain = _plain(verb[0]) if verb else ""
    if not plain or two_forms(written) or plain in _HELPERS or _is_same_for_all(plain, following) or plain in _EITHER_TENSE:
        return ""
    form = _form(plain)
    return "present" if form == "base" else "past" if form == "past" else ""


def doubt(written: str, tenses: Collection[Tense]) -> Doubt | None:
    """Why what is told with one person may not be what was meant; `tenses` are those of the story's verbs that are in no doubt."""
    if two_forms(written):
        return None
    verb, following = _verb_in(written)
    if verb is None:
        return Doubt("no verb", written, written)
    why = _why_in_doubt(_plain(verb[0]), following, tenses)
    return why and Doubt(why, verb[0], _third_of(verb[0], following))


def _why_in_doubt(plain: str, following: str, tenses: Collection[Tense]) -> Why | None:
    if plain in _HELPERS or _is_same_for_all(plain, following):
        return "singular" if plain in ("is", "was", "has", "does") else None
    form = _form(plain)
    if form == "third":
        return "singular"
    if plain in _EITHER_TENSE:
        other: Tense = "present" if form == "past" else "past"
        return "tense" if other in tenses or (plain in _EITHER_WAY and not tenses) else None
    return "unknown" if form == "base" and not _is_known(plain) else None


def _is_known(plain: str) -> bool:
    """Whether a verb is in the list of verbs, itself or behind a prefix."""
    known = _known_verbs()
    bare = plain.rpartition("-")[2]
    return plain in known or bare in known or any(plain.startswith(prefix) and plain.removeprefix(prefix) in known for prefix in _PREFIXES)


@cache
def _known_verbs() -> frozenset[str]:
    from unmask.world.known_verbs import KNOWN_VERBS  # many words, of which a telling has no need

    return frozenset(KNOWN_VERBS.split())
