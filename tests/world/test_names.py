"""What a name means: whose field, which fact, whose role; what a kind gives and a person changes; what is worked out."""

import pytest

from tests.world.told import told, world
from unmask.world.ground import casts, with_cast
from unmask.world.model import YES_NO, Constant, Operation, Read, Seems, Variable, World
from unmask.world.walk import effects

# ── bare names ──

HOUSE = """
    fact lamps: 0..9
    person Oda (she)
      feels grief: 0..3
    person Nan (she)
      feels grief: 0..3
    scene hall
      fact candles: 0..3
      ~ candles += 1
      ~ lamps += 1
      moment chair: {OWNER}
        * sit
          ~ {TARGET} += 1
        * stand
        -> end
    scene attic
      fact candles: 0..7
      ~ candles += 1
      ~ Oda.grief = 1
      ~ Nan.grief = 1
      Oda> {if grief > 1 and lamps > 1 and candles > 1: No.} {Nan} sleeps.
      Nan> {if grief > 1: No.}
      > {candles}, {lamps}.
      -> end
"""


def written(found: World, scene: str) -> list[Variable]:
    """What the effects of a scene change, in the order of the file."""
    alone = found._replace(scenes=tuple(part for part in found.scenes if part.name == scene), meanwhiles=())
    return [effect.variable for effect in effects(alone)]


@pytest.mark.parametrize(
    ("owner", "target", "meant"),
    [
        ("Oda", "grief", Variable("Oda", "grief")),
        ("Nan", "grief", Variable("Nan", "grief")),
        ("Nan", "Oda.grief", Variable("Oda", "grief")),
        ("Oda", "candles", Variable("", "candles", "", "hall")),
        ("chance", "candles", Variable("", "candles", "", "hall")),
        ("chance", "lamps", Variable("", "lamps")),
    ],
)
def test_a_bare_name_is_the_owners_field_else_the_scenes_fact_else_a_fact(owner: str, target: str, meant: Variable) -> None:
    found = world(HOUSE.replace("{OWNER}", owner).replace("{TARGET}", target))
    assert written(found, "hall")[-1] == meant


def test_where_nobody_chooses_a_bare_name_is_nobodys_field() -> None:
    assert ("whose-field", "grief") in told(HOUSE.replace("{OWNER}", "chance").replace("{TARGET}", "grief"))


def test_each_scene_has_its_own_facts() -> None:
    found = world(HOUSE.replace("{OWNER}", "Oda").replace("{TARGET}", "grief"))
    hall, attic = Variable("", "candles", "", "hall"), Variable("", "candles", "", "attic")
    assert (found.variables[hall].type.high, found.variables[attic].type.high) == (3, 7)
    assert written(found, "attic")[0] == attic
    assert found.variables[hall].for_scene
    assert not found.variables[Variable("", "lamps")].for_scene
    elsewhere = HOUSE.replace("      fact candles: 0..7\n      ~ candles += 1\n", "      ~ candles += 1\n")
    assert ("unknown-name", "candles") in told(elsewhere.replace("{OWNER}", "Oda").replace("{TARGET}", "grief"))


def test_a_persons_field_may_not_be_called_like_a_fact() -> None:
    clash = HOUSE.replace("feels grief", "feels lamps").replace("{OWNER}", "chance").replace("{TARGET}", "lamps")
    assert ("name-taken", "lamps") in told(clash)


# ── kinds ──

MILL = """
    scale feeling: none < faint < strong < consuming
    kind villager
      feels pride, shame: feeling = faint
      keeps owed toward each villager: 0..2
      shows pride
      tends to boast: +1 "the others do"
    person Tobit (he), a villager
      pride = strong
      shows pride as shame while shame is strong
      tends to boast: +2 "he is tall"
    person Ilse (she), a villager
    person Quill (he)
      feels pride: feeling
    scene mill with a, b: villager
      once
      ~ a.shame += 1
      ~ a.owed toward b += 1
      ~ Quill.pride += 1
      moment talk: a
        * brag
          is boast
          +pride "it is so" if owed toward b > 0 or seems(b.pride) is none
        * grind
        -> end
"""


def test_a_kind_gives_each_of_its_people_their_own_fields() -> None:
    found = world(MILL)
    assert {variable.owner for variable in found.variables if variable.name == "shame"} == {"Tobit", "Ilse"}
    assert found.kinds == {"villager": ("Tobit", "Ilse")}


def test_a_person_may_start_elsewhere_than_the_kind() -> None:
    found = world(MILL)
    starts = {variable.owner: found.variables[variable].start for variable in found.variables if variable.name == "pride"}
    assert starts == {"Tobit": 2, "Ilse": 1, "Quill": 0}
    assert ("unknown-name", "glee") in told(MILL.replace("pride = strong", "glee = strong"))


def test_a_persons_own_routes_and_tendencies_come_before_the_kinds() -> None:
    found = world(MILL)
    routes = [(route.variable.owner, route.truth, route.condition is None) for route in found.routes]
    pride, shame = Variable("Tobit", "pride"), Variable("Tobit", "shame")
    assert routes[:2] == [("Tobit", Read(shame), False), ("Tobit", Read(pride), True)]
    assert routes[2:] == [("Ilse", Read(Variable("Ilse", "pride")), True)]
    assert [motive.phrase for _, motive in found.people["Tobit"].tendencies] == ["he is tall", "the others do"]


def test_what_is_held_toward_each_is_held_once_for_each_other_of_the_kind() -> None:
    found = world(MILL)
    held = {(variable.owner, variable.toward) for variable in found.variables if variable.name == "owed"}
    assert held == {("Tobit", "Ilse"), ("Ilse", "Tobit")}


@pytest.mark.parametrize("wrong", ["a.owed", "a.owed toward a", "a.owed toward Quill", "a.shame toward b"])
def test_toward_names_somebody_toward_whom_it_is_held(wrong: str) -> None:
    assert "toward-whom" in {code for code, _ in told(MILL.replace("a.owed toward b += 1", f"{wrong} += 1"))}


def test_nobody_has_a_field_from_two_kinds() -> None:
    twice = MILL.replace(
        "    person Tobit (he), a villager", "    kind miller\n      feels pride: feeling\n    person Tobit (he), a villager, a miller"
    )
    assert ("declared-twice", "pride") in told(twice)


# ── roles ──


def test_a_cast_is_every_way_to_fill_the_roles_with_different_people() -> None:
    found = world(MILL)
    assert casts(found, found.scenes[0]) == [("Tobit", "Ilse"), ("Ilse", "Tobit")]


def test_a_role_asks_for_its_own_kind() -> None:
    story = MILL.replace(
        "    person Quill (he)\n      feels pride: feeling",
        "    kind stranger\n      feels pride: feeling\n    person Quill (he), a stranger",
    )
    found = world(story.replace("with a, b: villager", "with a, b: villager about c: stranger").replace("~ Quill.pride", "~ c.pride"))
    assert casts(found, found.scenes[0]) == [("Tobit", "Ilse", "Quill"), ("Ilse", "Tobit", "Quill")]
    assert with_cast(found, found.scenes[0], ("Ilse", "Tobit", "Quill")).people == ("Ilse", "Tobit")


def test_with_a_cast_nothing_of_the_roles_is_left() -> None:
    found = world(MILL)
    cast = with_cast(found, found.scenes[0], ("Ilse", "Tobit"))
    assert cast.people == cast.cast == ("Ilse", "Tobit")
    moment = cast.moment("talk")
    assert moment.owner == "Ilse"
    assert [effect.variable for effect in cast.opening.effects][:2] == [Variable("Ilse", "shame"), Variable("Ilse", "owed", "Tobit")]
    own, tended = moment.options[0].motives
    assert own.points == Read(Variable("Ilse", "pride"))
    owed = Operation(">", (Read(Variable("Ilse", "owed", "Tobit")), Constant(0)))
    seen = Operation("=", (Seems("Ilse", Variable("Tobit", "pride")), Constant(0)))
    assert own.condition == Operation("or", (owed, seen))
    assert tended.phrase == "the others do"


def test_what_a_role_takes_itself_to_feel_is_what_it_feels() -> None:
    story = """
        kind villager
          feels pride: 0..3
          shows pride
        person Tobit (he), a villager
        person Ilse (she), a villager
        scene mill with a: villager
          once
          ~ a.pride += 1
          world> {if seems(Ilse, a.pride) > 1: She sees.} Well.
          -> end
    """
    found = world(story)

    def asked(person: str) -> object:
        line = with_cast(found, found.scenes[0], (person,)).opening.lines[0]
        return line.template[0].cases[0][0].operands[0]

    assert asked("Tobit") == Seems("Ilse", Variable("Tobit", "pride"))
    assert asked("Ilse") == Read(Variable("Ilse", "pride"))


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("with a, a: villager", "declared-twice"),
        ("with Tobit, Tobit", "declared-twice"),
        ("with Quill: villager", "name-taken"),
        ("with a: miller", "unknown-name"),
        ("with Wanda", "unknown-name"),
        ("with a, b, c: villager", "not-enough-people"),
    ],
)
def test_roles_are_different_people_of_a_kind_that_there_is(head: str, code: str) -> None:
    assert code in {code for code, _ in told(MILL.replace("with a, b: villager", head))}


# ── worked out ──

MIND = """
    person Nan (she)
      keeps knows means seems(Tobit.guilt) > 0
      shows knows
    person Tobit (he)
      feels guilt: 0..2
      keeps found out means seems(Nan.knows) and guilt > 0
      shows guilt
    fact late means hour > 2 and not early
    fact early means hour < 1
    fact hour: 0..4
    scene hall
      once
      ~ hour += 1
      ~ Tobit.guilt += 1
      > {if late: Late.} Well.
      Tobit> {if found out: Oh.} Well.
      -> end
"""


def test_what_is_worked_out_may_hang_on_what_is_worked_out_in_any_order() -> None:
    found = world(MIND)
    late = found.variables[Variable("", "late")]
    assert late.type == YES_NO
    assert late.means == Operation(
        "and", (Operation(">", (Read(Variable("", "hour")), Constant(2))), Operation("not", (Read(Variable("", "early")),)))
    )


def test_a_belief_about_a_belief() -> None:
    found = world(MIND)
    means = found.variables[Variable("Tobit", "found out")].means
    assert isinstance(means, Operation)
    assert means.operands[0] == Seems("Tobit", Variable("Nan", "knows"))
    knows = found.variables[Variable("Nan", "knows")].means
    assert isinstance(knows, Operation)
    assert knows.operands[0] == Seems("Nan", Variable("Tobit", "guilt"))
    assert [(route.variable.name, route.truth) for route in found.routes] == [
        ("knows", Read(Variable("Nan", "knows"))),
        ("guilt", Read(Variable("Tobit", "guilt"))),
    ]


def test_a_meaning_that_leads_back_to_itself_is_told() -> None:
    assert "means-itself" in {code for code, _ in told(MIND.replace("hour < 1", "hour < 1 or late"))}


def test_what_is_worked_out_cannot_be_changed() -> None:
    assert ("assigns-computed", "~ late = yes") in told(MIND.replace("~ hour += 1", "~ late = yes\n      ~ hour += 1"))


def test_a_tendency_joins_once_in_every_moment_of_its_person() -> None:
    story = """
        fact night: 0..3
        kind singer
          tends to boast: +1 "the others do"
        person Bela (he), a singer
          tends to boast: +2 "the room is full"
          {OWN}
        scene tavern with Bela
          > {night} nights.
          {SCENE}
          -> end
        {WORLD}
    """
    places = {"OWN": "meanwhile", "WORLD": "meanwhile", "SCENE": ""}
    moment = ["moment round: Bela", "  * tell of the bear", "    is boast", "    ~ night += 1", "  * drink up", "  -> end"]
    for place, head in places.items():
        margin = {"OWN": 12, "WORLD": 10, "SCENE": 10}[place]
        lines = [" " * margin + line for line in moment]
        text = story.replace(f"          {{{place}}}" if place == "SCENE" else f"{{{place}}}", head + "\n" + "\n".join(lines))
        found = world(text.replace("{OWN}", "").replace("{WORLD}", "").replace("{SCENE}", ""))
        played = [with_cast(found, part, ()) for part in (*found.scenes, *found.meanwhiles) if part.moments]
        assert [motive.phrase for motive in played[0].moments[0].options[0].motives] == ["the room is full", "the others do"], place
