"""What is handed out works by itself: the wheel and the archive of sources are built here, and installed where no checkout is near."""

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import pytest

import unmask

ROOT = Path(__file__).parents[2]
CLIENT = """\
import unmask

run = unmask.load("helmet").run(seed=7, number=0)
told: str = run.tell(side="Rey")
wrong: int = run.ending
"""


class Built(NamedTuple):
    """The wheel and the archive that a checkout gives, and the wheel that the archive gives."""

    wheel: Path
    archive: Path
    again: Path


class Home(NamedTuple):
    """An environment that has the wheel and what it says that it needs, and nothing else; `elsewhere` is a folder far from any checkout."""

    python: Path
    unmask: Path
    elsewhere: Path

    def call(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return _run(self.unmask, *arguments, folder=self.elsewhere)


def _run(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "UNMASK"))}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


def _build(source: Path, sort: str, target: Path) -> Path:
    done = _run(sys.executable, "-m", "hatchling", "build", "-t", sort, "-d", target, folder=source)
    assert done.returncode == 0, done.stderr
    return next(target.iterdir())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built")
    archive = _build(ROOT, "sdist", folder / "archive")
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    unpacked = next((folder / "unpacked").iterdir())
    return Built(_build(ROOT, "wheel", folder / "wheel"), archive, _build(unpacked, "wheel", folder / "again"))


@pytest.fixture(scope="module")
def home(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("home")
    venv.EnvBuilder(with_pip=False, symlinks=sys.platform != "win32").create(folder / "venv")
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "--isolated", "--disable-pip-version-check", "install", "-qq"]
    done = _run(*pip, "--no-index", "--no-deps", "--no-compile", built.wheel, folder=elsewhere)
    assert done.returncode == 0, done.stderr
    packages = Path(_run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).stdout.strip())
    (packages / "needed.pth").write_text(str(_needed(built.wheel, folder / "needed")), "utf-8")
    return Home(programs / "python", programs / "unmask", elsewhere)


def _needed(wheel: Path, folder: Path) -> Path:
    """A folder with links to what the wheel says that it needs, as it stands in this environment, and to what that needs."""
    folder.mkdir()
    with zipfile.ZipFile(wheel) as packed:
        metadata = next(packed.read(name).decode() for name in packed.namelist() if name.endswith("METADATA"))
    todo = re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra ==)", metadata, re.MULTILINE)
    done: set[str] = set()
    while todo:
        name = todo.pop()
        if name in done:
            continue
        with suppress(PackageNotFoundError):  # one that is for other systems; that ours are there is asked below
            found = distribution(name)
            done.add(name)
            for first in {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}:
                (folder / first).symlink_to(Path(str(found.locate_file(first))))
            todo += [re.split(r"[^\w-]", line)[0] for line in found.requires or () if "extra ==" not in line]
    assert {"click", "rich"} <= done
    return folder


def _in(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_archive_of_sources_gives_the_wheel_that_the_checkout_gives(built: Built) -> None:
    assert _in(built.again) == _in(built.wheel)


def test_the_wheel_has_all_that_stands_beside_the_code(built: Built) -> None:
    there = set(_in(built.wheel))
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    pages = {f"unmask/problems/pages/{path.name}" for path in (ROOT / "docs" / "reference" / "problems").glob("*.md")}
    assert there >= sources | pages
    assert "unmask/py.typed" in there
    assert {name for name in there if not name.startswith("unmask")} == set()


def test_the_archive_has_what_tests_and_setting_up_need(built: Built) -> None:
    with tarfile.open(built.archive) as packed:
        there = {name.partition("/")[2] for name in packed.getnames()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert there >= {"Makefile", "requirements-dev.lock", "tests/conftest.py", "docs/reference/language.md", "CITATION.cff", "action.yml"}
    if listed.returncode == 0:  # in an unpacked archive there is nothing to ask
        kept = {name for name in listed.stdout.splitlines() if (ROOT / name).is_file()}
        assert kept - there == set()


def test_a_story_is_told_where_there_is_no_checkout(home: Home) -> None:
    where = _run(home.python, "-c", "import unmask; print(unmask.__file__)", folder=home.elsewhere).stdout
    assert Path(where.strip()).is_relative_to(home.python.parents[1])
    told = home.call("tell", "helmet", "--seed", "7", "--side", "Rey")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == unmask.load("helmet").run(seed=7).tell("Rey")


def test_everything_that_comes_along_is_found_there(home: Home) -> None:
    assert home.call("--version").stdout == f"unmask, version {unmask.__version__}\n"
    assert [line.split()[0] for line in home.call("worlds").stdout.splitlines() if not line.startswith(" ")] == ["helmet", "village"]
    assert home.call("explain", "reserved-word").stdout.startswith("# reserved-word")
    assert home.call("new", "ferry").returncode == 0
    assert home.call("check", "ferry.story").returncode == 0
    assert home.call("export", "ferry.story", "--to", "html", "-o", "ferry.html").returncode == 0
    assert (home.elsewhere / "ferry.html").read_text("utf-8").startswith("<!")
    assert home.call("run", "ferry.story", "-n", "20", "--json").returncode == 0


def test_its_types_are_seen_from_outside(home: Home) -> None:
    (home.elsewhere / "client.py").write_text(CLIENT, "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", home.python, "--cache-dir", home.elsewhere / "cache"]
    found = _run(*mypy, "--no-error-summary", "client.py", folder=home.elsewhere)
    assert found.stdout.splitlines() == [
        'client.py:5: error: Incompatible types in assignment (expression has type "str", variable has type "int")  [assignment]'
    ], found.stdout
