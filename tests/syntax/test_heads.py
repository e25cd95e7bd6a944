"""A head that cannot be read still declares its name: one slip in it is one problem, in a story that uses the name everywhere."""

import pytest

import unmask
from unmask.problems.place import Source
from unmask.problems.problem import Problem, Severity
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text

STORY = """\
scale feeling: none < some < strong

fact rain: 0..4 = 1

kind guest
  feels joy: feeling

person Zoë (she), a guest
  feels pride: feeling = some
  shows pride

person Émile (he), a guest
  keeps plan: yes/no

scene start with Zoë, Émile
  > {Zoë} looks at {Émile}. {Zoë.They wait}.
  moment ask: Zoë
    * speak
      +pride "she is proud" if rain > 1
      ~ pride -= 1
      ~ Émile.plan = yes
      -> answer
    * wait
      +1 "it is late" if pride is strong
    -> end
  moment answer: Émile
    * nod
      if seems(Zoë.pride) is some
    * leave
      Émile> He goes.
      -> ending gone
    -> end

motif asked
  Zoë: speak
  then Émile: nod

promise in at least 0% of stories: asked

meanwhile
  ~ rain += 1

ending gone "He goes" when rain is 4
"""

# A head of the story, and ways in which somebody might write it.
HEADS = {
    "scale feeling: none < some < strong": [
        "scale feeling: none, some, strong",
        "scale feeling none < some < strong",
        "scale feeling = none < some < strong",
        "scale feeling: none | some | strong",
        "scale feeling: none/some/strong",
        "scale feeling: none, some and strong",
        "scale feeling: strong > some > none",
        "Scale feeling: none < some < strong",
        "scale feeling: none < some < strong.",
        "scale feeling: none < some < strong!",
        "scale feeling (none, some, strong)",
        "sclae feeling: none < some < strong",
        'scale "feeling": none < some < strong',
    ],
    "fact rain: 0..4 = 1": [
        "fact rain 0..4 = 1",
        "fact rain: 0-4 = 1",
        "fact rain: 0 to 4 = 1",
        "fact rain: 0...4 = 1",
        "fact rain = 1",
        "fact rain: 0..4 is 1",
        "Fact rain: 0..4 = 1",
        "var rain = 1",
        "VAR rain = 1",
        "fact rain: 0..4 := 1",
        "fact rain:: 0..4",
        "fact rain: many",
        "fact rain: 0..4 = 1;",
    ],
    "kind guest": [
        "kind guest:",
        "kinds guest",
        "kind guest (people)",
        "Kind guest",
        "kind guest, the",
        'kind "guest"',
        "kind: guest",
    ],
    "person Zoë (she), a guest": [
        "person Zoë (she/they), a guest",
        "person Zoë, a guest",
        "person Zoë (female), a guest",
        "person Zoë (her), a guest",
        "person Zoë (she) a guest",
        "person Zoë she, a guest",
        "person Zoë: she, a guest",
        "Person Zoë (she), a guest",
        "character Zoë (she), a guest",
        "person Zoë (she, a guest",
        "person Zoë (ze/zir), a guest",
        "person Zoë (she), guest",
        "person Zoë (she), a guest:",
        'person "Zoë" (she), a guest',
        "person: Zoë (she), a guest",
        "persn Zoë (she), a guest",
        "person Zoë [she], a guest",
        "person Zoë (she), the guest",
    ],
    "person Émile (he), a guest": [
        "person M. Émile (he), a guest",
        "person Émile, he, a guest",
        "person Émile - he, a guest",
    ],
    "scene start with Zoë, Émile": [
        "scene start with Zoë and Émile",
        "scene start with Zoë & Émile",
        "scene start:",
        "scene start with Zoë, Émile:",
        "=== start ===",
        "== start",
        "Scene start",
        "scene start (at night)",
        "knot start",
        "scen start with Zoë, Émile",
        "scene start, with Zoë, Émile",
        "scene: start",
        "scene start with: Zoë, Émile",
        'scene "start" with Zoë, Émile',
        "scene start with Zoë, and Émile",
    ],
    "  moment ask: Zoë": [
        "  moment ask Zoë",
        "  moment ask, Zoë",
        "  moment ask",
        "  moment ask: Zoë:",
        "  Moment ask: Zoë",
        "  moment ask (Zoë)",
        "  moment ask - Zoë",
        "  moment: ask",
        "  momnt ask: Zoë",
        "  moment ask by Zoë",
    ],
    "  moment answer: Émile": [
        "  moment answer",
        "  moment answer:",
    ],
    "motif asked": [
        "motif asked:",
        "Motif asked",
        "motif asked!",
        "motif: asked",
        "motive asked",
    ],
    'ending gone "He goes" when rain is 4': [
        'ending gone "He goes" if rain is 4',
        'ending gone: "He goes" when rain is 4',
        "ending gone - He goes",
        'Ending gone "He goes" when rain is 4',
        'ending gone when rain is 4 "He goes"',
        'ending "gone" when rain is 4',
        "ending: gone",
        "endng gone",
    ],
    "  feels pride: feeling = some": [
        "  feels pride feeling = some",
        "  feels pride = some",
        "  feels pride: feelng = some",
        "  hides pride",
        "  hides pride: feeling = some",
        "  feel pride: feeling = some",
        "  Feels pride: feeling = some",
        "  feels pride (feeling)",
        "  feels pride: feeling, some",
    ],
    "  keeps plan: yes/no": [
        "  keeps plan yes/no",
        "  keeps plan: yes | no",
        "  keeps plan: bool",
        "  has plan: yes/no",
        "  keeps plan",
        "  keeps plan: true/false",
        "  keeps plan?",
    ],
}
SLIPS = [(head, slip) for head, slips in HEADS.items() for slip in slips]


def problems_in(text: str) -> list[Problem]:
    return [problem for problem in unmask.check(text) if problem.severity == Severity.PROBLEM]


def test_the_story_itself_is_fine() -> None:
    assert problems_in(STORY) == []
    assert all(head in STORY for head in HEADS)


@pytest.mark.parametrize(("head", "slip"), SLIPS)
def test_a_slip_in_a_head_is_one_problem_at_its_place(head: str, slip: str) -> None:
    text = STORY.replace(head, slip, 1)
    told = problems_in(text)
    assert [problem.title for problem in told[1:]] == []
    assert told[0].span.line == text[: text.index(slip)].count("\n") + 1


@pytest.mark.parametrize(("head", "slip"), SLIPS)
def test_nothing_of_a_slip_is_lost_when_it_is_formatted(head: str, slip: str) -> None:
    written = to_text(parse(Source("slip.story", STORY.replace(head, slip, 1)))[0])
    assert to_text(parse(Source("slip.story", written))[0]) == written
    assert len(problems_in(written)) <= 1


@pytest.mark.parametrize("forms", ["she/her", "she/her/hers", "She", "she, her", "SHE/HER"])
def test_pronouns_of_one_person_are_understood_in_any_of_their_forms(forms: str) -> None:
    text = STORY.replace("Zoë (she)", f"Zoë ({forms})")
    assert problems_in(text) == []
    assert to_text(parse(Source("forms.story", text))[0]) == STORY


def test_problems_of_their_own_are_told_beside_one_that_cannot_be_read() -> None:
    text = STORY.replace("kind guest", "kind guest (people)").replace("~ pride -= 1", "~ pryde -= 1")
    assert [problem.span.line for problem in problems_in(text)] == [5, 20]


def test_a_colon_in_what_an_ending_asks_for_is_no_title() -> None:
    story = """\
person Ada (she)
scene inn with Ada
  moment song: Ada
    * stay in: by the fire
    * go out
    -> end
ending warm when happened(Ada: stay in: by the fire) and happened(song / go out)
ending cold "Out" when happened(Ada: go out)
"""
    assert [ending.name for ending in unmask.loads(story).model.endings] == ["warm", "cold"]
