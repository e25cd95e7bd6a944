"""One sitting at a game: answers what is typed, and reads and writes the game's files.

One promise: after each answer the game is kept, so that nothing is lost however the sitting ends. Every front end plays it.
"""

import os
from pathlib import Path

import unmask
from unmask.app.dialogue import Dialogue, Reply
from unmask.app.doors import Refusal, save_tape
from unmask.app.files import NotAStory, read_file
from unmask.app.game import Game
from unmask.app.kept_games import KeptGame, is_kept, last
from unmask.app.shell import command
from unmask.app.width import prose_columns
from unmask.pipeline import World
from unmask.run.tape import NoTape
from unmask.run.tape import read as tape_from
from unmask.telling.to_text import Slant


class Sitting:
    """A game and its files, from sitting down to getting up. Both front ends play it; neither touches a file."""

    def __init__(self, story: str, world: World, person: str, seed: int, number: int, slant: Slant | None = None) -> None:
        self.story = story
        self.game = Game(world, person, seed, number)
        self.dialogue = Dialogue(self.game, prose_columns(), slant)
        self.kept = KeptGame(story)
        self.why_not = ""
        self.nothing_yet = self.game.tape()

    def begin(self, tape: Path | None, text: str, person_named: bool) -> Reply:
        """The first page, or where a saved game goes on."""
        if tape is None:
            return self.dialogue.begin()
        return self._load(tape, text, self.game.person if person_named else "")

    def answer(self, typed: str | None) -> Reply | None:
        """What comes of a line (None: one that is no text); None where whoever plays wants to leave. The game is kept at once."""
        reply = self.dialogue.unreadable() if typed is None else self.dialogue.answer(typed)
        if reply.wants == "quit":
            return None
        if reply.wants == "again":
            return self._again()
        if reply.wants:
            reply = self._with_file(reply.wants, Path(os.path.expanduser(reply.file)))
        self.keep()
        return reply

    def choose(self, index: int) -> Reply:
        """What comes of an option that was pointed at. The game is kept at once."""
        reply = self.dialogue.choose(index)
        self.keep()
        return reply

    def _again(self) -> Reply:
        """Another game with the same luck, in a file of its own."""
        self.keep()
        self.kept.leave()
        self.kept = KeptGame(self.story)
        self.game.again()
        self.nothing_yet = self.game.tape()
        return self.dialogue.begin()

    def _with_file(self, wants: str, path: Path) -> Reply:
        try:
            if wants == "load":
                return self._load(path, read_tape(path))
            save_tape(path, self.game.tape())
            return self.dialogue.saved(str(path))
        except Refusal as refusal:
            return self.dialogue.refused(refusal.message)

    def _load(self, path: Path, text: str, person: str = "") -> Reply:
        """Go on with a game. In its own file, where that is one of ours and could be followed to its end."""
        self.kept.leave()
        self.kept = KeptGame(self.story)  # first of all: nothing of the other game may come into the file of this one
        reply, whole = self.dialogue.load(text, str(path), person)
        if whole and is_kept(path) and not self.kept.go_on_in(path, text):
            words = "Somebody else is playing this game now. Both of you keep yours: what you do is kept in a file of its own."
            reply = reply._replace(said=reply.said + self.dialogue.refused(words).said)
        self.nothing_yet = self.game.tape()
        return reply

    def keep(self) -> None:
        """Keep the game, if anything was chosen since it began or was loaded."""
        if self.kept.path is None and self.game.tape() == self.nothing_yet:
            return
        try:
            self.kept.keep(self.game.tape())
            self.why_not = ""
        except unmask.CannotOpen as error:
            self.why_not = str(error)

    def last_words(self) -> str:
        """Where the game is and how to go on; where it could not be kept, the tape itself. From here on others may go on with it."""
        self.keep()
        self.kept.leave()
        if self.why_not:
            how = "This is its tape; `--load FILE` goes on with it, once it is in a file:"
            return f"This game could not be kept. {self.why_not} {how}\n\n{self.game.tape()}"
        if self.kept.path is None:
            return ""
        if self.game.point is None:
            return f"The story is kept. Read it again: {command('replay', self.story, self.kept.path)}"
        load = None if self._is_last(self.kept.path) else self.kept.path
        return f"The game is kept in {self.kept.path}. Go on with it: {command('play', self.story, continue_=load is None, load=load)}"

    def _is_last(self, path: Path) -> bool:
        """Whether `--continue` would go on with this game: somebody else may have played the story since."""
        try:
            return last(self.story, self.game.world.fingerprint) == path
        except unmask.CannotOpen:
            return False


def read_tape(path: Path) -> str:
    """The text of a tape. Refuses what is none."""
    try:
        if not path.exists():
            raise Refusal(f"There is no file called {path}.")
        if path.is_dir():
            raise Refusal(f"{path} is a folder, and no saved game.")
        text = read_file(path).text
        tape_from(text)
        return text
    except (NoTape, NotAStory) as error:
        raise Refusal(f"{path} is not a saved game: {error}.") from None
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def side_of(text: str) -> str:
    """Whose game a tape is, "" where it does not say or there is none."""
    return tape_from(text).side if text else ""
