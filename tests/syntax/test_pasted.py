"""Text that comes out of a word processor: it is read as it was meant, each slip is told with a fix, and the formatter mends them all."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import unmask
from tests.problems.pages import mended
from unmask.app import cli
from unmask.problems.place import Source
from unmask.problems.problem import Severity
from unmask.problems.show import to_text as shown
from unmask.run import tape
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text

PLAIN = """\
scale feeling: none < faint < strong

person Zoë (she)
  feels hope: feeling = strong
  shows hope

person Émile (he)
  keeps Zoë's letter: yes/no

fact evening: 1..4

scene supper with Zoë, Émile
  > “Soup,” – it is Zoë’s – and so on…
  moment asking: Émile
    * say “no” – quietly
      if evening >= 2 and not Zoë's letter
      -1 "she is angry" if seems(Zoë.hope) != none
      ~ evening -= 1
      -> end
    * say nothing
      +2 * evening "it is late"
    -> answer
  moment answer
    -> end

meanwhile
  ~ evening += 1  # it grows late

ending late when evening is 4
"""

# What a word processor makes of some of its lines. Prose and labels are the author's, and stay.
PASTED = {
    "curly quotes": ('"it is late"', "“it is late”"),
    "low quotes": ('"it is late"', "„it is late“"),
    "angled quotes": ('"it is late"', "«it is late»"),
    "single quotes": ('"it is late"', "‘it is late’"),
    "one curly quote": ('"it is late"', '"it is late”'),
    "a curly apostrophe in a name": ("Zoë's letter", "Zoë’s letter"),
    "an en dash for a minus": ("-1 ", "–1 "),
    "an em dash for a minus": ("-1 ", "—1 "),
    "the sign of mathematicians": ("-= 1", "−= 1"),
    "a hyphen that keeps together": ("-1 ", "\u20111 "),
    "a drawn arrow": ("-> answer", "→ answer"),
    "a heavy arrow": ("-> answer", "➔ answer"),
    "half an arrow": ("-> answer", "–> answer"),
    "a long arrow": ("-> answer", "—> answer"),
    "a double arrow": ("-> answer", "=> answer"),
    "a bullet": ("* say nothing", "• say nothing"),
    "a point of full width": ("none < faint", "none ＜ faint"),
    "a colon of full width": ("evening: 1", "evening：1"),
    "figures of full width": ("1..4", "1..４"),
    "three points in one": ("1..4", "1…4"),
    "a prose sign of full width": ("  > “Soup", "  ＞ “Soup"),
    "not less in one sign": (">= 2", "≥ 2"),
    "not equal in one sign": ("!= none", "≠ none"),
    "a sign of times": ("2 * evening", "2 × evening"),
    "a soft hyphen": ("evening -= 1", "eve\u00adning -= 1"),
    "a space without width": ("evening -= 1", "eve\u200bning -= 1"),
    "a joiner": ("evening -= 1", "eve\u200dning -= 1"),
    "a word joiner": ("evening -= 1", "\u2060evening -= 1"),
    "a mark of byte order in a word": ("evening -= 1", "eve\ufeffning -= 1"),
    "a mark of byte order before a line": ("ending late", "\ufeffending late"),
    "a selector of variants": ("evening -= 1", "evening\ufe0f -= 1"),
    "spaces that do not break": ("      -> end", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-> end"),
    "a space without width in a margin": ("      -> end", "   \u200b   -> end"),
    "a tab": ("  > “Soup", "\t> “Soup"),
    "a comment of full width": ("# it", "＃ it"),
    "a line break of its own": ("person Émile (he)\n", "person Émile (he)\u2028"),
    "a line break from a word processor": ("person Émile (he)\n", "person Émile (he)\x0b"),
}


def problems_in(text: str) -> list[str]:
    return [problem.title for problem in unmask.check(text) if problem.severity == Severity.PROBLEM]


def formatted(text: str) -> str:
    return to_text(parse(Source("pasted.story", text))[0])


def test_the_story_itself_is_fine() -> None:
    assert problems_in(PLAIN) == []
    assert formatted(PLAIN) == PLAIN


@pytest.mark.parametrize("name", PASTED)
def test_a_pasted_sign_is_one_problem_and_the_formatter_mends_it(name: str) -> None:
    plain, pasted = PASTED[name]
    assert plain in PLAIN
    text = PLAIN.replace(plain, pasted, 1)
    assert len(problems_in(text)) <= 1, problems_in(text)
    assert formatted(text) == PLAIN


@pytest.mark.parametrize("name", PASTED)
def test_the_fix_of_a_pasted_sign_mends_it_too(name: str) -> None:
    plain, pasted = PASTED[name]
    text = PLAIN.replace(plain, pasted, 1)
    for problem in unmask.check(text):
        if problem.severity == Severity.PROBLEM:
            assert problem.fix is not None
            assert formatted(mended(text, problem.fix)) == PLAIN
            assert problems_in(mended(text, problem.fix)) == []


def test_all_of_them_at_once_are_mended_at_once() -> None:
    text = PLAIN
    for plain, pasted in PASTED.values():
        text = text.replace(plain, pasted, 1)
    assert len(problems_in(text)) > 10
    assert formatted(text) == PLAIN


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u2028", "\u00a0", "\u3164", "\U000e0061", "\u200e"])
def test_no_message_shows_what_nobody_can_see(sign: str) -> None:
    for text in (
        f"fact hel{sign}met: 0..2",
        f"fact helmet{sign}: 0..2 {sign}?",
        f"{sign}fact helmet",
        f"scene {sign}",
        f"sc{sign}en porch",
    ):
        told = parse(Source("pasted.story", text))[1]
        words = "".join(f"{problem.title}{problem.note}{problem.fix.words if problem.fix else ''}" for problem in told)
        assert sign not in words.replace("\u2026", "")
        assert "``" not in words


def test_an_invisible_sign_is_called_by_its_name() -> None:
    told = shown(unmask.check(PLAIN.replace("evening -=", "eve\u00adning -=")), Source("pasted.story", PLAIN))
    assert "an invisible soft hyphen (U+00AD)".upper() in told.upper()


def test_prose_and_labels_keep_the_signs_of_their_author() -> None:
    assert "> “Soup,” – it is Zoë’s – and so on…" in formatted(PLAIN)
    assert "* say “no” – quietly" in formatted(PLAIN)


def test_letters_that_need_their_joiners_keep_them() -> None:
    text = "fact کتاب\u200cخانه: 0..2\nfact नर\u200dगिस: 0..2\n"
    assert problems_in(text + "scene porch\n  ~ کتاب\u200cخانه = 1\n  -> end\n") == []
    assert formatted(text) == text


# ── letters in two signs ─────────────────────────────────────────────────────────────────────────────────────────────

DECOMPOSED = PLAIN.replace("Zoë", "Zoe\u0308").replace("Émile", "E\u0301mile")


def test_a_letter_in_two_signs_is_the_letter_in_one() -> None:
    assert DECOMPOSED != PLAIN
    mixed = PLAIN.replace("person Zoë", "person Zoe\u0308").replace("moment asking: Émile", "moment asking: E\u0301mile")
    assert problems_in(mixed) == problems_in(DECOMPOSED) == []
    assert formatted(DECOMPOSED) == PLAIN


def test_whoever_asks_may_write_it_either_way(tmp_path: Path) -> None:
    path = tmp_path / "zoe\u0308.story"
    path.write_text(DECOMPOSED, "utf-8")
    world = unmask.load(tmp_path / "zoë.story")
    assert world.people == ("Zoë", "Émile")
    run = world.run()
    assert run.tell("Zoe\u0308") == run.tell("Zoë")
    assert world.watch("E\u0301mile: say nothing") == world.watch("Émile: say nothing")
    assert world.watch("Zoe\u0308.hope is strong").condition is not None
    command = CliRunner().invoke(cli.command, ["tell", str(path), "--side", "Zoe\u0308"])
    assert command.output == run.tell("Zoë")
    assert CliRunner().invoke(cli.command, ["find", str(path), "-n", "20", "E\u0301mile: say nothing"]).exit_code == 0


def test_a_tape_of_names_in_two_signs_is_followed() -> None:
    written = "unmask tape 1\nside Zoe\u0308\n\nsupper / asking / E\u0301mile / say nothing\n"
    read = tape.read(written)
    assert read.side == "Zoë"
    assert [tape.carried(entry) for entry in read.entries] == ["supper / asking / Émile / say nothing"]
