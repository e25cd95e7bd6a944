"""Feels, shows, believes: what reaches whom, when, and what they make of it."""

from tests.run.playing import before, by_hand, left, offered, read, story
from unmask.world.model import Variable
from unmask.world.places import Belief

# Rey's choices hang on what she takes Kylo to feel; each test puts its own lines among these.
TWO = """
scale feeling: none < faint < strong < consuming
fact helmet: worn | fallen
fact month: 0..9
person Kylo (he)
  feels anger: feeling = faint
  feels shame: feeling = strong
  {kylo}
person Rey (she)
  keeps wary: yes/no
  {rey}
{between}
scene duel with Kylo, Rey
  moment strike: Kylo
    * rage
      ~ anger = consuming
      -> answer
    * throw the helmet down
      ~ helmet = fallen
      ~ anger = strong
      -> answer
    * pick the helmet up and rage
      ~ helmet = worn
      ~ anger = consuming
      -> answer
    * say nothing
      -> answer
  moment answer: Rey
    * strike back
      +seems(Kylo.anger) "he is angry"
      -> strike
    * kneel
      +seems(Kylo.shame) "he is ashamed"
      -> strike
    * become wary
      ~ wary = yes
      -> strike
    * go
      -> end
{after}
"""


def two(kylo: str = "", rey: str = "", between: str = "", after: str = "") -> str:
    """The story of the two with these lines in it; lines of one block are parted by a bar."""

    def block(lines: str) -> str:
        return "\n  ".join(line.strip() for line in lines.split("|"))

    return TWO.format(kylo=block(kylo), rey=block(rey), between=between, after=after)


def test_a_belief_starts_at_what_is_expected_else_at_the_lowest() -> None:
    world = story(two(rey="expects Kylo.anger = strong"))
    record = by_hand(world)
    assert (left(world, record, "Rey: Kylo.anger"), left(world, record, "Rey: Kylo.shame")) == (2, 0)


def test_a_persons_own_expectation_comes_before_that_of_the_kind() -> None:
    world = story("""
        kind villager
          feels shame: 0..3
          expects each villager.shame = 3
        person Agnes (she), a villager
        person Wick (they), a villager
          expects Agnes.shame = 1
        scene call with a, b: villager
          moment table: a
            * ask
              +seems(b.shame) "it shows"
            -> end
        """)
    start = world.process.layout.start
    assert (read(world, start, "Agnes: Wick.shame"), read(world, start, "Wick: Agnes.shame")) == (3, 1)


def test_only_what_somebody_asks_for_is_believed() -> None:
    world = story(two(kylo="shows anger, shame"))
    assert [(belief.observer, belief.of.name) for belief in world.process.layout.beliefs] == [("Rey", "anger"), ("Rey", "shame")]


def test_what_is_shown_is_believed_from_the_start_of_the_scene() -> None:
    world = story(two(kylo="shows shame", rey="expects Kylo.shame = none"))
    assert left(world, by_hand(world), "Rey: Kylo.shame") == 2


def test_beliefs_follow_every_block_of_effects() -> None:
    world = story(two(kylo="shows anger"))
    assert left(world, by_hand(world, "rage"), "Rey: Kylo.anger") == 3


def test_beliefs_see_the_state_after_all_effects_of_the_block() -> None:
    # The helmet is on again before the anger can be seen, although it came off in the same breath.
    world = story(two(kylo="shows anger unless helmet is worn", rey="expects Kylo.anger = none"))
    thrown = by_hand(world, "throw the helmet down", "strike back")
    assert left(world, thrown, "Rey: Kylo.anger") == 2
    hidden = by_hand(world, "throw the helmet down", "strike back", "pick the helmet up and rage")
    assert (left(world, hidden, "Kylo.anger"), left(world, hidden, "Rey: Kylo.anger")) == (3, 2)


def test_what_is_shown_need_not_be_what_is_felt() -> None:
    world = story(two(kylo="shows anger as max(anger, shame)"))
    record = by_hand(world)
    assert (left(world, record, "Kylo.anger"), left(world, record, "Rey: Kylo.anger")) == (1, 2)


def test_what_is_shown_past_the_range_is_seen_as_its_end() -> None:
    world = story(two(kylo="shows anger as anger + 5|shows shame as shame - 5", rey="expects Kylo.shame = faint"))
    record = by_hand(world)
    assert (left(world, record, "Rey: Kylo.anger"), left(world, record, "Rey: Kylo.shame")) == (3, 0)


def test_the_first_open_route_of_the_file_counts() -> None:
    routes = "shows anger as none unless helmet is worn|shows anger as consuming|shows anger"
    world = story(two(kylo=routes))
    assert left(world, by_hand(world), "Rey: Kylo.anger") == 3
    assert left(world, by_hand(world, "throw the helmet down"), "Rey: Kylo.anger") == 0


def test_a_persons_own_route_comes_before_that_of_the_kind() -> None:
    world = story("""
        kind villager
          feels shame: 0..3 = 3
          shows shame
        person Agnes (she), a villager
          shows shame as 1
        person Wick (they), a villager
        scene call with a, b: villager
          moment table: a
            * ask
              +seems(b.shame) "it shows"
            * leave
            -> end
        """)
    record = by_hand(world, "Agnes, Wick", "ask", "Wick, Agnes")
    assert (left(world, record, "Agnes: Wick.shame"), left(world, record, "Wick: Agnes.shame")) == (3, 1)


def test_a_belief_without_an_open_route_stays_as_it_was() -> None:
    world = story(two(kylo="shows anger while helmet is fallen"))
    record = by_hand(world, "throw the helmet down", "strike back", "pick the helmet up and rage", "become wary", "say nothing")
    assert left(world, record, "Rey: Kylo.anger") == 2


def test_a_reading_stands_for_what_the_route_brings() -> None:
    world = story(two(kylo="shows anger", rey="reads Kylo.anger as max(Kylo.anger, Kylo.shame) while wary"))
    trusting = by_hand(world)
    assert left(world, trusting, "Rey: Kylo.anger") == 1
    wary = by_hand(world, "say nothing", "become wary")
    assert left(world, wary, "Rey: Kylo.anger") == 2


def test_the_first_reading_that_holds_counts() -> None:
    world = story(
        two(kylo="shows anger", rey="reads Kylo.anger as none while wary|reads Kylo.anger as consuming|reads Kylo.anger as strong")
    )
    assert left(world, by_hand(world), "Rey: Kylo.anger") == 3
    assert left(world, by_hand(world, "say nothing", "become wary"), "Rey: Kylo.anger") == 0


def test_nothing_is_read_into_what_does_not_reach_one() -> None:
    world = story(two(rey="reads Kylo.anger as consuming"))
    assert left(world, by_hand(world, "rage"), "Rey: Kylo.anger") == 0


def test_what_is_read_stays_within_the_range() -> None:
    readings = "reads Kylo.anger as Kylo.anger + 9 unless wary|reads Kylo.anger as Kylo.anger - 9"
    world = story(two(kylo="shows anger", rey=readings))
    assert left(world, by_hand(world), "Rey: Kylo.anger") == 3
    assert left(world, by_hand(world, "say nothing", "become wary"), "Rey: Kylo.anger") == 0


CROWD = """
fact month: 0..9
person Kylo (he)
  feels anger: 0..3 = 1
  {shows}
person Rey (she)
person Finn (he)
{bond}
scene duel with Kylo, Rey
  moment strike: Kylo
    * rage
      ~ anger = 3
    * be still
    -> end
scene camp with Rey, Finn
  moment fire: Rey
    * ask
      +seems(Kylo.anger) "she saw him"
    -> doubt
  moment doubt: Finn
    * doubt
      +seems(Kylo.anger) "he heard of it"
    -> end
{meanwhile}
"""


def crowd(shows: str = "", bond: str = "", meanwhile: str = "") -> str:
    return CROWD.format(shows=shows, bond=bond, meanwhile=meanwhile)


def test_only_those_present_see_what_is_shown() -> None:
    world = story(crowd(shows="shows anger"))
    record = by_hand(world, "duel", "rage")
    assert (left(world, record, "Rey: Kylo.anger"), left(world, record, "Finn: Kylo.anger")) == (3, 0)


def test_nobody_sees_one_who_is_not_there() -> None:
    world = story("""
        person Kylo (he)
          open near: yes/no
          feels anger: 0..3 = 1
          shows anger
        person Rey (she)
        person Finn (he)
        scene camp with Rey, Finn
          moment fire: Rey
            * ask
              +seems(Kylo.anger) "she saw him"
            * wait
            -> end
        """)
    assert left(world, by_hand(world, "ask"), "Rey: Kylo.anger") == 0


def test_what_is_shown_to_one_is_hidden_from_the_others() -> None:
    world = story("""
        person Kylo (he)
          feels anger: 0..3 = 1
          shows anger to Finn
        person Rey (she)
        person Finn (he)
        scene camp
          moment fire: Rey
            * ask
              +seems(Kylo.anger) "she saw him"
            -> doubt
          moment doubt: Finn
            * doubt
              +seems(Kylo.anger) "he saw him"
            * trust
            -> end
        """)
    record = by_hand(world)
    assert (left(world, record, "Rey: Kylo.anger"), left(world, record, "Finn: Kylo.anger")) == (0, 1)


def test_somebody_spoken_about_is_not_there_to_be_seen() -> None:
    world = story("""
        kind villager
          feels shame: 0..3 = 2
          shows shame
        person Agnes (she), a villager
        person Corm (he), a villager
        person Wick (they), a villager
        scene gossip with a, b: villager about c: villager
          moment wall: a
            * name
              +seems(b.shame) "it shows"
              +seems(c.shame) "it must be so"
            * leave
            -> end
        """)
    record = by_hand(world, "Agnes, Corm, Wick")
    assert (left(world, record, "Agnes: Corm.shame"), left(world, record, "Agnes: Wick.shame")) == (2, 0)


def test_a_bond_reaches_anywhere() -> None:
    world = story(crowd(bond="bond Kylo to Finn carries anger"))
    raged = by_hand(world, "duel", "rage")
    assert (left(world, raged, "Finn: Kylo.anger"), left(world, raged, "Rey: Kylo.anger")) == (3, 0)


def test_a_bond_carries_while_its_condition_holds_and_what_it_says() -> None:
    world = story(crowd(bond="bond Kylo to Finn carries anger as Kylo.anger - 1 while Kylo.anger > 1"))
    assert left(world, by_hand(world, "duel", "be still"), "Finn: Kylo.anger") == 0
    assert left(world, by_hand(world, "duel", "rage"), "Finn: Kylo.anger") == 2


def test_a_bond_without_a_direction_carries_both_ways() -> None:
    world = story("""
        kind duelist
          feels longing: 0..3
        person Kylo (he), a duelist
          longing = 2
        person Rey (she), a duelist
          longing = 3
        bond Kylo, Rey carries longing
        scene apart with Kylo
          moment night: Kylo
            * wait
              +seems(Rey.longing) "she would come"
            -> end
        scene away with Rey
          moment night: Rey
            * wait
              +seems(Kylo.longing) "he would come"
            -> end
        """)
    record = by_hand(world, "apart")
    assert (left(world, record, "Kylo: Rey.longing"), left(world, record, "Rey: Kylo.longing")) == (3, 2)


def test_a_bond_reaches_in_meanwhile_and_a_face_does_not() -> None:
    meanwhile = "meanwhile\n  ~ Kylo.anger = 2"
    world = story(crowd(shows="shows anger", bond="bond Kylo to Finn carries anger", meanwhile=meanwhile))
    record = by_hand(world, "duel", "rage")
    assert [left(world, record, what) for what in ("Kylo.anger", "Finn: Kylo.anger", "Rey: Kylo.anger")] == [2, 2, 3]


def test_a_bond_is_felt_when_meanwhile_begins_before_anything_changes() -> None:
    world = story("""
        fact cloudy: yes/no
        person Kylo (he)
          feels anger: 0..3 = 1 for the scene
        person Finn (he)
          open heard: 0..3
        bond Kylo to Finn carries anger
        scene duel with Kylo
          moment strike: Kylo
            * rage
              ~ anger = 3
            * be still
            -> end
        meanwhile
          moment letter
            ~ Finn.heard = seems(Finn, Kylo.anger)
            -> end
        """)
    assert left(world, by_hand(world, "rage"), "Finn.heard") == 1


def test_all_beliefs_are_taken_in_at_once() -> None:
    # Rey shows what she makes of Kylo. Finn, who looks at her, sees what she made of him before this very look.
    world = story("""
        person Finn (he)
        person Kylo (he)
          feels anger: 0..3
          shows anger
        person Rey (she)
          keeps guess means seems(Kylo.anger)
          shows guess
        scene camp
          moment fire: Kylo
            * rage
              ~ anger = 3
              -> answer
            * be still
              -> answer
          moment answer: Finn
            * ask
              +seems(Rey.guess) "she looks as if she knew"
            * leave
              -> end
            -> fire
        """)
    raged = by_hand(world, "rage")
    assert (left(world, raged, "Rey.guess"), left(world, raged, "Finn: Rey.guess")) == (3, 0)
    later = by_hand(world, "rage", "ask")
    assert left(world, later, "Finn: Rey.guess") == 3


def test_a_belief_for_the_scene_goes_back_to_what_was_expected() -> None:
    world = story("""
        person Kylo (he)
          feels anger: 0..3 for the scene
          feels shame: 0..3 = 1
          shows anger, shame while anger is 3
        person Rey (she)
          expects Kylo.anger = 2
        scene duel
          moment strike: Kylo
            * rage
              ~ anger = 3
              -> answer
          moment answer: Rey
            * strike back
              +seems(Kylo.anger) "he is angry"
              +seems(Kylo.shame) "he is ashamed"
            * wait
            -> end
        """)
    inside, after = by_hand(world), by_hand(world, "wait")
    assert (left(world, inside, "Rey: Kylo.anger"), left(world, inside, "Rey: Kylo.shame")) == (3, 1)
    again = after.events[-2]
    assert again.label == "duel"
    assert (before(world, again, "Rey: Kylo.anger"), before(world, again, "Rey: Kylo.shame")) == (2, 1)


def test_a_belief_held_toward_one_is_not_held_toward_another() -> None:
    world = story("""
        kind villager
          keeps grudge toward each villager: 0..2
          shows grudge
        person Agnes (she), a villager
        person Corm (he), a villager
        person Wick (they), a villager
        scene call with a, b: villager
          moment table: a
            * ask
              if seems(b.grudge toward a) is 0
              ~ b.grudge toward a = 2
            * leave
              if seems(b.grudge toward a) is 2
            * wait
            -> end
        """)
    record = by_hand(world, "Agnes, Corm", "ask", "Agnes, Corm")
    assert offered(world, record) == ["leave", "wait"]
    other = by_hand(world, "Agnes, Corm", "ask", "Corm, Agnes")
    assert offered(world, other) == ["ask", "wait"]


def test_a_reading_is_of_one_value_and_by_one_person() -> None:
    world = story("""
        person Kylo (he)
          feels anger, shame: 0..3 = 1
          shows anger, shame
        person Rey (she)
          reads Kylo.anger as 3
        person Finn (he)
          reads Kylo.shame as 2
        scene camp
          moment fire: Rey
            * ask
              +seems(Kylo.anger) "she saw him"
              +seems(Kylo.shame) "he was ashamed"
            * wait
            -> doubt
          moment doubt: Finn
            * doubt
              +seems(Kylo.anger) "he saw him"
              +seems(Kylo.shame) "he was ashamed"
            * trust
            -> end
        """)
    record = by_hand(world)
    seen = {(who, what): left(world, record, f"{who}: Kylo.{what}") for who in ("Rey", "Finn") for what in ("anger", "shame")}
    assert seen == {("Rey", "anger"): 3, ("Rey", "shame"): 1, ("Finn", "anger"): 1, ("Finn", "shame"): 2}


def test_a_bond_and_a_face_are_tried_as_they_stand_in_the_file_and_those_of_a_kind_last() -> None:
    bond, own, kind = "bond Ada to Bo carries grief as 1", "  shows grief as 2", "  shows grief as 3"

    def believed(before: str, mine: str, after: str, of_all: str) -> int:
        world = story(
            f"{before}\nkind mourner\n  feels grief: 0..3\n{of_all}\nperson Ada (she), a mourner\n{mine}\n{after}\n"
            'person Bo (he)\nscene hall\n  moment look: Bo\n    * go\n      +1 "she grieves" if seems(Ada.grief) > 0\n'
            "      ~ Ada.grief += 1\n      -> end\n"
        )
        people = ("Ada", "Bo")
        place = world.process.layout.places[Belief("Bo", Variable("Ada", "grief"))]
        return world.process.after_looking(people, world.process.layout.start)[place]

    assert believed(bond, own, "", kind) == 1
    assert believed("", own, bond, kind) == 2
    assert believed("", "", bond, kind) == 1
    assert believed("", "", "", kind) == 3
