"""The best that somebody can do, against all that they could do: every way of playing, each solved by definition."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import prod

import pytest
from hypothesis import Phase, given, settings

from tests.exact import TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis import policy
from unmask.analysis.odds import interval
from unmask.analysis.policy import Best, Player, best_play, choosers
from unmask.analysis.policy_table import RUNS, Policy, Table
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run import record
from unmask.run.chooser import Dice, Stop
from unmask.run.step import Offer, Over, Point, Process
from unmask.world.model import Event, Variable, World
from unmask.world.places import Belief

HIDDEN = """
secret coin: heads | tails
person Ada (she)
person Bo (he)
  keeps mask: yes/no
  open  face: calm | flushed
scene tea with Ada, Bo
  moment toss: chance
    * he lies
      ~ Bo.mask = yes
    * he does not
    -> glimpse
  moment glimpse: chance
    * clear
      weight 3
      ~ Bo.face = flushed if Bo.mask
    * fog
      weight 1
    -> answer
  moment answer: Ada
    * trust him
      -> ending won unless Bo.mask
      -> ending lost
    * doubt him
      -> ending won if Bo.mask
      -> ending lost
ending won
ending lost
motif trusted in vain
  Ada: trust him
  then ending lost
"""
EVENINGS = """
scale feeling: none < faint < strong
fact evening: 1..3
person Nan (she)
  feels hope: feeling = faint
  expects Tom.shame = strong
person Tom (he)
  feels shame: feeling
  shows shame unless evening is 1
scene supper with Nan, Tom
  moment asking: Nan
    * ask
      ~ Tom.shame += 1
    * wait
      +1 "it is easier"
      ~ hope -= 1
    -> answer
  moment answer: Tom
    * tell her
      if shame > none
      +shame "it has to come out"
      -> ending out
    * say nothing
      +1 "he would not know how"
    -> end
meanwhile
  ~ evening += 1
ending out
ending silent when evening is 3
motif asked in vain
  Nan: ask
  then Nan: wait
  then ending silent
"""
ROUND = """
person Nan (she)
scene door
  moment knock: Nan
    * go
      -> luck
    * stay
      -> hall
  moment hall: Nan
    * sit
    * call
      -> cold
    -> knock
  moment luck: chance
    * in
      weight 1
      -> ending gone
    * again
      weight 2
      -> knock
    * out
      weight 1
      -> ending home
  moment cold: chance
    * somebody comes
      weight 2
      -> ending gone
    * nobody
      weight 1
      -> ending home
ending gone
ending home
motif sat first
  door / sit
  then ending gone
""".replace("door / sit", "hall / sit")
VISITS = """
kind villager
  keeps cross: 0..1
person Oda (she), a villager
person Tom (he), a villager
scene visit with a, b: villager
  +a.cross "something has to be said"
  moment door: a
    * knock
      ~ b.cross += 1
    * turn back
      -> end
    -> hall
  moment hall: b
    * let them in
      -> ending in
    * be out
      if cross > 0
      ~ a.cross += 1
    -> end
fact day: 0..2
meanwhile
  ~ day += 1
ending in
ending cold when day is 2
motif it was cold
  visit / be out
  then ending cold
""".replace("visit / be out", "hall / be out")
STORIES = {
    "hidden": (HIDDEN, "Ada", (Event("ending", label="won"), Event("motif", label="trusted in vain"))),
    "evenings": (EVENINGS, "Nan", (Event("ending", label="out"), Event("motif", label="asked in vain"))),
    "round": (ROUND, "Nan", (Event("ending", label="gone"), Event("motif", label="sat first"))),
    "visits": (VISITS, "Tom", (Event("ending", label="cold"), Event("motif", label="it was cold"))),
}
ASKED = [(name, event) for name, (_, _, events) in STORIES.items() for event in events]
MOST_WAYS, MOST_POINTS = 300, 250
FEW_WAYS = 30


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


# ── every way of playing ──


Seen = tuple[object, ...]


class Playing(Process):
    """A world in which somebody takes at each situation, as `sees` tells them apart, the option that is decided for it."""

    def __init__(self, world: World, player: Player, sees: Callable[[Process, Point], Seen], decided: dict[Seen, str]) -> None:
        super().__init__(world, motifs=() if player.event.word == "ending" else (player.event,))
        self.player, self.sees, self.decided = player, sees, decided

    def offers(self, point: Point) -> tuple[Offer, ...]:
        found = super().offers(point)
        if point.who != self.player.who or not self.decided:
            return found
        return tuple(offer for offer in found if offer.what.label == self.decided[self.sees(self, point)])


def everything(process: Process, point: Point) -> Seen:
    assert point.scene is not None
    assert point.moment is not None
    return point.state, point.scene.name, point.scene.cast, point.moment.name, point.meanwhile


def what_she_knows(process: Process, point: Point) -> Seen:
    """Her own fields, facts, secrets she knows, what is open, what things seem to be to her; and what is open to her, with its odds."""
    assert point.moment is not None
    who = point.who
    found = []
    for place, at in process.layout.places.items():
        if isinstance(place, Belief) and place.observer == who:
            found.append(point.state[at])
        elif isinstance(place, Variable):
            declared = process.world.variables[place]
            if place.owner == who or declared.word in ("fact", "open") or who in declared.known_to:
                found.append(point.state[at])
    offers = tuple((offer.what.label, offer.weight) for offer in Process.offers(process, point))
    return *everything(process, point)[1:], tuple(found), offers


def ways(world: World, player: Player, sees: Callable[[Process, Point], Seen], most: int) -> Iterator[dict[Seen, str]]:
    """Every way to decide every situation that can come."""
    process = Playing(world, player, sees, {})
    start = process.begin()
    waiting = [start] if isinstance(start, Point) else []
    seen, options = set(), dict[Seen, tuple[str, ...]]()
    while waiting:
        point = waiting.pop()
        key = (point.sort, point.state, point.scene, point.moment, point.meanwhile)
        if key in seen:
            continue
        if len(seen) > MOST_POINTS:
            raise TooMany
        seen.add(key)
        offers = process.offers(point)
        if point.who == player.who:
            options[sees(process, point)] = tuple(offer.what.label for offer in offers)
        for offer in offers:
            at = process.follow(point, offer, 1000).at
            if offer.weight and isinstance(at, Point):
                waiting.append(at)
    if prod(map(len, options.values())) > most:
        raise TooMany
    for labels in product(*options.values()):
        yield dict(zip(options, labels, strict=True))


def odds_of_all_ways(world: World, player: Player, most: int) -> list[Fraction]:
    sees = what_she_knows if player.knowing else everything
    events = () if player.event.word == "ending" else (player.event,)
    found = []
    for decided in ways(world, player, sees, most):
        solved = exact(Playing(world, player, sees, decided), events)
        found.append(solved.odds(player.event.label) if not events else solved.of_bit(0))
    return found


def agrees(world: World, who: str, event: Event, knowing: bool, most: int = MOST_WAYS) -> tuple[Best, Best]:
    all_odds = odds_of_all_ways(world, Player(who, event, knowing=knowing), most)
    best, _ = best_play(world, Player(who, event, knowing=knowing))
    worst, _ = best_play(world, Player(who, event, worst=True, knowing=knowing))
    for found, known in ((best, max(all_odds)), (worst, min(all_odds))):
        assert not found.why
        assert found.low - 1e-12 <= known <= found.high + 1e-12
        assert found.exact
    return best, worst


@pytest.mark.parametrize(("name", "event"), ASKED)
@pytest.mark.parametrize("knowing", [False, True])
def test_nothing_that_somebody_could_do_is_better_or_worse(name: str, event: Event, knowing: bool) -> None:
    text, who, _ = STORIES[name]
    best, worst = agrees(world_of(text), who, event, knowing)
    assert best.none is not None
    assert best.sees is not None
    assert worst.sees is not None
    assert worst.sees - 1e-12 <= worst.low <= best.high <= best.sees + 1e-12
    assert worst.sees - 1e-12 <= best.none <= best.sees + 1e-12


def test_where_a_situation_comes_again_who_does_now_this_and_now_that_may_beat_every_habit() -> None:
    """She has to sit and then not to sit, and cannot tell the one time from the other."""
    best, _ = best_play(world_of(ROUND), Player("Nan", Event("motif", label="sat first"), knowing=True))
    assert best.exact
    assert best.none is not None
    assert best.low == 0 < best.none
    assert best.beaten(worst=False)


@settings(max_examples=5, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_in_any_world_nothing_that_somebody_could_do_is_better_or_worse(text: str) -> None:
    world = world_of(text)
    able = choosers(world) or ("Agnes",)
    event = Event("ending", label="rest")
    try:
        agrees(world, able[0], event, False, FEW_WAYS)
        agrees(world, able[0], event, True, FEW_WAYS)
    except TooMany:
        return  # not every way of playing can be gone through: another world will do


def test_who_is_not_shown_what_another_hides_does_worse_than_somebody_who_sees_it() -> None:
    world = world_of(HIDDEN)
    won = Event("ending", label="won")
    sees, _ = best_play(world, Player("Ada", won))
    knows, _ = best_play(world, Player("Ada", won, knowing=True))
    assert sees.high == 1
    assert knows.high == pytest.approx(7 / 8, abs=1e-12)
    assert knows.sees == 1


def test_what_was_seen_and_nothing_asks_for_is_still_known() -> None:
    """That he is flushed is read by nothing in the story."""
    world = world_of(HIDDEN.replace("~ Bo.face = flushed if Bo.mask", "").replace("      weight 3\n      \n", "      weight 3\n"))
    assert best_play(world, Player("Ada", Event("ending", label="won"), knowing=True))[0].high == pytest.approx(1 / 2, abs=1e-12)


def test_where_not_all_ways_are_looked_at_it_is_called_good_and_the_bounds_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    world = world_of(EVENINGS)
    event = Event("motif", label="asked in vain")
    whole, _ = best_play(world, Player("Nan", event, knowing=True))
    monkeypatch.setattr(policy, "MOST_TRIES", 0)
    some, _ = best_play(world, Player("Nan", event, knowing=True))
    assert some.low - 1e-12 <= whole.low <= some.high + 1e-12
    assert some.tried == 1 <= whole.tried


def test_past_the_budget_nothing_is_called_proved() -> None:
    best, solved = best_play(world_of(EVENINGS), Player("Nan", Event("ending", label="out")), budget=1)
    assert (best.low, best.high, solved) == (0, 1, None)
    assert "more than 1 state would" in best.why


def test_what_can_never_happen_nobody_can_bring_about() -> None:
    world = world_of(EVENINGS + "motif never\n  Nan: ask\n    within 0 events\n")
    assert best_play(world, Player("Nan", Event("motif", label="never")))[0].high == 0


def test_those_who_choose_are_those_who_have_a_moment_or_may_play_a_role_that_has_one() -> None:
    assert choosers(world_of(HIDDEN)) == ("Ada",)
    assert choosers(world_of(EVENINGS)) == ("Nan", "Tom")
    assert choosers(world_of(VISITS)) == ("Oda", "Tom")


# ── how it is played ──


def words_for(process: Process, point: Point) -> dict[str, str]:
    """What is so at a point, by the names that a table has for it."""
    assert point.scene is not None
    found = {}
    for place, at in process.layout.places.items():
        if isinstance(place, Variable):
            found[place.words] = process.world.variables[place].type.name_of(point.state[at])
        elif isinstance(place, Belief):
            found[f"seems({place.of.words})"] = process.world.variables[place.of].type.name_of(point.state[at])
    return found


def by_the_table(process: Process, who: str, tables: tuple[Table, ...], dice: Dice) -> Callable[[Point, tuple[Offer, ...]], int | Stop]:
    rows = {(table.scene, table.cast, table.moment): table.rows for table in tables}

    def choose(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        if point.who != who or len(offers) == 1:
            return dice(point, offers)
        assert point.scene is not None
        assert point.moment is not None
        so = words_for(process, point)
        labels = [offer.what.label for offer in offers]
        here = rows[point.scene.name, point.scene.cast, point.moment.name]
        return next(labels.index(row.option) for row in here if all(so[field.name] in field.value.split(" or ") for field in row.when))

    return choose


@pytest.mark.parametrize("worst", [False, True])
@pytest.mark.parametrize("knowing", [False, True])
@pytest.mark.parametrize("name", ["hidden", "evenings", "visits"])
def test_whoever_plays_by_the_table_has_the_odds_that_are_said(name: str, knowing: bool, worst: bool) -> None:
    text, who, (event, _) = STORIES[name]
    world = world_of(text)
    player = Player(who, event, worst, knowing)
    best, solved = best_play(world, player)
    assert solved is not None
    played = Policy(world, player, solved)
    tables = played.tables()
    assert played.complete
    process = Process(world)
    ended = [record.play(process, by_the_table(process, who, tables, Dice(7, number)), 7, number).over.ending for number in range(2_000)]
    seen = ended.count(event.label)
    low, high = interval(seen, 2_000, 0.999)
    assert low <= best.low <= high


@pytest.mark.parametrize(("name", "event"), ASKED)
@pytest.mark.parametrize("knowing", [False, True])
def test_runs_of_best_play_have_its_odds_and_are_runs_of_the_story(name: str, event: Event, knowing: bool) -> None:
    text, who, _ = STORIES[name]
    world = world_of(text)
    player = Player(who, event, knowing=knowing)
    best, solved = best_play(world, player)
    assert solved is not None
    played = Policy(world, player, solved)
    runs = [played.run(7, number) for number in range(RUNS)]
    low, high = interval(sum(run.happened for run in runs), RUNS, 0.999)
    assert low <= best.low + 1e-12
    assert best.low - 1e-12 <= high
    process = Process(world, motifs=() if event.word == "ending" else (event,))
    for number, run in enumerate(runs[:50]):
        over = played.record(process, run, 7, number).over
        assert isinstance(over, Over)
        assert over.ending
        if event.word == "ending":
            assert (over.ending == event.label) == run.happened


def test_a_table_has_only_what_decides() -> None:
    world = world_of(HIDDEN)
    for knowing, name in ((False, "Bo.mask"), (True, "Bo.face")):
        player = Player("Ada", Event("ending", label="won"), knowing=knowing)
        _, solved = best_play(world, player)
        assert solved is not None
        (table,) = Policy(world, player, solved).tables()
        assert {field.name for row in table.rows for field in row.when} == {name}
        assert {row.option for row in table.rows} == {"trust him", "doubt him"}
