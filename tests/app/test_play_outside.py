"""The command `unmask play` from outside: a pipe, a terminal, files, and every way in which somebody may leave."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import unmask
from tests.app.commands import BROKEN, call, write
from tests.app.playing import FERRY, Terminal, ferry, play, talk
from tests.app.test_play import BAD_ANSWERS
from unmask.app.sitting import Sitting
from unmask.pipeline import Run


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of states of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def story(tmp_path: Path) -> str:
    return write(tmp_path, FERRY, "ferry.story")


def replayed(path: Path) -> Run:
    return ferry().replay(path.read_text("utf-8"))


def chosen(path: Path) -> list[str]:
    """What Ada chose, as a tape has it."""
    return [line.rpartition(" / ")[2] for line in path.read_text("utf-8").splitlines() if " / Ada / " in line]


# ── through a pipe ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_story_can_be_played_through_a_pipe(story: str, state: Path) -> None:
    said = play("wait\n2\nASK WHAT IS WRONG\nquit\n", story, "--as", "Ada")
    kept = state / "unmask" / "ferry-1.tape"
    assert said.code == 0
    assert said.err == f"The story is kept. Read it again: unmask replay {story} {kept}\n"
    assert chosen(kept) == ["wait", "ask for the oar", "ask what is wrong"]
    assert said.out.count("\nAda: ") == said.out.count("\nAda: ask for the oar\n") == 1  # of a number is said what it stood for
    told = re.sub(r"What does Ada do\?\n(\d\. .*\n)+|> .*\n|Ada: .*\n|The story is over\.[^>]*", "", said.out)
    assert " ".join(told.split()) == " ".join(replayed(kept).tell("Ada").split())


def test_through_a_pipe_there_are_only_plain_lines_and_what_was_typed_stands_among_them(story: str) -> None:
    out = play("wait\n\x1b[31mred\n", story, "--as", "Ada").out
    assert re.findall(r"^> .*$", out, re.MULTILINE) == ["> wait", "> ·[31mred"]
    assert all(sign.isprintable() or sign == "\n" for sign in out)
    assert max(map(len, out.splitlines())) <= 80


def test_nothing_typed_in_a_whole_sitting_of_bad_answers_does_any_harm(story: str, state: Path) -> None:
    lines = [typed.encode("utf-8", "surrogatepass") for typed in BAD_ANSWERS if "\0" not in typed]
    said = play(b"wait\n" + b"\n".join([*lines, b"\xff\xfe", b"caf\xe9", "ж".encode() * 5_000, b"?"]), story, "--as", "Ada", "--seed", "7")
    assert said.code == 0
    assert said.out.count("That cannot be read: it is no text in UTF-8.") == 3
    assert "What Beau seems to feel: shame great, pride great.\nWhat Ada keeps" in said.out
    assert chosen(state / "unmask" / "ferry-1.tape") == ["wait"]


def test_a_line_that_is_too_long_counts_once(story: str) -> None:
    assert play("x" * 100_000 + "\n?\n", story, "--as", "Ada").out.count("\n> ") == 2


def test_who_is_asked_nothing_through_a_pipe_is_told_whom_one_can_be(story: str) -> None:
    said = play("1\n", story)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"Say whom to be. You can be Ada or Bo: unmask play {story} --as Bo\n"


def test_a_person_is_found_in_small_letters_too_and_a_stranger_is_not(story: str) -> None:
    assert "from Bo's side" in play("", story, "--as", "bo").out
    said = play("", story, "--as", "Adda")
    assert (said.code, said.out) == (2, "")
    assert "Nobody called Adda is in this story. Did you mean `Ada`?" in said.err


def test_a_person_is_found_without_accents(tmp_path: Path) -> None:
    lines = "person Zoë (she)\nscene dawn\n  moment stay: Zoë\n    * stay\n      -> end\n    * go\n      -> end\n"
    assert "from Zoë's side" in play("", write(tmp_path, lines, "dawn.story"), "--as", "Zoe").out


def test_a_story_in_which_nobody_decides_is_for_reading(tmp_path: Path) -> None:
    path = write(tmp_path, "person Ada (she)\nscene dawn\n  > It is {any: day | light}.\n  -> end\n", "dawn.story")
    said = play("", path)
    assert (said.code, said.out) == (2, "")
    assert "so nobody can be played. Read it: unmask tell" in said.err


def test_a_story_with_problems_is_not_played(tmp_path: Path) -> None:
    said = play("", write(tmp_path, BROKEN), "--as", "Ada")
    assert (said.code, said.out) == (1, "")
    assert "2 problems" in said.err


def test_without_a_story_it_is_the_helmet() -> None:
    assert play("", "--as", "Kylo").out.startswith("THE HELMET\n")


def test_seed_and_run_say_what_luck_the_others_have(story: str) -> None:
    told = {play("1\n1\n1\n", story, "--as", "Ada", "--seed", str(seed), "--run", "2").out for seed in range(4)}
    assert len(told) == 4
    asked = [["--seed", "7"], ["--run", "0"], ["--seed", "7", "--run", "0"]]
    assert len({play("1\n", story, "--as", "Ada", *luck).out for luck in asked}) == 1


def test_each_game_has_luck_of_its_own_which_its_tape_keeps(story: str, state: Path) -> None:
    for _ in range(3):
        assert play("1\n1\n1\n", story, "--as", "Ada").code == 0
    tapes = [state / "unmask" / f"ferry-{number}.tape" for number in (1, 2, 3)]
    seeds = {int(line.removeprefix("seed ")) for tape in tapes for line in tape.read_text("utf-8").splitlines() if line.startswith("seed ")}
    assert len(seeds) == 3
    assert max(seeds) > 2**32  # all of the 64 bits are drawn
    went_on = play("", story, "--load", str(tapes[0])).out
    assert went_on == play("", story, "--load", str(tapes[0])).out


def test_a_game_can_be_begun_again_with_the_same_luck_and_both_are_kept(story: str, state: Path) -> None:
    said = play("1\n2\n3\nagain\n1\n2\n3\n", story, "--as", "Ada")
    first, second = said.out.split("> again\n")
    assert first == second.lstrip("\n")
    kept = [(state / "unmask" / f"ferry-{number}.tape").read_text("utf-8") for number in (1, 2)]
    assert kept[0] == kept[1]
    assert f"seed {kept[0].split('seed ')[1].splitlines()[0]} and run 0" in " ".join(
        play("help\n", story, "--load", str(state / "unmask" / "ferry-1.tape")).out.split()
    )


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_saved_game_can_be_loaded_in_the_same_sitting_and_in_another(story: str, tmp_path: Path) -> None:
    saved = tmp_path / "my game.tape"
    said = play(f"wait\nsave {saved}\n1\nload {saved}\n2\n", story, "--as", "Ada")
    assert f"Saved in {saved}." in " ".join(said.out.split())
    assert chosen(saved) == ["wait"]
    assert "They wait again. It breaks off here: the tape ends here." in " ".join(call("replay", story, str(saved)).out.split())
    again = play("2\n", story, "--load", str(saved))
    assert "> 2" in again.out
    assert chosen(saved) == ["wait"]


def test_what_cannot_be_saved_or_loaded_is_said_and_the_game_goes_on(story: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Bo")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    shut = tmp_path / "shut"
    shut.mkdir()
    tries = {
        f"save {tmp_path}": "is there already and is no tape",
        f"save {tmp_path / 'letter.txt'}": "is there already and is no tape",
        f"save {tmp_path / 'no' / 'folder'}": "there is no folder",
        f"save {tmp_path / ('x' * 300)}": "was not written: file name too long",
        "save /proc/ferry.tape": "/proc/ferry.tape was not written",
        "save /dev/null": "is there already and is no tape",  # a device is never read: some of them have no end
        f"load {tmp_path / 'nothing'}": "There is no file called",
        f"load {tmp_path}": "is a folder, and no saved game",
        f"load {tmp_path / 'letter.txt'}": "is not a saved game: it does not start with the line `unmask tape 1`",
        f"load {tmp_path / 'binary'}": "is not a saved game",
        f"load {tmp_path / ('x' * 300)}": "cannot be read: file name too long",
    }
    said = play("wait\n" + "".join(f"{line}\n" for line in tries) + "2\n?\n", story, "--as", "Ada")
    shown = re.split(r"^> ", said.out, flags=re.MULTILINE)[2:]
    for (line, wanted), answer in zip(tries.items(), shown, strict=False):
        assert wanted in " ".join(answer.split()), line
    assert (tmp_path / "letter.txt").read_text() == "Dear Bo"
    assert chosen(tmp_path / "state" / "unmask" / "ferry-1.tape") == ["wait", "ask for the oar"]


def test_a_home_folder_is_understood_in_a_file_name(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    play("wait\nsave ~/mine.tape\n", story, "--as", "Ada")
    assert chosen(tmp_path / "mine.tape") == ["wait"]


def test_a_game_saved_before_the_story_changed_goes_on_as_far_as_it_can(story: str, tmp_path: Path) -> None:
    play(f"wait\n2\nsave {tmp_path / 'old.tape'}\n", story, "--as", "Ada")
    write(tmp_path, FERRY.replace("* ask for the oar\n", "* ask for both oars\n"), "ferry.story")
    said = play("2\n", story, "--load", str(tmp_path / "old.tape"))
    words = " ".join(said.out.split())
    assert "entry 5, `bank / asking / Ada / ask for the oar`, names nothing in this story" in words
    assert chosen(tmp_path / "old.tape") == ["wait", "ask for the oar"]


def test_what_cannot_be_loaded_at_the_start_is_refused(story: str, tmp_path: Path) -> None:
    for path, wanted in ((tmp_path / "nothing", "There is no file"), (tmp_path, "is a folder"), (Path(story), "is not a saved game")):
        said = play("", story, "--load", str(path))
        assert (said.code, said.out) == (2, "")
        assert wanted in said.err


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_game_that_was_left_goes_on_with_continue_and_in_its_own_file(story: str, state: Path) -> None:
    first = play("wait\n", story, "--as", "Ada")
    kept = state / "unmask" / "ferry-1.tape"
    assert first.err == f"The game is kept in {kept}. Go on with it: unmask play {story} --continue\n"
    again = play("2\n", story, "--continue")
    assert again.code == 0
    assert chosen(kept) == ["wait", "ask for the oar"]
    assert [path.name for path in kept.parent.iterdir()] == ["ferry-1.tape"]


def test_one_game_is_never_kept_over_another(story: str, state: Path) -> None:
    for choice in ("wait", "1", "2"):
        play(f"{choice}\n", story, "--as", "Ada")
    kept = sorted((state / "unmask").iterdir())
    assert [path.name for path in kept] == ["ferry-1.tape", "ferry-2.tape", "ferry-3.tape"]
    assert [chosen(path) for path in kept] == [["wait"], ["ask what is wrong"], ["ask for the oar"]]
    os.utime(kept[1], (2**32, 2**32))
    assert str(kept[1]) in play("", story, "--continue").err


def test_a_game_that_loads_another_leaves_both_as_they_were(story: str, state: Path, tmp_path: Path) -> None:
    play(f"2\nsave {tmp_path / 'oar.tape'}\n", story, "--as", "Ada")
    play(f"wait\nload {tmp_path / 'oar.tape'}\n1\n", story, "--as", "Ada")
    kept = sorted((state / "unmask").iterdir())
    assert [chosen(path) for path in kept] == [["ask for the oar"], ["wait"], ["ask for the oar", "ask what is wrong"]]
    assert chosen(tmp_path / "oar.tape") == ["ask for the oar"]


def test_a_kept_game_that_the_story_has_left_behind_stays_as_it_was(story: str, state: Path, tmp_path: Path) -> None:
    play("wait\n2\n", story, "--as", "Ada")
    write(tmp_path, FERRY.replace("* ask for the oar\n", "* ask for both oars\n"), "ferry.story")
    play("3\n", story, "--continue")
    kept = sorted((state / "unmask").iterdir())
    assert [chosen(path) for path in kept] == [["wait", "ask for the oar"], ["wait", "wait"]]


def test_two_who_go_on_with_one_game_both_keep_theirs(story: str, state: Path) -> None:
    play("wait\n", story, "--as", "Ada")
    one, two = state / "unmask" / "ferry-1.tape", state / "unmask" / "ferry-2.tape"
    with Terminal(story, "--continue", state=state) as first:
        first.until("\n> ")
        second = play("2\n", story, "--continue")
        assert "Somebody else is playing this game now. Both of you keep yours" in " ".join(second.out.split())
        assert second.err == f"The game is kept in {two}. Go on with it: unmask play {story} --continue\n"
        first.type("1\n")
        first.until("\n> ")
        os.utime(two, (2**32, 2**32))
        first.type("quit\n")
        assert f"The game is kept in {one}. Go on with it: unmask play {story} --load {one}" in first.finish().shown
    assert chosen(one) == ["wait", "ask what is wrong"]
    assert chosen(two) == ["wait", "ask for the oar"]
    assert sorted(path.name for path in one.parent.iterdir()) == [one.name, two.name]


def test_two_who_begin_at_once_both_keep_theirs(story: str, state: Path) -> None:
    with Terminal(story, "--as", "Ada", state=state) as first:
        first.until("\n> ")
        first.type("wait\n")
        first.until("\n> ")
        play("2\n", story, "--as", "Ada")
        third = play("1\n", story, "--load", str(state / "unmask" / "ferry-1.tape"))
        assert "Somebody else is playing this game now." in third.out
        first.type("2\n\x04")
        first.finish()
    kept = sorted((state / "unmask").iterdir())
    assert [chosen(path) for path in kept] == [["wait", "ask for the oar"], ["ask for the oar"], ["wait", "ask what is wrong"]]


def test_who_has_read_a_game_before_it_was_played_on_keeps_theirs_elsewhere(story: str, state: Path) -> None:
    play("wait\n", story, "--as", "Ada")
    kept = state / "unmask" / "ferry-1.tape"
    read = kept.read_text("utf-8")
    play("2\n", story, "--continue")
    sitting = Sitting(story, unmask.load(story), "Ada", 7, 0)
    sitting.begin(kept, read, False)
    sitting.answer("1")
    sitting.last_words()
    assert chosen(kept) == ["wait", "ask for the oar"]
    assert chosen(state / "unmask" / "ferry-2.tape") == ["wait", "ask what is wrong"]


def test_two_stories_of_one_name_in_two_folders_do_not_share_their_games(story: str, state: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = write(tmp_path / "other", FERRY, "ferry.story")
    play("wait\n", story, "--as", "Ada")
    said = play("", other, "--continue")
    kept = state / "unmask" / "ferry-1.tape"
    assert said.code == 2
    assert said.err.splitlines()[1] == f"There is one of a story of that name that lay elsewhere: unmask play {other} --load {kept}"
    play("2\n", other, "--as", "Ada")
    play("1\n", story, "--continue")
    play("2\n", other, "--continue")
    assert chosen(kept) == ["wait", "ask what is wrong"]
    assert chosen(state / "unmask" / "ferry-2.tape") == ["ask for the oar", "ask for the oar"]


def test_a_game_from_before_it_was_written_down_whose_it_is_is_found_by_what_it_was_made_with(
    story: str, state: Path, tmp_path: Path
) -> None:
    play("wait\n", story, "--as", "Ada")
    shutil.rmtree(state / "unmask-players")
    (tmp_path / "other").mkdir()
    changed = write(tmp_path / "other", FERRY.replace("* ask for the oar\n", "* ask for both oars\n"), "ferry.story")
    assert play("", changed, "--continue").code == 2
    assert play("2\n", story, "--continue").code == 0
    assert chosen(state / "unmask" / "ferry-1.tape") == ["wait", "ask for the oar"]
    same = write(tmp_path / "other", FERRY, "ferry.story")
    assert play("", same, "--continue").code == 2  # by now it is known to be of the other one


def test_what_is_no_game_in_the_folder_of_games_is_passed_over(story: str, state: Path) -> None:
    play("wait\n", story, "--as", "Ada")
    for number, make in ((2, os.mkfifo), (3, Path.mkdir), (4, lambda path: path.symlink_to("/dev/zero"))):
        make(state / "unmask" / f"ferry-{number}.tape")
        os.utime(state / "unmask" / f"ferry-{number}.tape", (2**32, 2**32), follow_symlinks=False)
    assert play("2\n", story, "--continue").code == 0
    assert chosen(state / "unmask" / "ferry-1.tape") == ["wait", "ask for the oar"]


@pytest.mark.parametrize("mark", ["folder", "pipe", "link"])
def test_a_lock_that_cannot_be_had_costs_nobody_their_game(mark: str, story: str, state: Path) -> None:
    play("wait\n", story, "--as", "Ada")
    lock = state / "unmask-players" / "ferry-1.tape.lock"
    lock.unlink()
    {"folder": lock.mkdir, "pipe": lambda: os.mkfifo(lock), "link": lambda: lock.symlink_to("/dev/zero")}[mark]()
    assert play("2\n", story, "--continue").code == 0
    games = [chosen(path) for path in sorted((state / "unmask").iterdir())]
    assert ["wait", "ask for the oar"] in games
    assert games[0][0] == "wait"


def test_who_chose_nothing_leaves_nothing_behind(story: str, state: Path) -> None:
    said = play("?\nwhy\nquit\n", story, "--as", "Ada")
    assert (said.code, said.err) == (0, "")
    assert not state.exists()


def test_there_is_nothing_to_go_on_with_where_nothing_was_left(story: str) -> None:
    said = play("", story, "--continue")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"No game of {story} was left")


def test_load_and_continue_together_make_no_sense(story: str) -> None:
    assert play("", story, "--continue", "--load", "x").code == 2


def test_where_a_game_cannot_be_kept_its_tape_is_shown(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    said = play("wait\nquit\n", story, "--as", "Ada", "--seed", "7")
    assert said.code == 0
    assert said.err.startswith("This game could not be kept. ")
    tape = said.err.partition("\n\n")[2]
    dialogue = talk()
    dialogue.answer("wait")
    assert tape.strip() == dialogue.game.tape().strip()


def test_a_folder_of_states_that_is_no_whole_path_is_passed_over(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    play("wait\n", story, "--as", "Ada")
    assert chosen(tmp_path / "home" / ".local" / "state" / "unmask" / "ferry-1.tape") == ["wait"]


# ── ways to leave ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("keys", "code"), [("\x03", 130), ("\x04", 0), ("quit\n", 0), ("2\x03", 130)])
def test_on_a_terminal_every_way_to_leave_keeps_the_game_and_says_where(keys: str, code: int, story: str, state: Path) -> None:
    with Terminal(story, "--as", "Ada", state=state) as terminal:
        terminal.until("\n> ")
        terminal.type("wait\n")
        terminal.until("\n> ")
        terminal.type(keys)
        left = terminal.finish()
        kept = state / "unmask" / "ferry-1.tape"
        assert left.code == code
        assert left.shown.rstrip().endswith(f"The game is kept in {kept}. Go on with it: unmask play {story} --continue")
        assert chosen(kept) == ["wait"]
        assert "\x1b" not in left.shown
        assert "Traceback" not in left.shown


def test_on_a_terminal_one_is_asked_whom_to_be_until_one_says(story: str, state: Path) -> None:
    with Terminal(story, state=state) as terminal:
        assert terminal.until("\n> ").startswith("The Ferry\n\nWhom will you be?\n1. Ada\n2. Bo\n")
        for bad in ("", "3", "0", "Cy", "1.5"):
            terminal.type(f"{bad}\n")
            assert "Type a number from 1 to 2, or a name." in terminal.until("\n> ")
        terminal.type("b\n")
        assert "from Bo's side" in terminal.until("What does Mr. Bo do?")
        terminal.type("\x04")
        assert terminal.finish().code == 0


@pytest.mark.parametrize(("keys", "code", "words"), [("\x03", 130, "Stopped."), ("\x04", 2, "Nobody was chosen")])
def test_whoever_leaves_before_saying_whom_to_be_has_lost_nothing(keys: str, code: int, words: str, story: str, state: Path) -> None:
    with Terminal(story, state=state) as terminal:
        terminal.until("\n> ")
        terminal.type(keys)
        left = terminal.finish()
        assert (left.code, words in left.shown) == (code, True)
        assert not state.exists()


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
def test_whoever_leaves_after_the_end_is_told_how_to_read_it_again(keys: str, story: str, state: Path) -> None:
    with Terminal(story, "--as", "Ada", state=state) as terminal:
        terminal.until("\n> ")
        terminal.type("1\n1\n1\n")
        terminal.until("`quit` leaves.")
        terminal.until("\n> ")
        terminal.type(keys)
        kept = state / "unmask" / "ferry-1.tape"
        assert f"Read it again: unmask replay {story} {kept}" in terminal.finish().shown
        assert replayed(kept).ending == "across"


def test_ctrl_c_while_the_others_choose_leaves_the_game_before_the_move(story: str, state: Path) -> None:
    script = (
        "import os, signal, sys\nfrom unmask.app.cli import main\nfrom unmask.run.step import Process\n"
        "first, turns = Process.follow, []\n"
        "def follow(*of):\n"
        "    turns.append(1)\n"
        "    if len(turns) == 12: os.kill(os.getpid(), signal.SIGINT)\n"
        "    return first(*of)\n"
        "Process.follow = follow\nmain()\n"
    )
    command = [sys.executable, "-c", script, "play", story, "--as", "Ada"]
    ran = subprocess.run(command, input="wait\n2\n1\n", capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 130
    assert "Traceback" not in ran.stderr
    assert chosen(state / "unmask" / "ferry-1.tape") == ["wait"]


def test_a_game_outlives_whoever_kills_it(story: str, state: Path) -> None:
    with Terminal(story, "--as", "Ada", state=state) as terminal:
        terminal.until("\n> ")
        terminal.type("wait\n")
        terminal.until("\n> ")
        terminal.running.send_signal(signal.SIGKILL)
        terminal.finish()
        assert chosen(state / "unmask" / "ferry-1.tape") == ["wait"]


def test_a_reader_who_goes_away_costs_nobody_the_game(story: str, state: Path) -> None:
    command = [sys.executable, "-m", "unmask", "play", story, "--as", "Ada"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "THE FERRY\n"
        running.stdout.close()
        running.stdin.write("wait\n2\n")
        running.stdin.close()
        assert "The game is kept in" in running.stderr.read()
    assert running.returncode == 0
    assert chosen(state / "unmask" / "ferry-1.tape") == ["wait"]


def test_a_full_disk_where_the_prose_goes_is_said_and_the_game_kept(story: str, state: Path) -> None:
    command = [sys.executable, "-m", "unmask", "play", story, "--as", "Ada", "--load", str(state / "x.tape")]
    state.mkdir()
    dialogue = talk()
    dialogue.answer("wait")
    (state / "x.tape").write_text(dialogue.game.tape())
    with open("/dev/full", "w") as full:
        ran = subprocess.run(command, input="2\n", stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert ran.returncode == 1
    assert "What is told could not be written (No space left on device)." in ran.stderr
    assert "Traceback" not in ran.stderr
