"""What may be held against what, where values start, and what patterns speak of."""

import pytest

from tests.world.told import told, world
from unmask.world.model import Constant, Event, Operation, Read, Type, Variable

TIDE = """
    scale feeling: none < faint < strong
    scale cold: mild < faint chill < bitter
    fact hour: 0..9
    fact heat: feeling
    fact frost: cold
    fact sky: clear | grey
    fact sea: clear | rough
    fact open: yes/no
    scene pier
      once
      when {TEST}
      ~ hour += 1
      ~ heat += 1
      ~ frost += 1
      ~ sky = grey
      ~ sea = rough
      ~ open = yes
      > {hour} {heat} {frost} {sky} {sea} {if open: open}
      -> end
"""


@pytest.mark.parametrize(
    "test",
    [
        "hour > 3",
        "hour is 3",
        "heat >= strong",
        "strong <= heat",
        "heat is not faint",
        "heat > 1",
        "heat > hour",
        "frost is faint chill",
        "sky is grey",
        "grey is sky",
        "sky is not clear",
        "open",
        "not open",
        "open is yes",
        "open is not no",
        "max(hour, 3) > min(heat, 2)",
        "hour + heat * 2 > 4 and (open or sky is grey)",
        "heat is strong or heat is none",
        "-hour < 0",
    ],
)
def test_these_can_be_asked(test: str) -> None:
    assert [code for code, _ in told(TIDE.replace("{TEST}", test)) if code != "unreachable"] == []


@pytest.mark.parametrize(
    ("test", "code"),
    [
        ("heat > frost", "do-not-compare"),
        ("heat is frost", "do-not-compare"),
        ("max(heat, strong) > frost", ""),
        ("sky is sea", "do-not-compare"),
        ("sky is hour", "do-not-compare"),
        ("open is hour", "do-not-compare"),
        ("open > no", "do-not-compare"),
        ("sky > clear", "wrong-type"),
        ("sky <= grey", "wrong-type"),
        ("hour", "wrong-type"),
        ("heat", "wrong-type"),
        ("not hour", "wrong-type"),
        ("hour and open", "wrong-type"),
        ("sky + 1 > 2", "wrong-type"),
        ("-sky < 0", "wrong-type"),
        ("max(sky, 1) > 0", "wrong-type"),
        ("heat is bitter", "unknown-name"),
        ("sky is rough", "unknown-name"),
        ("frost is faint", "unknown-name"),
        ("strong", "wrong-type"),
        ("strong is grey", "wrong-type"),
        ("hour is strong", "wrong-type"),
        ("hours > 3", "unknown-name"),
        ("hours is strong", "unknown-name"),
    ],
)
def test_these_cannot(test: str, code: str) -> None:
    found = {found for found, _ in told(TIDE.replace("{TEST}", test))}
    assert found == ({code} if code else found)


def test_a_level_is_not_blamed_for_a_name_that_nobody_knows() -> None:
    assert told(TIDE.replace("{TEST}", "heet is strong")) == [("unknown-name", "heet")]
    assert told(TIDE.replace("{TEST}", "strong is heet")) == [("unknown-name", "heet")]


def test_two_scales_may_have_levels_of_one_name_and_the_other_side_says_which() -> None:
    story = TIDE.replace("faint chill", "faint")
    found = world(story.replace("{TEST}", "heat is faint and frost is faint"))
    same = Constant(1)
    asked = found.scenes[0].conditions[0]
    assert asked == Operation(
        "and", (Operation("=", (Read(Variable("", "heat")), same)), Operation("=", (Read(Variable("", "frost")), same)))
    )


@pytest.mark.parametrize(
    ("type_", "start"),
    [
        ("0..4", 0),
        ("2..4", 2),
        ("-3..4", 0),
        ("-3..-1", -3),
        ("0..4 = 3", 3),
        ("-3..4 = -2", -2),
        ("feeling", 0),
        ("feeling = strong", 2),
        ("feeling = 1", 1),
        ("wet | dry", 0),
        ("wet | dry = dry", 1),
        ("yes/no", 0),
        ("yes/no = yes", 1),
    ],
)
def test_a_value_starts_where_its_line_says_else_at_nought_else_at_its_lowest(type_: str, start: int) -> None:
    found = world(TIDE.replace("{TEST}", "open").replace("    scene pier", f"    fact depth: {type_}\n    scene pier"))
    assert found.variables[Variable("", "depth")].start == start


@pytest.mark.parametrize(
    ("type_", "code"),
    [
        ("0..4 = 5", "out-of-range"),
        ("0..4 = -1", "out-of-range"),
        ("0..4 = hour", "not-plain"),
        ("feeling = bitter", "unknown-name"),
        ("0..4 = clear", "wrong-type"),
    ],
)
def test_a_start_is_a_plain_value_that_it_can_have(type_: str, code: str) -> None:
    story = TIDE.replace("{TEST}", "open").replace("    scene pier", f"    fact depth: {type_}\n    scene pier")
    assert code in {code for code, _ in told(story)}


def test_types_hold_what_can_be_put_in_their_place() -> None:
    number, feeling, cold = Type("number", 0, 9), Type("scale", 0, 2, "feeling"), Type("scale", 0, 2, "cold")
    sky, sea = Type("set", 0, 1, "", ("clear", "grey")), Type("set", 0, 1, "", ("clear", "rough"))
    assert number.holds(Type("number", -5, 5))
    assert feeling.holds(number)
    assert number.holds(feeling)
    assert feeling.holds(feeling)
    assert not feeling.holds(cold)
    assert not sky.holds(sea)
    assert sky.holds(sky)
    assert not sky.holds(number)
    assert not feeling.holds(sky)


@pytest.mark.parametrize(
    ("effect", "codes"),
    [
        ("heat = strong", []),
        ("heat = hour", []),
        ("hour = heat", []),
        ("heat = frost", ["wrong-type"]),
        ("sky = sea", ["wrong-type"]),
        ("sky += 1", ["wrong-type"]),
        ("open += 1", ["wrong-type"]),
        ("heat += frost", []),
        ("heat = grey", ["unknown-name"]),
        ("pier = 1", ["unknown-name"]),
    ],
)
def test_an_effect_puts_a_value_where_it_belongs(effect: str, codes: list[str]) -> None:
    assert [code for code, _ in told(TIDE.replace("{TEST}", "hour < 9").replace("~ hour += 1", f"~ hour += 1\n      ~ {effect}"))] == codes


# ── motifs and promises ──

DUEL = """
    kind duelist
    person Oda (she), a duelist
    person Tobit (he), a duelist
    scene duel with a, b: duelist
      once
      moment stand: a
        * strike
        * let go
        * let go, and bow
        -> end
    scene rest with Oda
      once
      moment bed: Oda
        * sleep
        * lie awake
        -> ending dawn
    ending dawn
      > It is light.
"""


def pattern(item: str, head: str = "motif mercy") -> list[tuple[str, str]]:
    """What is told of a motif of one line."""
    return told(f"{DUEL}    {head}\n      {item}\n")


@pytest.mark.parametrize(
    ("item", "event"),
    [
        ("Oda: let go", Event("choice", "Oda", "", "let go")),
        ("Oda: let go, and bow", Event("choice", "Oda", "", "let go, and bow")),
        ("stand / strike", Event("place", "", "stand", "strike")),
        ("scene duel", Event("scene", "", "duel")),
        ("ending dawn", Event("ending", "", "", "dawn")),
        ("ending unresolved", Event("ending", "", "", "unresolved")),
    ],
)
def test_a_motif_speaks_of_what_there_is(item: str, event: Event) -> None:
    assert world(f"{DUEL}    motif mercy\n      {item}\n").motifs[0].items[0].event == event
    assert pattern(item) == []


@pytest.mark.parametrize(
    "item", ["Oda: spare", "Tobit: sleep", "Wanda: strike", "stand / sleep", "hall / strike", "scene dual", "ending dusk", "mercies"]
)
def test_a_motif_of_what_there_is_not_is_told(item: str) -> None:
    assert [code for code, _ in pattern(item)] == ["unknown-name"]


def test_a_role_of_a_motif_may_do_what_anybody_of_the_kind_may() -> None:
    assert pattern("a: strike", "motif mercy with a, b: duelist") == []
    assert pattern("a: sleep", "motif mercy with a, b: duelist") == []
    assert [code for code, _ in pattern("a: spare", "motif mercy with a, b: duelist")] == ["unknown-name"]


def test_a_role_of_a_motif_is_no_role_of_a_scene_that_is_only_called_alike() -> None:
    """Nobody of one kind is of the other, or somebody is: that decides, whatever the roles are called."""
    crowd = "    kind cook\n    person Una (she), a cook{}\n"
    for more, name, codes in (("", "a", ["unknown-name"]), ("", "c", ["unknown-name"]), (", a duelist", "a", []), (", a duelist", "c", [])):
        assert [code for code, _ in told(f"{DUEL}{crowd.format(more)}    motif mercy with {name}: cook\n      {name}: strike\n")] == codes


@pytest.mark.parametrize(
    ("promise", "codes"),
    [
        ("never: Oda: sleep", []),
        ("never: Oda: spare", ["unknown-name"]),
        ("Oda can reach in at least 10% of stories: ending dawn", []),
        ("Wanda can reach in at least 10% of stories: ending dawn", ["unknown-name"]),
        ("in 10% to 20% of stories: ending dawn", []),
        ("in 20% to 10% of stories: ending dawn", ["strange-range"]),
        ("in 10% to 9% of stories: ending dawn", ["strange-range"]),
        ("2 to 30 scenes on average", []),
    ],
)
def test_a_promise_speaks_of_what_there_is(promise: str, codes: list[str]) -> None:
    assert [code for code, _ in told(f"{DUEL}    promise {promise}\n")] == codes
