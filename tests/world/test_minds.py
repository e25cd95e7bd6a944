"""Nobody reads minds: what a person may weigh, what a line may tell, and what is the author's alone."""

import pytest

from tests.world.told import told, world
from unmask.world.model import Seems, Variable
from unmask.world.walk import beliefs_in, in_scene

PORCH = """
    fact rain: yes/no
    secret letter: yes/no known to Oda
    secret book: yes/no
    kind sister
      feels envy: 0..3
      shows envy while rain
    person Oda (she)
      feels grief: 0..3
      keeps plan: 0..3
      open limp: 0..3
      shows grief, plan while rain
    person Tobit (he)
      feels calm: 0..3
      keeps knows means seems(Oda.plan) > 1
      shows calm
    person Nan (she), a sister
    person Edda (she), a sister
    scene porch
      once
      ~ rain = yes
      ~ letter = yes
      ~ book = yes
      ~ Oda.grief = Tobit.calm + Oda.plan + Nan.envy
      ~ Oda.plan += 1 if letter or book
      ~ Oda.limp += 1
      ~ Tobit.calm = 1 if Oda.grief > 1
      ~ Nan.envy = 2
      moment seat: {OWNER}
        {OPENING}
        * sit
          {OPTION}
        * stand
        -> end if book and Oda.plan > 1
        -> end
"""
MIND_READING = {"reads-anothers-mind", "camera-sees-inside", "reads-a-secret", "strange-seems", "nothing-to-guess"}

BESIDE_THE_MATTER = {
    "never-read", "nobody-looks", "told-again", "not-there-to-see", "always-saturates", "tag-without-tendency", "unreachable"
}  # fmt: skip


def minded(option: str = "", owner: str = "Tobit", opening: str = "") -> list[tuple[str, str]]:
    """What is told of whose mind is read, with one line put under Tobit's option or into the moment's opening."""
    story = PORCH.replace("{OPTION}", option).replace("{OWNER}", owner).replace("{OPENING}", opening)
    found = told(story)
    assert {code for code, _ in found} <= MIND_READING | BESIDE_THE_MATTER
    return [(code, words) for code, words in found if code in MIND_READING]


@pytest.mark.parametrize(
    "weighed",
    [
        "calm > 1",
        "Tobit.calm > 1",
        "knows",
        "rain",
        "Oda.limp > 1",
        "seems(Oda.grief) > 1",
        "seems(Oda.plan) > seems(Nan.envy)",
        "seems(Tobit, Oda.grief) > 1",
    ],
)
def test_a_person_weighs_what_is_theirs_and_what_they_see_and_what_others_seem(weighed: str) -> None:
    assert minded(f"if {weighed}") == []
    assert minded(f'+1 "it is time" if {weighed}') == []
    assert minded(opening=f"Tobit> {{if {weighed}: Well.}} Now.") == []


@pytest.mark.parametrize(
    ("weighed", "code"),
    [
        ("Oda.grief", "reads-anothers-mind"),
        ("Oda.plan", "reads-anothers-mind"),
        ("Nan.envy", "reads-anothers-mind"),
        ("seems(Oda, Nan.envy)", "reads-anothers-mind"),
        ("max(1, Oda.grief)", "reads-anothers-mind"),
    ],
)
def test_a_person_cannot_weigh_what_another_hides(weighed: str, code: str) -> None:
    words = weighed.removeprefix("max(1, ").removesuffix(")") if weighed.startswith("max") else weighed
    assert minded(f"if {weighed} > 1") == [(code, words)]
    assert minded(f"unless {weighed} > 1") == [(code, words)]
    assert minded(f'+1 "it is time" if {weighed} > 1') == [(code, words)]
    assert minded(f'+2 * {weighed} "it is time"') == [(code, words)]
    assert minded(opening=f"Tobit> {{if {weighed} > 1: Well.}} Now.") == [(code, words)]
    assert minded(opening=f"Tobit> She is {{{weighed}}}.") == [(code, words)]


def test_effects_arrows_chance_and_the_all_seeing_line_are_the_authors() -> None:
    assert minded("~ rain = yes if Oda.grief > 1 and Nan.envy > 1 and book") == []
    assert minded("-> end if Oda.grief > 1 and letter and seems(Oda, Nan.envy) > 1") == []
    assert minded("if Oda.grief > 1 and letter", owner="chance") == []
    assert minded(opening="world> {if Oda.grief > 1 and book: Well.} Now.") == []


def test_to_whom_it_seems_so_must_be_clear() -> None:
    assert minded("if seems(Oda.grief) > 1", owner="chance") == [("strange-seems", "seems(Oda.grief)")]
    assert minded("if seems(Tobit, Oda.grief) > 1", owner="chance") == []
    assert minded(opening="world> {if seems(Oda.grief) > 1: Well.}") == [("strange-seems", "seems(Oda.grief)")]
    assert minded("if seems(Tobit.calm) > 1") == [("strange-seems", "seems(Tobit.calm)")]
    assert minded("if seems(calm) > 1") == [("strange-seems", "seems(calm)")]
    assert minded("if seems(Oda.limp) > 1") == [("nothing-to-guess", "Oda.limp")]


@pytest.mark.parametrize(("owner", "code"), [("Oda", []), ("Tobit", [("reads-a-secret", "letter")]), ("chance", [])])
def test_a_secret_is_a_fact_to_those_who_know_it(owner: str, code: list[tuple[str, str]]) -> None:
    assert minded("if letter", owner=owner) == code


def test_a_secret_that_nobody_knows_is_the_authors_book_keeping() -> None:
    assert minded("if book", owner="Oda") == [("reads-a-secret", "book")]
    assert minded(opening="Oda> {if letter: Hers.} Now.") == []
    assert minded(opening="Oda> {if book: Hers.} Now.") == [("reads-a-secret", "book")]


def test_a_role_knows_a_secret_if_everybody_who_may_play_it_does() -> None:
    story = """
        kind sister
        secret letter: yes/no known to {KNOWN}
        person Nan (she), a sister
        person Edda (she), a sister
        scene attic with a: sister
          once
          ~ letter = yes
          moment trunk: a
            * open it
              if letter
            * leave it
            -> end
    """
    assert told(story.replace("{KNOWN}", "Nan, Edda")) == []
    assert told(story.replace("{KNOWN}", "Nan")) == [("reads-a-secret", "letter")]


def test_a_role_cannot_weigh_what_another_role_hides() -> None:
    story = """
        kind sister
          feels envy: 0..3
          shows envy
        person Nan (she), a sister
        person Edda (she), a sister
        scene attic with a, b: sister
          once
          ~ b.envy = 2
          moment trunk: a
            * open it
              if {WEIGHED}
            * leave it
            -> end
    """
    assert told(story.replace("{WEIGHED}", "envy < 3 and seems(b.envy) < 3")) == []
    assert told(story.replace("{WEIGHED}", "b.envy < 3")) == [("reads-anothers-mind", "b.envy")]


def test_tendencies_of_a_person_and_of_a_kind_are_bound_like_motives() -> None:
    story = PORCH.replace("{OPTION}", "is rest").replace("{OWNER}", "Nan").replace("{OPENING}", "")
    kind = story.replace("      shows envy while rain", '      shows envy while rain\n      tends to rest: +1 "it rains" if {WEIGHED}')
    for weighed, code in [
        ("envy > 1", []),
        ("seems(Oda.grief) > 1", []),
        ("Oda.grief > 1", ["reads-anothers-mind"]),
        ("letter", ["reads-a-secret"]),
    ]:
        assert [code for code, _ in told(kind.replace("{WEIGHED}", weighed)) if code in MIND_READING] == code


def test_what_is_computed_of_a_person_is_worked_out_by_that_person() -> None:
    story = PORCH.replace("{OPTION}", "").replace("{OWNER}", "Nan").replace("{OPENING}", "")
    assert [code for code, _ in told(story.replace("seems(Oda.plan) > 1", "Oda.plan > 1")) if code in MIND_READING] == [
        "reads-anothers-mind"
    ]
    assert [code for code, _ in told(story) if code in MIND_READING] == []


def test_a_fact_that_is_worked_out_is_known_to_all_and_so_cannot_look_inside() -> None:
    story = PORCH.replace("{OPTION}", "").replace("{OWNER}", "Nan").replace("{OPENING}", "")
    fact, secret = (story.replace("    secret book", f"    {word} sad means Oda.grief > 1\n    secret book") for word in ("fact", "secret"))
    assert [code for code, _ in told(fact) if code in MIND_READING] == ["camera-sees-inside"]
    assert [code for code, _ in told(secret) if code in MIND_READING] == []


def test_routes_and_readings_are_the_authors() -> None:
    story = PORCH.replace("{OPTION}", "if seems(Oda.grief) > 1").replace("{OWNER}", "Tobit").replace("{OPENING}", "")
    free = story.replace(
        "shows calm", "shows calm as max(calm, Oda.grief) while Oda.plan > 1 and book\n      reads Oda.grief as Nan.envy while letter"
    )
    assert [code for code, _ in told(free) if code in MIND_READING] == []


# ── prose ──


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("> {if rain: It rains.} Now.", []),
        ("> {if Oda.limp > 1: She limps.} Now.", []),
        ("> {if Oda.grief > 1: She cries.} Now.", ["camera-sees-inside"]),
        ("> {if Tobit.calm > 1: He is calm.} Now.", ["camera-sees-inside"]),
        ("> {if seems(Tobit, Oda.grief) > 1: He sees.} Now.", ["reads-anothers-mind"]),
        ("> {if seems(Oda.grief) > 1: It seems so.} Now.", ["strange-seems"]),
        ("> {if letter: A letter.} Now.", ["reads-a-secret"]),
        ("> {any: One. | {if was(Oda.grief) > 1: Two.}}", ["camera-sees-inside"]),
        ("> {first: One. | then: {times(Oda.plan)}.}", ["camera-sees-inside"]),
        ("Oda> {if grief > plan: Yes.} Now.", []),
        ("Oda> {if letter: Yes.} Now.", []),
        ("Oda> {if Tobit.calm > 1: Yes.} Now.", ["reads-anothers-mind"]),
        ("Oda> {if seems(Tobit.calm) > 1: Yes.} Now.", []),
        ("Oda recalls> {if Tobit.calm > 1: Yes.} Now.", ["reads-anothers-mind"]),
        ("Nan> {if seems(Tobit.knows): He knows what Oda plans.} Now.", []),
        ("Nan> {if Tobit.knows: He knows what Oda plans.} Now.", ["reads-anothers-mind"]),
        ("world> {if Tobit.calm > 1 and letter and book: Yes.} Now.", []),
        ("world> {if seems(Oda, Tobit.calm) > 1: Yes.} Now.", []),
    ],
)
def test_each_line_is_told_through_somebodys_eyes(line: str, codes: list[str]) -> None:
    assert [code for code, _ in minded(opening=line)] == codes


def test_an_in_brief_line_is_a_camera_or_a_side() -> None:
    story = PORCH.replace("{OPTION}", "").replace("{OWNER}", "Tobit").replace("{OPENING}", "")
    for line, codes in [
        ("in brief> It rains.", []),
        ("in brief> {if Oda.grief > 1: She cries.} Now.", ["camera-sees-inside"]),
        ("Oda in brief> {if grief > 1: She cries.} Now.", []),
        ("Oda in brief> {if Tobit.calm > 1: He is calm.} Now.", ["reads-anothers-mind"]),
    ]:
        found = told(story.replace("      once\n", f"      once\n      {line}\n"))
        assert [code for code, _ in found if code in MIND_READING] == codes


# ── who is there ──


def test_an_open_field_of_somebody_absent_is_heard_of_and_told_as_a_warning() -> None:
    story = PORCH.replace("{OPTION}", "if Oda.limp > 1").replace("{OWNER}", "Tobit").replace("{OPENING}", "")
    assert ("not-there-to-see", "Oda.limp") not in told(story)
    assert ("not-there-to-see", "Oda.limp") in told(story.replace("scene porch", "scene porch with Tobit, Nan"))
    assert ("not-there-to-see", "Oda.limp") not in told(story.replace("scene porch", "scene porch with Tobit, Oda"))


def test_somebody_spoken_about_is_not_there() -> None:
    story = """
        kind sister
          open limp: yes/no
        person Nan (she), a sister
        person Edda (she), a sister
        scene attic with a: sister {HOW} b: sister
          once
          ~ b.limp = yes
          moment trunk: a
            * go
              if b.limp
            * stay
            -> end
    """
    assert told(story.replace("{HOW}", "with")) == []
    assert told(story.replace("{HOW}", "about")) == [("not-there-to-see", "b.limp")]
    assert ("not-there-to-choose", "b") in told(story.replace("{HOW}", "about").replace("trunk: a", "trunk: b"))


# ── what beliefs there are ──


def test_a_belief_about_a_belief_is_a_belief_about_what_somebody_works_out() -> None:
    found = world(PORCH.replace("{OPTION}", "if seems(Tobit.knows)").replace("{OWNER}", "Nan").replace("{OPENING}", ""))
    asked = {belief for expression in in_scene(found.scenes[0]) for belief in beliefs_in(expression)}
    assert ("Nan", Variable("Tobit", "knows")) in asked
    meaning = found.variables[Variable("Tobit", "knows")].means
    assert meaning is not None
    assert beliefs_in(meaning) == [("Tobit", Variable("Oda", "plan"))]
    assert Seems("Tobit", Variable("Oda", "plan")) in getattr(meaning, "operands", ())
