"""A line of prose to its template: words, and what is put into words when it is told."""

import re

from unmask.problems import in_braces, in_syntax
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import letters
from unmask.syntax.cursor import CannotRead, Cursor, clipped
from unmask.syntax.expressions import expression
from unmask.syntax.habits import NOTHING_KNOWN, Known
from unmask.syntax.lines import RawLine
from unmask.syntax.tree import (
    Any,
    Cases,
    Expression,
    First,
    Insert,
    Mention,
    Name,
    Part,
    Template,
    Words,
)

DEEPEST = 12
PRONOUN_FORMS = ("they", "them", "their", "theirs", "themself")
_SPECIAL = re.compile(r"[{}|\\]")
_FLAT = re.compile(r"[^{}|\\]*+(?=[|}])")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_BEFORE_A_STAR = re.compile(r"\\++(?P<star>\*)?")
_ESCAPE = re.compile(r"\\([{}|#\\$<>:-])")
_HEAD = re.compile(r"\s*(any|first|if)\b\s*(:?)")
_NEXT_WORD = re.compile(r"[^\s{}|]+|[{}|]")
MENTION = re.compile(r"(?P<who>[^.(){}|]+?)(?:(?P<own>['’]s)|\.(?P<form>[Tt]he(?:y|m|ir|irs|mself))(?P<verb>\s+\S.*|['’]\S.*)?)$")
_FORM = "> She draws. {any: It is raining. | It has stopped.} {if asked > 2: Again.}"


def template(line: RawLine, known: Known = NOTHING_KNOWN) -> tuple[Template, list[Problem]]:
    """The template of a prose line. What cannot be read is left out, and told as a Problem."""
    reader = _Reader(line, known=known)
    try:
        return reader.read(inside=False), reader.problems
    except CannotRead as stuck:
        return (), [*reader.problems, stuck.problem]


def label_template(line: RawLine, begin: int, end: int, known: Known = NOTHING_KNOWN) -> tuple[Template, list[Problem]]:
    """The template of a label, a stretch of its line: words, names and values, but no alternatives. What cannot be read is told."""
    try:
        reader = _Reader(line, begin, end, known)
        found = reader.read(inside=False)
    except CannotRead as stuck:
        return (), [stuck.problem]
    odd = [in_braces.alternatives_in_a_label(part.span) for part in found if isinstance(part, Any | First | Cases)]
    return (() if odd else found), [*reader.problems, *odd]


def _told(words: str) -> str:
    """Words as they are told, with one space where there are more."""
    words = letters.told(words)
    return _SPACES.sub(" ", words) if "  " in words or "\t" in words else words


class _Reader:
    def __init__(self, line: RawLine, begin: int = 0, end: int | None = None, known: Known = NOTHING_KNOWN) -> None:
        self.line = line
        self.span = line.place
        self.known = known
        self.text = line.text[:end]
        # So it is with almost every line, and then each stretch of it is told as it stands.
        self.as_it_stands = _told(self.text) == self.text
        self.at = begin
        self.depth = 0
        self.starless = 0
        self.problems: list[Problem] = []

    def read(self, inside: bool) -> Template:
        """Up to the end of the line, or inside braces up to the `|` or `}` that ends this alternative, without the spaces at its ends."""
        # Most alternatives are words and nothing else.
        if inside and self.as_it_stands and (plain := _FLAT.match(self.text, self.at)):
            begin, self.at = plain.span()
            words = plain[0].strip()
            return (Words(words, self.span(begin, self.at)),) if words else ()
        parts: list[Part] = []
        while True:
            begin = self.at
            words, sign = self.words(inside)
            if not parts:  # a sign that nobody sees may have stood before a space
                words = words.lstrip()
            if inside and sign != "{":
                words = words.rstrip()
            if words:
                parts.append(Words(words, self.span(begin, self.at)))
            if sign != "{":
                break
            parts.append(self.braces())
        if not inside and self.at < len(self.text):
            raise CannotRead(in_braces.stray_brace(self.span(self.at, self.at + 1)))
        return tuple(parts)

    def words(self, inside: bool) -> tuple[str, str]:
        """What is told up to the next sign that is none of the words, and that sign, "" at the end of the line."""
        words = ""
        while True:
            found = _SPECIAL.search(self.text, self.at)
            stop = found.start() if found else len(self.text)
            words += self.text[self.at : stop]
            self.at = stop
            sign = found[0] if found else ""
            if sign == "\\":
                words += self.escaped()
            elif sign == "|" and not inside:
                words += "|"
                self.at += 1
            else:
                return words if self.as_it_stands else _told(words), sign

    def escaped(self) -> str:
        """What a backslash is told as, with the sign behind it."""
        if self.at >= self.starless and (star := self.only_a_star(self.at)):
            # It stays as it is written: which stars are marks is seen when all the words are there.
            self.at = star.end()
            return star[0]
        escape = _ESCAPE.match(self.text, self.at)
        self.at += 2 if escape else 1
        return escape[1] if escape else "\\"

    def only_a_star(self, stop: int) -> re.Match[str] | None:
        """Backslashes with a star behind them; those without one are looked at once, however many they are."""
        found = _BEFORE_A_STAR.match(self.text, stop)
        if found and not found["star"]:
            self.starless = found.end()
            return None
        return found

    def braces(self) -> Part:
        """From `{` to its `}`."""
        start = self.at
        self.at += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise CannotRead(in_syntax.too_deep(self.span(start, start + 1), "braces"))
        head = _HEAD.match(self.text, self.at)
        if head and head[1] == "if":
            part: Part = self.cases(start)
        elif head and head[2]:
            self.at = head.end()
            part = self.any(start) if head[1] == "any" else self.first(start)
        else:
            part = self.insert(start)
        self.depth -= 1
        return part

    def close(self, start: int) -> bool:
        """True past the closing brace, False past a `|`."""
        if self.at >= len(self.text):
            raise CannotRead(in_braces.open_brace(self.span(start, start + 1)))
        self.at += 1
        return self.text[self.at - 1] == "}"

    def any(self, start: int) -> Any:
        choices = [self.read(inside=True)]
        while not self.close(start):
            choices.append(self.read(inside=True))
        return Any(tuple(choices), self.span(start, self.at))

    def first(self, start: int) -> First:
        choices = [self.read(inside=True)]
        while not self.close(start):
            self.head_word("then", start)
            choices.append(self.read(inside=True))
        return First(tuple(choices), self.span(start, self.at))

    def cases(self, start: int) -> Cases:
        cases: list[tuple[Expression | None, Template]] = []
        while True:
            if self.peek("else"):
                self.head_word("else", start)
                cases.append((None, self.read(inside=True)))
                if not self.close(start):
                    raise CannotRead(in_braces.after_else(self.span(start, self.at)))
                break
            if not self.peek("if"):
                raise CannotRead(in_braces.mixed_alternatives(self.ahead(), "if"))
            test = self.test(start)
            cases.append((test, self.read(inside=True)))
            if self.close(start):
                break
        return Cases(tuple(cases), self.span(start, self.at))

    def ahead(self) -> Span:
        """The word that comes next."""
        word = _NEXT_WORD.search(self.text, self.at)
        return self.span(*word.span()) if word else self.span(self.at, self.at + 1)

    def peek(self, word: str) -> bool:
        return re.compile(rf"\s*{word}\b").match(self.text, self.at) is not None

    def head_word(self, word: str, start: int) -> None:
        """`then:` or `else:` before an alternative."""
        found = re.compile(rf"\s*{word}\s*:").match(self.text, self.at)
        if not found:
            raise CannotRead(in_braces.mixed_alternatives(self.ahead(), word))
        self.at = found.end()

    def test(self, start: int) -> Expression:
        """The condition between `if` and its `:`."""
        begin = self.text.index("if", self.at) + 2
        depth = 0
        for i in range(begin, len(self.text)):
            sign = self.text[i]
            depth += (sign == "(") - (sign == ")")
            if sign == ":" and depth <= 0:
                self.at = i + 1
                return self.expression(begin, i)
            if sign in "{}|":
                break
        raise CannotRead(in_braces.no_colon(self.span(start, start + 1)))

    def expression(self, begin: int, end: int) -> Expression:
        """The expression that a stretch of the prose is, and nothing else."""
        cursor = Cursor(self.line, _FORM, begin, end, self.known)
        try:
            found = expression(cursor)
            cursor.need_end()
        finally:
            self.problems += cursor.slips
        return found

    def insert(self, start: int) -> Part:
        begin = self.at
        depth = 0
        for i in range(begin, len(self.text)):
            sign = self.text[i]
            depth += (sign == "(") - (sign == ")")
            if sign == "|" or (sign == "{" and depth <= 0):
                raise CannotRead(in_braces.bare_alternatives(self.span(start, i + 1), clipped(self.text[begin:].split("}")[0])))
            if sign == "}":
                self.at = i + 1
                return self.inserted(begin, i, self.span(start, i + 1))
        raise CannotRead(in_braces.open_brace(self.span(start, start + 1)))

    def pronoun(self, written: re.Match[str], begin: int, end: int, span: Span) -> str:
        """`{Émile.he}` and the like: every person is spoken of by the forms of *they*, and the telling chooses."""
        form = written["form"]
        meant = _FORMS.get(form.lower(), form.lower())
        if form.lower() in ("her", "his", "its") and not written["rest"]:
            owns = self.text[end + 1 : end + 3].strip()[:1].isalpha()
            meant = "their" if owns else "them" if form.lower() == "her" else "theirs"
        meant = meant.capitalize() if form[0].isupper() else meant
        if form == meant or form in self.known.declared:
            return written.string
        content = f"{written['who']}.{meant}{written['rest']}"
        self.problems.append(in_syntax.other_pronoun(span, f"{written['who']}.{form}", f"{written['who']}.{meant}", content))
        return content

    def inserted(self, begin: int, end: int, span: Span) -> Part:
        content = letters.told(self.text[begin:end]).strip()
        if not content:
            raise CannotRead(in_braces.empty_braces(span))
        for written, name, told in self.known.stopped:
            if content.startswith((f"{written}.", f"{written}'")):
                first = self.text.index(written, begin)
                self.problems += [in_syntax.called_with_a_stop(self.span(first, first + len(written)), written, name)] if told else []
                content = name + content[len(written) :]
        if slip := _PRONOUN.match(content):
            content = self.pronoun(slip, begin, end, span)
        found = MENTION.match(content)
        if found:
            form = found["form"] or found["own"]
            first = begin + len(self.text[begin:end]) - len(self.text[begin:end].lstrip())
            who = Name(" ".join(map(letters.word, found["who"].split())), self.span(first, first + found.end("who")))
            return Mention(who, form, (found["verb"] or "").strip(), span)
        return Insert(self.expression(begin, end), span)


_FORMS = {
    **dict.fromkeys(("he", "she", "it"), "they"),
    **dict.fromkeys(("him", "her"), "them"),
    **dict.fromkeys(("his", "its"), "their"),
    "hers": "theirs",
    **dict.fromkeys(("himself", "herself", "itself", "themselves"), "themself"),
}
_PRONOUN = re.compile(
    r"(?P<who>[^.(){}|]+?)\.(?P<form>(?i:he|she|it|him|her|his|its|hers|himself|herself|itself|themselves|they|them|their|theirs|themself))"
    r"(?P<rest>(?:\s+\S.*|['’]\S.*)?)$"
)
