"""A place in a line's tokens that moves on as they are read: what every reader of lines is handed."""

import re
from collections.abc import Collection

from unmask.problems import in_braces, in_signs, in_syntax, in_values
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import letters
from unmask.syntax.habits import NOTHING_KNOWN, Known
from unmask.syntax.lexer import LARGEST_NUMBER, odd_sign, tokens
from unmask.syntax.lines import RawLine
from unmask.syntax.tree import Line, Name

# Words that end a name wherever they stand; no name of a value may hold one.
OPERATORS = in_syntax.NEVER_IN_A_NAME
# Words that end a name only where a line asks for it: `known to`, `for the scene`, `with`, `about` and so on.
Stops = frozenset[str]
NO_STOPS: Stops = frozenset()
# Some of them do so only before other words: a face may be hidden or known.
_STOPS_BEFORE = {"for": ("for", "the", "scene"), "known": ("known", "to")}
_QUOTED = 60
_NAME_IN_QUOTES = re.compile(r"[^\W\d][\w'-]*(?: [^\W\d][\w'-]*)*")
_COMMENT_BESIDE_A_LABEL = re.compile(r'"(?:[^"\\]|\\.)*+"|(?<=\s\s)#|(?<!\S)#+(?=\s|$)')


class CannotRead(Exception):
    """A line that cannot be read on, with what to tell the author, and the line as far as it was understood. Never leaves the parser."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem
        self.meant: Line | None = None
        self.under: tuple[str, ...] | None = None


class Cursor:
    """Reads the tokens of a line, or of a stretch of it, from left to right. What is written otherwise than it should be and can be
    read all the same is among its `slips`.

    `form` is an example of the line, for when it cannot be read. `depth` counts the parentheses that are open, and `height` is
    that of the expression read last. `known` is what the heads of the file say.
    `problems` are those that leave the line as it is: what it declares is declared.
    """

    def __init__(self, line: RawLine, form: str = "", begin: int = 0, end: int | None = None, known: Known = NOTHING_KNOWN) -> None:
        self.line = line
        self.known = known
        self.tokens, self.comment = tokens(line, begin, end)
        self.at = 0
        self.end = self.tokens[-1].end if self.tokens else begin
        self._form = form
        self.depth = 0
        self.height = 0
        self.problems: list[Problem] = []

    @property
    def slips(self) -> list[Problem]:
        """What was written otherwise than it should be, as far as it was read."""
        return [token.slip for token in self.tokens[: self.at] if token.slip] + self.problems

    @property
    def form(self) -> str:
        """An example of the line, with this story's names."""
        return self.known.examples.like(self._form)

    @property
    def done(self) -> bool:
        return self.at >= len(self.tokens)

    @property
    def here(self) -> Span:
        """The token to be read next, or the place just past the last."""
        if self.done:
            return self.line.place(self.end, self.end + 1)
        token = self.tokens[self.at]
        return self.line.place(token.start, token.end)

    def since(self, start: int) -> Span:
        """All that was read since the token number `start`."""
        first = self.tokens[start].start if start < len(self.tokens) else self.end
        last = self.tokens[self.at - 1].end if self.at > start else first + 1
        return self.line.place(first, last)

    def sees(self, *texts: str) -> bool:
        """Whether the next tokens are these words or signs."""
        at = self.at
        for text in texts:
            if not self.is_(at, text):
                return False
            at += 1
        return True

    def is_(self, number: int, text: str) -> bool:
        """Whether the token of this number is this word or sign, not the same between quotes."""
        return number < len(self.tokens) and self.tokens[number].text == text and self.tokens[number].kind != "text"

    def sees_kind(self, kind: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind == kind

    def take(self, *texts: str) -> bool:
        """Read these words or signs if they come next."""
        at = self.at
        for text in texts:
            if at >= len(self.tokens) or self.tokens[at].text != text or self.tokens[at].kind == "text":
                return False
            at += 1
        self.at = at
        return True

    def take_one(self, texts: Collection[str]) -> str:
        """Read one of these words or signs if it comes next, else "" and nothing is read."""
        if self.at < len(self.tokens) and self.tokens[self.at].text in texts and self.tokens[self.at].kind != "text":
            self.at += 1
            return self.tokens[self.at - 1].text
        return ""

    def need(self, *texts: str) -> None:
        if not self.take(*texts):
            raise self.stuck(f"`{' '.join(texts)}`")

    def need_end(self) -> None:
        begin = self.at
        if self.at == len(self.tokens) - 1 and self.take_one((":", ".", ",", ";")):
            self.problems.append(in_syntax.idle_sign(self.since(begin), self.tokens[begin].text))
        if not self.done:
            raise self.stuck("the end of the line")

    def slip(self, start: int, meant: str) -> None:
        """What was read since the token number `start` is written otherwise here."""
        span = self.since(start)
        written = " ".join(token.text for token in self.tokens[start : self.at])
        self.problems.append(in_signs.written_otherwise(span, clipped(written), clipped(meant), meant))

    def missing(self, sign: str) -> None:
        """This sign is missing behind what was read last."""
        last = self.tokens[max(self.at - 1, 0)]
        written = self.line.text[last.start : last.end]
        self.problems.append(in_syntax.missing_sign(self.line.place(last.start, last.end), sign, written))

    def colon(self) -> None:
        """The colon between a name and what is said of it; an equals sign or nothing is read as one."""
        begin = self.at
        if self.take(":"):
            return
        if self.take_one(("=", "is", "are")):
            self.slip(begin, ":")
        elif self.done:
            raise self.stuck("`:`")
        else:
            self.missing(":")

    def comma(self) -> bool:
        """A comma between names; `and` is read as one."""
        begin = self.at
        if self.take(","):
            if self.take("and"):
                self.slip(begin, ",")
            return True
        if not self.take("and"):
            return False
        before, self.tokens[begin] = self.tokens[begin - 1], self.tokens[begin]._replace(slip=None)
        self.problems.append(in_syntax.and_for_comma(self.line.place(before.end, self.tokens[begin].end)))
        return True

    def stuck(self, wanted: str) -> CannotRead:
        """What to raise where something else was wanted than stands here."""
        if self.sees_kind("odd"):
            token = self.tokens[self.at]
            return CannotRead(odd_sign(token.text, self.line.place(token.start, token.start + 1)))
        found = "" if self.done else clipped(self.tokens[self.at].text)
        return CannotRead(in_syntax.cannot_read_on(self.here, wanted, found, self.form))

    def raw(self, first: int, last: int) -> str:
        """What the author wrote from the token number `first` up to the token number `last`, that one left out."""
        if first >= last:
            return ""
        # What is taken as it stands may hold every sign.
        self.tokens[first:last] = [token._replace(slip=None) for token in self.tokens[first:last]]
        return letters.label(self.line.text[self.tokens[first].start : self.tokens[last - 1].end])

    def label(self) -> tuple[str, int, int]:
        """The rest of the line as a label, and where it begins and ends.

        A `#` in it opens a comment only where it stands between blanks, or behind two of them, as the formatter writes it.
        """
        begin = self.end if self.done else self.tokens[self.at].start
        begin += len(self.line.text[begin:]) - len(self.line.text[begin:].lstrip())
        opened = next((found.start() for found in _COMMENT_BESIDE_A_LABEL.finditer(self.line.text, begin) if found[0][0] == "#"), None)
        if re.match(r"#+(?:\s|$)", self.line.text[begin : begin + 60]):
            opened = begin  # right behind the `*`, too
        self.comment = "" if opened is None else letters.told(self.line.text[opened:])
        self.tokens[self.at :] = [token._replace(slip=None) if token.slip else token for token in self.tokens[self.at :]]
        self.at = len(self.tokens)
        label = self.line.text[begin:opened].rstrip()
        return letters.label(label), begin, begin + len(label)

    def written(self, span: Span) -> str:
        """What the author wrote at a place of this line."""
        begin = self.line.place(0, 0).start
        return self.line.text[span.start - begin : span.end - begin]

    def raw_of(self, number: int) -> str:
        """What the author wrote as the token of this number."""
        return self.line.text[self.tokens[number].start : self.tokens[number].end]

    def integer(self) -> int:
        """A whole number that fits; a sign before it belongs to it."""
        start = self.at
        sign = -1 if self.take("-") else 1
        if not self.sees_kind("number"):
            raise self.stuck("a whole number")
        digits = self.tokens[self.at].text
        self.at += 1
        if len(digits) > 10 or int(digits) > LARGEST_NUMBER:
            raise CannotRead(in_values.number_too_large(self.since(start), LARGEST_NUMBER))
        return sign * int(digits)

    def decimal(self, most: int) -> tuple[int, int]:
        """A number that may have at most so many digits behind a point: all its digits as one number, and how many those are."""
        start = self.at
        whole = self.integer()
        if not self.take("."):
            return whole, 0
        if not self.sees_kind("number"):
            raise self.stuck("digits behind the point")
        digits = self.tokens[self.at].text
        self.at += 1
        if len(digits) > most:
            raise CannotRead(in_values.too_many_places(self.since(start), most))
        return whole * 10 ** len(digits) + int(digits), len(digits)

    def text(self, wanted: str) -> str:
        if not self.sees_kind("text"):
            raise self.stuck(wanted)
        text = self.tokens[self.at].text
        if "{" in text or "}" in text:
            raise CannotRead(in_braces.braces_between_quotes(self.here))
        self.at += 1
        return text

    def name(self, wanted: str, stops: Stops = NO_STOPS) -> Name:
        """One or more words up to an operator, one of `stops`, or a sign."""
        start = self.at
        words: list[str] = []
        inner = _NAME_IN_QUOTES.fullmatch(self.tokens[self.at].text) if self.sees_kind("text") else None
        if inner and OPERATORS.isdisjoint(inner.group().split()) and set(stops).isdisjoint(inner.group().split()):
            self.at += 1
            self.problems.append(in_syntax.name_in_quotes(self.since(start), inner.group()))
            return Name(" ".join(inner.group().split()), self.since(start))
        while self.sees_kind("word") and not self.ends_name(stops):
            words.append(self.tokens[self.at].text)
            self.at += 1
        if not words:
            raise self.stuck(wanted)
        if self.sees(".") and self.known.stopped and not self.is_(0, "person"):
            return self._without_stop(start) or Name(" ".join(words), self.since(start))
        return Name(" ".join(words), self.since(start))

    def _without_stop(self, start: int) -> Name | None:
        """`M. Émile`, where that is what the person Émile is called: their name. It is told where his own line is in order."""
        begin = self.tokens[start].start
        for written, name, told in self.known.stopped:
            if self.line.text.startswith(written, begin):
                while not self.done and self.tokens[self.at].end <= begin + len(written):
                    self.at += 1
                self.problems += [in_syntax.called_with_a_stop(self.since(start), written, name)] if told else []
                return Name(name, self.since(start))
        return None

    def ends_name(self, stops: Stops) -> bool:
        word = self.tokens[self.at].text
        return word in OPERATORS or (word in stops and self.sees(*_STOPS_BEFORE.get(word, (word,))))

    def names(self, wanted: str, stops: Stops = NO_STOPS) -> tuple[Name, ...]:
        """Names between commas."""
        found = [self.name(wanted, stops)]
        while self.comma():
            found.append(self.name(wanted, stops))
        return tuple(found)


def clipped(text: str) -> str:
    """What an author wrote, short enough to be quoted in the title of a problem."""
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
