"""What an author probably did not mean: values that nothing hangs on, and values that run past their ends."""

import pytest

from tests.world.told import warned, warned_titles, warnings_in

# ── nothing hangs on it ──


def test_what_is_set_and_never_looked_at_is_told() -> None:
    story = """
        fact snow: 0..3
        person Oda (she)
          feels dread: 0..2
        scene pass with Oda
          once
          fact lamps: 0..2
          ~ snow += 1
          ~ Oda.dread += 1
          ~ lamps += 1
          > Oda walks. {READ}
          Oda> {MIND}
          -> end
    """
    read = story.replace("{READ}", "{if snow > 1: It snows.} {if lamps > 1: Lamps.}").replace("{MIND}", "{if dread > 1: No.} Yes.")
    assert warned(story.replace("{READ}", "").replace("{MIND}", "Yes.")) == [
        ("never-read", "snow"),
        ("never-read", "dread"),
        ("never-read", "lamps"),
    ]
    assert warned(read) == []


def test_what_is_looked_at_and_never_set_is_told_unless_it_is_worked_out() -> None:
    story = """
        fact snow: 0..3
        fact deep means snow > 2
        scene pass
          once
          ~ snow += 1
          > {if deep: They turn back. | else: They go on.}
          -> end
    """
    assert warned(story) == []
    assert warned(story.replace("  ~ snow += 1\n", "  \n")) == [("never-written", "snow")]


def test_what_means_something_and_is_never_looked_at_is_told_once() -> None:
    assert warned("fact noon means 1 > 0\nscene pass\n  once\n  > A bell.\n  -> end\n") == [("never-read", "noon")]


# ── shown, and nobody looks ──

LETTER = """
    person Nan (she)
      feels hope: 0..2
      shows hope
    person Tobit (he)
      feels hope: 0..2
    scene letter
      once
      ~ Nan.hope = 2
      ~ Tobit.hope = 2
      Nan> {if hope > 1: Yes.} Well.
      Tobit> {if hope > 1: Yes.} Well.
      > A letter. {LOOK}
      {LINE}
      -> end
"""


def test_what_is_shown_and_asked_by_nobody_is_told() -> None:
    quiet = LETTER.replace("{LOOK}", "")
    assert warned(quiet.replace("{LINE}", "")) == [("nobody-looks", "shows hope")]
    assert warned(quiet.replace("{LINE}", "Tobit> {if seems(Nan.hope) > 1: She smiles.}")) == []
    assert warned(quiet.replace("{LINE}", "Nan> {if seems(Tobit.hope) > 1: He smiles.}")) == [("nobody-looks", "shows hope")]


def test_a_question_outside_every_scene_is_a_question() -> None:
    asked = LETTER.replace("{LOOK}", "").replace("{LINE}", "") + "    ending joy when seems(Tobit, Nan.hope) > 1\n      > Joy.\n"
    assert warned(asked) == []


def test_a_role_that_looks_at_a_role_looks_at_everybody() -> None:
    story = """
        kind neighbour
          feels envy: 0..2
          shows envy
        person Oda (she), a neighbour
        person Felix (he), a neighbour
        scene fence with a, b: neighbour
          once
          ~ a.envy += 1
          moment talk: b
            * nod
              +1 "it is only civil" {IF}
            * go in
            -> end
    """
    asked = story.replace("{IF}", "if seems(a.envy) > 0")
    assert warned(asked) == []
    # A kind's line that nobody looks at is one line, and still told for each who has it.
    assert ("nobody-looks", "shows envy") in warned(story.replace("{IF}", "if envy > 0"))


# ── tags ──

TAVERN = """
    person Bela (he)
      tends to boast: +2 "the room is full"
    scene tavern
      once
      moment round: Bela
        * tell of the bear
          is boast
        * drink up
          is {TAG}
        -> end
"""


def test_a_tag_that_nobody_tends_to_is_told_with_the_near_ones() -> None:
    assert warned(TAVERN.replace("{TAG}", "boast")) == []
    assert warned(TAVERN.replace("{TAG}", "bost")) == [("tag-without-tendency", "* drink up")]
    assert warned_titles(TAVERN.replace("{TAG}", "bost")) == ["Nobody tends to `bost`"]


def test_tags_in_meanwhile_count_as_well() -> None:
    story = "fact night: 0..2\nperson Bela (he)\nscene tavern\n  once\n  > {night} nights.\n  -> end\n"
    meanwhile = "meanwhile\n  moment walk: Bela\n    * sing\n      is brag\n      ~ night += 1\n    * be quiet\n    -> end\n"
    assert warned(story + meanwhile) == [("tag-without-tendency", "* sing")]


# ── expectations ──

RETURN = """
    fact spoken: yes/no
    person Felix (he)
      feels anger, grief: 0..2
      {SHOWS}
    person Petra (she)
      expects Felix.anger = 2
    person Joss (he)
    {BOND}
    scene return {WITH}
      once
      ~ Felix.anger = 1
      ~ Felix.grief = 1
      ~ spoken = yes
      Felix> {if anger > 0: Home.} {if grief > 0: Alone.} {if spoken: Well.}
      moment hall: {WHO}
        * hide
          +2 "it will be loud" if {ASKS}
        * say good evening
        -> end
"""


def returned(
    shows: str = "shows anger", bond: str = "", people: str = "", who: str = "Petra", asks: str = "seems(Felix.anger) > 1"
) -> set[str]:
    """The warnings about expectations in the story of a return."""
    story = RETURN
    for mark, text in (("SHOWS", shows), ("BOND", bond), ("WITH", people), ("WHO", who), ("ASKS", asks)):
        story = story.replace(f"{{{mark}}}", text)
    return {words for code, words in warned(story) if code == "expectation-overwritten"}


TOLD = {"expects Felix.anger = 2"}


@pytest.mark.parametrize(
    ("what", "given"),
    [
        ("it is shown at once", {}),
        ("it is shown to her", {"shows": "shows anger to Petra"}),
        ("both are named", {"people": "with Felix, Petra"}),
        ("a bond reaches from anywhere", {"shows": "shows grief", "bond": "bond Felix to Petra carries anger", "people": "with Petra"}),
        ("nobody asks", {"asks": "spoken"}),
        ("somebody else asks", {"shows": "shows anger while spoken", "who": "Joss"}),
        ("she asks about another feeling", {"shows": "shows anger while spoken", "asks": "seems(Felix.grief) > 0"}),
    ],
)
def test_an_expectation_that_nobody_can_act_on_is_told(what: str, given: dict[str, str]) -> None:
    assert returned(**given) == TOLD


@pytest.mark.parametrize(
    ("what", "given"),
    [
        ("it is hidden at first", {"shows": "shows anger while spoken"}),
        ("it is shown to another", {"shows": "shows anger to Joss"}),
        ("another feeling is shown", {"shows": "shows grief"}),
        ("he is not there to show it", {"people": "with Petra"}),
        ("a bond that is shut at first", {"shows": "shows grief", "bond": "bond Felix to Petra carries anger while spoken"}),
        ("a bond to another", {"shows": "shows grief", "bond": "bond Felix to Joss carries anger"}),
    ],
)
def test_an_expectation_that_somebody_can_act_on_is_not(what: str, given: dict[str, str]) -> None:
    assert returned(**given) == set()


def test_one_scene_in_which_an_expectation_counts_is_enough() -> None:
    story = RETURN.replace("{SHOWS}", "shows anger").replace("{BOND}", "").replace("{WITH}", "").replace("{WHO}", "Petra")
    story = story.replace("{ASKS}", "seems(Felix.anger) > 1")
    alone = """
    scene before with Petra
      once
      Petra> {if seems(Felix.anger) > 1: He will shout.} Well.
      -> end
    """
    assert "expectation-overwritten" not in {code for code, _ in warned(story + alone)}


def test_what_is_shown_where_she_is_not_leaves_her_expectation() -> None:
    story = RETURN.replace("{SHOWS}", "shows anger").replace("{BOND}", "").replace("{WHO}", "Joss").replace("{ASKS}", "spoken")
    story = story.replace("Felix> {if anger", "world> {if seems(Petra, Felix.anger) > 1: She would not come.}\n      Felix> {if anger")
    assert "expectation-overwritten" not in {code for code, _ in warned(story.replace("{WITH}", "with Felix, Joss"))}
    assert "expectation-overwritten" in {code for code, _ in warned(story.replace("{WITH}", "with Felix, Petra, Joss"))}


def test_a_bond_reaches_whoever_plays_a_role_as_well() -> None:
    story = FENCE.replace("{WHOM}", "Felix")
    assert warned(story + "    bond Felix to Oda carries envy\n") == [("expectation-overwritten", "expects Felix.envy = 2")]
    assert warned(story + "    bond Oda to Felix carries envy\n") == []


def test_an_expectation_weighed_in_a_tendency_counts() -> None:
    story = RETURN.replace("{SHOWS}", "shows anger while spoken").replace("{BOND}", "").replace("{WITH}", "").replace("{WHO}", "Petra")
    story = story.replace("{ASKS}", "spoken").replace("* hide", "* hide\n          is hide")
    tends = story.replace("= 2\n    person Joss", '= 2\n      tends to hide: +1 "he will shout" if seems(Felix.anger) > 1\n    person Joss')
    assert "expectation-overwritten" not in {code for code, _ in warned(tends)}
    assert "expectation-overwritten" in {code for code, _ in warned(story)}


FENCE = """
    kind neighbour
      feels envy: 0..2
      shows envy
    kind stranger
      feels envy: 0..2
      shows envy
    person Oda (she), a neighbour
      expects {WHOM}.envy = 2
    person Felix (he), a neighbour
    person Quill (he), a stranger
    scene fence with a, b: neighbour
      once
      ~ a.envy += 1
      moment talk: b
        * nod
          +1 "it is only civil" if seems(a.envy) > 0
        * go in
        -> end
    scene road with Quill
      once
      ~ Quill.envy = 1
      Felix> {if seems(Quill.envy) > 0: Ah.}
      -> end
"""


def test_whoever_may_play_a_role_may_act_on_what_they_expect() -> None:
    assert warned(FENCE.replace("{WHOM}", "Felix")) == []
    assert warned(FENCE.replace("{WHOM}", "Quill")) == [("expectation-overwritten", "expects Quill.envy = 2")]


def test_of_what_nothing_sets_it_is_not_said_that_it_is_set() -> None:
    story = "fact snow: 0..3\nfact rain: 0..3\nscene pass\n  once\n  ~ rain += 1\n  > A bell.\n  -> end\n"
    notes = [problem.note for problem in warnings_in(story) if problem.code == "never-read"]
    assert ["Nothing sets it" in note for note in notes] == [True, False]


def test_what_nobody_asks_for_is_said_once_for_a_whole_draft() -> None:
    feelings = "  feels joy: 0..2\n  feels dread: 0..2\n  shows joy\n  shows dread\n"
    people = f"person Oda (she)\n{feelings}person Nan (she)\n{feelings}"
    story = f"{people}scene pass\n  once\n  > A bell.\n  -> end\n"
    (problem,) = [problem for problem in warnings_in(story) if problem.code == "nobody-looks"]
    assert problem.title == "Nobody asks what 4 of the feelings that are shown seem to be"
    assert "`Oda.joy`" in problem.note
