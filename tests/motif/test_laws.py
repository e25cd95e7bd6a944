"""Laws of automata: what they say is what trying every way says, and no smaller one would do."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.motif.naive import Beat, Trying
from tests.world.told import world
from unmask.motif.events import NAMELESS, Happening, happenings
from unmask.motif.from_world import Matcher, matchers
from unmask.motif.matching import after, begun, has_happened, since
from unmask.world.model import Event, Item, Motif, Read, Role, Variable, World

VILLAGE = world("""
fact rain: yes/no
fact lamp: yes/no

kind villager

person Oda (she), a villager
person Nan (she), a villager
person Thorne (he), a villager

scene market with a, b: villager
  moment stall: a
    * wave
      ~ rain = yes
    * nod
      ~ lamp = yes
    -> well

  moment well: b
    * wave
    * drink
      if rain or lamp
    * part
      -> ending parted
    -> end

scene chapel
  > It is {if rain: wet | else: dry}.
  -> end

ending parted
""")
FACTS = {name: Read(Variable("", name)) for name in ("rain", "lamp")}
ROLES = (Role("x", "villager", True), Role("y", "villager", True))

# Few things happen, so that what a motif asks for often comes.
MARKET, PARTED = Happening("scene", label="market"), Happening("ending", label="parted")
WAVES = [Happening("option", who, moment, "wave") for who, moment in (("Oda", "stall"), ("Oda", "well"), ("Nan", "well"))]
NODS = [Happening("option", who, "stall", "nod") for who in ("Oda", "Nan", "Thorne")]
one_event = st.sampled_from(
    [
        Event("scene", moment="market"),
        Event("ending", label="parted"),
        Event("choice", who="Oda", label="wave"),
        Event("place", moment="well", label="wave"),
    ]
)
of_a_role = st.sampled_from([Event("choice", who=who, label=label) for who in ("x", "y") for label in ("wave", "nod")])
another = st.just(Event("motif", label="other"))
conditions = st.sampled_from(sorted(FACTS)).map(lambda name: Item("when", 1, None, FACTS[name], "", ()))
spans = st.builds(lambda count, unit: Item("within", count, None, None, unit, ()), st.integers(0, 3), st.sampled_from(["scenes", "events"]))
few = st.sampled_from([1, 1, 1, 2])
facts = st.sampled_from([frozenset(FACTS), frozenset(FACTS), frozenset({"rain"}), frozenset()])
beats = st.builds(Beat, st.sampled_from([NAMELESS, MARKET, PARTED, *WAVES]), facts)
nods = st.builds(Beat, st.sampled_from([MARKET, *WAVES, *NODS]), facts)


def items(words: list[str], events: st.SearchStrategy[Event], depth: int = 1) -> st.SearchStrategy[Item]:
    """A line of a motif, with what stands under it."""
    kinds = [conditions, spans] + ([items(["or"], events, depth - 1)] if depth >= 0 else [])
    under = st.one_of(st.just(()), st.lists(st.one_of(kinds), max_size=2).map(tuple))
    return st.builds(
        lambda word, times, event, inner: Item(word, times, event, None, "", inner), st.sampled_from(words), few, events, under
    )


def motifs(name: str, roles: tuple[Role, ...], events: st.SearchStrategy[Event], is_open: bool = True) -> st.SearchStrategy[Motif]:
    """A motif of a few lines; one that others name is not open at its end."""
    lines = st.lists(items(["then", "next", "without", "without"], events), max_size=3)
    whole = st.builds(lambda first, more: Motif(name, roles, (first, *more)), items([""], events), lines)
    return whole if is_open else whole.filter(lambda motif: motif.items[-1].word != "without")


def agrees(motif: Motif, run: list[Beat], other: Motif | None = None, village: World = VILLAGE) -> None:
    """Hold the automaton to every way there is, after each event of a run."""
    place = village._replace(motifs=(motif, *([other] if other else [])))
    found = matchers(place, motif)
    ways = begun(found)
    assert not has_happened(found, ways)
    for number, beat in enumerate(run):
        ways = after(found, ways, beat.happening, beat.asked)
        assert has_happened(found, ways) == Trying(place, run[: number + 1]).happened(motif), number


@settings(derandomize=True, deadline=None, max_examples=300)
@given(motifs("these", (), one_event), st.lists(beats, max_size=7))
def test_an_automaton_says_what_trying_every_way_says(motif: Motif, run: list[Beat]) -> None:
    agrees(motif, run)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(motifs("these", (), one_event), st.lists(beats, min_size=4, max_size=4, unique=True))
def test_of_a_few_things_every_order_is_judged_rightly(motif: Motif, few_beats: list[Beat]) -> None:
    place = VILLAGE._replace(motifs=(motif,))
    found = matchers(place, motif)
    waiting: list[tuple[tuple[int, ...], list[Beat]]] = [(begun(found), [])]
    while waiting:
        ways, run = waiting.pop()
        assert has_happened(found, ways) == Trying(place, run).happened(motif), run
        if len(run) < 4:
            waiting += [(after(found, ways, beat.happening, beat.asked), [*run, beat]) for beat in few_beats]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(motifs("these", ROLES, st.one_of(of_a_role, of_a_role, one_event)), st.lists(nods, max_size=6))
def test_roles_may_be_anybody_as_long_as_they_are_the_same_throughout(motif: Motif, run: list[Beat]) -> None:
    agrees(motif, run)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(motifs("these", (), st.one_of(another, another, one_event)), motifs("other", (), one_event, False), st.lists(beats, max_size=6))
def test_a_motif_that_another_names_is_one_of_its_events(motif: Motif, other: Motif, run: list[Beat]) -> None:
    agrees(motif, run, other)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(motifs("these", (), another), motifs("other", ROLES, of_a_role, False), st.lists(nods, max_size=5))
def test_a_motif_that_another_names_finds_its_own_people(motif: Motif, other: Motif, run: list[Beat]) -> None:
    agrees(motif, run, other, VILLAGE._replace(kinds={"villager": ("Oda", "Nan")}))  # two casts: all are followed at once


def test_what_the_laws_let_happen_may_happen_there() -> None:
    assert {NAMELESS, MARKET, PARTED, *WAVES, *NODS} <= set(happenings(VILLAGE))


# ── how small ────────────────────────────────────────────────────────────────────────────────────────────────────────


def told_apart(matcher: Matcher, one: int, other: int) -> bool:
    """Whether some events that follow are told apart from two states: found by walking from both at once."""
    automaton = matcher.automaton
    waiting, seen = [(one, other)], {(one, other)}
    while waiting:
        left, right = waiting.pop()
        if automaton.accepting[left] != automaton.accepting[right]:
            return True
        for pair in zip(automaton.table[left], automaton.table[right], strict=True):
            if pair not in seen:
                seen.add(pair)
                waiting.append(pair)
    return False


@settings(derandomize=True, deadline=None, max_examples=150)
@given(motifs("these", (), one_event))
def test_no_two_states_and_no_two_letters_could_be_one(motif: Motif) -> None:
    for matcher in matchers(VILLAGE._replace(motifs=(motif,)), motif):
        automaton = matcher.automaton
        states, letters = range(len(automaton.table)), range(len(automaton.table[0]))
        assert all(told_apart(matcher, one, other) for one, other in combinations(states, 2))
        assert len({tuple(row[letter] for row in automaton.table) for letter in letters}) == len(letters)
        assert set(automaton.letters.values()) == set(letters)
        reached = {0}
        for _ in states:
            reached |= {way for at in reached for way in automaton.table[at]}
        assert reached == set(states)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(motifs("these", (), one_event), st.lists(beats, max_size=6))
def test_what_is_settled_stays_so_and_masks_say_what_sites_say(motif: Motif, run: list[Beat]) -> None:
    for matcher in matchers(VILLAGE._replace(motifs=(motif,)), motif):
        automaton = matcher.automaton
        way = state = 0
        for beat in run:
            mask = matcher.mask(beat.happening, beat.asked)
            before, state = state, automaton.step(state, mask)
            (way,) = after([matcher], (way,), beat.happening, beat.asked)
            assert way == state
            assert not automaton.settled[before] or state == before
        if motif.items[-1].word != "without":  # then what has happened has happened for good
            assert all(settled for settled, accepts in zip(automaton.settled, automaton.accepting, strict=True) if accepts)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(motifs("these", (), one_event), st.lists(beats, max_size=6))
def test_it_has_happened_since_the_event_from_which_on_it_always_had(motif: Motif, run: list[Beat]) -> None:
    found = matchers(VILLAGE._replace(motifs=(motif,)), motif)
    had = [Trying(VILLAGE, run[: number + 1]).happened(motif) for number in range(len(run))]
    number = since(found, [(beat.happening, beat.asked) for beat in run])
    assert number == (len(run) - [*reversed(had), False].index(False) if had and had[-1] else -1)
