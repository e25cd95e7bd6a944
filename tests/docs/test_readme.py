"""The README keeps its word: what it quotes was told, what it shows can be typed, what it promises is there."""

import re
from pathlib import Path

from click.testing import CliRunner

import unmask
from tests.app.commands import every_command
from tests.docs.examples import Example, examples
from unmask.app import shown
from unmask.app.cli import command

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = examples("../README.md")


def _block(sort: str) -> Example:
    return next(block for block in BLOCKS if block.sort == sort)


def _umbrella(folder: Path) -> unmask.World:
    path = folder / "umbrella.story"
    path.write_text(_block("story").text, "utf-8")
    return unmask.load(path)


def test_the_passage_is_the_end_of_what_make_story_tells() -> None:
    quoted = [" ".join(block.split()) for block in re.sub(r"^> ?", "", _quotation(), flags=re.MULTILINE).split("\n\n")]
    told = unmask.load("helmet").run(seed=7).telling("Kylo").sections[-1]
    assert quoted == list(told)


def _quotation() -> str:
    found = re.search(r"(?:^>.*\n)+", README, re.MULTILINE)
    assert found
    return found[0].rstrip("\n")


def test_the_story_in_the_readme_is_without_fault() -> None:
    assert unmask.check(_block("story").text) == []


def test_every_line_of_the_story_is_explained() -> None:
    explained: set[int] = set()
    for first, last in re.findall(r"^\| (\d+)(?:-(\d+))? \|", README, re.MULTILINE):
        explained |= set(range(int(first), int(last or first) + 1))
    assert explained == set(range(1, len(_block("story").text.splitlines()) + 1))


def test_it_tells_what_the_readme_says_it_tells(tmp_path: Path) -> None:
    assert _umbrella(tmp_path).run(seed=7).tell("Tom") == _block("telling").text


def test_it_has_the_reasons_that_the_readme_shows(tmp_path: Path) -> None:
    shown_there = next(block.text for block in BLOCKS if block.text.startswith("$ unmask why"))
    answer = _umbrella(tmp_path).run(seed=7).why(1)
    assert shown_there.split("\n", 1)[1] == shown.answer(answer, "umbrella.story")


def test_the_python_in_the_readme_runs() -> None:
    exec(_block("python").text, {})


def test_every_command_and_option_in_the_readme_is_there() -> None:
    for line in re.findall(r"^\| `unmask ([^`]+)` \|(.*)\|$", README, re.MULTILINE):
        name = line[0].split()[0]
        answered = CliRunner().invoke(command, [name, "--help"])
        assert answered.exit_code == 0, name
        for option in re.findall(r"--[a-z-]+", " ".join(line)):
            assert option in answered.output, (name, option)


def test_every_command_is_in_the_readme() -> None:
    assert set(re.findall(r"`unmask ([a-z]+)", README)) >= set(every_command())


def test_every_page_that_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / target.partition("#")[0]).is_file(), target
