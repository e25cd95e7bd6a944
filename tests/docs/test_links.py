"""Every link from one of our pages to another leads somewhere, and to a heading that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def _headings(page: Path) -> set[str]:
    """What may stand behind a `#`, as GitHub makes it from headings."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def _broken(page: Path) -> list[str]:
    found = []
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)):
        path, _, heading = target.partition("#")
        there = page if not path else page.parent / path
        if "://" not in target and (not there.exists() or (heading and heading not in _headings(there))):
            found.append(f"{page.relative_to(ROOT)}: {target}")
    return found


def test_every_link_leads_somewhere() -> None:
    assert [link for page in PAGES for link in _broken(page)] == []


def test_every_test_that_a_page_names_is_there() -> None:
    named = {name for page in PAGES for name in re.findall(r"`([\w/]+\.py)::(test_\w+)`", page.read_text("utf-8"))}
    assert len(named) > 50
    assert [f"{path}::{test}" for path, test in sorted(named) if f"def {test}(" not in (ROOT / "tests" / path).read_text("utf-8")] == []
