"""Finds the tag that browsers know for the language that a story says it is in, and which way it is written."""

import re

UNKNOWN = "und"
_TAG = r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi ji".split())
_SCRIPTS = frozenset("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split())
_NAMES = {
    "arabic": "ar",
    "chinese": "zh",
    "czech": "cs",
    "deutsch": "de",
    "dutch": "nl",
    "english": "en",
    "español": "es",
    "finnish": "fi",
    "français": "fr",
    "french": "fr",
    "german": "de",
    "hebrew": "he",
    "italian": "it",
    "italiano": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
}


def is_language_tag(language: str) -> bool:
    """Whether a language is said as browsers and readers understand it: `en`, `pt-BR`, `zh-Hant`."""
    return re.fullmatch(_TAG, language) is not None


def is_english(language: str) -> bool:
    """Whether it is English of any country."""
    return language.casefold().partition("-")[0] == "en"


def language_tag(language: str) -> str:
    """The tag of a language, `und` (nobody knows) where it is none."""
    return language if is_language_tag(language) else UNKNOWN


def tag_of_name(name: str) -> str:
    """The tag of a language by its name, "" where we do not know it."""
    return _NAMES.get(name.casefold().strip(), "")


def direction(language: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`; `auto` where nobody knows the language."""
    if language == UNKNOWN:
        return "auto"
    first, *rest = language.casefold().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"
