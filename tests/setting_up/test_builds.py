"""Other people's builds: the hooks and the action that we hand out are in their form, and what they run does what they say."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from packaging.version import Version

import unmask
from tests.app.commands import BROKEN, STORY, Said, call, every_command, write

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PROMISING = f'{STORY}\npromise never: Ada: knock "She waits"\n'.replace(' "She waits"', "")
UNREACHED = STORY.replace('+1 "it is late" if day > 0', "if day > 1")
UNTIDY = STORY.replace("person Bo (he)", "person  Bo  (he)")
REGISTRIES = re.compile(r"pypi\.org|pythonhosted|npmjs|conda\.|anaconda\.org|index-url", re.IGNORECASE)


def hooked(name: str, *files: str) -> Said:
    """What a hook says of files, as pre-commit calls it: its entry, and the files behind it."""
    entry = next(hook["entry"] for hook in HOOKS if hook["id"] == name)
    program, *words = shlex.split(entry)
    assert program == "unmask"
    return call(*words, *files)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_has_the_form_that_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= set(hook) <= {*hook, "description", "require_serial"}
    assert hook["language"] == "python"
    assert re.search(hook["files"], "stories/my ferry.story")
    assert not re.search(hook["files"], "stories/README.md")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_takes_several_files(hook: dict[str, Any]) -> None:
    _, name, *options = shlex.split(hook["entry"])
    found = every_command()[name]
    known = {option for parameter in found.params if isinstance(parameter, click.Option) for option in parameter.opts}
    assert set(options) <= known
    assert [parameter.nargs for parameter in found.params if isinstance(parameter, click.Argument)] == [-1]


@pytest.mark.parametrize(
    ("name", "bad"),
    [("unmask-check", BROKEN), ("unmask-fmt", UNTIDY), ("unmask-promises", PROMISING), ("unmask-unreached", UNREACHED)],
)
def test_a_hook_lets_the_good_through_and_stops_the_bad(name: str, bad: str, tmp_path: Path) -> None:
    good = [write(tmp_path, STORY, "good.story"), write(tmp_path, STORY, "and good.story")]
    assert hooked(name, *good).code == 0
    faulty = write(tmp_path, bad, "bad.story")
    said = hooked(name, good[0], faulty, good[1])
    changed = Path(faulty).read_text("utf-8") != bad
    assert changed if name == "unmask-fmt" else said.code == 1, said  # pre-commit sees by itself that a file was changed
    assert "bad.story" in said.out + said.err


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    files = [write(tmp_path / "one", BROKEN), write(tmp_path / "two", BROKEN)]
    said = call("check", *files)
    assert said.code == 1
    assert all(file in said.out and file in said.err for file in files)


def test_a_file_that_is_not_there_keeps_no_other_from_being_checked(tmp_path: Path) -> None:
    there = write(tmp_path, BROKEN)
    said = call("check", str(tmp_path / "gone.story"), there)
    assert said.code == 2
    assert "There is no file called" in said.err
    assert "stairs.story, line" in said.out


def test_what_is_of_one_story_is_refused_for_several() -> None:
    for words in (["check", "--promises", "--junit", "x.xml"], ["check", "--size", "--json"], ["run", "--json"], ["run", "--out", "x"]):
        said = call(*words, "helmet", "village")
        assert (said.code, said.out) == (2, ""), words
        assert "one story" in said.err


# ── the action ──


def acted(folder: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """The step of the action that checks, in a repository, with inputs as somebody gave them and else as they are."""
    step = ACTION["runs"]["steps"][-1]
    given = {name: inputs.get(name, one["default"]) for name, one in ACTION["inputs"].items()}
    env = {name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value) for name, value in step["env"].items()}
    programs = folder.parent / "programs"
    programs.mkdir(exist_ok=True)
    program = programs / "unmask"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m unmask "$@"\n', "utf-8")
    program.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **env, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    (folder / "of mine").mkdir(parents=True)
    write(folder / "of mine", STORY, "Été d'Anna.story")
    write(folder, STORY, "-x.story")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def add(folder: Path) -> Path:
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    return folder


def test_the_action_is_a_composite_whose_inputs_all_reach_their_step() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all("shell" in step or "uses" in step for step in ACTION["runs"]["steps"])
    text = (ROOT / "action.yml").read_text("utf-8")
    assert {name for name in ACTION["inputs"] if f"inputs.{name} }}" in text} == set(ACTION["inputs"])
    # What somebody typed reaches the shell as a variable, never as a part of the script.
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_the_action_checks_every_story_of_a_repository_by_whatever_name(repository: Path) -> None:
    done = acted(add(repository), unreached="true", runs="200")
    assert done.returncode == 0, done.stderr
    assert "Été d'Anna.story: nothing to say against it" in done.stderr
    assert "-x.story: nothing to say against it" in done.stderr


@pytest.mark.parametrize(
    ("bad", "inputs"),
    [(BROKEN, {}), (PROMISING, {}), (UNREACHED, {"unreached": "true", "runs": "200"})],
    ids=["broken", "promise", "unreached"],
)
def test_the_action_fails_for_a_bad_one_among_the_good(bad: str, inputs: dict[str, str], repository: Path) -> None:
    write(repository, bad, "bad.story")
    done = acted(add(repository), **inputs)
    assert done.returncode == 1, done.stderr
    assert "bad.story" in done.stdout + done.stderr
    assert acted(repository, stories="of mine/*\n").returncode == 0


def test_the_action_fails_where_there_is_nothing_to_check(repository: Path) -> None:
    done = acted(add(repository), stories="*.tale")
    assert done.returncode == 2
    assert "No story in this repository is called *.tale." in done.stderr


# ── what is said of this repository ──


def test_every_python_and_system_that_is_claimed_is_tried() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8"))
    matrix = workflow["jobs"]["test"]["strategy"]["matrix"]
    claimed = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert matrix["python"] == claimed
    assert {system.partition("-")[0] for system in matrix["system"]} == {"ubuntu", "macos", "windows"}


def test_whoever_cites_us_finds_what_the_citation_format_asks_for() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] == "software"
    assert cited["license"] == "MIT"
    assert cited["authors"] == [{"name": "The unmask authors"}]
    assert str(cited["version"]) == unmask.__version__


def test_the_newest_changes_are_of_this_version_or_of_the_next() -> None:
    newest = re.search(r"^## ([\d.]+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest
    assert Version(newest[1]) >= Version(unmask.__version__)


def test_no_file_for_builds_names_where_packages_come_from() -> None:
    for path in (*ROOT.glob("*.y*ml"), *ROOT.glob(".*.yaml"), *(ROOT / ".github").rglob("*.yml"), ROOT / "README.md"):
        assert not REGISTRIES.search(path.read_text("utf-8")), path


def test_the_steps_of_a_release_are_commands_that_are_there() -> None:
    page = (ROOT / "docs" / "house" / "releasing.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", page)) <= targets
    for path in re.findall(r"`((?:src|tests|\.ci)/[\w./]+|[A-Z]\w+\.\w+)`", page):
        assert (ROOT / path).is_file(), path
