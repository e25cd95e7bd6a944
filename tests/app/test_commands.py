"""Every command as an author uses it: what it prints, where, and its exit code."""

import json
import sys
from pathlib import Path

import pytest

import unmask
from tests.app.commands import BROKEN, STORY, call, outside, write


@pytest.fixture
def stairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path)


def test_tell_tells_a_run_from_the_side_that_the_file_names(stairs: str) -> None:
    said = call("tell", stairs)
    assert (said.code, said.err) == (0, "")
    assert said.out == unmask.load(stairs).run(7, 0).tell("Ada")
    assert "THE STAIRS" in said.out
    assert "from Ada's side" in said.out
    assert "The door opens" in said.out


def test_tell_takes_a_seed_a_run_and_a_side(stairs: str) -> None:
    assert call("tell", stairs, "--seed", "3", "--run", "9", "--side", "Bo").out == unmask.load(stairs).run(3, 9).tell("Bo")
    assert call("tell", stairs, "--side", "world").out == unmask.load(stairs).run().tell("world")
    assert len({call("tell", stairs, "--run", str(number)).out for number in range(12)}) > 1


def test_tell_tells_what_somebody_remembers(stairs: str) -> None:
    said = call("tell", stairs, "--as-remembered-by", "Ada", "--seed", "1")
    assert said.out == unmask.load(stairs).run(1).tell("Ada", remembered=True)
    assert "as Ada remembers it" in said.out


def test_tell_lists_events_with_numbers_and_with_reasons(stairs: str) -> None:
    tape = write(
        Path(stairs).parent, "unmask tape 1\n\nscene talk\ntalk / door / Ada / knock\nscene talk\ntalk / door / Ada / wait\n", "a.tape"
    )
    assert call("replay", stairs, tape, "--events").out == (
        "   0  scene talk\n   1  talk / door / Ada: knock\n   2  scene talk\n   3  talk / door / Ada: wait\n   4  ending done\n      done\n"
    )
    assert (
        "   1  talk / door / Ada: knock\n          odds 4/5 = 80.0 %\n          +2  she is cold\n"
        in call("replay", stairs, tape, "--why").out
    )
    assert call("tell", stairs, "--why").out == call("tell", stairs, "--events", "--why").out


def test_tell_writes_markdown(stairs: str) -> None:
    assert call("tell", stairs, "--format", "markdown").out.startswith("# The Stairs\n\n*from Ada's side*\n")


def test_a_tape_replays_to_the_same_words(stairs: str) -> None:
    told = call("tell", stairs, "--seed", "5", "--tape", "run.tape", "--side", "Bo")
    assert Path("run.tape").read_text("utf-8").startswith("unmask tape 1\nworld ")
    assert call("replay", stairs, "run.tape") == told
    assert call("replay", stairs, "run.tape", "--side", "Ada").out == call("tell", stairs, "--seed", "5").out
    assert (
        call("replay", stairs, "run.tape", "--as-remembered-by", "Ada").out
        == call("tell", stairs, "--seed", "5", "--as-remembered-by", "Ada").out
    )


def test_a_tape_is_written_over_a_tape_and_over_nothing_else(stairs: str) -> None:
    for seed in "56":
        assert call("tell", stairs, "--seed", seed, "--tape", "run.tape").code == 0
    assert "seed 6" in Path("run.tape").read_text("utf-8")
    said = call("tell", stairs, "--tape", stairs)
    assert (said.code, said.out) == (2, "")
    assert "is no tape, so nothing was written" in said.err
    assert Path(stairs).read_text("utf-8") == STORY


def test_a_tape_that_cannot_be_followed_is_told_as_far_as_it_goes(stairs: str) -> None:
    tape = write(Path(stairs).parent, "unmask tape 1\nseed 7\nrun 0\n\nscene talk\ntalk / door / Ada / sing\n", "old.tape")
    said = call("replay", stairs, tape)
    assert said.code == 1
    assert "entry 2, `talk / door / Ada / sing`, names nothing in this story" in said.err
    assert "It breaks off here" in said.out
    assert call("replay", stairs, tape, "--go-on").code == 0
    assert "The door opens" in call("replay", stairs, tape, "--go-on").out


def test_nothing_stands_behind_a_story_that_breaks_off(stairs: str) -> None:
    write(Path(stairs).parent, STORY.replace("told from", 'afterword "Mind the step."\ntold from'))
    tape = write(Path(stairs).parent, "unmask tape 1\nseed 7\nrun 0\n\nscene talk\ntalk / door / Ada / wait\n", "half.tape")
    assert "Mind the step." not in call("replay", stairs, tape).out
    assert "Mind the step." in call("replay", stairs, tape, "--go-on").out


def test_a_tape_of_a_story_that_has_changed_says_so(stairs: str) -> None:
    call("tell", stairs, "--tape", "run.tape")
    write(Path(stairs).parent, STORY.replace("+2", "+3"))
    assert "The story has changed since this tape was made" in call("replay", stairs, "run.tape").err


def test_why_weighs_every_option_with_its_odds_and_where_it_stands(stairs: str) -> None:
    said = call("why", stairs, "--event", "1")
    assert said.code == 0
    assert said.out.startswith("event 1: talk / door / Ada: ")
    assert "odds 4/5 = 80.0 %, +2 points" in said.out
    assert "+2  she is cold  (stairs.story, line 13)" in said.out
    assert said.out.count("> ") == 1


def test_why_of_what_nobody_chose_is_wrong_use(stairs: str) -> None:
    assert call("why", stairs, "--event", "4") == (2, "", "Event 4 is the ending: nobody chose it.\n")
    assert call("why", stairs, "--event", "99999") == (2, "", "This run has the events 0 to 4, and no event 99999.\n")


def test_check_has_nothing_to_say_against_a_good_story(stairs: str) -> None:
    assert call("check", stairs, "--format", "json") == (0, "[]\n", "")
    assert call("check", stairs).code == 0


def test_check_shows_problems_on_stdout_and_counts_them_on_stderr(tmp_path: Path) -> None:
    said = call("check", write(tmp_path, BROKEN))
    assert said.code == 1
    assert "dya" in said.out
    assert said.err == "stairs.story: 2 problems\n"


def test_check_writes_json_that_a_program_can_read(tmp_path: Path) -> None:
    said = call("check", write(tmp_path, BROKEN), "--format", "json")
    problems = json.loads(said.out)
    assert (said.code, said.err, len(problems)) == (1, "", 2)
    first = problems[0]
    line = BROKEN.splitlines()[first["line"] - 1]
    assert {"code", "severity", "title", "note", "file", "line", "column", "end", "labels"} <= set(first)
    assert line[first["column"] - 1 : first["end"] - 1] == "dya"


def test_warnings_alone_do_not_stop_a_story(tmp_path: Path) -> None:
    path = write(tmp_path, STORY.replace("person Bo (he)\n", "person Bo (he)\n  keeps secretive: 0..2\n"))
    assert "1 warning" in call("check", path).err
    assert call("check", path).code == 0
    assert call("tell", path).code == 0


def test_no_command_plays_a_story_that_has_problems(tmp_path: Path) -> None:
    path = write(tmp_path, BROKEN)
    for arguments in (["tell"], ["why", "--event", "0"], ["show", "--world"]):
        said = call(arguments[0], path, *arguments[1:])
        assert (said.code, said.out) == (1, "")
        assert "stairs.story: 2 problems" in said.err


def test_show_prints_the_tree_even_of_a_broken_story(tmp_path: Path) -> None:
    said = call("show", write(tmp_path, BROKEN))
    assert said.code == 0
    assert "Scene name=`talk`" in said.out
    assert call("show", write(tmp_path), "--tree").out == call("show", write(tmp_path)).out


def test_show_prints_the_checked_world() -> None:
    said = call("show", "village", "--world")
    for line in ("  box: under the stairs | in the river | on the trestle = under the stairs", "  call: a, b (20 casts)"):
        assert line in said.out.split("\n")
    assert "  Agnes believes Corm.temper: feeling = great for the scene" in said.out
    assert "  Lettice shows Lettice.fond to Tobit" in said.out


def test_explain_knows_every_code_that_check_prints(tmp_path: Path) -> None:
    problems = json.loads(call("check", write(tmp_path, BROKEN), "--format", "json").out)
    for problem in problems:
        said = call("explain", problem["code"])
        assert said.code == 0
        assert said.out.startswith(f"# {problem['code']}")
        assert call("explain", f"[{problem['code']}]") == said


def test_explain_offers_near_codes() -> None:
    said = call("explain", "unknown-nam")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean `unknown-name`" in said.err


def test_worlds_lists_what_is_bundled_even_beside_files_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "village").write_text("this is no story", "utf-8")
    said = call("worlds")
    assert said.code == 0
    assert "village    The Bell Box." in said.out


def test_a_folder_of_that_name_does_not_hide_a_bundled_world_and_a_file_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "village").mkdir()
    assert call("tell", "village").out == unmask.load("village").run().tell()
    (tmp_path / "village").rmdir()
    (tmp_path / "village").write_text(STORY, "utf-8")
    assert "THE STAIRS" in call("tell", "village").out


def test_the_module_runs_as_the_command_does(stairs: str) -> None:
    ran = outside("tell", stairs)
    assert (ran.returncode, ran.stdout, ran.stderr) == call("tell", stairs)


def test_help_and_version_go_to_stdout() -> None:
    for arguments in (["--help"], ["-h"], ["tell", "--help"], ["--version"]):
        said = call(*arguments)
        assert (said.code, said.err) == (0, "")
        assert said.out
    assert unmask.__version__ in call("--version").out


def test_help_names_every_command() -> None:
    for name in ("tell", "check", "replay", "why", "fmt", "show", "explain", "new", "worlds"):
        assert f"  {name} " in call("--help").out


def test_check_says_how_far_it_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = write(tmp_path, "scene inn\n  once\n  > Dusk.\n  -> end\n")
    assert "All that can happen was gone through: 1 state." in call("check", small).err
    wide = "".join(f"fact f{number}: 0..9\n" for number in range(9)) + "scene walk\n  when f0 < 9\n  moment step: chance\n"
    wide += "".join(f"    * go {number}\n      ~ f{number} += 1\n" for number in range(9)) + "    -> end\nending over when "
    wide = write(tmp_path, wide + " and ".join(f"f{number} is 9" for number in range(9)) + "\n", "wide.story")
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    said = call("check", wide)
    assert said.code == 0
    assert "Not all that can happen was gone through; 46 runs were played" in said.err
    assert "llvmlite" in said.err
