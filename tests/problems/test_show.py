"""What an author sees of a problem: in a terminal, and what an editor is handed."""

import json

import unmask
from unmask.problems.place import NOWHERE, Source, Span
from unmask.problems.problem import Fix, Label, Problem, Severity
from unmask.problems.show import WIDTH, to_json, to_text

PORCH = """\
person Oda (she)
  feels grief: 0..3 = 2

person Tobit (he)

scene porch
  once
  moment rain: Tobit
    * offer the umbrella
      +2 "she has been crying" if Oda.grief > 1
      -1 "she wants to be alone" if Oda.grief > 2
    * walk on
    -> end
"""


def shown(story: str, name: str = "porch.story") -> str:
    return to_text(unmask.check(story, name), Source(name, story))


def test_a_problem_is_told_in_full_once_and_in_one_line_when_it_comes_again() -> None:
    assert (
        shown(PORCH)
        == """\
TOBIT CANNOT KNOW WHAT ODA FEELS                                                porch.story, line 10
2 |   feels grief: 0..3 = 2
  |         ^^^^^ hidden here
10 |       +2 "she has been crying" if Oda.grief > 1
   |                                   ^^^^^^^^^
Oda's grief is hidden (line 2), and is not always shown. A person acts on what the other seems to
feel. Write `seems(Oda.grief)`.
`unmask explain reads-anothers-mind` says more. Mend it: write `seems(Oda.grief)`.  [reads-anothers-mind]

Tobit cannot know what Oda feels  porch.story, line 11  [reads-anothers-mind]
"""
    )


def test_nothing_to_tell_is_nothing_at_all() -> None:
    assert to_text([], Source("porch.story", PORCH)) == ""


def one(title: str = "The rain stops", span: Span = NOWHERE, **more: object) -> Problem:
    return Problem("rain", title, span, "It is told nowhere why.", **more)


def first_line(problem: Problem, text: str = PORCH) -> str:
    return to_text([problem], Source("porch.story", text)).splitlines()[0]


def test_capitals_spare_what_stands_between_backquotes() -> None:
    title = "There is no person called `Tobias` beside `Oda`"
    assert first_line(one(title)).startswith("THERE IS NO PERSON CALLED `Tobias` BESIDE `Oda`  ")


def test_a_warning_says_so_and_does_not_shout() -> None:
    assert first_line(one(severity=Severity.WARNING)).startswith("Warning: The rain stops  ")
    assert first_line(one(severity=Severity.NOTE)).startswith("Note: The rain stops  ")


def test_a_warning_does_not_stand_for_the_problem_of_the_same_code() -> None:
    text = to_text([one(severity=Severity.WARNING), one(), one()], Source("porch.story", PORCH))
    assert text.count("It is told nowhere why.") == 2
    assert "\n\nThe rain stops  porch.story  [rain]\n" in text


def test_a_problem_of_the_whole_file_names_the_file_and_quotes_nothing() -> None:
    assert first_line(one()) == "THE RAIN STOPS" + "porch.story".rjust(WIDTH - len("THE RAIN STOPS"))
    assert "|" not in to_text([one()], Source("porch.story", PORCH))


def quoted(line: str, start: int, end: int) -> tuple[str, str]:
    """The quoted line and the mark under it, for a place in the second line of a file."""
    text = f"# a story\n{line}\n"
    lines = to_text([one(span=Span(2, start, end))], Source("porch.story", text)).splitlines()
    return lines[1], lines[2]


def test_the_mark_stands_under_the_place() -> None:
    line = '  +2 "she has been crying" if Oda.grief > 1'
    start = line.index("Oda.grief")
    above, mark = quoted(line, start, start + len("Oda.grief"))
    assert above == f"2 | {line}"
    assert above[mark.index("^") : mark.rindex("^") + 1] == "Oda.grief"
    assert set(mark) == set(" |^")


def test_the_end_of_a_line_can_be_marked() -> None:
    above, mark = quoted("scene porch with", 16, 17)
    assert mark.index("^") == len(above)
    assert mark.count("^") == 1


def test_a_long_line_is_cut_round_the_place() -> None:
    line = "> " + "rain and " * 40 + "SNOW" + " and rain" * 40
    start = line.index("SNOW")
    above, mark = quoted(line, start, start + 4)
    assert len(above) <= WIDTH
    assert above[mark.index("^") : mark.rindex("^") + 1] == "SNOW"


def test_a_mark_longer_than_the_screen_ends_with_it() -> None:
    above, mark = quoted("x" * 500, 0, 500)
    assert len(mark) == len(above) <= WIDTH


def test_what_prints_as_nothing_is_made_visible() -> None:
    above, mark = quoted("> Nan waits\x07 here\u202e.", 11, 12)
    assert above == "2 | > Nan waits· here·."
    assert above[mark.index("^")] == "·"
    assert "\x1b" not in shown("scene vigil\n  once\n  > \x1b[31mNan waits.\n  -> end\n")


def test_other_places_are_quoted_with_what_they_have_to_do_with_it() -> None:
    problem = one(span=Span(4, 7, 12), labels=(Label(Span(1, 7, 10), "she is here"), Label(Span(4, 0, 6), "on the same line")))
    text = to_text([problem], Source("porch.story", PORCH))
    assert "1 | person Oda (she)\n  |        ^^^ she is here\n4 | person Tobit (he)\n" in text
    assert text.count("person Tobit") == 1


def test_a_place_outside_the_file_is_not_quoted() -> None:
    assert "|" not in to_text([one(span=Span(99, 0, 4))], Source("porch.story", PORCH))


def test_long_notes_are_folded_and_their_paragraphs_kept() -> None:
    note = "It rains and rains. " * 20 + "\n\nAnd then it stops."
    lines = to_text([one()._replace(note=note)], Source("porch.story", PORCH)).splitlines()
    assert all(len(line) <= WIDTH + len("  [rain]") for line in lines)
    assert "And then it stops.  [rain]" in lines
    assert "" in lines


def test_colour_is_laid_on_what_is_named_and_changes_no_words() -> None:
    styles: list[str] = []

    def paint(text: str, style: str) -> str:
        styles.append(style)
        return f"<{text}>"

    source, told = Source("porch.story", PORCH), unmask.check(PORCH, "porch.story")
    painted = to_text(told, source, paint)
    assert {"title", "place", "mark", "code"} <= set(styles)
    assert painted.replace("<", "").replace(">", "") == to_text(told, source).replace(">", "")


def test_an_editor_is_handed_everything() -> None:
    told = unmask.check(PORCH, "porch.story")
    data = json.loads(to_json(told, Source("porch.story", PORCH)))
    assert len(data) == 2
    first = data[0]
    assert list(first) == ["code", "severity", "title", "note", "file", "line", "column", "end", "labels", "fix"]
    assert (first["code"], first["severity"], first["file"]) == ("reads-anothers-mind", "problem", "porch.story")
    line = PORCH.splitlines()[first["line"] - 1]
    assert line[first["column"] - 1 : first["end"] - 1] == "Oda.grief"
    assert first["labels"] == [{"words": "hidden here", "line": 2, "column": 9, "end": 14}]
    assert first["fix"]["text"] == "seems(Oda.grief)"
    assert line[first["fix"]["column"] - 1 : first["fix"]["end"] - 1] == "Oda.grief"


def test_what_has_no_fix_hands_over_none() -> None:
    assert "fix" not in json.loads(to_json([one()], Source("porch.story", PORCH)))[0]
    fixed = one(fix=Fix(Span(1, 0, 6), "kind", "write it"))
    assert json.loads(to_json([fixed], Source("porch.story", PORCH)))[0]["fix"]["words"] == "write it"
    assert json.loads(to_json([], Source("porch.story", PORCH))) == []


def test_letters_of_any_script_reach_an_editor_as_they_are() -> None:
    assert "«Ёлка»" in to_json([one("«Ёлка»")], Source("porch.story", PORCH))


def test_what_comes_again_says_how_it_is_mended_and_what_has_no_fix_is_told_in_full() -> None:
    story = """\
fact snow: 0..2
fact wind: 0..2
scene pass
  when snwo > 1 and wnid > 1
  ~ Wanda.joy += 1
  ~ mist += 1
  -> end
"""
    shown = to_text(unmask.check(story), Source("pass.story", story))
    assert "Mend it: write `snow`." in shown
    assert "There is no field, fact or value called `wnid`: write `wind`  pass.story, line 4" in shown
    assert "THERE IS NO PERSON CALLED `Wanda`" in shown, "it says something else than the problem before it"
    assert "There is no field, fact or value called `mist`  pass.story, line 6" in shown
