"""Where what was put in meets what was written: spaces, full stops, `a` and `an`, capitals.

Parts of a line become its text (`joined_parts`, `tidied`), lines become a paragraph (`joined`), and the paragraph is finished as a whole
(`finished`), because it takes all of it to see where a sentence begins.
"""

import re
from collections.abc import Iterable

from unmask.telling import english, italics
from unmask.telling.capitals import CRIES, FULL_STOPS, LEAD, NARROW, begins_sentence, capital
from unmask.telling.italics import is_unspaced
from unmask.telling.marks import ARTICLE, ENDS, GAP, INSERTED, OWN

_GAP = re.compile(rf"(?P<left> *){GAP}(?: *{GAP})*(?P<right> *)(?P<next>[.,;:!?…)\]。，、；：！？」』）،؛؟]|$|)")
_OPEN = "([“‘«「『（„‚‹¿¡"
# Words that end with a full stop of their own wherever they stand.
_ENDS_SHORT = r"(?:\b(?:Jr|Sr|Esq|Bros|Co|Inc|Ltd|etc|St|Ave|Rd|Dr|Mr|Mrs|Ms|Ph\.D)|(?:^|[\W_])[^\W\d_](?:\.[^\W\d_])*)\.$"
_ARTICLE_LAST = r"(?:(?<![\w'’-])an?|(?:^|[\0\3.!?…:\"'“‘«„¿¡(\[*—–] ?)An?)(?P<spaces>[ \u00a0]*)$"
_ARTICLE = rf"([Aa])n?{ARTICLE}([ \u00a0]+)(?=[{INSERTED}\"'“‘«*(\[]*(\w[\w'’,.-]*))"
# What ends in a stop, in quotation marks and the like as well.
_STOPPED = rf"(?:[{FULL_STOPS}{CRIES}…](?:[{NARROW}]?»|[\"'”’“«*])*|^\(.*[{FULL_STOPS}{CRIES}…]\))$"
# A stop that was put in, where the text has its own: `Jr..`, `late.!`, `late. and`, `late?.`, `late!!`
_STOP_BEFORE_DOTS = rf"\.{OWN}(?=\.\.|…)"
_STOP_BEFORE_A_STOP = (
    rf"(?<!\.)[{FULL_STOPS}]{ENDS}(?=(?:[{NARROW}]?»|[\"'”’“«)\]*])*[{NARROW}]?[{FULL_STOPS}{CRIES}…,;:，、；：،؛]"
    r"| *[—–]| [(\[“‘«]*(?P<next>[^\W\d_]))"
)
_STOP_AFTER_A_STOP = rf"(?P<stop>[{FULL_STOPS}{CRIES}…](?:[{NARROW}]?»|[\"'”’“«)*])*)[{OWN}{ENDS}](?:\.(?!\.)|[{FULL_STOPS[1:]}])"
_CRY_AFTER_A_CRY = rf"(?P<stop>[{CRIES}])[{OWN}{ENDS}](?P=stop)"
_GOES_ON = re.compile(r"[,;:!?)\]。，、；：！？」』）،؛؟]|\.(?!\.)")
_MARKS = re.compile(f"[{INSERTED}{OWN}{ENDS}{ARTICLE}]")


# ── a line ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def put_in(text: str, is_name: bool = False) -> str:
    """Words that stand for something, marked as such; what has no words leaves a gap. A stop at their end says whose it is."""
    if not text:
        return GAP
    if not re.search(_STOPPED, text, re.DOTALL):
        return INSERTED + text
    return INSERTED + text + (OWN if is_name or re.search(_ENDS_SHORT, text) else ENDS)


def joined_parts(parts: Iterable[str], in_english: bool) -> str:
    """The parts of a line as one text. In English an article is marked where what comes next decides what it has to be."""
    text = ""
    for part in parts:
        if in_english and part and text.endswith((" ", "\u00a0", "a", "n", "A")):
            article = re.search(_ARTICLE_LAST, text)
            if article and (article["spaces"] or part[0] in " \u00a0"):
                end = article.start("spaces")
                text = f"{text[:end]}{ARTICLE}{text[end:]}"
        text += part
    return tidied(italics.closed_up(text))


def tidied(text: str) -> str:
    """The text without the spaces round what was left unsaid."""

    def closed(gap: re.Match[str]) -> str:
        before, after = text[: gap.start()], text[gap.end() :]
        if gap["next"] or not after or not before.strip(" "):
            return gap["next"]
        if before.endswith("«") and gap["left"]:
            return " "
        if _opens(before) or (not gap["right"] and _closes(before, after)):
            return ""
        return " " if gap["left"] or gap["right"] else ""

    return re.sub(" {2,}", " ", _GAP.sub(closed, text)).strip()


def _opens(before: str) -> bool:
    """Whether it ends in a sign that opens something, or in one of a pair whose other one is to come."""
    last = before[-1]
    if last in _OPEN:
        return True
    if last in '"*':
        return before.count(last) % 2 == 1
    return last in "'”»›" and (len(before) == 1 or before[-2] in f' —–{_OPEN}"')


def _closes(before: str, after: str) -> bool:
    """Whether what comes next closes what was opened before."""
    first = after[0]
    if first in '"”’»—–':
        return True
    if first == "'":
        return not after[1:2].isalnum()
    if first == "*":
        return before.count("*") % 2 == 1
    opener = {"“": "„", "‘": "‚", "«": "»", "‹": "›"}.get(first)
    return opener is not None and before.count(opener) > before.count(first)


# ── a paragraph ──────────────────────────────────────────────────────────────────────────────────────────────────────


def joined(before: str, after: str) -> str:
    """Two lines of a paragraph, with a space between them where their script has one, and none before a comma or a stop."""
    close = is_unspaced(before[-1:]) or is_unspaced(after.removeprefix(INSERTED)[:1]) or _GOES_ON.match(after)
    return before + after if close else f"{before} {after}"


def finished(paragraph: str, language: str) -> str:
    """The paragraph as it is told: one stop for two, the right article, and a capital where what was put in begins a sentence."""
    if OWN in paragraph or ENDS in paragraph:
        paragraph = _with_one_stop_each(paragraph)
    if ARTICLE in paragraph:
        paragraph = re.sub(_ARTICLE, lambda found: f"{found[1]}{'n' if english.takes_an(found[3]) else ''}{found[2]}", paragraph)
    if INSERTED in paragraph:
        paragraph = _with_capitals(paragraph, language)
    return _MARKS.sub("", paragraph)


def _with_one_stop_each(text: str) -> str:
    """What ends in a full stop, before one or in the middle of a sentence, keeps it only where it belongs to an abbreviation."""

    def needless(stop: re.Match[str]) -> str:
        return stop[0] if stop["next"] and not stop["next"].islower() else ""

    text = re.sub(_STOP_BEFORE_A_STOP, needless, re.sub(_STOP_BEFORE_DOTS, "", text))
    for needless_behind in (_STOP_AFTER_A_STOP, _CRY_AFTER_A_CRY):
        text = re.sub(needless_behind, rf"\g<stop>{ENDS}", text)
    return text


def _with_capitals(text: str, language: str) -> str:
    told, *inserted = text.split(INSERTED)
    for piece in inserted:
        lead = re.match(LEAD, piece)
        begin = lead.end() if lead else 0
        small = piece[begin : begin + 1] and not piece[begin].isupper()
        told += capital(piece, language) if small and begins_sentence(told + piece[:begin], language) else piece
    return told
