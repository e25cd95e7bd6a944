"""Lines and passages as Twine and ink write them, and what they are here: options with all they bring in one line, words on condition.

One promise, as of all habits: where two things could be meant, nothing is guessed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Option(NamedTuple):
    """Something to choose: what it is called, and the lines that stand under it."""

    label: str
    under: tuple[str, ...]


class Passage(NamedTuple):
    """A stretch of prose that is written otherwise here."""

    start: int
    end: int
    instead: str


# ── conditions and names ─────────────────────────────────────────────────────────────────────────────────────────────

_VARIABLE = re.compile(r"(?<![\w$])\$([^\W\d]\w*)")
_BETWEEN_QUOTES = re.compile(r'("[^"]*"|“[^”]*”)')
_COMPARISONS = {"eq": "is", "neq": "is not", "gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "===": "=", "==": "=", "&&": "and", "||": "or"}
_COMPARISON = re.compile(r"(?<=\s)(?:n?eq|[gl]te?|={2,3}|&&|\|\|)(?=\s)")


def condition(text: str) -> str:
    """A condition of Twine with this language's words and without dollar signs."""
    return _COMPARISON.sub(_compared, _VARIABLE.sub(r"\1", text)).strip()


def _compared(found: re.Match[str]) -> str:
    return _COMPARISONS[found[0]]


def without_dollars(text: str) -> str:
    """A line that is no prose with its variables as plain names; what stands between quotes is left alone."""
    said, sign, beside = text.partition("#")
    if not _VARIABLE.search(said):
        return text
    parts = _BETWEEN_QUOTES.split(said)
    plain = (part if i % 2 else _COMPARISON.sub(_compared, _VARIABLE.sub(r"\1", part)) for i, part in enumerate(parts))
    return f"{''.join(plain)}{sign}{beside}"


# ── options ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_LINK = re.compile(
    r"""(?:[*+-]\s*)?(?:
        \[\[(?P<back>[^\[\]|>]+?)\s*<-\s*(?P<label_back>[^\[\]|<]+?)\]\]
      | \[\[(?P<label>[^\[\]|<]+?)\s*(?:->|\|)\s*(?P<to>[^\[\]|<>]+?)\]\]
      | <<(?:link|button)\s+\[\[(?P<label_in>[^\[\]|<]+?)\s*(?:->|\|)\s*(?P<to_in>[^\[\]|<>]+?)\]\]\s*>>(?:\s*<</(?:link|button)>>)?
      | <<(?:link|button)\s+"(?P<label_sugar>[^"{}]+)"\s+"(?P<to_sugar>[^"]+)"\s*>>(?:\s*<</(?:link|button)>>)?
      | \(link-goto:\s*"(?P<label_goto>[^"{}]+)"\s*,\s*"(?P<to_goto>[^"]+)"\s*\)
      | \(link:\s*"(?P<label_hook>[^"{}]+)"\s*\)\s*\[\s*\(go-?to:\s*"(?P<to_hook>[^"]+)"\s*\)\s*\]
    )$""",
    re.VERBOSE,
)
_INK_OPTION = re.compile(
    r"""(?P<sign>[*+])\s*
    (?:\([^\W\d]\w*\)\s*)?
    (?P<tests>(?:\{[^{}|]+\}\s*)*)
    (?P<before>[^\[\]#]*?)
    (?:\[(?P<inside>[^\[\]>]*)\])?
    (?P<behind>[^\[\]]*?)
    \s*(?:->\s*(?P<to>[^>{}\[\]]+?))?$""",
    re.VERBOSE,
)
_MOTIVE = re.compile(r"[+](?![\s\[{(])|[+]\s*[\w. ]+[\"“]")
_TEST = re.compile(r"\{\s*([^{}|]+?)\s*\}")
_TRAILING = re.compile(
    r"(?P<label>.+?)\s*(?:\{\s*if\s+(?P<braced>[^{}|:]+?)\s*:?\s*\}|\s(?:if|when)\s+(?P<bare>[^{}|:\"]*(?:[<>=!]|\s(?:n?eq|[gl]te?)\s)[^{}|:\"]*))$"
)


def option(text: str) -> Option | None:
    """A line that is an option together with lines that stand under it here, as Twine and ink have it.

    None where its label would not be one here, but could be read as more once again.
    """
    found = _option(text)
    return found if found and not _NO_LABEL.search(found.label) and _option(f"* {found.label}") is None else None


_NO_LABEL = re.compile(r"->|[\[\]#]|<<|^[*+-]")


def _option(text: str) -> Option | None:
    if link := _LINK.match(text):
        by_name = {name.partition("_")[0]: words.strip() for name, words in link.groupdict().items() if words is not None}
        return Option(by_name["label"], (f"-> {_place(by_name.get('to') or by_name['back'])}",))
    found = _INK_OPTION.match(text)
    if not found or _MOTIVE.match(text):
        return None
    tests = [_truth(test) for test in _TEST.findall(found["tests"])]
    before, behind = found["before"], found["behind"]
    if found["tests"] and found["sign"] == "*" and found["inside"] is None and not any(_TESTS.search(test) for test in tests):
        before, tests = found["tests"] + before, []  # somebody's name, or a value, that is told
    label = f"{before}{behind if found['inside'] is None else found['inside']}".strip()
    if found["inside"] is None and (trailing := _TRAILING.match(label)):
        label = trailing["label"].strip()
        tests.append(condition(trailing["braced"] or trailing["bare"]))
    told = f"{before}{behind}".strip() if found["inside"] is not None and behind.strip() else ""
    under = [f"if {test}" for test in tests]
    under += [f"> {told}"] if told else []
    under += [f"-> {_place(found['to'].strip())}"] if found["to"] else []
    return Option(label, tuple(under)) if label and (under or found["inside"] is not None) else None


_TESTS = re.compile(r"[<>=!]|(?:^|\s)(?:not|is|and|or)\s")


def _truth(test: str) -> str:
    """A condition of ink."""
    return condition(re.sub(r"^if\s+|:$", "", test))


def _place(name: str) -> str:
    return "end" if name in ("END", "DONE") else name


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SET = r"(?:\(set:|<<set)\s*\$?(?P<name>[^\W\d][\w ]*?)\s*"
_SET_TO = re.compile(rf"{_SET}(?:to|=)\s*(?P<value>[\w-]+)\s*(?:\)|>>)$")
_SET_BY = re.compile(rf"{_SET}(?:(?P<sign>[-+]=)|(?:to|=)\s*(?:it|\$?(?P=name))\s*(?P<joins>[-+]))\s*(?P<by>\w+)\s*(?:\)|>>)$")
_LIST = re.compile(r"LIST\s+(?P<name>[^\W\d]\w*)\s*=\s*(?P<values>[^=]+)$")
_GO = re.compile(r"(?:<<goto\s+|\(go-?to:\s*)\"(?P<to>[^\"]+)\"\s*(?:>>|\))$")


def at_the_top(text: str) -> str:
    """A line at the top of a story of another language as a line of this one, else ""."""
    if found := _SET_TO.match(text):
        return _fact(found["name"], found["value"])
    if found := _LIST.match(text):
        values = [value.strip() for value in found["values"].split(",")]
        start = [value.strip("()") for value in values if value.startswith("(")]
        first = f" = {start[0]}" if len(start) == 1 else ""
        return f"fact {found['name']}: {' | '.join(value.strip('()') for value in values)}{first}" if len(values) > 1 else ""
    return ""


def _fact(name: str, value: str) -> str:
    match value.lower():
        case "true" | "yes":
            return f"fact {name}: yes/no = yes"
        case "false" | "no":
            return f"fact {name}: yes/no"
        case "0":
            return f"fact {name}: 0..9"
        case number if number.isdecimal() and len(number) < 4:
            return f"fact {name}: 0..{number} = {number}"
        case _:
            return ""


def in_a_passage(text: str) -> str:
    """A line where things happen, of another language, as a line of this one, else ""."""
    if found := _SET_BY.match(text):
        return f"~ {found['name']} {found['sign'] or found['joins'] + '='} {found['by'].lstrip('$')}"
    if found := _SET_TO.match(text):
        return f"~ {found['name']} = {_YES_NO.get(found['value'].lower(), found['value'])}"
    if found := re.match(r"-\s+->\s*([^\s>-].*)$", text):
        return f"-> {_place(found[1])}"
    if found := _GO.match(text):
        return f"-> {_place(found['to'])}"
    found_in_it = list(passages(text))
    is_sentence = text[0].isupper() and " " in text and ":" not in text.partition(" ")[0]
    is_told = (
        (found_in_it and is_sentence)
        or (found_in_it and found_in_it[0].start == 0)
        or (text[0] == "{" and text[-1] == "}" and _OURS.match(text))
    )
    return f"> {with_instead(text, found_in_it)}" if is_told else ""


_OURS = re.compile(r"\{\s*(?:if\b|any\s*:|first\s*:)")
_YES_NO = {"true": "yes", "false": "no"}

# What has no line here, by what its lines look like: the sort of it.
_NO_LINE = {
    "block": re.compile(
        r"\{[^{}]*:?$|-\s*(?:else|[^:{}\"]+)\s*:.*$|\}$|<</?(?:if|else|elseif|switch|case|default)\b[^>]*>>|\((?:if|unless|else-if|else):|\]$"
    ),
    "cover": re.compile(r"::\s*Story[A-Z]"),
    "include": re.compile(r"INCLUDE\b|<<include\b|\(display:|#include\b|@?import\b"),
    "list": re.compile(r"LIST\b"),
    "variable": re.compile(r"~?\s*(?:temp|VAR|CONST|var|let|const)\s|<<set\b|\(set:"),
    "function": re.compile(r"EXTERNAL\b|function\b|<<(?:widget|script|run)\b|\(macro:|==+\s*function\b|~?\s*return\b|def\s"),
    "tunnel": re.compile(r"->\s*\S.*->$|->\s*->|<-\s*\S"),
    "link": re.compile(r"\[\[|<<(?:link|button)\b|\(link"),
    "gather": re.compile(r"-\s*\([^\W\d]\w*\)|-\s+[A-ZÀ-Þ].*[.!?…][\"”]?$"),
    "fallback": re.compile(r"[*+]\s*->"),
    "macro": re.compile(r"<<|\([\w-]+:"),
}


def sort_of(text: str) -> str:
    """What a line of another language is that has no line of its own here, else ""."""
    return next((sort for sort, form in _NO_LINE.items() if form.match(text)), "")


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_INSIDE = r"[^\[\]{}|]*"
_TESTED = r"(?:[^()\[\]{}|]|\([^()]*\))+"
_HARLOWE = re.compile(
    rf"\((?P<if>if|unless):\s*(?P<test>{_TESTED})\)\[(?P<then>{_INSIDE})\](?P<more>(?:\s*\((?:else-?if:{_TESTED}|else:\s*)\)\[{_INSIDE}\])*)"
)
_HARLOWE_MORE = re.compile(rf"\((?:else-?if:\s*(?P<test>{_TESTED})|else:\s*)\)\[(?P<then>{_INSIDE})\]")
_WORDS = r"[^<>{}|]*"
_SUGARCUBE = re.compile(
    rf"(?<!\\)<<(?P<if>if|unless)\s+(?P<test>(?:[^<>]|>=|<=|[<>](?=\s))+)>>(?P<then>{_WORDS})(?P<more>(?:<<(?:elseif\s[^<>]+|else)>>{_WORDS})*)<</if>>"
)
_SUGARCUBE_MORE = re.compile(rf"<<(?:elseif\s+(?P<test>[^<>]+)|else)>>(?P<then>{_WORDS})")
_INK = re.compile(r"(?<!\\)\{(?P<test>(?!\s*(?:if|any|first|else|then)\b)[^{}|:\"]+):(?P<then>[^{}|]*)(?:\|(?P<other>[^{}|]*))?\}")
_INK_WORD = re.compile(r"(?:If|IF|Any|ANY|First|FIRST)\b|(?:when|unless)\s|(?:random|either|shuffle|one of|pick)\s*$", re.IGNORECASE)
_PRINT = re.compile(r"(?<!\\)<<(?:print\s+|=\s*)\$?(?P<sugar>[^<>{}|\"]+?)\s*>>|\(print:\s*\$?(?P<harlowe>[^(){}|\"]+?)\s*\)")
_SHUFFLE = re.compile(r"(?<!\\)\{\s*~\s*(?P<choices>[^{}]*\|[^{}]*)\}|\(either:\s*(?P<listed>\"[^\"{}|]*\"(?:\s*,\s*\"[^\"{}|]*\")+)\s*\)")
_ONCE = re.compile(r"(?<!\\)\{\s*!\s*(?P<once>[^{}|]+)\}")
_ELSE = re.compile(r"(?<![|\s{])(?:\s*[;,/]\s*|\s+)(?:(?:else\s+if|elseif|elif)\s+(?P<test>[^{}|:]+)|else)\s*:")
_ELSE_ALREADY = r"^\s*else\s*:"
_NAMED = re.compile(r"(?<![\w$\\])\$([a-zà-öø-þ]\w*(?:\.[a-z]\w*)?)")


_LONGEST = 4_000


def passages(text: str) -> Iterator[Passage]:
    """What stands in prose as another language writes it, from left to right, none inside another."""
    if len(text) > _LONGEST:
        return
    at = 0
    found = sorted(_passages(text))
    if text[:1] == ">" and (margin := re.match(r">+\s*", text)):
        found.insert(0, Passage(0, margin.end(), ""))
    for passage in found:
        if passage.start >= at:
            yield passage
            at = passage.end


def _passages(text: str) -> Iterator[Passage]:
    for form, more in ((_HARLOWE, _HARLOWE_MORE), (_SUGARCUBE, _SUGARCUBE_MORE)):
        for found in form.finditer(text):
            test = condition(found["test"])
            cases = [f"if {test if found['if'] == 'if' else f'not ({test})'}: {_shown(found['then'])}"]
            for case in more.finditer(found["more"]):
                cases.append(f"{f'if {condition(case[1])}' if case[1] else 'else'}: {_shown(case['then'])}")
            yield Passage(*found.span(), f"{{{' | '.join(cases)}}}")
    for found in _PRINT.finditer(text):
        yield Passage(*found.span(), f"{{{condition(found['sugar'] or found['harlowe'])}}}")
    for found in _SHUFFLE.finditer(text):
        choices = found["choices"] or " | ".join(re.findall(r'"([^"]*)"', found["listed"]))
        yield Passage(*found.span(), f"{{any: {_shown(choices)}}}")
    for found in _ONCE.finditer(text):
        yield Passage(*found.span(), f"{{first: {_shown(found['once'])} | then:}}")
    for found in _ELSE.finditer(text):
        if re.match(r"\{\s*if\b[^:]*:", text[_opened(text, found.start()) : found.start()]):
            yield Passage(*found.span(), f" | if {condition(found['test'])}:" if found["test"] else " | else:")
    for found in _INK.finditer(text):
        if not _INK_WORD.match(found["test"].strip()):
            other = "" if found["other"] is None else f" | else: {_shown(re.sub(_ELSE_ALREADY, '', found['other']))}"
            yield Passage(*found.span(), f"{{if {condition(found['test'])}: {_shown(found['then'])}{other}}}")
    for found in _NAMED.finditer(text):
        yield Passage(*found.span(), f"{{{found[1]}}}")


def _opened(text: str, at: int) -> int:
    """Where the brace stands inside which this is; the end of the text where it is inside none."""
    depth = 0
    for i in range(at - 1, -1, -1):
        if text[i] in "{}" and text[i - 1 : i] != "\\":
            depth += 1 if text[i] == "}" else -1
        if depth < 0:
            return i
    return len(text)


def _shown(words: str) -> str:
    """Words inside of a passage, with the variables in them."""
    return _NAMED.sub(r"{\1}", words.strip())


def links(text: str) -> Iterator[tuple[int, int]]:
    """Where links of Twine stand in prose."""
    return (found.span() for found in re.finditer(r"\[\[[^\[\]]+\]\]", text))


def with_instead(text: str, found: list[Passage]) -> str:
    """The text with each of these passages as it is written here."""
    for passage in reversed(found):
        text = text[: passage.start] + passage.instead + text[passage.end :]
    return text
