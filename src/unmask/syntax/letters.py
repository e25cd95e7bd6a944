"""Letters and signs as they come from other programs: each letter in one form, and the plain sign that a printed one stands for.

One promise: two texts that look the same are the same after `composed`, and a name holds nothing that nobody can see.
"""

import re

from unmask.problems.place import composed

# What a word processor or another keyboard puts in the place of a sign of the language.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
ARROWS = "\u2192\u21d2\u21e8\u2794\u2799\u279c\u279d\u279e\u27a1\u27f6"
PLAIN = {
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(ARROWS, "->"),
    **dict.fromkeys("\u2022\u2217\u00d7\uff0a", "*"),
    **dict.fromkeys("\u223c\u02dc\uff5e", "~"),
    **{chr(ord(sign) + 0xFEE0): sign for sign in "!#%()+,./:<=>|"},
    "\u2026": "..",
    "\u2025": "..",
    "\u2236": ":",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
}
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\uff07"
_IN_WORDS = {**dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys("\u2010\u2011", "-")}

# Signs that print as nothing. Joiners belong into some scripts and into emoji, so they are nothing only where letters need none.
UNSEEN = {
    "\u00ad": "soft hyphen",
    "\u034f": "grapheme joiner",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u17b4": "Khmer vowel",
    "\u17b5": "Khmer vowel",
    "\u180e": "vowel separator",
    "\u200b": "zero-width space",
    "\u2060": "word joiner",
    "\u2061": "function mark",
    "\u2062": "multiplication mark",
    "\u2063": "separator",
    "\u2064": "plus mark",
    "\u3164": "Hangul filler",
    "\uffa0": "Hangul filler",
}
JOINERS = {"\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner"}
_SELECTORS = "\ufe00-\ufe0f\U000e0000-\U000e007f"
_NO_LINE = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff"
_LINE = "\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Patterns for what few texts hold are compiled by `re` when the first of those is met: it takes longer than reading a page.
CONTROL = f"[{_NO_LINE}{_LINE}]"
HIDDEN = f"[{TURNS}]"
LINE_SIGN = f"[{_LINE}]"
# What may stand inside a word and is no part of it, as a class for patterns.
NO_PART_OF_A_WORD = "".join(UNSEEN) + "".join(JOINERS) + _SELECTORS + TURNS + _NO_LINE
_NEVER_IN_A_WORD = f"[{''.join(UNSEEN)}{_SELECTORS}{TURNS}{_NO_LINE}]"
# Between letters of scripts that need no joiner: Latin, Greek, Cyrillic.
_IDLE_JOINER = "(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d]+$"
_UNSEEN = f"[{''.join(UNSEEN)}]"


def word(text: str) -> str:
    """A word of a name: composed, with a plain apostrophe and hyphen, without what nobody can see."""
    if text.isascii() and text.isprintable():
        return text
    return composed("".join(_IN_WORDS.get(sign, sign) for sign in seen(text)))


def seen(text: str) -> str:
    """A sign without what nobody can see in it."""
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(_NEVER_IN_A_WORD, "", text)
    return text if JOINERS.keys().isdisjoint(text) else re.sub(_IDLE_JOINER, "", text)


def told(text: str) -> str:
    """Words that are shown as they stand, in prose: composed, without control characters."""
    if not text.isprintable():
        text = re.sub(f"[{_NO_LINE}]", "", re.sub(LINE_SIGN, " ", text))
    return composed(text)


def label(text: str) -> str:
    """Words between quotes or after a `*`: what is shown as it stands and is looked up too, so nothing that cannot be seen is in it."""
    return told(text if text.isascii() else re.sub(_UNSEEN, "", text))


def unseen_in(text: str) -> str:
    """The first sign of a text that prints as nothing, else ""."""
    found = next((sign for sign in text if sign in UNSEEN or sign in JOINERS or sign in "\ufe0f"), "")
    return found or next((sign for sign in text if not sign.isprintable() and not sign.isspace()), "")


def without_tail(text: str) -> str:
    """A line without the spaces and control characters at its end."""
    end = len(text)
    while end and (text[end - 1].isspace() or re.match(CONTROL, text[end - 1])):
        end -= 1
    return text[:end]


def strange_in_margin(margin: str) -> bool:
    """Whether a margin holds something else than spaces of which nothing else is told."""
    return bool(margin.strip(" ")) and any(not re.match(CONTROL, sign) and not re.match(HIDDEN, sign) for sign in margin.replace(" ", ""))
