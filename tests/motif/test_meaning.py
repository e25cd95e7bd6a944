"""What motifs ask of events beside their order: conditions, people, endings, and the state that they are asked of."""

import pytest

from tests.motif.followed import course, follows, has
from tests.run.playing import by_hand, story
from tests.world.told import world
from unmask.motif import from_world
from unmask.motif.from_world import MOST_CASTS, MOST_MASKS, NoAutomaton, atoms, matchers, motif_named, motif_of
from unmask.motif.matching import NEVER, matches
from unmask.world.model import Event

VILLAGE = """
kind villager
  open debt: 0..2
person Oda (she), a villager
person Nan (she), a villager
person Thorne (he)
fact rain: yes/no
fact lamp: yes/no
fact hour: 0..9
scene market
  moment stall: Oda
    * nod
      ~ rain = yes
    * wave
      ~ Nan.debt += 1
    * wait
      if lamp and hour > 8 and Nan.debt > 1
    -> gate
  moment gate: Nan
    * nod
    * leave
      -> ending gone
    -> end
scene chapel with a, b: villager
  once
  moment bench: a
    * pray
    * nod
    -> end
ending gone "She is gone"
ending rained when rain and Nan.debt is 2
"""


def with_motif(*lines: str, name: str = "sign") -> str:
    return VILLAGE + f"motif {name}\n" + "".join(f"  {line}\n" for line in lines)


def since(text: str, *labels: str, motif: str = "sign") -> int:
    """The event since which a motif has happened in the run in which these are chosen."""
    played = story(text)
    found = matchers(played.model, motif_named(played.model, motif))
    return matches(found, by_hand(played, *labels), lambda condition, state: played.process.layout.holds(condition, state))


# ── conditions ──


def test_a_condition_is_asked_of_the_state_just_before_the_event() -> None:
    nods_in_rain = with_motif("Oda: nod", "  when rain")
    assert since(nods_in_rain, "market", "nod", "nod", "market", "nod", "nod") == 4
    assert since(nods_in_rain, "market", "nod", "nod") == NEVER


def test_a_scene_is_asked_before_it_is_chosen_and_an_ending_as_things_stay() -> None:
    assert since(with_motif("scene market", "  when rain"), "market", "nod", "nod", "market", "wave") == 3
    assert since(with_motif("scene market", "  when rain"), "market", "nod", "nod") == NEVER
    assert since(with_motif("ending gone", "  when rain"), "market", "nod", "leave") == 3
    assert since(with_motif("ending gone", "  when rain"), "market", "wave", "leave") == NEVER
    assert (
        since(with_motif("ending rained", "  when Nan.debt is 2"), "market", "wave", "nod", "market", "wave", "nod", "market", "nod") == 8
    )


def test_what_stands_under_a_line_is_for_all_its_ways_and_what_stands_under_an_or_for_one() -> None:
    text = with_motif("Oda: nod", "  or Oda: wave", "    when lamp", "  when rain")
    assert has(text, "sign", "Oda: wave [rain lamp]")
    assert not has(text, "sign", "Oda: wave [rain]")
    assert not has(text, "sign", "Oda: wave [lamp]")
    assert has(text, "sign", "Oda: nod [rain]")
    assert not has(text, "sign", "Oda: nod [lamp]")


def test_of_two_spans_the_shorter_counts() -> None:
    text = with_motif("Oda: nod", "then Nan: nod", "  or Oda: wave", "    within 3 events", "  within 1 event")
    assert has(text, "sign", "Oda: nod, Oda: wave")
    assert not has(text, "sign", "Oda: nod, scene market, Oda: wave")
    other = with_motif(
        "Oda: nod", "then Nan: nod", "  within 3 events", "  within 2 scenes", "  within 5 scenes", "  or Oda: wave", "    within 1 event"
    )
    assert has(other, "sign", "Oda: nod, scene market, Nan: nod")
    assert not has(other, "sign", "Oda: nod, scene market, Oda: wave")
    assert not has(other, "sign", "Oda: nod, scene market, scene market, scene market, Nan: nod")


def test_a_condition_is_asked_each_time() -> None:
    text = with_motif("2 times Oda: nod", "  when rain")
    assert has(text, "sign", "Oda: nod [rain], Oda: nod, Oda: nod [rain]")
    assert not has(text, "sign", "Oda: nod [rain], Oda: nod, Oda: nod")


def test_what_is_forbidden_under_a_condition_is_allowed_without_it() -> None:
    text = with_motif("Oda: nod", "without Oda: wave", "  when rain", "then ending gone")
    assert has(text, "sign", "Oda: nod, Oda: wave, ending gone")
    assert not has(text, "sign", "Oda: nod, Oda: wave [rain], ending gone")


def test_a_condition_under_a_motifs_name_is_asked_of_the_event_that_completes_it() -> None:
    text = with_motif("scene market", "next Oda: nod", "  or Oda: wave") + "motif in the rain\n  sign\n    when rain\n"
    assert has(text, "in the rain", "scene market, Oda: wave [rain]")
    assert has(text, "in the rain", "scene market, Oda: nod [rain]")
    assert not has(text, "in the rain", "scene market [rain], Oda: nod")
    assert not has(text, "in the rain", "scene market, Nan: nod, Oda: nod [rain]")


# ── people ──


def test_a_label_is_that_of_whoever_chooses_it_in_whatever_moment() -> None:
    text = with_motif("Oda: nod", "next Nan: nod")
    assert since(text, "market", "nod", "nod") == 2
    assert since(with_motif("bench / nod"), "chapel", "Nan, Oda", "nod") == 2


def test_conditions_are_about_whoever_is_in_the_role() -> None:
    text = VILLAGE + "motif owing with x: villager\n  x: nod\n    when x.debt > 0\n"
    assert since(text, "market", "wave", "nod", motif="owing") == 2
    assert since(text, "market", "wave", "leave", motif="owing") == NEVER
    assert since(text, "market", "nod", "leave", motif="owing") == NEVER


def test_a_cast_with_which_a_motif_could_never_match_is_left_out() -> None:
    place = world(
        VILLAGE + "motif waited with x, y: villager\n  x: wait\n  then y: nod\nmotif nobody\n  scene chapel\n    within 0 events\n"
    )
    assert [matcher.cast for matcher in matchers(place, motif_named(place, "waited"))] == [("Oda", "Nan")]
    assert matchers(place, motif_named(place, "nobody")) == ()


def test_automata_of_one_shape_are_shared_among_casts() -> None:
    place = world(VILLAGE + "motif two nods with x, y: villager\n  x: nod\n  then y: nod\n")
    one, other = matchers(place, motif_named(place, "two nods"))
    assert (one.cast, other.cast) == (("Oda", "Nan"), ("Nan", "Oda"))
    assert one.automaton is other.automaton
    assert {atom.event.who for atom in atoms(place, motif_named(place, "two nods"))} == {"Oda", "Nan"}


# ── ends ──


def test_an_end_that_no_author_wrote_is_one_event_more() -> None:
    short = with_motif("Nan: nod", "next ending endless") + "limit 3 events\n"
    assert since(short, "market", "nod", "nod") == 3
    unresolved = with_motif("chapel / pray".replace("chapel", "bench"), "next ending unresolved").replace(
        "scene market\n", "scene market\n  when lamp\n"
    )
    assert since(unresolved, "Oda, Nan", "pray", "pray") == 6


def test_what_must_not_come_any_more_is_judged_as_if_the_story_were_over() -> None:
    text = with_motif("Oda: nod", "without Nan: nod")
    assert since(text, "market", "nod", "nod") == NEVER
    assert since(text, "market", "nod", "nod", "market", "nod", "leave") == 4
    place = world(text)
    (matcher,) = matchers(place, motif_named(place, "sign"))
    assert matcher.automaton.accepting == (False, True)
    assert matcher.automaton.settled == (False, False)


def test_an_event_alone_is_a_motif() -> None:
    place = world(VILLAGE)
    assert follows(matchers(place, motif_of(Event("ending", label="gone"))), course(place, "scene market, ending gone"))
    assert not follows(matchers(place, motif_of(Event("scene", moment="chapel"))), course(place, "scene market, ending gone"))


# ── what is asked where ──


def test_only_what_makes_a_difference_is_asked_of_an_event() -> None:
    place = world(with_motif("Oda: nod", "  or Oda: nod", "    when rain"))
    (matcher,) = matchers(place, motif_named(place, "sign"))
    (nod,) = course(place, "Oda: nod")
    assert matcher.at(nod.happening).conditions == ()
    rain = world(with_motif("Oda: nod", "  when rain"))
    (matcher,) = matchers(rain, motif_named(rain, "sign"))
    assert len(matcher.at(nod.happening).conditions) == 1
    assert len(set(matcher.at(nod.happening).letters)) == 2
    assert matcher.automaton.idle == matcher.at(course(rain, "scene market")[0].happening).letters[0]


def test_where_every_event_counts_none_is_idle() -> None:
    place = world(with_motif("Oda: nod", "next Nan: nod"))
    (matcher,) = matchers(place, motif_named(place, "sign"))
    assert matcher.automaton.idle == -1


# ── what cannot be followed ──


def refused(text: str, motif: str = "sign") -> tuple[str, str]:
    """What an author is told of a motif that cannot be followed: its title, and the line it points at."""
    place = world(text)
    with pytest.raises(NoAutomaton) as found:
        matchers(place, motif_named(place, motif))
    assert found.value.problem.code == "strange-motif"
    return found.value.problem.title, text.split("\n")[found.value.problem.span.line - 1].strip()


def test_a_motif_that_waits_for_itself_is_refused() -> None:
    text = with_motif("Oda: nod", "then hen") + "motif hen\n  egg\nmotif egg\n  hen\n"
    assert refused(text) == ("`hen` waits for itself", "hen")
    assert refused(with_motif("sign")) == ("`sign` waits for itself", "sign")


def test_nothing_comes_after_what_is_known_only_at_the_end() -> None:
    text = with_motif("gone for good", "then Nan: nod") + "motif gone for good\n  Oda: nod\n  without Oda: wave\n"
    assert refused(text) == ("`gone for good` is not settled before the story ends", "gone for good")


@pytest.mark.parametrize(
    "lines",
    [
        ("Oda: nod", "then Nan: nod", "  within 1000000 events"),
        ("1000 times Oda: nod", *["then 1000 times Nan: nod"] * 5),
        ("1000 times Oda: nod", "  or 1000 times Nan: nod"),
        ("Oda: nod", *(f"  or Oda: nod\n      when hour > {hour} or Nan.debt is {debt}" for hour in range(9) for debt in range(3))),
        ("Oda: nod", *["next Oda: nod", "  or Nan: nod"] * 14),
    ],
    ids=["a long wait", "thousands in turn", "a thousand, each a thousand ways", "many conditions", "many ways at once"],
)  # fmt: skip
def test_what_would_need_too_many_states_is_refused(lines: tuple[str, ...]) -> None:
    assert refused(with_motif(*lines)) == ("`sign` asks to keep too much in mind", "motif sign")


def test_what_would_take_too_long_to_work_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few states are too many where each is asked where it goes at very many events."""
    text = with_motif("40 times Oda: nod", "then Nan: nod", "  within 40 events")
    place = world(text)
    assert len(matchers(place, motif_named(place, "sign"))) == 1
    monkeypatch.setattr(from_world, "MOST_MOVES", 100)
    assert refused(text) == ("`sign` asks to keep too much in mind", "motif sign")


def test_a_thousand_times_is_a_thousand_states() -> None:
    place = world(with_motif("1000 times Oda: nod", "then Nan: nod", "  within 1000 events"))
    (matcher,) = matchers(place, motif_named(place, "sign"))
    assert len(matcher.automaton.table) == 2001


def test_too_many_casts_are_refused() -> None:
    crowd = "".join(f"person Guest{letter} (they), a villager\n" for letter in "ABCDEFGHIJKL")
    text = (
        crowd
        + VILLAGE.replace("with a, b: villager", "with Oda").replace("bench: a", "bench: Oda")
        + "motif reel with a, b, c, d: villager\n  a: nod\n  then b: nod\n"
    )
    assert refused(text.lstrip("\n"), "reel") == (
        f"`reel` can be cast in more than {MOST_CASTS:,} ways",
        "motif reel with a, b, c, d: villager",
    )
    assert MOST_MASKS == 1024
