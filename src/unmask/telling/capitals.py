"""Where a sentence begins, and with which capital: by the language of the story.

A full stop does not always end a sentence (`Mrs. de Winter`, `J. R.`), and a capital is not always what upper case makes of a letter.
"""

import re
import unicodedata
from functools import cache

from unmask.telling.marks import ENDS, OWN

# Titles and the like, which are followed by what they belong to. Those that end a sentence as often (`etc.`, `Jr.`, `p.m.`) are not here.
_EVERYWHERE = "Dr Prof St Sts Mgr Mr Mrs Ms Mx Mme Mlle MM Ste vs cf ca"
_ABBREVIATIONS = {
    "en": "Messrs Mmes Mses Rev Revd Hon Capt Cmdr Cpt Col Cpl Brig Maj Gen Lt Lieut Sgt Pvt Pte Adm Gov Sen Rep Pres Supt Insp Det Fr Br "
    "Mt Mts Ft e.g i.e viz approx Ald Amb Atty Cdr Dep Hr Msgr Ofc Sec Treas Wm Geo Chas Thos Jas Edw Robt Nos nos p pp c vol vols "
    "Vol Vols ch chs Ch Chs Fig Figs Feb Aug Sept Oct Nov Dec",
    "de": "Hr Hrn Fr Frl Nr bzw z.B d.h u.a d.i geb gest sog Kap Mag Ing Dipl Hl hl evtl ggf vgl Gebr Sankt o.g i.A",
    "fr": "M av apr env bd boul chap éd Vve Cie",
    "es": "Sr Sra Srta Sres D Dña Da Dra Ud Uds Vd Vds Fr Sto Sta Lic Ing Gral Cap Cnel núm pág p.ej av avda Excmo Ilmo EE UU EE.UU",
    "pt": "Sr Sra Srta D Dra Exmo Exma Eng Pe Sto Sta núm pág av p.ex",
    "it": "Sig sig Sig.ra sig.ra Sig.na sig.na Dott dott Dott.ssa dott.ssa Avv avv Ing ing On Gen Cap Rag Geom S SS pag es",
    "nl": "dhr Dhr mevr Mevr mw Mw mr drs ir ing ds Ds jhr bijv bv nr o.a d.w.z z.g.n",
    "sv": "hr fr dr Hr Fr t.ex bl.a s.k nr kl f.d d.v.s",
    "da": "hr fr Hr Fr f.eks bl.a nr kl dvs s.k",
    "nb": "hr fr Hr Fr f.eks bl.a nr kl dvs s.k",
    "pl": "ks św np tj tzn tzw ul prof dr inż mgr płk gen por nr pl al",
    "cs": "p pí sl MUDr JUDr Ing Mgr sv tzv tj např ul nám č",
    "ru": "г гг т.е т.н др проф ул им св стр акад ген полк пер пл",
    "uk": "п р рр ім вул св проф акад ген обл т.зв напр тобто",
    "el": "κ κα κκ Δρ δρ Αγ αγ π.χ δηλ βλ καθ αρ",
    "fi": "esim ns mm vrt ts tri prof maist toim nro",
    "hu": "pl dr ifj özv id kb ún ill vö u sz",
    "ro": "dl dna d-na dlui dr ing nr str bd sf pr",
    "ca": "Sr Sra D núm pàg av p.ex Mn",
    "sk": "p pí sl MUDr JUDr Ing Mgr sv tzv tj napr ul nám č",
    "hr": "g gđa gosp dr mr npr tzv tj sv ul br",
    "sl": "g ga gdč dr mag npr tj tim sv ul št",
    "tr": "Sn Av Yrd Doç Alb Yzb Org Hz örn bkz",
}
# In these an `i` keeps its dot as a capital.
_DOTTED = frozenset("az crh gag kk tr tt".split())
# In these a figure with a full stop is a rank: `am 3. Mai`.
_RANKS_WITH_STOPS = frozenset("bs cs da de et eu fi fo hr hu is lb lv nb nn no pl sk sl sr tr".split())
FULL_STOPS, CRIES = ".։।॥۔።。．｡", "!?؟！？‽⁈⁉"
_QUOTES = "\"'“”‘’«»„‚‹›「『"
NARROW = " \u00a0\u202f"
# These read a text from its end. Guillemets have a space on their inner side in French; where they close, a word or a stop stands before
# them.
_OPENING = rf"(?:[{_QUOTES}([*_¿¡（]|[{NARROW}][«‹](?![^\s{_QUOTES}([*_—–]))*"
_CLOSING = rf"(?:[»›][{NARROW}]?|[\"'”’“«‹)\]*_」』）])*"
_LAST_WORD = r"(?:[^\W_]+(?:[.'’-][^\W_]+)*)?"
_SPACED_ABBREVIATION = rf"(?:[^\W_]+(?:[{NARROW}]\.[^\W_]{{1,2}})+)?"
LEAD = rf"[{_QUOTES}ʻʼ¿¡(*\[]*"
_NOTHING = r"[\s—–―-]*$"
_NO_SPACE_BEHIND = "。．｡！？"
_DOTS = r"(?<!\.)\.\.\.?$|\. \.$"
_BEGINS_SAYING = rf"[.!?\"'“”‘’«»„—–:*_(\[][{NARROW}]*$"
_TITLE_INITIAL = r"[\s.]([^\W\d_])\.[ \u00a0]?$"
_CLIPPED = r"['’](?:s|t|n|k|m|r|et) (?=\w)"


def capital(text: str, language: str) -> str:
    """The text with a capital for its first letter, behind quotation marks and the like. `iPhone` stays as it is."""
    tongue = _tongue(language)
    lead = (re.match(_CLIPPED, text) if tongue in ("nl", "af") else None) or re.match(LEAD, text)
    assert lead is not None
    rest = text[lead.end() :]
    first, second = rest[:1], rest[1:2]
    if first.islower() and second.isupper():
        return text
    if tongue in _DOTTED and first == "i":
        return f"{lead[0]}İ{rest[1:]}"
    if tongue == "nl" and first + second == "ij":
        return f"{lead[0]}IJ{rest[2:]}"
    return lead[0] + first.title() + rest[1:]


def all_capitals(text: str, language: str) -> str:
    """A title in capitals. Georgian has none for that, and Greek capitals have no accents."""
    tongue = _tongue(language)
    if tongue in _DOTTED:
        text = text.replace("i", "İ")
    if tongue == "el":
        text = unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0313\u0314\u0342]", "", unicodedata.normalize("NFD", text)))
    return "".join(sign if sign.title() == sign and not sign.istitle() else sign.upper() for sign in text)


def begins_sentence(before: str, language: str) -> bool:
    """Whether a sentence begins behind this much of a paragraph; quotation marks and the like may stand between."""
    opening = _end(_OPENING, before)
    head = before.removesuffix(opening)
    if re.match(_NOTHING, head):
        return True
    quoted = any(sign in _QUOTES for sign in opening)
    ended = head.rstrip(NARROW)
    if quoted and ended.endswith(("—", "–", "―", "：")):
        return True
    if ended == head and not _bare(ended).endswith(tuple(_NO_SPACE_BEHIND)):
        return False
    if quoted and ended.endswith(":"):
        return True
    if quoted and ended.endswith((",", "，")):
        return not _goes_on_speaking(ended)
    return _ends_sentence(ended, quoted, language)


def _goes_on_speaking(text: str) -> bool:
    """Whether speech was broken off by a comma, and is taken up again: `"Look," she says, "`."""
    last = max(text.rfind(sign) for sign in '"”’»“«')
    return text[: max(last, 0)].rstrip(NARROW).endswith(",")


def _ends_sentence(text: str, quoted: bool, language: str) -> bool:
    """Whether the text ends a sentence. A question or a cry in quotation marks may be followed by who says it."""
    bare = _bare(text)
    if bare.endswith(OWN):
        return False
    was_put_in = bare.endswith(ENDS)
    bare = _bare(bare[:-1]) if was_put_in else bare
    closed = text[len(bare) :].replace(ENDS, "")
    is_said_by_somebody = not quoted and (closed.strip(")]*_）") != "" or _is_aside(text, closed, language))
    if was_put_in:
        return bare.endswith(tuple(FULL_STOPS)) or not is_said_by_somebody
    if bare.endswith(tuple(FULL_STOPS)):
        return re.search(_DOTS, bare[-4:]) is None and not _is_abbreviation(bare[:-1], language)
    cries = CRIES + (";\u037e" if _tongue(language) == "el" else "")
    return bare.endswith(tuple(cries)) and not bare.endswith(("..!", "..?")) and not is_said_by_somebody


def _is_aside(text: str, closed: str, language: str) -> bool:
    """Whether the text ends with something in parentheses that stands within a sentence: `He asked (why?)`."""
    head = text
    while ")" in closed and "(" in head:
        head = head[: head.rindex("(")].rstrip(NARROW)
        closed = _end(_CLOSING, head)
    return head != text and not begins_sentence(f"{head} ", language)


def _bare(text: str) -> str:
    """The text without what closes at its end."""
    return text.removesuffix(_end(_CLOSING, text))


def _end(pattern: str, text: str) -> str:
    """As much of a text's end as there is of a pattern that reads it backwards, and may be of nothing."""
    found = re.match(pattern, text[::-1])
    assert found is not None
    return text[len(text) - found.end() :]


def _is_abbreviation(text: str, language: str) -> bool:
    """Whether the full stop behind the text belongs to its last word, which goes on: a title, an initial, a rank in figures."""
    word, tongue = _end(_LAST_WORD, text), _tongue(language)
    if not word:
        return False
    if word.isdigit():
        return figures_rank(language) and len(word) < 3
    known = abbreviations(language)
    if word in known or ("." in word and word[0].lower() + word[1:] in known):
        return True
    if re.sub(rf"[{NARROW}]", "", _end(_SPACED_ABBREVIATION, text)) in known:
        return True
    before = text.removesuffix(word)
    if word == "No" and tongue == "en":
        return before.strip() != "" and not re.search(_BEGINS_SAYING, before)
    letters = word.split(".")
    if not all(len(letter) == 1 and letter.isupper() for letter in letters):
        return False
    return word != "I" or tongue != "en" or re.search(_TITLE_INITIAL, f" {before}") is not None


@cache
def abbreviations(language: str) -> tuple[str, ...]:
    """Words behind which, in this language, a full stop ends no sentence."""
    return tuple(f"{_EVERYWHERE} {_ABBREVIATIONS.get(_tongue(language), '')}".split())


def figures_rank(language: str) -> bool:
    """Whether a figure with a full stop is a rank in this language, as in `am 3. Mai`."""
    return _tongue(language) in _RANKS_WITH_STOPS


def _tongue(language: str) -> str:
    """The language without its country: `pt` of `pt-BR`."""
    return language.casefold().partition("-")[0]
