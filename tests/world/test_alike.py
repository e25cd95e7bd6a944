"""Names that nobody could tell apart, or ask for, are told: look-alikes, signs that cannot be seen, two people of one name."""

from textwrap import dedent

import pytest

import unmask
from tests.world.told import codes, titles, warned, warned_titles

SCENE = "scene hall\n  once\n  > The clock stops.\n  -> end\n"


SIGNS = ["\U000e0061", "\ufe0f", "\u3164", "\u115f", "\u1160", "\u034f", "\uffa0", "\u200d", "\u200c", "\u17b4"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("line", ["person Sa{}m (he)\n", "kind gu{}est\n", "fact clo{}ck: 0..3\n", "ending la{}te\n"])
def test_a_sign_that_cannot_be_seen_is_told(sign: str, line: str) -> None:
    assert "pasted-sign" in codes(line.format(sign) + SCENE)
    assert "pasted-sign" not in codes(line.format("") + SCENE)


@pytest.mark.parametrize("name", ["می\u200cروم", "क्\u200dष", "Zoë", "Émile", "O'Hara", "李", "葛\U000e0100"])
def test_what_a_script_needs_is_no_such_sign(name: str) -> None:
    assert {"pasted-sign", "look-alike-names"} & codes(f"person {name} (she)\n{SCENE}") == set()


@pytest.mark.parametrize("other", ["葛\U000e0100", "ﾎﾝ", "Оlа", "οla"])
def test_names_that_look_the_same_are_told(other: str) -> None:
    plain = {"葛\U000e0100": "葛", "ﾎﾝ": "ホン", "Оlа": "Ola", "οla": "ola"}[other]
    assert f"`{other}` and `{plain}` look the same and are not" in warned_titles(f"person {plain} (he)\nperson {other} (he)\n" + SCENE)


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ('person Ann "Sam" (she)\nperson Bo "Sam" (he)\n', "Ann and Bo are both called Sam"),
        ('person Sam (she)\nperson Bo "Sam" (he)\n', "Sam and Bo are both called Sam"),
        ('person Ann (she) called "you" by Cy\nperson Bo (he) called "you" by Cy\nperson Cy (he)\n', "Ann and Bo are both called you"),
        ('person Ann (she) called "Bo" by Cy\nperson Bo (he)\nperson Cy (he)\n', "Ann and Bo are both called Bo"),
        ('person Ann "Sam" (she)\nperson Bo (he) called "Sam" by Cy\nperson Cy (he)\n', "Ann and Bo are both called Sam"),
        ('person Ann "Sаm" (she)\nperson Sam (he)\n', "Ann and Sam are both called Sam"),
        ('person Ann "S" (she)\nperson Bo "S" (he)\nperson Cy "S" (he)\n', "Bo and Cy are both called S"),
    ],
)
def test_two_people_told_by_one_name_are_told(people: str, told: str) -> None:
    assert told in warned_titles(people + SCENE)


@pytest.mark.parametrize(
    "people",
    [
        'person Ann "Miss Sam" (she)\nperson Sam (he)\n',
        'person Ann (she) called "you" by Cy\nperson Bo (he) called "you" by Ann\nperson Cy (he)\n',
        'person Ann (she) called "Cy" by Cy\nperson Cy (he)\n',
    ],
)
def test_who_is_told_apart_everywhere_is_no_matter(people: str) -> None:
    assert "told-alike" not in {code for code, _ in warned(people + SCENE)}


@pytest.mark.parametrize(
    "name", ["scene", "ending", "each", "next", "within", "without", "never", "always", "in her", "scene painter", "her to be"]
)
def test_who_could_not_be_asked_for_by_name_is_told(name: str) -> None:
    assert f"`{name}` could not be asked for by name" in titles(f"person {name} (she)\n{SCENE}")
    role = f"kind guest\nperson Ann (she), a guest\nscene porch with {name}: guest\n  -> end\n"
    assert name == "her to be" or f"`{name}` could not be asked for by name" in titles(role)


@pytest.mark.parametrize("name", ["scene", "ending", "next", "end", "why"])
def test_a_moment_that_no_arrow_could_name_is_told(name: str) -> None:
    assert "name-is-a-keyword" in codes(f"scene hall\n  moment {name}\n    -> end\n")


@pytest.mark.parametrize("name", ["none", "all", "nobody", "Scene", "everything", "May", "motif", "seed"])
def test_who_can_be_asked_for_may_be_called_so(name: str) -> None:
    story = f"person {name} (she)\nscene hall\n  moment clock: {name}\n    * wind it\n    * let it be\n    -> ending late\nending late\n"
    assert codes(story) == set()
    assert unmask.check(story + f"motif m\n  {name}: wind it\npromise in at least 1% of stories: {name}: wind it\n") == []


HALL = """
    kind guest
    kind host
    person Ann (she), a guest
    person Bo (he), a guest, a host
    scene hall with a: host
      moment clock: a
        * wind it
        * let it be
        -> end
    scene once only
      once
      -> end
    scene room with Ann
      moment bed: Ann
        * sleep
        * wake
        -> ending late
    ending late
"""


@pytest.mark.parametrize(
    ("motif", "code"),
    [
        ("motif m with a, b, c: guest\n  scene hall", "not-enough-people"),
        ("motif m with a: guest, b: host\n  scene hall", ""),
        ("motif m with a, b: host\n  scene hall", "not-enough-people"),
        ("motif m with a, b: guest\n  a: wind it\n  then b: wind it", "never-happens"),
        ("motif m with a, b: guest\n  a: wind it\n  then b: sleep", ""),
        ("motif m with a: guest\n  a: wind it\n  then a: sleep", "never-happens"),
        ("motif m with a, b: guest\n  a: wind it\n  then b: wind it\n    or b: sleep", ""),
        ("motif m with a, b: guest\n  a: wind it\n  without b: wind it", ""),
        ("motif m\n  ending late\n  then scene hall", "never-happens"),
        ("motif m\n  2 times ending late", "never-happens"),
        ("motif m\n  scene hall\n  then ending late", ""),
        ("motif m\n  scene once only\n  then scene once only", "never-happens"),
        ("motif m\n  2 times scene hall", ""),
    ],
)
def test_a_motif_that_cannot_happen_is_told(motif: str, code: str) -> None:
    found = {problem.code for problem in unmask.check(dedent(HALL) + motif + "\npromise in at least 0% of stories: m\n")}
    assert found & {"not-enough-people", "never-happens", "cannot-read-on"} == ({code} if code else set())
