"""Where llvmlite is not there, every command uses the reference engine, or says in one line what it cannot do and how to have it done.

A story keeps its exit code, but for questions to which there is no answer then.
"""

import builtins
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import unmask
from tests.app.commands import BROKEN, STORY, call, write
from tests.docs.examples import examples
from unmask.analysis import ahead, estimate
from unmask.kernel import build
from unmask.kernel.from_world import CannotCompile
from unmask.problems.install import install

COMMAND = install("fast")
WHY = f"the compiled engine needs llvmlite, which is not installed: {COMMAND}\n"
PROMISING = f"""{STORY}
motif rapping
  Ada: knock

promise in 1% to 99% of stories: rapping
"""
UNKEPT = f"{PROMISING}promise never: Ada: knock\n"
NO_WAY_ON = STORY.replace("    * knock\n", "    * knock\n      if day > 0\n").replace("    * wait\n", "    * wait\n      if day > 0\n")


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """No llvmlite, and fewer runs than usual in its place: the reference engine is slow."""
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    monkeypatch.setattr(estimate, "RUNS_IF_SLOW", 200)
    monkeypatch.setattr(ahead, "RUNS_IF_SLOW", 20)


@pytest.fixture
def story(tmp_path: Path) -> str:
    return write(tmp_path, PROMISING)


SAME = {
    "check": ["check"],
    "tell": ["tell"],
    "why": ["why", "--event", "1"],
    "show": ["show", "--world"],
    "export": ["export", "--to", "prism"],
    "plot": ["plot"],
    "find": ["find", "Ada: knock", "-n", "30"],
    "find nothing": ["find", "day > 7", "-n", "30"],
    "unreached": ["run", "--coverage", "--fail-on-unreached", "-n", "30"],
}


@pytest.mark.parametrize("words", SAME.values(), ids=SAME)
def test_where_the_answer_is_the_same_so_is_all_that_is_said_of_it(words: list[str], story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, *more = words
    before = call(name, story, *more)
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    now = call(name, story, *more)
    assert (now.code, now.out) == (before.code, before.out)
    assert now.err.replace(f"The reference engine plays, which is slow: {WHY}", "") == before.err


@pytest.mark.parametrize("text", [STORY, BROKEN, NO_WAY_ON, PROMISING], ids=["good", "broken", "dead end", "promising"])
def test_check_leaves_with_the_same_exit_code(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, text)
    before = call("check", path)
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    assert call("check", path).code == before.code


COMMANDS = (
    ("check",),
    ("run", "-n", "5"),
    ("find", "{question}", "-n", "5"),
    ("odds", "{question}", "--budget", "2000"),
    ("why", "--event", "1"),
    ("plot", "-n", "5"),
    ("check", "--promises", "--budget", "2000"),
)
PAGES = ("guide/size.md", "reference/problems/dead-end.md", "reference/problems/unreachable.md", "reference/problems/no-ending.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_command_leaves_with_the_same_exit_code_and_says_once_what_is_missing(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of stories of all sorts: those that the pages of problems call bad, too."""
    monkeypatch.setattr(estimate, "RUNS_IF_SLOW", 50)
    for number, text in enumerate(example.text for example in examples(page) if example.sort == "story"):
        path = write(tmp_path, text, f"{number}.story")
        for name, *more in COMMANDS:
            words = [name, path, *(word.format(question="ending unresolved") for word in more)]
            before = call(*words)
            with monkeypatch.context() as hidden:
                hidden.setitem(sys.modules, "llvmlite", None)
                now = call(*words)
            assert now.code == before.code, words
            assert now.err.count("needs llvmlite") + now.out.count("needs llvmlite") <= 1, words
            assert "Traceback" not in now.err


@pytest.mark.parametrize(("text", "code"), [(PROMISING, 0), (UNKEPT, 1)], ids=["kept", "broken"])
def test_promises_that_runs_can_judge_are_judged_alike(text: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, text)
    assert call("check", path, "--promises").code == code
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    monkeypatch.setattr(estimate, "RUNS_IF_SLOW", 200)
    said = call("check", path, "--promises")
    assert said.code == code
    assert said.err == f"Nothing can be gone through here, and the reference engine plays few runs: {WHY}"


@pytest.mark.usefixtures("without")
def test_a_promise_that_no_runs_prove_is_not_said_to_be_proved_by_more_states(tmp_path: Path) -> None:
    said = call("check", write(tmp_path, f"{PROMISING}promise always: ending done\n"), "--promises")
    assert said.code == 1
    assert "UNDECIDED" in said.out
    assert "only the compiled engine may" in said.out
    assert "--budget" not in said.out


@pytest.mark.parametrize(
    "words",
    [
        ["odds"],
        ["odds", "rapping"],
        ["odds", "rapping", "--exact"],
        ["odds", "ending done", "--given", "rapping"],
        ["why", "--event", "1", "--odds"],
        ["why", "--event", "1", "--instead", "wait"],
        ["plot", "--odds"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("without")
def test_what_cannot_be_exact_is_an_estimate_and_one_line_says_why(words: list[str], story: str) -> None:
    name, *more = words
    said = call(name, story, *more)
    assert said.code == 0, said
    assert said.err == f"Nothing can be gone through here, and the reference engine plays few runs: {WHY}"
    assert "estimate" in said.out
    assert "exact" not in said.out


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["check", "--size"], "States cannot be counted here"),
        (["ask", "rapping"], "Nothing can be gone through here"),
        (["ask", "rapping", "--likeliest"], "Nothing can be gone through here"),
        (["odds", "rapping", "--player", "Ada"], "What Ada can do cannot be worked out here"),
        (["odds", "rapping", "--player", "Ada", "--knowing", "--tell"], "What Ada can do cannot be worked out here"),
        (["odds", "rapping", "--player", "Ada", "--json"], "What Ada can do cannot be worked out here"),
    ],
    ids=lambda words: words if isinstance(words, str) else " ".join(words),
)
@pytest.mark.usefixtures("without")
def test_what_only_the_compiled_engine_can_do_is_refused_in_one_line(words: list[str], what: str, story: str) -> None:
    name, *more = words
    said = call(name, story, *more)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"{what}: {WHY}"


@pytest.mark.usefixtures("without")
def test_many_runs_say_on_their_screen_which_engine_played_them(story: str) -> None:
    said = call("run", story, "-n", "30")
    assert said.code == 0
    assert "reference engine" in said.out
    assert f"  {COMMAND}\n" in said.out


@pytest.mark.usefixtures("without")
def test_python_is_told_the_same(story: str) -> None:
    world = unmask.load(story)
    assert sum(world.simulate(30).endings.values()) == 30
    assert len(list(world.find("Ada: knock", runs=30))) > 0
    with pytest.raises(unmask.CannotAsk, match="llvmlite"):
        world.ask("rapping")
    assert world.run().outlook(runs=20) is not None


# ── an llvmlite that is there and is of no use ──


def test_one_that_cannot_be_loaded_is_as_if_it_were_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    plain: Callable[..., ModuleType] = builtins.__import__

    def broken(name: str, *more: Any) -> ModuleType:
        if name == "llvmlite":
            raise OSError("could not load shared object file")
        return plain(name, *more)

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(CannotCompile, match=r"cannot be loaded here \(could not load shared object file\)"):
        build.machine_code("")


def test_one_that_is_too_old_is_to_be_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    old = ModuleType("llvmlite")
    old.__dict__["binding"] = ModuleType("llvmlite.binding")
    monkeypatch.setitem(sys.modules, "llvmlite", old)
    with pytest.raises(CannotCompile, match="needs a newer llvmlite"):
        build.machine_code("")


# ── the command that installs it ──


def test_the_command_names_this_python_where_a_shell_would_find_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(sys, "executable", "/home/d'Anna/.venv/bin/python")
    assert install("fast") == "'/home/d'\"'\"'Anna/.venv/bin/python' -m pip install \"unmask[fast]\""


def test_the_command_is_short_where_a_shell_finds_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: sys.executable)
    assert install("fast") == 'python -m pip install "unmask[fast]"'


def test_an_environment_without_pip_was_made_by_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unmask.problems.install.find_spec", lambda name: None)
    monkeypatch.setattr(sys, "executable", "/tools/unmask/bin/python")
    assert install("tui") == 'uv pip install --python /tools/unmask/bin/python "unmask[tui]"'


def test_the_command_is_understood_by_pip() -> None:
    ran = subprocess.run(f"{COMMAND} --dry-run --no-index --no-deps", shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
