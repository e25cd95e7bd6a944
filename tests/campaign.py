"""Stories and commands with something wrong in them, by the thousand: `python -m tests.campaign [STORIES] [COMMANDS] [SEED]`.

10,000 and 200 where nobody says; `--at N` has one story or command once more and shows it. Stories are those that come along, those of the
docs and made ones, each with a few bytes, signs, words or lines changed; they are read, checked, formatted, played and told here.
Commands have options and files drawn for them, good ones and bad, and a process of their own. What must never be: an exception, a
hang, a sign in what is printed that a terminal obeys, another meaning after `fmt`, an exit code that does not say what happened:

0 it was done; 1 the story, a promise or a search has something to tell; 2 it was asked for something that makes no sense.
"""

import argparse
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import click

from tests.docs.examples import DOCS, examples
from tests.problems.pages import pages, stories
from tests.worlds_made import MOST_BYTES, Maker
from unmask.app.cli import MISTAKE, command, main
from unmask.app.files import NotAStory, bundled, decoded, read_bundled
from unmask.app.printed import harmless
from unmask.pipeline import StoryProblems, check, world_from
from unmask.problems.place import Source
from unmask.problems.problem import Severity
from unmask.problems.show import to_json, to_text
from unmask.syntax.parser import parse
from unmask.syntax.usual_form import usual_form
from unmask.telling.to_markdown import to_markdown
from unmask.world.fingerprint import fingerprint

LONGEST_STORY, LONGEST_COMMAND = 20.0, 60
"""Seconds of a core, which is another thing than seconds on a busy machine."""
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
NASTY = [
    *(
        "\x00",
        "\x1b[2J",
        "\x07",
        "\x7f",
        "\x9b",
        "\ufeff",
        "\u200b",
        "\u202e",
        "\u2066",
        "\u2028",
        "\x85",
        "\r",
        "\x0c",
        "\t",
        "\xa0",
        "\xad",
    ),
    *(
        "e\u0308",
        "ß",
        "İ",
        "ﬁ",
        "\U0001f469\u200d\U0001f680",
        "\U000e0061",
        "\u3164",
        "漢",
        "ع",
        "−",
        "–>",
        "→",
        "“",
        "’",
        "…",
        "\ud7ff",
        "\U0010ffff",
    ),
    *(
        "9" * 400,
        "1e999",
        "0.0000000001",
        "-0",
        "((((((((",
        "))))",
        "{{{{",
        "}}}}",
        "{if ",
        "{first: ",
        "{a: |",
        "}",
        '"',
        "*",
        ">",
        "->",
        "/",
        "\\",
        "#",
    ),
    *(
        "  ",
        "    ",
        "\n",
        "\n\n",
        " if ",
        " when ",
        " not ",
        " and ",
        "seems(",
        "happened(",
        "limit 0 events",
        "limit 9 events",
        "chance",
        "x" * 3_000,
    ),
]
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


class Wrong(Exception):
    """What must never be; the message says what."""


# ── stories with something wrong in them ─────────────────────────────────────────────────────────────────────────────


@cache
def seeds() -> tuple[str, ...]:
    """Stories to begin with: mostly small ones, parts of the long ones."""
    shown = [page for path in sorted(DOCS.rglob("*.md")) for page in examples(str(path.relative_to(DOCS)))]
    told = [text.decode("utf-8", "replace") for page in pages().values() for text in stories(page).values()]
    every_line = (Path(__file__).parent / "syntax" / "every_line.story").read_text("utf-8")
    long = [_part(read_bundled(name).text, number) for name in bundled() for number in range(8)]
    return (*(example.text for example in shown if example.sort == "story"), *told, *[every_line] * 8, *long)


def _part(text: str, number: int) -> str:
    """A beginning that declares people, and some scenes from further down."""
    blocks = text.split("\n\n")
    dice = random.Random(number)
    at = dice.randrange(len(blocks))
    return "\n\n".join([*blocks[: dice.randrange(12)], *blocks[at : at + dice.randrange(4)]])


def drawn(dice: random.Random) -> bytes:
    """A story with something wrong in it, mostly."""
    text = Maker(dice.randbytes(MOST_BYTES), remembers=True).story() if dice.random() < 0.1 else dice.choice(seeds())
    for _ in range(dice.choice((0, 1, 1, 1, 2, 3, 8))):
        text = dice.choice((_sign, _sign, _word, _word, _line, _line, _nasty, _splice))(text, dice)
    data = text.encode("utf-8", "surrogatepass")
    return _byte(data, dice) if dice.random() < 0.1 else data


def _byte(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.randrange(3)) + data[at + dice.randrange(3) :]


def _sign(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + (dice.choice(text or " ") if dice.random() < 0.5 else "") + text[at + dice.randrange(2) :]


def _word(text: str, dice: random.Random) -> str:
    words = _TOKEN.findall(text)
    if not words:
        return text
    at, other = dice.randrange(len(words)), dice.randrange(len(words))
    match dice.randrange(4):
        case 0:
            del words[at]
        case 1:
            words.insert(at, words[other])
        case 2:
            words[at] = words[other]
        case _:
            words[at], words[other] = words[other], words[at]
    return "".join(words)


def _line(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = " " * dice.randrange(9) + lines[at].lstrip()
        case 4:
            lines[at:] = lines[at : at + dice.randrange(40)]
        case _:
            lines[at] += lines[other].lstrip()
    return "\n".join(lines)


def _nasty(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(NASTY) + text[at:]


def _splice(text: str, dice: random.Random) -> str:
    lines, others = text.split("\n"), dice.choice(seeds()).split("\n")
    at, from_ = dice.randrange(len(lines)), dice.randrange(len(others))
    return "\n".join([*lines[:at], *others[from_ : from_ + dice.randrange(9)], *lines[at:]])


# ── in this process ──────────────────────────────────────────────────────────────────────────────────────────────────


def try_story(data: bytes, dice: random.Random) -> str:
    """Have a story read, checked, formatted, played and told; what became of it. Raises Wrong, and whatever should not have been raised."""
    try:
        source = Source("tried.story", decoded(data, "tried.story"))
    except NotAStory as found:
        _shown(to_text([found.problem], Source(found.name, "")))
        return "no text"
    tree, unread = parse(source)
    again = usual_form(source, tree)
    tidy, _ = parse(formed := Source(source.name, again))
    if fingerprint(tidy) != fingerprint(tree) and not any(problem.severity == Severity.PROBLEM for problem in unread):
        raise Wrong("fmt changes what it means")
    if usual_form(formed, tidy) != again:
        raise Wrong("fmt is not done with it the first time")
    problems = check(source.text, source.name)
    _shown(to_text(problems, source))
    _shown(to_json(problems, source))
    stopped = any(problem.severity == Severity.PROBLEM for problem in problems)
    if stopped:
        return "problems"
    try:
        world = world_from(source)
    except StoryProblems:
        raise Wrong("check says nothing against a story that cannot be played") from None
    run = world.run(dice.randrange(9), dice.randrange(9))
    for side in world.sides:
        _shown(run.tell(side))
        _shown(to_markdown(run.telling(side)))
    if world.replay(run.tape()).events != run.events:
        raise Wrong("its tape is another run")
    return "told"


def _shown(text: str) -> None:
    if OBEYED.search(harmless(text)):
        raise Wrong("a terminal would obey what is printed")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Wrong in what works for longer."""

    def late(_: int, __: FrameType | None) -> None:
        raise Wrong(f"not done within {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def story_at(seed: int, number: int) -> tuple[str, str, bytes]:
    """One story: what became of it, what was wrong ("" for nothing), and the story."""
    dice = random.Random(f"story {seed} {number}")
    data = drawn(dice)
    try:
        with within(LONGEST_STORY):
            return try_story(data, dice), "", data
    except Exception as error:
        where = "" if isinstance(error, Wrong) else traceback.format_exc()
        return "wrong", f"{type(error).__name__}: {error}\n{where}".strip(), data


# ── whole commands ───────────────────────────────────────────────────────────────────────────────────────────────────

PEOPLE = ["Ada", "Bo", "world"]
EVENTS = ["Ada: knock", "scene talk", "talk / door / Ada: knock", "ending done", "day is 2", "cold feet", "seems(Bo, Ada.hope) is great"]
GOOD = {
    **dict.fromkeys(("--side", "--as", "--player", "--as-remembered-by"), PEOPLE),
    **dict.fromkeys(("WHAT", "QUESTION", "--given"), EVENTS),
    "--instead": ["knock", "wait"],
    "--with": ["day = 1", "Ada.hope = none"],
    "--of": ["Ada.hope", "seems(Bo, Ada.hope)", "Ada"],
    "TAPE": ["x.tape"],
    "NAME": ["another"],
    "--event": ["1", "2", "3"],
    "CODE": ["told-again", "nobody-looks"],
    "--seed": ["1", "7"],
    "--run": ["0", "3"],
    "--first": ["0", "5"],
}
"""What is drawn mostly, so that most commands have something to do."""
WORDS = [
    *("nobody", "", " ", "x" * 5_000, "\x1b[2J", "\u202e", "é", "e\u0301", "--", "-", "*", "'", '"', "{", "$(true)"),
    *("ending endless", "day > ", "Ada: nothing", "happened(Ada: knock)", "not day is 2", "0", "nowhere.story", "udcff\udcff"),
]
NUMBERS = ["0", "1", "2", "7", "20", "-1", "1_0", "1,000", "1e3", "x", "", "9" * 30, "0.5", "٣", str(2**64), str(2**64 - 1)]
SMALL = {"-n": "20", "--budget": "2000"}
"""What has to be said, so that nothing takes long."""
LEFT_OUT = {"--cluster", "--help", "--version"}
PLAYABLE = """\
title "The Stairs"
told from Ada's side
scale feeling: none < some < great
fact day: 0..2
person Ada (she)
  feels hope: feeling = great
person Bo (he)
scene talk with Ada, Bo
  when day < 2
  moment door: Ada
    * knock
      +2 "she is cold"
      > {first: Ada knocks. | then: Ada knocks again.}
    * wait
      +1 "it is late" if day > 0
      > Ada waits.
    -> end
meanwhile
  ~ day += 1
motif cold feet
  Ada: wait
promise always: ending done
ending done "The door opens" when day is 2
  > The door opens.
"""


class Asked(NamedTuple):
    """A command: its arguments, what is typed to it, and the story file that it is mostly about."""

    arguments: list[str]
    typed: str
    story: bytes


class Ended(NamedTuple):
    code: int
    out: bytes
    err: bytes


def asked_at(seed: int, number: int) -> Asked:
    """One command with its options and files."""
    dice = random.Random(f"command {seed} {number}")
    story = drawn(dice) if dice.random() < 0.5 else PLAYABLE.encode()
    with click.Context(command) as context:
        name = dice.choice([*command.list_commands(context) * 3, dice.choice(WORDS)])
        found = command.get_command(context, name)
    arguments = [name]
    for parameter in found.params if found is not None else ():
        arguments += _drawn_option(parameter, dice)
    if dice.random() < 0.03:
        arguments.append(dice.choice(["--nonsense", *WORDS]))
    typed = "".join(f"{dice.choice([*'12?', 'why', 'undo', 'tell', 'save kept.tape', 'load x.tape', 'again', *WORDS])}\n" for _ in range(9))
    return Asked([word.replace("\0", "") for word in arguments], typed, story)


def _drawn_option(parameter: click.Parameter, dice: random.Random) -> list[str]:
    if isinstance(parameter, click.Argument):
        names = [
            dice.choice(["tried.story"] * 40 + ["x.tape", "tables", ".", os.devnull, *WORDS])
            for _ in range(dice.choice((1, 1, 1, 1, 1, 2)))
        ]
        is_story = "stor" in (parameter.name or "")
        names = names[: None if parameter.nargs == -1 else 1] if is_story else []
        more = [_value(word, WORDS, dice) for word in re.findall("WHAT|QUESTION|TAPE|CODE|NAME", parameter.human_readable_name)]
        return [*names, *more]
    option = dice.choice(parameter.opts)
    must = next((SMALL[name] for name in parameter.opts if name in SMALL), None)
    if LEFT_OUT & set(parameter.opts) or (must is None and not parameter.required and dice.random() < 0.85):
        return []
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return [option]
    if isinstance(parameter.type, click.Choice):
        return [option, dice.choice([*map(str, parameter.type.choices), "x"])]
    if isinstance(parameter.type, click.Path) or option in ("--out", "--load"):
        names = [
            "tried.story",
            "x.tape",
            "tables",
            "new",
            "new.svg",
            "new.html",
            "new.epub",
            ".",
            "/dev/full",
            "no/where",
            "pipe",
            "link",
            *WORDS,
        ]
        return [option, dice.choice(names)]
    if must is not None:
        return [option, must if dice.random() < 0.9 else dice.choice(NUMBERS[:4] + NUMBERS[5:11])]
    return [option, _value(option, NUMBERS if isinstance(parameter.type, click.IntRange) else [*WORDS, *NUMBERS], dice)]


def _value(name: str, otherwise: list[str], dice: random.Random) -> str:
    good = GOOD.get(name)
    return dice.choice(good if good and dice.random() < 0.8 else otherwise)


def run_command(asked: Asked, at: Path) -> Ended:
    """Run it in a process of its own, in a folder with files to fall over."""
    (at / "tried.story").write_bytes(asked.story)
    (at / "x.tape").write_text("unmask tape 1\nseed 3\nrun 1\nside Ada\n\nscene talk\ntalk / door / Ada / wait\n", "utf-8")
    (at / "tables").mkdir()
    (at / "link").symlink_to("link")
    os.mkfifo(at / "pipe")
    (at / ".typed").write_text(asked.typed, "utf-8", "surrogatepass")
    pid = os.fork()
    if pid == 0:
        _become(asked.arguments, at)
    _, status = os.waitpid(pid, 0)
    return Ended(os.waitstatus_to_exitcode(status), *((at / name).read_bytes() for name in (".out", ".err")))


def _become(arguments: list[str], at: Path) -> None:
    """Be the command, in the process that was forked for it; this does not return."""
    try:
        os.chdir(at)
        for number, name, flags in (
            (0, ".typed", os.O_RDONLY),
            (1, ".out", os.O_WRONLY | os.O_CREAT),
            (2, ".err", os.O_WRONLY | os.O_CREAT),
        ):
            os.dup2(os.open(name, flags, 0o600), number)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_COMMAND, LONGEST_COMMAND))
        signal.alarm(5 * LONGEST_COMMAND)  # for whoever waits and does nothing
        os.environ.update(XDG_STATE_HOME=str(at / "state"), XDG_CACHE_HOME=str(at / "cache"), COLUMNS="80")
        sys.argv = ["unmask", *arguments]
        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(99)


def wrong_with(asked: Asked, ended: Ended) -> str:
    """What must not be in how a command ended; "" where all is well."""
    out, err = ended.out.decode("utf-8", "replace"), ended.err.decode("utf-8", "replace")
    if "Traceback" in err or ended.code in (MISTAKE, 99):
        return f"an exception\n{err[-3_000:]}"
    if ended.code < 0:
        return f"it was ended by signal {-ended.code}: {LONGEST_COMMAND} seconds were not enough"
    if ended.code not in (0, 1, 2):
        return f"exit code {ended.code}"
    if found := OBEYED.search(out + err):
        return f"a terminal would obey {found[0]!r}"
    if ended.code and not (out + err).strip():
        return f"exit code {ended.code} without a word"
    if ended.code == 2 and not err.strip():
        return "exit code 2 and nothing on stderr"
    return _told_otherwise(asked, ended)


def _told_otherwise(asked: Asked, ended: Ended) -> str:
    """A story that cannot be played is told, and one that can be is not refused by `check`."""
    name, *rest = asked.arguments
    try:
        world_from(Source("tried.story", decoded(asked.story, "tried.story")))
        is_playable = True
    except (StoryProblems, NotAStory):
        is_playable = False
    if rest == ["tried.story"] and name in ("check", "tell", "show") and is_playable and ended.code:
        return f"exit code {ended.code} for a story that can be played"
    if (
        name in ("tell", "run", "odds", "ask", "find", "why", "plot", "play")
        and not is_playable
        and rest[:1] == ["tried.story"]
        and not ended.code
    ):
        return "exit code 0 for a story that cannot be played" if "--help" not in rest and "-h" not in rest else ""
    return ""


def command_at(seed: int, number: int) -> tuple[str, str, Asked]:
    """One command: its name with its exit code, what was wrong ("" for nothing), and the command."""
    asked = asked_at(seed, number)
    with tempfile.TemporaryDirectory() as at:
        ended = run_command(asked, Path(at))
    return f"exit {ended.code}", wrong_with(asked, ended), asked


# ── many ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def campaign(what: str, count: int, seed: int, one: Callable[[int, int], tuple[str, str, object]]) -> int:
    """Have so many of them, or as many as there is time for until Ctrl-C; how many were wrong. Those are printed as they are found."""
    became: Counter[str] = Counter()
    wrong = 0
    slowest = (0.0, 0)
    with suppress(KeyboardInterrupt):
        for number in range(count):
            began = time.process_time()
            ended, why, tried = one(seed, number)
            slowest = max(slowest, (time.process_time() - began, number))
            became[ended] += 1
            if why:
                wrong += 1
                shown = tried.arguments if isinstance(tried, Asked) else ""
                print(f"{what} {number}, seed {seed}: {why}\n{shown}\n", flush=True)
    ways = ", ".join(f"{name} {many:,}" for name, many in became.most_common())
    print(f"{became.total():,} {what}, seed {seed}: {wrong} wrong; {ways}; the slowest took {slowest[0]:.1f} s ({slowest[1]})", flush=True)
    return wrong


def _main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", nargs="?", type=int, default=10_000)
    parser.add_argument("commands", nargs="?", type=int, default=200)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--at", type=int, help="One story (with no COMMANDS) or one command (with no STORIES), shown.")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if asked.at is not None:
        ended, why, tried = story_at(asked.seed, asked.at) if asked.stories else command_at(asked.seed, asked.at)
        text = tried if isinstance(tried, bytes) else tried.story
        print(text.decode("utf-8", "backslashreplace"), ended, why, "" if isinstance(tried, bytes) else tried[:2], sep="\n")
        return bool(why)
    wrong = campaign("stories", asked.stories, asked.seed, story_at) + campaign("commands", asked.commands, asked.seed, command_at)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(_main())
