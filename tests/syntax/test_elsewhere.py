"""Stories as people type them who come from Twine or ink: what has one meaning here is read so, what has not is told what to write."""

import pytest

from tests.syntax.test_other_hands import formatted, problems_in

LIGHTHOUSE = """\
title "The Lamp"

scale feeling: none < faint < strong

fact oil: 0..3 = 2

fact lit: yes/no

person Ada (she)
  feels fear: feeling

scene lamp
  > The stair is steep.
  moment climb: Ada
    * light it
      > It catches.
      -> dark
    * go down
      -> end
  moment dark
    > She waits.
    -> end
"""

# A line of prose, and how another hand would have written it.
PASSAGES = [
    ("{if oil is 0: The lamp is dry.}", "(if: $oil is 0)[The lamp is dry.]"),
    ("{if not lit: It is dark.}", "(unless: $lit)[It is dark.]"),
    ("{if oil is 0: Dry. | if oil is 1: Low. | else: Full.}", "(if: $oil is 0)[Dry.](else-if: $oil is 1)[Low.](else:)[Full.]"),
    ("{if oil is 0: Dry. | if oil > 2: Full. | else: Low.}", "<<if $oil eq 0>>Dry.<<elseif $oil gt 2>>Full.<<else>>Low.<</if>>"),
    ("{if oil = 0: Dry. | else: Low.}", "{oil == 0: Dry.|Low.}"),
    ("{if oil = 0: Dry. | else: Low.}", "{oil == 0: Dry. | else: Low.}"),
    ("{if lit: It burns.}", "{lit: It burns.}"),
    ("{if lit: It burns. | else: It does not.}", "{if lit: It burns. else: It does not.}"),
    ("{if lit: {Ada} | else: nobody}", "{if lit: {Ada}, else: nobody}"),
    ("{if lit: one | if oil > 2: two | else: three}", "{if lit: one elif oil > 2: two else: three}"),
    ("{any: rain | hail}", "{~rain|hail}"),
    ("{any: rain | hail}", '(either: "rain", "hail")'),
    ("{first: It rains. | then:}", "{!It rains.}"),
    ("{oil} is left.", "$oil is left."),
    ("{oil} is left.", "<<print $oil>> is left."),
    ("{oil} is left.", "<<= $oil>> is left."),
    ("{oil} is left.", "(print: $oil) is left."),
]


def told_instead(words: str) -> str:
    return LIGHTHOUSE.replace("> The stair is steep.", words if words[0] == ">" else f"> {words}")


# The same where no `>` stands before it: what is all of a line.
ALONE = [(words, other) for words, other in PASSAGES if other[0] in "({<" and other[-1] in "])}>"]


@pytest.mark.parametrize(("words", "other"), [*((words, f"> {other}") for words, other in PASSAGES), *ALONE])
def test_a_passage_of_another_language_is_read_as_meant_and_fmt_writes_it_so(words: str, other: str) -> None:
    text = LIGHTHOUSE.replace("> The stair is steep.", other)
    assert {problem.code for problem in problems_in(text)} <= {"written-otherwise", "unknown-line"}
    assert formatted(text) == told_instead(words)
    assert problems_in(formatted(text)) == []


def test_a_fix_of_a_passage_mends_that_passage_alone() -> None:
    text = told_instead("> {Ada} has $oil left, and\n    (if: $lit)[light].")
    first, second = problems_in(text)
    assert [(problem.span.line, problem.fix and problem.fix.text) for problem in (first, second)] == [
        (13, "{oil}"),
        (14, "{if lit: light}"),
    ]
    assert text.splitlines()[12][first.span.start : first.span.end] == "$oil"
    assert text.splitlines()[13][second.span.start : second.span.end] == "(if: $lit)[light]"


def test_what_stands_behind_a_passage_has_its_place() -> None:
    (_, second) = problems_in(told_instead("> (if: $lit)[A light], and {nobody}."))
    assert second.code == "unknown-name"
    line = told_instead("> (if: $lit)[A light], and {nobody}.").splitlines()[12]
    assert line[second.span.start : second.span.end] == "nobody"


@pytest.mark.parametrize(
    "words", [r"It costs \$oil.", r"He writes \<<if a>>b<</if>>.", r"An arrow: \-> end", r"\>> twice", "<<Bonjour>>", "$5"]
)
def test_signs_with_a_backslash_are_told(words: str) -> None:
    text = told_instead(f"> {words}")
    assert problems_in(text) == []
    assert formatted(text) == text


# The lines under `moment climb` as this language has them, and the one line that another has.
OPTIONS = [
    (["* wait", "  if oil > 0", "  > She waits a while."], "+ {oil > 0} [wait] She waits a while."),
    (["* wait", "  if oil > 0", "  if not lit", "  -> dark"], "* {oil > 0} {not lit} wait -> dark"),
    (["* wait", "  if oil > 0"], "* wait {if oil > 0}"),
    (["* wait", "  if oil > 0"], "* wait if oil > 0"),
    (["* wait a while"], "+ wait [a while]"),
    (['* "Wait."', '  > "Wait," she said.'], '* "Wait[."]," she said.'),
    (["* wait", "  -> dark"], "[[wait|dark]]"),
    (["* wait", "  -> dark"], "* [[dark<-wait]]"),
    (["* wait", "  -> dark"], '(link: "wait")[(goto: "dark")]'),
    (["* wait", "  -> dark"], '<<link "wait" "dark">><</link>>'),
    (["* wait", "  -> dark"], "<<link [[wait|dark]]>><</link>>"),
    (["* {Ada} waits", "  -> dark"], "* {Ada} waits -> dark"),
]


@pytest.mark.parametrize(("lines", "other"), OPTIONS)
def test_an_option_of_another_language_is_read_with_all_that_stands_beside_it(lines: list[str], other: str) -> None:
    text = LIGHTHOUSE.replace("    * go down", f"    {other}\n    * go down")
    (problem,) = problems_in(text)
    assert problem.span.line == 18
    assert formatted(text) == LIGHTHOUSE.replace("    * go down", "\n".join(f"    {line}" for line in lines) + "\n    * go down")


def test_where_a_link_leads_has_its_place() -> None:
    text = LIGHTHOUSE.replace("    * go down", "    [[wait|cellar]]\n    * go down")
    (nowhere,) = [problem for problem in problems_in(text) if problem.code == "arrow-to-nowhere"]
    assert text.splitlines()[17][nowhere.span.start : nowhere.span.end] == "cellar"


LINES = [
    ("> She waits.", ">> She waits."),
    ("> She has {oil} left, and waits.", "She has {oil} left, and waits."),
    ("> She waits.\n    -> end", "> She waits. -> END"),
    ("# She waits.", "/* She waits. */"),
    ("# She waits.", "<!-- She waits. -->"),
    ("~ oil -= 1", "(set: $oil to it - 1)"),
    ("~ oil = 1", "(set: $oil to 1)"),
    ("~ lit = yes", "<<set $lit to true>>"),
    ("~ oil -= 1", "<<set $oil to $oil - 1>>"),
    ("~ oil -= 1", "<<set $oil -= 1>>"),
    ("~ oil = 1 if lit", "~ $oil = 1 if $lit"),
    ("-> end", '<<goto "END">>'),
    ("-> end", '(go-to: "end")'),
    ("-> end", "- -> END"),
]


@pytest.mark.parametrize(("line", "other"), LINES)
def test_a_line_of_another_language_is_read_as_meant(line: str, other: str) -> None:
    text = LIGHTHOUSE.replace("    > She waits.", f"    {other}")
    assert {problem.span.line for problem in problems_in(text)} == {21}
    assert formatted(text) == LIGHTHOUSE.replace("    > She waits.", f"    {line}")


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("fact mood: calm | cross = cross", "LIST mood = calm, (cross)"),
        ("fact mood: yes/no", "<<set $mood to false>>"),
        ("fact mood: 0..3 = 3", "(set: $mood to 3)"),
    ],
)
def test_a_variable_at_the_top_is_a_fact(line: str, other: str) -> None:
    text = LIGHTHOUSE.replace("fact lit: yes/no", f"fact lit: yes/no\n\n{other}")
    assert len(problems_in(text)) == 1
    assert formatted(text) == LIGHTHOUSE.replace("fact lit: yes/no", f"fact lit: yes/no\n\n{line}")


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ("<- thread", "Nothing is gone to and come back from"),
        ("->->", "Nothing is gone to and come back from"),
        ("-> dark ->", "Nothing is gone to and come back from"),
        ("* -> dark", "the arrow stands in it behind its options"),
        ("~ temp x = 3", "What can be so is a fact"),
        ("- The gulls cry.", "what is told with `>`"),
        ("- (ways)", "Where several ways meet again there is a moment"),
        ('(display: "dark")', "A story is one file"),
        ("> See [[the cellar]].", "What somebody may do is an option"),
        ("{oil == 0:\n    - else:\n    }", "stand inside one line of prose"),
        ("<<if $oil eq 0>>\n    <<else>>\n    <</if>>", "stand inside one line of prose"),
        ("(font: 'serif')[x]", "It is of another language"),
    ],
)
def test_what_has_no_one_line_here_is_told_once_what_to_write(other: str, says: str) -> None:
    (problem,) = problems_in(LIGHTHOUSE.replace("    * go down", f"    {other}\n    * go down"))
    assert says in problem.note
    assert problem.fix is None


@pytest.mark.parametrize("other", ["INCLUDE people.ink", "EXTERNAL f()", "LIST mood", 'CONST word = "x"'])
def test_a_line_at_the_top_that_has_no_one_line_here_is_told_what_to_write(other: str) -> None:
    (problem,) = problems_in(f"{other}\n{LIGHTHOUSE}")
    assert problem.title == f"There are no lines like `{other}` here"


@pytest.mark.parametrize("who", ["Voice", "A VOICE IN THE DARK", "?", "???"])
def test_a_voice_that_is_nobodys_is_told_how_it_is_heard(who: str) -> None:
    (problem,) = problems_in(LIGHTHOUSE.replace("> She waits.", f"{who}: Who is there?"))
    assert '`> "Who is there?" says a voice.`' in problem.note
    assert formatted(LIGHTHOUSE.replace("> She waits.", f"{who}: Who is there?")) == LIGHTHOUSE.replace(
        "She waits.", f"{who}: Who is there?"
    )


TWINE = """\
:: StoryTitle
The Last Ferry

:: StoryData
{
  "ifid": "A1B2"
}

(set: $tide to 2)

person Hugo (he)

:: Pier
It is raining on the pier. $tide hours of light are left.
(if: $tide is 2)[The tide is high.]
A VOICE: Last call!
[[Let her on->Deck]]
[[Ask for the fare->Fare]]

:: Deck
(set: $tide to it - 1)
-> ending crossing

:: Fare
"Two francs," says Hugo.

ending crossing
They reach the other side.
"""


def test_what_stands_under_a_passage_without_being_moved_in_is_read_there_and_told_once() -> None:
    told = problems_in(TWINE)
    moved = [problem.span.line for problem in told if problem.code == "uneven-margin"]
    assert moved == [14, 21, 25, 28], "one for each passage"
    assert [problem.span.line for problem in told if problem.code == "wrong-place"] == [17], "one for all the links that have no moment"
    assert [problem.span.line for problem in told if problem.title.startswith("There are no lines like `:: Story")] == [1, 4]
    written = formatted(TWINE)
    assert "fact tide: 0..2 = 2\n" in written
    assert "\nscene Deck\n  ~ tide -= 1\n  -> ending crossing\n" in written
    assert '\nscene Fare\n  > "Two francs," says Hugo.\n' in written
    assert "\nending crossing\n  > They reach the other side.\n" in written


def test_a_line_at_the_margin_behind_a_scene_with_lines_of_its_own_is_not_taken_for_one_of_them() -> None:
    (problem,) = problems_in(LIGHTHOUSE + "\nIt rains on the roof all night.\n")
    assert "Move it in by two spaces under the scene where it is" in problem.note
