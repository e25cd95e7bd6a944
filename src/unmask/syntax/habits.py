"""What people type out of habit: a line of another language, or of plain English, to the line of this one that it can only mean.

One promise: where two things could be meant, nothing is guessed.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from unmask.problems.near import near
from unmask.problems.place import composed
from unmask.syntax import letters
from unmask.syntax.examples import Examples


class Known(NamedTuple):
    """What the heads of a file say before any of it is read: names for examples, and for what only a name can settle."""

    people: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    declared: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Where an arrow may be meant to lead: scenes, moments, and endings with their word."""
    examples: Examples = Examples(())
    stopped: tuple[tuple[str, str, bool], ...] = ()
    """`M. Émile` and `Émile`: what people are called with a full stop in it, their names, and whether their heads know the difference."""

    def has_line(self, form: str) -> bool:
        """Whether some line of the file holds what this form finds: asked only where a line may be meant otherwise."""
        return any(re.search(form, line) for line in self.examples.lines)


NOTHING_KNOWN = Known()


class Habit(NamedTuple):
    """Lines of this form, where one may stand: what is written instead, as `re` expands it.

    Each of them holds one of `signs`, which is found out so much sooner than the form that only then is that looked for, or compiled.
    """

    form: str
    signs: tuple[str, ...]
    where: frozenset[str]
    instead: str


_TOP = "at the top of a story"
_PASSAGES = "in a scene;in a moment;in an option;in `meanwhile`"
_PASSAGES_AND_ENDINGS = f"{_PASSAGES};in an ending"
_MINDS = "in a person;in a kind"
_NAME = r"[^\W\d][\w '’-]*?"
_DECLARED = r"(?!.*\bmeans\b)(?:VAR|var|variable|let|const|temp|global|default|define|{}|\$|\*create|\*temp|fact)\s*\$?({})\s*(?:=|:=)\s*"
_NUMBER, _YES_NO = _DECLARED.format("int", _NAME), _DECLARED.format("bool", _NAME)
_TO_CHANGE = rf"{_NAME}(?:\.{_NAME})?"
_ENDS = r"[.!?…][\"”»)]?"


def _habit(form: str, signs: str, where: str, instead: str) -> Habit:
    return Habit(form, tuple(signs.split(" ")), frozenset(where.split(";")), instead)


_HABITS = (
    # Other languages' heads.
    _habit(r"={2,}\s*(?:function\s+)?([^=(]+?)\s*(?:\(\))?\s*=*$", "==", _TOP, r"scene \1"),
    _habit(r"=\s*([^=]+?)\s*=*$", "=", "in a scene", r"moment \1"),
    _habit(r"::\s*([^\[{]+?)\s*(?:[\[{].*)?$", "::", _TOP, r"scene \1"),
    _habit(r"(?i:character|char|actor|npc)\s+(.+)$", "", _TOP, r"person \1"),
    _habit(r"(?i:people|persons|characters|cast|actors)\s+([^,;]+(?:,\s*an?\s[^,;]+)*)$", "", _TOP, r"person \1"),
    _habit(r"(?i:knot|passage|chapter|node|storylet|section|label)\s+(.+?):?$", "", _TOP, r"scene \1"),
    _habit(r"(?i:knot|passage|stitch|node|label|step|beat)\s+(.+?):?$", "", "in a scene;in `meanwhile`", r"moment \1"),
    _habit(rf"{_NUMBER}([1-9]\d*)$", "=", _TOP, r"fact \1: 0..\2 = \2"),
    _habit(rf"{_NUMBER}0$", "=", _TOP, r"fact \1: 0..9"),
    _habit(rf"{_YES_NO}(?i:true|yes)$", "=", _TOP, r"fact \1: yes/no = yes"),
    _habit(rf"{_YES_NO}(?i:false|no)$", "=", _TOP, r"fact \1: yes/no"),
    _habit(rf"(?:\*create|\*temp)\s+({_NAME})\s+([1-9]\d*)$", "*", _TOP, r"fact \1: 0..\2 = \2"),
    # What is done, and where it goes on.
    _habit(rf"~?\s*\$?({_TO_CHANGE})\s*\+\+$", "++", _PASSAGES, r"~ \1 += 1"),
    _habit(rf"~?\s*\$?({_TO_CHANGE})\s*--$", "--", _PASSAGES, r"~ \1 -= 1"),
    _habit(rf"(?:~\s*)?\*?set\s+\$?({_TO_CHANGE})\s+(?:to\s+|=\s*)?([\w-]+)$", "set", _PASSAGES, r"~ \1 = \2"),
    _habit(rf"(?:\(set:|<<set)\s*\$({_NAME})\s+(?:to|=)\s*([\w-]+)\s*(?:\)|>>)$", "set", _PASSAGES, r"~ \1 = \2"),
    _habit(rf"\$?({_TO_CHANGE}(?: toward {_NAME})?)\s*(\+=|-=|=(?!=))\s*(.+)$", "=", _PASSAGES, r"~ \1 \2 \3"),
    _habit(rf"(?:~\s*)?({_TO_CHANGE}(?: toward {_NAME})?)\s*([+-])\s*(\d+)$", "+ -", _PASSAGES, r"~ \1 \2= \3"),
    _habit(r"~\s*(.+?)\s*=([+-])\s+(.+)$", "=+ =-", _PASSAGES, r"~ \1 \2= \3"),
    _habit(r"->\s*(?:END|DONE|End|Done)$", "END DONE End Done", _PASSAGES, "-> end"),
    _habit(r"(?:END|DONE|end|done|exit|stop|\*finish)$", "", _PASSAGES, "-> end"),
    _habit(r"(?i:\*?goto|go to|jump|divert|jump to)\s+(.+)$", "", _PASSAGES, r"-> \1"),
    _habit(r"(ending\s+[^\"]+)$", "ending", _PASSAGES, r"-> \1"),
    # What somebody may do.
    _habit(r"[-+](?:\s+|(?=\[))\[?([^\W\d\"][^\"\[\]]*)\]?$", "+ -", "in a moment", r"* \1"),
    _habit(r"\*\s*\[\[?((?:(?!->)[^\[\]|])+?)\]\]?$", "[", "in a moment", r"* \1"),
    _habit(r"\*{2,}\s*([^*]+)$", "**", "in a moment", r"* \1"),
    _habit(r"\[\[([^\[\]>|]+)\]\]$", "[[", _PASSAGES, r"* \1"),
    _habit(r"(\[\[[^\[\]]+\]\])$", "[[", _PASSAGES, r"* \1"),
    _habit(r"(?i:choice|option|choose|menu):?\s+[\"“]?(.+?)[\"”]?:?$", "", "in a moment", r"* \1"),
    _habit(r"[\"“](.+)[\"”]\s*:$", ":", "in a moment", r"* \1"),
    # Conditions of a block of their own word.
    _habit(r"(?:if|while)\s+(.+)$", "if while", "in a scene", r"when \1"),
    _habit(r"unless\s+(.+)$", "unless", "in a scene", r"when not (\1)"),
    _habit(r"(?:when|while)\s+(.+)$", "when while", "in an option", r"if \1"),
    _habit(r"if\s+(.+)$", "if", "in a motif", r"when \1"),
    # What people are like.
    _habit(r"hides\s+(.+:.+)$", "hides", _MINDS, r"feels \1"),
    _habit(r"(?:has|owns|wants|needs|knows|thinks|trait|hidden|secret)\s+([^:]+:.+)$", ":", _MINDS, r"keeps \1"),
    _habit(r"(?:is|visible|public)\s+([^:]+:.+)$", ":", _MINDS, r"open \1"),
    # Something to be told.
    _habit(r"(?i:say|says|narrate|print|text)\s*:?\s+[\"“](.+)[\"”]$", '" ”', _PASSAGES_AND_ENDINGS, r"> “\1”"),
    _habit(rf"(\{{[^\W\d].*{_ENDS})$", "{", _PASSAGES_AND_ENDINGS, r"> \1"),
    _habit(rf"(\{{{_NAME}(?:\.{_NAME}|['’]s)?\}}[,;]?\s+\S.*)$", "{", _PASSAGES_AND_ENDINGS, r"> \1"),
    _habit(rf"([A-ZÀ-ÖØ-Þ][^>~*={{}}]*\{{[^{{}}]+\}}[^>~*=]*{_ENDS})$", "{", _PASSAGES_AND_ENDINGS, r"> \1"),
    _habit(rf"([A-ZÀ-ÖØ-Þ][^>\"~*:={{}}]*\s[^>\"~*:={{}}]*{_ENDS})$", ". ! ? …", _PASSAGES_AND_ENDINGS, r"> \1"),
    _habit(r"([\"“«][^{}|\\]+)$", '" “ «', _PASSAGES_AND_ENDINGS, r"> \1"),
    _habit(rf"((?:[^\W\d_]|[\d'’,;–—()-])[^>{{}}\"~*]*\s\S+\s[^>{{}}~*]*{_ENDS})$", ". ! ? …", _PASSAGES_AND_ENDINGS, r"> \1"),
)


_HABITS_IN = {
    where: [habit for habit in _HABITS if where in habit.where] for where in frozenset().union(*(habit.where for habit in _HABITS))
}


# Lines that nobody takes for another language's: most of a story is such, and none of the forms need be tried.
_PLAIN = re.compile(
    r"~ (?!set )[\w .'-]+ [+-]?= [\w .'+-]+(?: (?:if|unless) [^$]*)?$|\* (?!.*(?:\[|->))"
    r"|-> (?!END|DONE|End|Done|.*->)[\w '-]+(?: (?:if|unless) [^$]*)?$|is [\w '-]+$"
)


def meant(text: str, key: str, where: str, readers: Collection[str], known: Known) -> str:
    """What a line that nobody can read here is meant to be, else ""."""
    if _PLAIN.match(text):
        return ""
    if not text.startswith(key):  # the key is in one form, and without what nobody sees
        text = composed(letters.seen(text))
    if key == "fact" and re.search(r"\bmeans\b", text):
        return ""  # what is worked out may well end in a number
    for written, name, _ in known.stopped:
        if re.match(rf"{re.escape(written)}(?: recalls| denies| in brief)?\s*>", text):
            return name + text[len(written) :]
    if _may_be_of_elsewhere(text, key) and (line := _of_elsewhere(text, key, where)) and line != text:
        return line
    if key == "-" and re.match(r"-\s*(?:else\b|\([^()]*\)|[A-ZÀ-Þ].*[.!?…][\"”]?$)", text):
        return ""  # a branch or a gather of ink is no option
    if (head := _head(text, key, readers, known)) and head.split() != text.split():
        return head
    for habit in _HABITS_IN.get(where, ()):
        if any(map(text.__contains__, habit.signs)) and (found := re.match(habit.form, text)):
            instead = found.expand(habit.instead)
            word = instead.split(None, 1)[0]
            return (_head(instead, word, readers, known) if is_headed(instead, word) else "") or instead
    if where == _IN_A_PERSON and (found := re.match(_BELIEF, text)):
        return f"expects {found['what']} = {found['value']}"
    if where in _MINDS and (found := re.match(r"hides\s+([\w '’-]+)$", text)) and found[1] not in known.declared:
        return f"feels {found[1]}: {known.scales[0] if known.scales else '0..3'}"
    if (
        where in _PASSAGES.split(";")
        and (found := re.match(r"([^:>{}\"]+):\s+([\"“]?\w.*)$", text))
        and (found[1] in known.people or not re.search(r"\w", found[1]))
    ):
        return f"> {text}"
    if key in readers:
        return ""
    if key != key.lower() and key.lower() in readers:
        return key.lower() + text[len(key) :]
    if key.isupper() and _has_no_line(text):
        return ""
    words = [word for word in readers if word.isalpha()]
    found_near = near(key, words) if key.isalpha() and len(key) > 3 else []
    if found_near and text[len(key) : len(key) + 1].isspace() and abs(len(found_near[0]) - len(key)) < 2:
        return found_near[0] + text[len(key) :]
    return ""


def _may_be_of_elsewhere(text: str, key: str) -> bool:
    """Whether a line may be one of Twine or ink; seen at a glance."""
    return key.startswith(("(", "<", "{")) or "$" in text or key == "LIST" or (key == "-" and "->" in text)


def _of_elsewhere(text: str, key: str, where: str) -> str:
    """A line of Twine or ink as a line of this language, "" where it is none or could be several."""
    from unmask.syntax import elsewhere

    found = elsewhere.at_the_top(text) if where == _TOP else ""
    if where in _PASSAGES_AND_ENDINGS.split(";"):
        found = elsewhere.in_a_passage(text)
    return found or (elsewhere.without_dollars(text) if key in _MAY_COUNT else "")


# Lines that ask for a value or change one.
_MAY_COUNT = frozenset({"~", "->", "+", "-", "if", "when", "unless", "while", "fact", "secret", "open", "keeps", "feels", "shows"})


def _has_no_line(text: str) -> bool:
    """Whether this is a line of Twine or ink for which there is none here."""
    from unmask.syntax import elsewhere

    return bool(elsewhere.sort_of(text))


def mind_changed(text: str, known: Known) -> str:
    """The verb of `Felix learns Nan.love`, `~ Nan lies to Felix`: what somebody is told or believes; "" of any other line."""
    found = re.match(_MIND, text)
    return found["verb"] if found and any(found["who"].rpartition("~")[2].strip() == who for who in known.people) else ""


_MIND = (
    r"(?P<who>[^.:>{}\"]+?)\s+(?P<verb>lies|learns|tells|knows|thinks|believes|doubts|suspects|realizes|realises|forgets)\b(?!.*[.!?…]$)"
)
_IN_A_PERSON = "in a person"
_BELIEF = rf"(?:believes|thinks|assumes|supposes|knows|expects)\s+(?:that\s+)?(?P<what>{_NAME}\.{_NAME})\s*(?:=|:|is)\s*(?P<value>[^=]+)$"


def is_headed(text: str, key: str) -> bool:
    """Whether a colon or a number stands behind the word that says what a line is, or words without quotes where some belong."""
    behind = text[len(key) :].lstrip()
    if not behind or _QUOTE.match(behind) or not key.isalpha():
        return False
    return (
        behind[0] == ":"
        or key in _QUOTED
        or key == "tags"
        or (key in ("scene", "moment") and behind[0].isdigit())
        or (key == "ending" and ":" in behind and re.match(_ENDING, behind) is not None)
    )


def _head(text: str, key: str, readers: Collection[str], known: Known) -> str:
    """A head as forms and screenplays have it: `Title: The Ferry`, `Scene 2: The pier`, `ENDING lost: "Nobody came"`."""
    word = key.casefold()
    if word not in readers or not key.isalpha():
        return ""
    rest = text[len(key) :].lstrip()
    rest = rest[1:].lstrip() if rest[:1] in (":", "=") else rest
    if "#" in rest or (word in ("fact", "secret") and ":" not in rest):
        return ""  # `secret: Thorne is Felix's father` says nothing that could be asked for
    if word in ("scene", "moment"):
        rest = rest[found.end() :] if (found := re.match(_NUMBERED, rest)) else rest
        rest = _IN_WORDS.get(rest.rstrip(":."), rest)
    if word == "moment" and rest in known.people:
        rest = f"{rest} chooses: {rest}"
    if word == "moment" and ":" not in rest:
        return ""  # whose choice it is only the author knows
    if word == "ending" and (found := re.match(_ENDING, rest)):
        rest = f'{found["name"]} "{found["title"]}"{found["when"] or ""}'
    if word == "tags" and rest and not _QUOTE.search(rest):
        rest = ", ".join(f'"{tag}"' for tag in re.split(r"\s*[,;]\s*", rest))
    return f"{word} {_quoted(rest) if word in _QUOTED else rest}" if rest else ""


def _quoted(words: str) -> str:
    """Words between quotes, whether or not they stood between some."""
    if len(words) > 1 and _QUOTE.match(words[0]) and (_QUOTE.match(words[-1]) or not _QUOTE.search(words, 1)):
        words = words[1:-1] if _QUOTE.match(words[-1]) else words[1:]
    return '"{}"'.format(words.replace('"', '\\"')) if words else ""


# What is one text between quotes.
_QUOTED = frozenset({"title", "author", "summary", "note", "afterword", "rating", "warning", "language"})
_QUOTE = re.compile(r"[\"“”„«»]")
_ENDING = r"(?P<name>(?:(?!\s(?:when|if)\s)[^:\"“])+?)\s*:\s*[\"“]?(?P<title>[^\"“”]+?)[\"”]?(?P<when>\s+(?:when|if)\s.*)?$"
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_IN_WORDS = {str(number): word for number, word in enumerate(_NUMBERS)}
_NUMBERED = rf"(?i:\d+|[IVX]+|{'|'.join(_NUMBERS)})\s*(?:[:.–—]|\s-\s)\s*(?=[^\W\d])"


def known_of(lines: list[str]) -> Known:
    """What the heads of a file say, as far as that is seen at a glance."""
    people: list[str] = []
    scales: list[str] = []
    declared: set[str] = set()
    places: set[str] = set()
    stopped: list[tuple[str, str, bool]] = []
    for line in (part for whole in lines for part in ([whole] if whole.isprintable() else re.split(letters.LINE_SIGN, whole))):
        if found := _HEAD.match(line):
            names = [" ".join(map(letters.word, name.split())) for name in found[2].split(",")]
            if found[1] in _PLACES:
                places.add(f"ending {names[0]}" if found[1] == "ending" else names[0])
                continue
            declared |= set(names)
            people += names[:1] if found[1] == "person" else []
            if found[1] == "person" and (called := _STOPPED.match(line)):
                stopped.append((called[2] or called[1], called[1].rpartition(". ")[2], called[2] is not None))
            scales += names[:1] if found[1] == "scale" else []
    return Known(tuple(people), tuple(scales), frozenset(declared), frozenset(places), Examples(lines), tuple(stopped))


_STOPPED = re.compile(r'\s*person\s+([^\W\d](?=[^"(]*\. |[^"(]*"[^"]*\. )[^:("=<,]*[^\s:("=<,])\s*(?:"([^"]*\. [^"]*)")?')
_PLACES = frozenset({"scene", "moment", "ending", "==", "===", "====", "::"})
_HEAD = re.compile(
    r"\s*(person|scale|fact|secret|open|feels|keeps|kind|scene|moment|ending|==+|::)\s+([^\W\d][^:(\"=<]*?)\s*(?:[:(\"=<]|means\b|toward\b|$)"
)
