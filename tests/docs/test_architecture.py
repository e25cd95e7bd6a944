"""docs/house/architecture.md is a map: what it names is there, and what is there it names."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "unmask"
PAGE = (ROOT / "docs" / "house" / "architecture.md").read_text("utf-8")
# Code with a slash in it, or with the ending of a file.
PATHS = {code for code in re.findall(r"`([\w./]+)`", PAGE) if "/" in code or code.endswith((".py", ".md", ".toml"))}


def _stands_for_any(path: str) -> bool:
    """`from_x.py`, `to_y.py`, `to_something.py` are forms of a name, not names."""
    return path in {"from_x.py", "to_y.py", "to_something.py", ".story"}


def test_every_path_on_the_map_exists() -> None:
    missing = {path for path in PATHS if not _stands_for_any(path) and not (ROOT / path).exists() and not (HOUSE / path).exists()}
    assert missing == set()


def test_every_module_of_the_house_is_on_the_map() -> None:
    modules = {path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py") if path.name != "__init__.py"}
    assert modules - PATHS == set()


def test_every_folder_of_the_house_is_on_the_map() -> None:
    folders = {f"{path.name}/" for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - PATHS == set()


def test_the_map_has_the_order_of_the_import_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text("utf-8").partition("layers = [")[2].partition("]")[0]
    layers = re.findall(r'"([^"]+)"', contract)
    assert " > ".join(layers) in PAGE
