"""Labels of options: told in words to whoever chooses, held to what they may know, and named everywhere else as they stand in the file."""

import pytest

from tests.page.test_teller import about, answers
from tests.telling.told import bare
from unmask.pipeline import StoryProblems
from unmask.problems.place import Source
from unmask.syntax import tree
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.telling.labels import label_told_in, labels_at

INN = r"""scale feeling: none < some < great "more than enough"
fact month: 1..12 = 10
secret debt: 0..3 known to Ada

kind guest
  feels hope: feeling = great
  shows hope

person Ada (she), a guest

person Bo "Mr. Bo" (he) called "Beau" by Ada, a guest

scene inn with a, b: guest
  moment desk: a
    * give {b} room #5  # he has asked for it
    * keep {b.them} \{waiting\}: {b.they look} {seems(b.hope)}, and it is the {nth(month)} month
    * have {hope} of it
    -> end

meanwhile
  ~ month += 1
  -> ending winter if month is 12

ending winter

motif room given
  Ada: give {b} room #5
"""


def test_each_is_told_a_label_in_their_own_words_and_as_things_are() -> None:
    world = bare(INN)
    found = {}
    for number in range(6):
        for event in world.run(number=number).events:
            if event.sort == "option" and event.point is not None:
                found[event.who, event.point.state[0]] = list(labels_at(world.process, event.point).values())
    keeps = r"keep {who} {{waiting}}: {they} more than enough, and it is the {nth} month"
    months = {10: "tenth", 11: "eleventh"}
    for (who, month), told in found.items():
        other, them, they = ("Beau", "him", "he looks") if who == "Ada" else ("Ada", "her", "she looks")
        kept = keeps.format(who=them, they=they, nth=months[month])
        assert told == [f"give {other} room #5", kept, "have more than enough of it"]
    assert len(found) == 4


def test_a_label_is_the_same_on_the_page() -> None:
    world = bare(INN)
    run = world.run(number=2)
    called = [label_told_in(world.process, event) for event in run.events if event.sort == "option"]
    (page,) = answers(about(world, "called", number=2))
    assert page == called
    assert "{" not in "".join(called).replace("{waiting}", "")


def test_tapes_motifs_and_questions_name_a_label_as_it_stands() -> None:
    world = bare(INN)
    run = next(run for number in range(9) if "Ada / give" in (run := world.run(number=number)).tape())
    assert "inn / desk / Ada / give {b} room #5 / a = Ada, b = Bo\n" in run.tape()
    assert world.replay(run.tape()).events == run.events
    assert run.number in [one.run for one in world.find("Ada: give {b} room #5", runs=9)]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("let {Ada.hope} go", "reads-anothers-mind"),
        ("pay {debt}", "reads-a-secret"),
        ("ask {nobody}", "unknown-name"),
        ("{any: come | go}", "strange-braces"),
        ("{if month is 10: come}", "strange-braces"),
        ("come {a | b}", "bare-alternatives"),
        ("say {why}", "no-reason-here"),
        ("say {was(month)}", "only-in-prose"),
        ("open {", "unmatched-brace"),
    ],
)
def test_a_label_tells_nothing_that_whoever_chooses_cannot_know(label: str, code: str | None) -> None:
    scene = f"scene yard with Ada, Bo\n  moment talk: Bo\n    * {label}\n    -> end\n\nscene inn"
    with pytest.raises(StoryProblems) as found:
        bare(INN.replace("scene inn", scene))
    assert [problem.code for problem in found.value.problems] == [code]


@pytest.mark.parametrize(
    ("line", "label", "comment"),
    [
        ("* take room #5", "take room #5", ""),
        ("* #1 fan", "#1 fan", ""),
        ("* C# or F#", "C# or F#", ""),
        ("* go # for now", "go", "# for now"),
        ("* go  #now", "go", "#now"),
        ("* go #", "go", "#"),
        ('* say "so # so" #5 # five', 'say "so # so" #5', "# five"),
    ],
)
def test_a_sign_of_number_in_a_label_is_one_and_a_comment_stands_apart(line: str, label: str, comment: str) -> None:
    def read(text: str) -> tree.Option:
        story, problems = parse(Source("s.story", text))
        assert problems == []
        found = story.lines[0].body[0].body[0]
        assert isinstance(found, tree.Option)
        return found

    text = f"scene inn\n  moment desk: Ada\n    {line}\n"
    found = read(text)
    assert (found.label, found.notes.beside) == (label, comment)
    assert read(to_text(parse(Source("s.story", text))[0]))._replace(span=found.span) == found
