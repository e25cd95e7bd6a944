"""Stories on demand: every run has what was asked for, each as often as it should be, and the likeliest is the likeliest."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count
from math import sqrt
from typing import NamedTuple

import pytest
from hypothesis import Phase, assume, given, settings

from tests.analysis.shut_out import SHUT, WITH_GUESTS
from tests.exact import TooMany, exact
from tests.worlds_made import LABELS, lotteries, worlds
from unmask.analysis import ask
from unmask.analysis.ask import CannotAsk, Past, Request
from unmask.analysis.questions import Question
from unmask.kernel.steering import Way
from unmask.motif.from_world import matchers, motif_named, motif_of
from unmask.motif.matching import NEVER, matches
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.record import Record, by_tape, tape_of
from unmask.run.state import Layout
from unmask.run.step import Over, Point, Process
from unmask.run.tape import read, written
from unmask.world.model import ENDLESS, Constant, Event, Item, Motif, Operation, Read, Variable, World
from unmask.world.sites import sites_of

BUDGET = 30_000
NUMBERS = count(1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"

LOTTERY = """\
fact day: 0..20

person Ada (she)
person Bo (he)

scene draw with Ada, Bo
  when day < 20
  moment ticket: chance
    * win
      weight 1
    * lose
      weight 6
    * give it to Bo
      weight 2
      -> his
    -> end
  moment his: Bo
    * thank her
      +2 "she means it"
    * say nothing
    -> end

meanwhile
  ~ day += 1

ending over when day is 20

motif luck beyond luck
  12 times chance: win
  without chance: lose
  then Bo: thank her

motif no luck
  2 times chance: lose
"""

FERRY = """\
limit 40 events

fact bank: near | far = near
fact tries: 0..2

person Wick (he)
person Lettice (she)

scene river with Wick, Lettice
  when bank is near
  moment wait: Wick
    * call
      +3 "she heard it" if tries is 1
      ~ tries += 1
      -> answer
    * sit down
      -> wait
  moment answer: Lettice
    * row over
      ~ bank = far
      -> end
    * row back
      ~ tries = 0
      -> wait
    * sing
      -4 "he shouts" if tries is 2
      -> end

scene far side with Wick
  when bank is far
  moment leave: Wick
    * thank her
      -> ending across
    * go
      -> ending across

ending across

motif a song first
  Lettice: sing
  then Lettice: row over
"""


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


def motif(name: str) -> Question:
    return Question(name, Event("motif", label=name))


def entries(process: Process, record: Record) -> tuple[str, ...]:
    return tape_of(process, record, "").entries


def has(world: World, event: Event, record: Record) -> bool:
    """Whether the reference finds it in a run, event by event."""
    found = matchers(world, motif_named(world, event.label) if event.word == "motif" else motif_of(event))
    layout = Layout(world)
    return matches(found, record, lambda condition, state: layout.holds(condition, state)) != NEVER


class Played(NamedTuple):
    """A run by its choices, and how likely it is."""

    record: Record
    odds: Fraction


def every_run(process: Process, most: int = 100_000, endless: bool = False) -> Iterator[Played]:
    """All runs that end before the limit, and those that do not where `endless`. Raises TooMany where that is more than `most` choices."""
    limit = process.world.limit
    waiting: list[tuple[Point | Over, tuple, Fraction]] = [(process.begin(), (), Fraction(1))]
    for _ in range(most):
        if not waiting:
            return
        at, events, odds = waiting.pop()
        if isinstance(at, Over):
            if at.ending != ENDLESS or endless:
                yield Played(Record(0, 0, events, at), odds)
            continue
        offers = process.offers(at)
        total = sum(offer.weight for offer in offers)
        for offer in offers:
            if offer.weight:
                turn = process.follow(at, offer, limit - len(events))
                waiting.append((turn.at, events + turn.events, odds * Fraction(offer.weight, total)))
    raise TooMany


def by_force(world: World, event: Event, most: int = 100_000) -> dict[tuple[str, ...], Fraction]:
    """Every run that has something, with its odds."""
    process = Process(world)
    return {entries(process, one.record): one.odds for one in every_run(process, most) if has(world, event, one.record)}


def strangeness(counts: Counter[tuple[str, ...]], known: dict[tuple[str, ...], Fraction]) -> float:
    """How far counts are from what they should be: chi-square as a standard normal number (Wilson and Hilferty's way)."""
    runs, whole = sum(counts.values()), sum(known.values())
    assert set(counts) <= set(known)
    bins: list[tuple[float, int]] = []
    rest = [0.0, 0]
    for choices, odds in known.items():
        expected = float(runs * odds / whole)
        if expected < 5:
            rest = [rest[0] + expected, rest[1] + counts[choices]]
        else:
            bins.append((expected, counts[choices]))
    if rest[0] >= 5:
        bins.append((rest[0], int(rest[1])))
    freedom = len(bins) - 1
    assert freedom >= 5
    chi = sum((seen - expected) ** 2 / expected for expected, seen in bins)
    return ((chi / freedom) ** (1 / 3) - (1 - 2 / (9 * freedom))) / sqrt(2 / (9 * freedom))


def counted(request: Request, runs: int) -> Counter[tuple[str, ...]]:
    return Counter(entries(request.process, drawn.record) for drawn in request.runs(runs, seed=7))


# ── every run has it ──


def test_a_thousand_of_a_thousand_runs_have_what_happens_once_in_a_million_stories() -> None:
    world = world_of(LOTTERY)
    process = Process(world)
    request = Request(world, motif("luck beyond luck"))
    assert 1e-9 < request.odds < 1e-6
    for drawn in request.runs(1000, seed=7):
        again = by_tape(process, read(written(tape_of(process, drawn.record, "", "Ada"))))
        assert not again.strayed
        assert again.over.ending == "over"
        assert again.events == drawn.record.events
        assert has(world, Event("motif", label="luck beyond luck"), again)


def test_the_same_seed_draws_the_same_runs_wherever_they_begin_and_another_seed_others() -> None:
    request = Request(world_of(LOTTERY), motif("no luck"))
    drawn = [one.record for one in request.runs(30, seed=7)]
    assert [one.record for one in Request(world_of(LOTTERY), motif("no luck")).runs(30, seed=7)] == drawn
    assert [one.record for one in request.runs(10, seed=7, first=20)] == drawn[20:]
    assert [(one.seed, one.number) for one in drawn[:2]] == [(7, 0), (7, 1)]
    assert [one.record.events for one in request.runs(30, seed=8)] != [one.events for one in drawn]


# ── as often as it should ──

SHORT = LOTTERY.replace("0..20", "0..4").replace("< 20", "< 4").replace("is 20", "is 4").replace("12 times", "2 times")


@pytest.mark.parametrize(
    ("text", "name"),
    [(SHORT, "luck beyond luck"), (FERRY.replace("40 events", "14 events"), "a song first")],
    ids=["scene by scene", "round and round"],
)
def test_each_run_is_drawn_as_often_as_it_is_likely_among_those_that_have_it(text: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    world = world_of(text)
    known = by_force(world, Event("motif", label=name))
    request = Request(world, motif(name))
    assert strangeness(counted(request, 4000), known) < 3.1  # once in a thousand seeds it would be more

    # And if choices were made by their weights alone, among those that can still lead there, this would show.
    def careless(ways: tuple[Way, ...], luck: ask._Luck) -> Way:
        return ways[luck.among([way.weight for way in ways])]

    monkeypatch.setattr(ask, "_drawn_from", careless)
    assert strangeness(counted(request, 4000), known) > 6


def test_without_looking_ahead_hardly_a_run_would_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    request = Request(world_of(SHORT), motif("luck beyond luck"))
    steering = request._steered(False)
    blind = steering._ways
    monkeypatch.setattr(steering, "_ways", lambda spot: (way._replace(worth=1.0) for way in blind(spot)))
    runs = [drawn.record for drawn in request.runs(300, seed=7)]
    assert sum(has(request.process.world, Event("motif", label="luck beyond luck"), run) for run in runs) < 60


def test_what_only_has_to_hold_at_some_time_leaves_the_rest_to_luck() -> None:
    world = world_from(
        Source("story", SHORT.replace("* win", "* win\n      ~ rich = yes").replace("fact day", "fact rich: yes/no = no\n\nfact day"))
    )
    watch = world.watch("rich is yes and day < 2")
    request = Request(world.model, Question("rich", watch.event, watch.condition))
    process = Process(world.model)
    known = {
        entries(process, one.record): one.odds
        for one in every_run(process)
        if any(event.label == "win" and event.scene_number < 2 for event in one.record.events)
    }
    assert abs(request.odds - sum(known.values())) < 1e-12
    assert strangeness(counted(request, 4000), known) < 3.1


def test_what_holds_from_the_start_is_had_by_every_run() -> None:
    world = world_from(Source("story", SHORT))
    process = Process(world.model)
    request = Request(world.model, Question("day", None, world.watch("day is 0").condition))
    assert request.odds == 1
    assert strangeness(counted(request, 4000), {entries(process, one.record): one.odds for one in every_run(process)}) < 3.1
    assert Request(world.model, Question("day", None, world.watch("day is 0").condition), so=False).never


def test_a_run_that_would_be_cut_off_is_drawn_again() -> None:
    world = world_of(FERRY.replace("40 events", "9 events"))
    drawn = list(Request(world, motif("a song first")).runs(200, seed=7))
    assert any(one.tries > 1 for one in drawn)
    assert {one.record.over.ending for one in drawn} == {"across"}
    assert all(len(one.record.events) <= 9 for one in drawn)


def test_where_the_limit_leaves_nothing_that_is_said() -> None:
    with pytest.raises(CannotAsk, match="within the story's limit of 5 events"):
        list(Request(world_of(FERRY.replace("40 events", "5 events")), motif("a song first")).runs(1, seed=7))


def test_a_story_that_hardly_ever_ends_in_time_is_soon_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "MOST_EVENTS", 100)
    with pytest.raises(CannotAsk, match=r"^[12]\d runs that have it were drawn"):
        list(Request(world_of(FERRY.replace("40 events", "5 events")), motif("a song first")).runs(1, seed=7))


def test_what_every_story_has_is_told_from_what_nearly_every_story_has() -> None:
    lamp = """
        person Nan (she)
        scene stairs with Nan
          moment light: chance
            * it is out
              weight 1
              -> end
            * it is on
              weight 999999999
              -> {to}
        ending home
        """
    world = world_of(lamp.format(to="ending home"))
    (far,) = [Request(world, Question("home", Event("ending", label="home")))]
    assert far.always
    assert not Request(world_of(lamp.format(to="end").replace("scene", "once", 0)), Question("", Event("ending", label="home"))).always


# ── the likeliest ──


@pytest.mark.parametrize("name", ["luck beyond luck", "no luck"])
def test_the_likeliest_run_is_that_of_all_that_have_it_and_of_all_that_have_it_not(name: str) -> None:
    world = world_of(SHORT)
    known = by_force(world, Event("motif", label=name))
    process = Process(world)
    best = Request(world, motif(name)).likeliest()
    assert best is not None
    assert best.odds == max(known.values()) == known[entries(process, best.record)]
    others = {entries(process, one.record): one.odds for one in every_run(process)}.items() - known.items()
    against = Request(world, motif(name), so=False).likeliest()
    assert against is not None
    assert against.odds == max(odds for _, odds in others) == dict(others)[entries(process, against.record)]


INN_AND_FORD = """\
fact clock: 0..2

person Ada (she)

scene inn
  moment dawn: chance
    * hum
      weight 3
    * sing
      weight 1
    -> end

scene ford
  moment dusk: chance
    * ask
      weight 9
    * wait
      weight 1
    -> end

meanwhile
  ~ clock += 1

ending late when clock is 2
"""


def test_of_unlikely_things_the_likeliest_run_is_weighed_with_all_that_follows() -> None:
    """Odds of a choice and of what comes after it are in one measure: an inn after the song is 3/4 likely, a ford 9/10."""
    best = Request(world_of(INN_AND_FORD), Question("it", Event("place", "", "dawn", "sing"))).likeliest()
    assert best is not None
    assert best.odds == Fraction(9, 160)
    assert [event.label for event in best.record.events if event.sort in ("scene", "option")] == ["inn", "sing", "ford", "ask"]


def test_of_runs_equally_likely_the_likeliest_is_the_one_that_stands_first() -> None:
    even = INN_AND_FORD.replace("weight 9", "weight 1")
    for text, first in ((even, "ask"), (even.replace("* ask", "* stay").replace("* wait", "* ask"), "stay")):
        best = Request(world_of(text), Question("it", Event("scene", moment="ford"))).likeliest()
        assert best is not None
        assert [event.label for event in best.record.events if event.sort == "option"] == ["hum", first]


def test_what_is_cut_off_with_nothing_to_choose_is_known_and_cannot_be_drawn() -> None:
    world = world_of(
        "limit 3 events\n\nperson Ada (she)\n\nscene walk with Ada\n  moment a: Ada\n    * go\n      -> b\n"
        "    * stop\n      -> ending home\n"
        "  moment b\n    -> c\n  moment c\n    -> d\n  moment d\n    -> ending far\n\nending home\n\nending far\n"
    )
    far = Request(world, Question("far", Event("ending", label="far")))
    assert (far.odds, far.exact) == (0.5, True)
    with pytest.raises(CannotAsk, match="limit of 3 events"):
        list(far.runs(1, seed=7))
    home = Request(world, Question("home", Event("ending", label="home")))
    assert (home.odds, home.exact) == (0.5, True)
    assert [drawn.record.over.ending for drawn in home.runs(3, seed=7)] == ["home"] * 3


def test_the_likeliest_way_round_goes_round_no_more_than_it_must() -> None:
    best = Request(world_of(FERRY), motif("a song first")).likeliest()
    assert best is not None
    assert best.odds == max(by_force(world_of(FERRY.replace("40 events", "12 events")), Event("motif", label="a song first")).values())


def likeliest_by_force(world: World, event: Event, so: bool, most: int) -> Fraction | None:
    """The odds of the most probable run that has something, or that has it not: beginnings of runs are gone on with, the likeliest first.

    None where no run has it. Raises TooMany where that takes more than `most` beginnings.
    """
    process = Process(world)
    waiting: list[tuple[Fraction, int, Point | Over, tuple]] = [(Fraction(-1), 0, process.begin(), ())]
    for _ in range(most):
        if not waiting:
            return None
        odds, _, at, events = heappop(waiting)
        if isinstance(at, Over):
            if at.ending != ENDLESS and has(world, event, Record(0, 0, events, at)) == so:
                return -odds
            continue
        offers = process.offers(at)
        total = sum(offer.weight for offer in offers)
        for offer in offers:
            if offer.weight:
                turn = process.follow(at, offer, world.limit - len(events))
                heappush(waiting, (odds * offer.weight / total, next(NUMBERS), turn.at, events + turn.events))
    raise TooMany


# ── any world ──


@settings(max_examples=4, deadline=None, derandomize=True, phases=[Phase.generate])
@given(lotteries())
def test_of_any_story_of_chance_the_likeliest_run_is_the_best_of_all_there_are(text: str) -> None:
    world = world_of(text)
    event = Event("place", "", "dawn", LABELS[1])
    for so in (True, False):
        best = Request(world, Question("it", event), BUDGET, so=so).likeliest()
        assert best is not None
        assert best.odds == likeliest_by_force(world, event, so, 10_000)
        assert has(world, event, best.record) == so


@settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_of_any_world_the_odds_the_runs_and_the_likeliest_run_are_those_of_trying_everything(text: str) -> None:
    world = world_of(text)
    sites = sites_of(world)
    labels = [(sites.scenes[site.scene].moments[site.moment].name, sites.option(site).label) for site in sites.options]
    assume(labels)
    first, last = (Event("place", "", *labels[at]) for at in (0, -1))
    items = (Item("", 1, first, None, "", ()), Item("then", 1, last, None, "", ()))
    world = world._replace(motifs=(*world.motifs, Motif("both", (), items)), limit=min(world.limit, 30))
    process = Process(world)
    for event in (first, Event("motif", label="both"), Event("ending", label="rest")):
        try:
            known = by_force(world, event, 400)
            exactly = exact(Process(world, motifs=(event,)), (event,)).of_bit_or_forever(0)
        except TooMany:
            continue
        try:
            request = Request(world, Question("it", event), BUDGET)
        except CannotAsk:
            continue
        if not request.exact:
            assert request.odds <= exactly + 1e-12
            continue
        assert abs(request.odds - exactly) < 1e-12
        if not exactly:
            assert request.never
            assert request.likeliest() is None
            assert list(request.runs(3, seed=7)) == []
        elif sum(known.values()) > exactly / 2:
            for drawn in request.runs(20, seed=7):
                assert has(world, event, drawn.record)
                assert entries(process, drawn.record) in known or drawn.record.over.ending == ENDLESS
            best = request.likeliest()
            assert best is not None
            assert best.odds == max(known.values()) == known[entries(process, best.record)]


def test_a_story_that_hardly_gets_on_is_solved_to_the_last_digits() -> None:
    """Haddad and Monmege's chain: whoever goes round until little changes stops far too early."""
    steps = 25
    lines = ["person Ada (she)", "", "scene climb with Ada"]
    for number in range(steps):
        lines += [f"  moment {LETTERS[number]}: Ada", "    * up", f"      -> {LETTERS[number + 1]}", "    * down", "      -> a"]
    lines += [f"  moment {LETTERS[steps]}: chance", "    * left", "      weight 1", "      -> ending one"]
    lines += ["    * right", "      weight 2", "      -> ending other", "", "ending one", "", "ending other", ""]
    request = Request(world_of("\n".join(lines)), Question("one", Event("ending", label="one")))
    assert abs(request.odds - 1 / 3) < 1e-15


# ── what never ends ──


def test_what_happens_in_stories_that_never_end_can_be_asked_for() -> None:
    world = world_of(SHUT)
    process = Process(world)
    request = Request(world, motif("at the wall"))
    assert (request.odds, request.exact, request.never) == (pytest.approx(2 / 3), True, "")
    drawn = list(request.runs(50, seed=7))
    assert {one.record.over.ending for one in drawn} == {ENDLESS}
    assert all(has(world, Event("motif", label="at the wall"), one.record) and one.tries == 1 for one in drawn)
    # An evening of waiting is as likely before the draught as among all such stories: once in four.
    waits = Counter(entries(process, one.record).count("hall / evening / chance / wait") for one in request.runs(400, seed=8))
    assert 270 < waits[0] < 330
    with pytest.raises(CannotAsk, match="only stories that never end"):
        request.likeliest()


def test_what_ends_is_still_drawn_to_its_end() -> None:
    request = Request(world_of(SHUT), motif("in peace"))
    assert request.odds == pytest.approx(1 / 3)
    assert {one.record.over.ending for one in request.runs(50, seed=7)} == {"home"}
    best = request.likeliest()
    assert best is not None
    assert best.odds == Fraction(1, 4)


def test_a_condition_that_holds_in_a_story_that_never_ends_is_drawn() -> None:
    world = world_of(SHUT)
    condition = Operation("=", (Read(Variable("", "knocks")), Constant(1)))
    request = Request(world, Question("knocks is 1", None, condition))
    assert request.odds == pytest.approx(2 / 3)
    assert {one.record.over.ending for one in request.runs(20, seed=7)} == {ENDLESS}


def test_where_it_is_not_known_what_happens_for_ever_nothing_is_called_proved() -> None:
    with pytest.raises(CannotAsk, match="not known what happens in those that never end"):
        Request(world_of(WITH_GUESTS), motif("at the wall"))


# ── what cannot be drawn ──


def test_what_can_never_happen_is_proved_and_draws_nothing() -> None:
    world = world_of(SHORT.replace("2 times chance: win", "5 times chance: win"))
    request = Request(world, motif("luck beyond luck"))
    assert request.never == f"all {request.states:,} states were gone through"
    assert (request.odds, list(request.runs(5, seed=7)), request.likeliest()) == (0, [], None)


def test_past_the_budget_nothing_is_drawn() -> None:
    with pytest.raises(Past, match="more than 5 states"):
        Request(world_of(LOTTERY), motif("no luck"), budget=5)
