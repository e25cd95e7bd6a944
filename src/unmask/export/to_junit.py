"""Writes verdicts on promises as JUnit XML, for builds.

One promise: a build that counts failures fails where a promise is broken or undecided.
"""

from collections.abc import Sequence
from typing import NamedTuple

from unmask.analysis.promises import BROKEN, UNDECIDED, Verdict


class Case(NamedTuple):
    """A verdict, the promise as it is written, its line, and what there is to say."""

    verdict: Verdict
    promise: str
    line: int
    words: str


def to_junit(title: str, file: str, cases: Sequence[Case], seconds: float) -> str:
    """The verdicts as one suite of tests."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    states = [case.verdict.state for case in cases]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(state in (BROKEN, UNDECIDED) for state in states)),
        "skipped": "0",
        "errors": "0",
        "time": f"{seconds:.3f}",
    }
    suites = Element("testsuites", counts)
    suite = SubElement(suites, "testsuite", {"name": title, **counts})
    for case in cases:
        told = SubElement(suite, "testcase", {"classname": file, "name": case.promise, "file": file, "line": str(case.line)})
        first = case.words.partition("\n")[0]
        match case.verdict.state:
            case "BROKEN" | "UNDECIDED":
                SubElement(told, "failure", {"type": case.verdict.state.lower(), "message": first}).text = case.words
            case _:
                SubElement(told, "system-out").text = case.words
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'
