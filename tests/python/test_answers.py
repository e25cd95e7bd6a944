"""All that the command line answers, a World answers too, with the same numbers; and every object has a short line and a rich one."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import SupportsIndex

import pytest

import unmask
from tests.app.commands import call, write
from unmask.analysis.arcs import Course
from unmask.problems.numbers import whole

STORY = """\
title "The Fence & <Gate>"
scale feeling: none < faint < strong
fact day: 0..3

person Ada (she)
  feels longing: feeling = strong
  shows longing unless day is 0

person Bo (he)
  feels doubt: feeling
  shows doubt

scene gate with Ada, Bo
  moment latch: Ada
    * knock
      +2 "she is cold"
      ~ Bo.doubt -= 1
    * wait
      +seems(Bo.doubt) "he looks as if he would not open"
      ~ longing -= 1
    -> answer
  moment answer: Bo
    * open
      +1 "she is still there"
      -> ending inside if day is 2
    * listen
      ~ doubt += 1
    -> end

meanwhile
  ~ day += 1

ending inside "By the fire"
ending outside when day is 3

motif cold feet
  Ada: wait
  then Ada: wait

promise never: scene gate
promise in 1% to 99% of stories: ending inside
"""


@pytest.fixture(scope="module")
def world() -> unmask.World:
    return unmask.loads(STORY, "gate.story")


def asked(tmp_path: Path, *arguments: str) -> dict[str, object]:
    said = call(arguments[0], write(tmp_path, STORY, "gate.story"), *arguments[1:])
    found: dict[str, object] = json.loads(said.out)
    return found


def test_a_text_is_a_world(tmp_path: Path, world: unmask.World) -> None:
    assert world.fingerprint == unmask.load(write(tmp_path, STORY)).fingerprint
    with pytest.raises(unmask.StoryProblems, match="mine has 1 problem"):
        unmask.loads("person Ada (she)\nscene one\n  -> two\n", "mine")


@pytest.mark.parametrize("questions", [(), ("ending inside",), ("cold feet", "Bo.doubt is strong", "ending inside")])
@pytest.mark.parametrize("exact", [False, True])
def test_odds_are_those_of_the_command(tmp_path: Path, world: unmask.World, questions: tuple[str, ...], exact: bool) -> None:
    told = asked(tmp_path, "odds", *questions, "--json", "--no-cache", *(["--exact"] if exact else []))
    found = world.odds(*questions, exact=exact)
    answers = told["answers"]
    assert isinstance(answers, list)
    assert [(one["question"], one["p"]) for one in answers] == [(one.question.text, one.p) for one in found]
    if exact:
        assert all(one.fraction is not None for one in found)
    assert found.complete
    assert sum(one.p for one in found.endings.values()) == pytest.approx(1)
    assert found["ending inside"].p + found["ending outside"].p == pytest.approx(1)


def test_odds_may_be_of_some_stories_only(tmp_path: Path, world: unmask.World) -> None:
    told = asked(tmp_path, "odds", "ending inside", "--given", "cold feet", "--json", "--no-cache")["answers"]
    assert isinstance(told, list)
    assert world.odds("ending inside", given="cold feet")[0].p == told[0]["p"]
    with pytest.raises(ValueError, match="write a motif"):
        world.odds("day is 1", given="cold feet")
    with pytest.raises(ValueError, match="no motif and no event"):
        world.odds("ending inside", given="day is 1")
    with pytest.raises(KeyError, match="was not asked"):
        world.odds("ending inside")["cold feet"]


def test_promises_are_judged_as_the_command_judges_them(tmp_path: Path, world: unmask.World) -> None:
    said = call("check", write(tmp_path, STORY), "--promises")
    found = world.promises()
    assert (said.code, found.kept) == (1, False)
    for one in found:
        assert f"{one.verdict.state:<9} line {one.line}: {one.text}" in said.out
    broken = found.against(0)
    assert isinstance(broken, unmask.Run)
    assert broken.tell() in said.out or broken.tape("world").splitlines()[-1] in said.out
    assert found.against(1) is None


def test_what_states_cost_is_what_the_command_says(tmp_path: Path, world: unmask.World) -> None:
    told = asked(tmp_path, "check", "--size", "--json")
    found = world.size()
    assert (told["between"], told["whole"]) == (found.between, found.whole)
    assert found.complete
    costs = told["costs"]
    assert isinstance(costs, list)
    assert [cost["name"] for cost in costs] == [cost.name for cost in found.costs] != []


@pytest.mark.parametrize("options", [(), ("--worst",), ("--knowing",)])
def test_best_play_is_that_of_the_command(tmp_path: Path, world: unmask.World, options: tuple[str, ...]) -> None:
    told = asked(tmp_path, "odds", "ending inside", "--player", "Ada", *options, "--json")
    found = world.best_play("Ada", "ending inside", worst="--worst" in options, knowing="--knowing" in options)
    assert (told["low"], told["high"]) == (found.low, found.high)
    moments = told["moments"]
    assert isinstance(moments, list)
    assert [moment["moment"] for moment in moments] == [table.moment for table in found.tables()]
    run = found.run()
    assert isinstance(run, unmask.Run)
    with pytest.raises(ValueError, match="Cy"):
        world.best_play("Cy", "ending inside")


def test_a_plot_is_the_one_that_the_command_draws(tmp_path: Path, world: unmask.World) -> None:
    story = write(tmp_path, STORY)
    assert call("plot", story, "--words").out.split() == world.plot().words().split()
    assert call("plot", story, "-n", "50", "--words").out.split() == world.plot(runs=50).words().split()
    assert str(world.plot("Ada.longing", number=3)) == call("plot", story, "--of", "Ada.longing", "--run", "3").out
    with pytest.raises(ValueError, match="no hidden field called `envy`"):
        world.plot("envy")


def test_a_run_that_was_drawn_is_plotted_as_it_was(world: unmask.World) -> None:
    (drawn,) = world.ask("cold feet")
    chart = drawn.plot("Ada.longing")
    assert isinstance(chart.found, Course)
    assert [str(event) for event in chart.found.record.events] == [str(event) for event in drawn.events]


def objects(world: unmask.World) -> list[object]:
    run = world.run()
    many = world.simulate(20, coverage=True)
    odds, judged = world.odds("ending inside"), world.promises()
    return [
        world,
        world.tree,
        run,
        run.record,
        *run.events,
        *(event.point for event in run.events),
        run.record.over,
        run.telling(),
        run.why(1),
        run.instead(1, "wait" if run.events[1].label == "knock" else "knock"),
        run.outlook(),
        many,
        many.counts,
        many.summary,
        many.coverage,
        odds,
        *odds,
        judged,
        *judged,
        world.size(),
        world.best_play("Ada", "ending inside"),
        world.plot(),
        world.plot(runs=20),
    ]


def test_every_object_has_one_short_line(world: unmask.World) -> None:
    for found in objects(world):
        line = repr(found)
        assert len(line) <= 160, line
        assert "\n" not in line
        assert not re.search(r"0x[0-9a-f]{6}", line), line


def test_what_notebooks_show_is_marked_up_and_words_of_a_story_are_text(world: unmask.World) -> None:
    rich = [found for found in objects(world) if hasattr(found, "_repr_mimebundle_")]
    assert len(rich) >= 9
    for found in rich:
        shown = found._repr_mimebundle_()
        assert shown["text/plain"]
        marked = str(shown.get("text/html", shown.get("image/svg+xml", "")))
        assert "<Gate>" not in marked
        assert marked.startswith(("<table>", "<h3>", "<svg"))


def test_a_run_that_was_asked_for_does_not_look_like_the_run_of_its_number(world: unmask.World) -> None:
    (drawn,) = world.ask("cold feet")
    likely = world.likeliest("cold feet")
    assert repr(world.run()).startswith("<Run 0 of 'The Fence & <Gate>', seed 7: ")
    assert repr(drawn).startswith("<Run, asked for, of 'The Fence & <Gate>': ")
    assert repr(likely).startswith("<Run, the likeliest, of 'The Fence & <Gate>': ")


@pytest.mark.parametrize(
    "asked",
    [
        lambda world: world.run(seed=1.5),
        lambda world: world.run(number="first"),
        lambda world: world.simulate(1e4),
        lambda world: world.odds("cold feet", budget=0),
        lambda world: world.odds("cold feet", budget=10**20),
        lambda world: world.odds("cold feet", seed=2**64),
        lambda world: world.odds("cold feet", workers=0),
        lambda world: world.ask("cold feet", budget=10**20),
        lambda world: world.ask("cold feet", count=-1),
        lambda world: world.size(10**20),
        lambda world: world.promises(-1),
        lambda world: world.best_play("Bo", "ending inside", budget=10**20),
        lambda world: world.run().outlook(runs=0),
        lambda world: world.run().outlook(runs=2.5),
    ],
)
def test_a_number_that_makes_no_sense_is_refused_with_what_it_has_to_be(
    world: unmask.World, asked: Callable[[unmask.World], object]
) -> None:
    with pytest.raises(ValueError, match=r"is a whole number from -?[\d,]+ to [\d,]+, not"):
        asked(world)


@pytest.mark.parametrize(
    "asked",
    [
        lambda world: world.odds(3),
        lambda world: world.odds("cold feet", given=3),
        lambda world: world.ask(None),
        lambda world: list(world.find(["cold feet"], runs=1)),
        lambda world: world.best_play(3, "ending inside"),
        lambda world: world.plot(3),
        lambda world: world.replay(b"unmask tape 1"),
        lambda world: world.run().tell(3),
        lambda world: world.run().tape(3),
        lambda world: world.run().instead(1, 3),
        lambda world: world.run().with_value(3),
        lambda world: unmask.loads(3),
        lambda world: unmask.check(3),
    ],
)
def test_what_is_no_text_is_refused_where_one_is_asked_for(world: unmask.World, asked: Callable[[unmask.World], object]) -> None:
    with pytest.raises(ValueError, match=r"is a text, not"):
        asked(world)


def test_a_number_of_another_library_is_a_number() -> None:
    class Seven(SupportsIndex):
        def __index__(self) -> int:
            return 7

    assert whole("the seed", Seven(), 0, 9) == 7


def test_whatever_can_be_reached_from_a_world_shows_itself_in_a_line() -> None:
    world = unmask.load("helmet")
    model, runs = world.model, world.simulate(3)
    parts = [*model.scenes, *model.people.values(), *model.variables.values(), *model.motifs, *model.endings, *model.scenes[0].moments]
    parts += [*model.scenes[0].moments[0].options, model.scenes[0].opening, model.endings[0].lines[0]]
    for shown in (model, world.source, world.process, world.process.layout, runs.sites, runs.engine, *parts):
        assert len(repr(shown)) <= 120, repr(shown)
        assert "object at 0x" not in repr(shown)


def test_what_has_long_words_shows_itself_in_a_line_too() -> None:
    """Titles, names, labels and people without end."""
    long = "very " * 200 + "late"
    crowd = "".join(f"person Una{chr(97 + number % 26) * (1 + number // 26)} (she)\n" for number in range(99))
    text = STORY.replace("The Fence", f"The {long}").replace("wait", long).replace("outside", long).replace("cold feet", long)
    world = unmask.loads(f"{crowd}{text}", long)
    run = next(world.ask(f"Ada: {long}"))
    number = next(number for number, event in enumerate(run.events) if event.label == long)
    what_if, model = run.instead(number, "knock"), world.model
    shown = [world, run, run.record, run.telling(), run.events[number], run.why(number), what_if, what_if.found, world.simulate(2)]
    shown += [run.outlook(), world.odds(long), *world.odds(long), world.plot(), run.plot(), world.promises(), *world.promises()]
    shown += [world.best_play("Ada", long), model, model.motifs[0], model.scenes[0], model.scenes[0].moments[0].options[1], world.source]
    shown += [model.endings[1], world.process, run.record.over, *model.motifs]
    for one in shown:
        assert len(repr(one)) <= 160, repr(one)


ODD = [None, 7, 1.5, b"x", ["wait"], object()]
WORDS_TAKEN: dict[str, Callable[..., object]] = {
    "a text": lambda world, odd: unmask.loads(odd),
    "a text to check": lambda world, odd: unmask.check(odd),
    "a name": lambda world, odd: unmask.loads(STORY, odd),
    "a question": lambda world, odd: world.question(odd),
    "odds": lambda world, odd: world.odds(odd),
    "given": lambda world, odd: world.odds("cold feet", given=1 if odd is None else odd),
    "runs asked for": lambda world, odd: next(world.ask(odd)),
    "the likeliest": lambda world, odd: world.likeliest(odd),
    "runs found": lambda world, odd: list(world.find(odd, runs=2)),
    "best play": lambda world, odd: world.best_play(odd, "ending inside"),
    "best play for": lambda world, odd: world.best_play("Ada", odd),
    "a plot": lambda world, odd: world.plot(odd),
    "a run's plot": lambda world, odd: world.run().plot(odd),
    "a side": lambda world, odd: world.run().tell(side=1 if odd is None else odd),
    "another option": lambda world, odd: world.run().instead(1, odd),
    "another value": lambda world, odd: world.run().with_value(odd),
    "a tape": lambda world, odd: world.replay(odd),
    "a tape's side": lambda world, odd: world.run().tape(odd or "Nobody\nrun 5"),
}
NUMBERS_TAKEN: dict[str, Callable[..., object]] = {
    "why": lambda world, odd: world.run().why(odd),
    "instead": lambda world, odd: world.run().instead(odd, "wait"),
    "at": lambda world, odd: world.run().with_value("Ada.longing = none", 1.5 if odd is None else odd),
    "a plot of a seed": lambda world, odd: world.plot(seed=odd),
    "a plot of a run": lambda world, odd: world.plot(number=odd),
}


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
def test_what_is_no_text_is_refused_with_what_it_has_to_be(world: unmask.World, odd: object) -> None:
    for name, take in WORDS_TAKEN.items():
        with pytest.raises(ValueError, match=r"is a text, not|nobody called") as refused:
            take(world, odd)
        assert len(str(refused.value)) < 120, name


@pytest.mark.parametrize("odd", [None, 1.5, "1", [1], float("nan")], ids=str)
def test_what_is_no_whole_number_is_refused_wherever_one_is_taken(world: unmask.World, odd: object) -> None:
    for take in NUMBERS_TAKEN.values():
        with pytest.raises(ValueError, match="is a whole number"):
            take(world, odd)


UNSEEN = ["\x07", "\x1b", "\x00", "\u200b", "\ufeff", "\u00ad"]


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_what_nobody_can_see_in_a_question_is_no_part_of_it_nor_of_its_answer(world: unmask.World, sign: str) -> None:
    """Wherever it stands: a word that was copied brings it along."""
    for text in ("cold feet", "Ada: wait", "ending inside", "Ada.longing is none", "day > 1"):
        asked = world.question(text)
        for at in (0, 2, text.index(" "), len(text)):
            assert world.question(f"{text[:at]}{sign}{text[at:]}") == asked
    assert world.setting(f"day{sign} = 1") == world.setting("day = 1")
    assert world.odds(f"cold{sign} feet")["cold feet"].question.text == "cold feet"


def test_a_sign_that_a_label_is_written_with_stays_in_a_question() -> None:
    heart = "\u2764\ufe0f"
    world = unmask.loads(STORY.replace("* knock", f"* send a {heart}"))
    assert world.question(f"Ada: send a {heart}").event is not None
    assert world.question("day\t>\t1").condition == world.question("day > 1").condition
