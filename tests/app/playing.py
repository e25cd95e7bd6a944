"""Playing, for tests: a story of two, games in this process, and a talk with the command through a pipe or a terminal."""

import io
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

if sys.platform != "win32":
    import fcntl
    import pty
    import termios

from tests.app.commands import Said
from unmask.app.cli import main
from unmask.app.dialogue import Dialogue
from unmask.app.game import Game
from unmask.pipeline import World, world_from
from unmask.problems.place import Source

FERRY = """\
title "The Ferry"
author "Somebody"
afterword "That is all."

scale feeling: none < some < great
fact day: 0..3

person Ada (she)
  feels hope: feeling = great
  keeps letter: yes/no = yes
  expects Bo.pride = great

person Bo "Mr. Bo" (he) called "Beau" by Ada
  feels shame: feeling = great
  feels pride: feeling
  shows shame unless day is 0

scene bank with Ada, Bo
  > {first: They wait for the ferry. | then: They wait again. | then: They are still waiting.}
  moment asking: Ada
    * ask what is wrong
      +hope "she still hopes for an answer"
      -1 "he looks ashamed" if seems(Bo.shame) is great
      > {any: "Well?" says Ada. | "Now?" says Ada. | "And today?" says Ada.}
      Ada> {any: She does not look at him. | She looks at the water. | She counts the reeds.}
    * ask for the oar
      +1 "somebody has to row" if seems(Bo.pride) is great
      > {any: She holds out her hand for the oar. | "The oar," she says. | She looks at the oar.}
    * wait
      ~ hope -= 1
      > {any: She says nothing. | She waits. | She lets it be.}
    -> answer

  moment answer: Bo
    * tell her
      -shame "it would be the end of it"
      ~ shame -= 1
      > {any: He tells her a part of it. | He tells her more. | He tells her the rest.}
      Bo> {any: It is not the worst part. | It is nearly all. | It is out.}
    * talk of the weather
      +1 "it is easier"
      >+ {any: He talks of the wind. | He talks of the clouds. | He talks of the rain.}
    -> end

meanwhile
  ~ day += 1
  > {any: A night goes by. | It is morning. | The river has risen.}

ending across "On the other side" when day is 3
  > The ferry comes.
"""


def ferry(text: str = FERRY) -> World:
    return world_from(Source("ferry.story", text))


def game(person: str = "Ada", seed: int = 7, text: str = FERRY) -> Game:
    return Game(ferry(text), person, seed, 0)


def talk(person: str = "Ada", seed: int = 7, text: str = FERRY) -> Dialogue:
    """A talk that has begun."""
    dialogue = Dialogue(game(person, seed, text))
    dialogue.begin()
    return dialogue


def paragraphs(text: str) -> list[str]:
    """Told text without its margins and line ends."""
    return [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]


def play(typed: str | bytes, *arguments: str) -> Said:
    """The command in this process, with these lines typed through a pipe."""
    data = typed.encode() if isinstance(typed, str) else typed
    with pytest.MonkeyPatch.context() as patch:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        patch.setattr(sys, "argv", ["unmask", "play", *arguments])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return Said(left.value.code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


class Finished(NamedTuple):
    code: int
    shown: str


class Terminal:
    """The command on a terminal of its own, where Ctrl-C and Ctrl-D are what they are."""

    def __init__(self, *arguments: str, state: Path) -> None:
        self.ours, theirs = pty.openpty()
        self.running = subprocess.Popen(
            [sys.executable, "-m", "unmask", "play", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(state)},
        )
        os.close(theirs)
        self.shown = ""
        self.at = 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.running.poll() is None:  # a test has failed on the way
            self.running.kill()
            self.finish()

    def until(self, words: str) -> str:
        """What is shown from where it was waited for last, until these words are and with them."""
        while words not in self.shown[self.at :]:
            more = self._read()
            assert more, f"{words!r} never came; there was {self.shown!r}"
        start, self.at = self.at, self.shown.index(words, self.at) + len(words)
        return self.shown[start : self.at]

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def finish(self) -> Finished:
        """Wait for its end."""
        while self._read():
            pass
        code = self.running.wait(30)
        os.close(self.ours)
        return Finished(code, self.shown)

    def _read(self) -> str:
        ready, _, _ = select.select([self.ours], [], [], 30)
        assert ready, f"nothing came any more after {self.shown!r}"
        try:
            read = os.read(self.ours, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
        except OSError:  # how a terminal says that nobody writes to it any more
            read = ""
        self.shown += read
        return read
