"""Italics: what stands between two stars, in every form in which a story is told."""

import pytest
from markdown_it import MarkdownIt

from tests.export.reading import Page, book
from tests.telling.told import TWO, lines, sections, story
from unmask.export.to_ao3 import work
from unmask.export.to_book_html import to_book_html
from unmask.export.to_epub import to_epub
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text as in_form
from unmask.telling.italics import plain, stretches, typed
from unmask.telling.to_markdown import to_markdown
from unmask.telling.to_text import to_text
from unmask.world.fingerprint import fingerprint

ITALIC = r"""
note "Read *slowly*."
fact seen: no one | him "*him*" = him

scene one with Kylo, Rey
  > {any: *Emma | *Persuasion} and Sense*, says {Rey}, "*twice*." 2*3*4, \*so\*, **so**, * so *, and {seen}.
  >+ Nothing: *{if seen is no one: {seen}}*. *{Kylo}*'s *{any: first | second} one*
  > 她读*红楼梦*了。
  moment asking: Kylo
    * nod
    -> ending over

ending over "The *end*"
"""


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("*Emma*", "[Emma]"),
        ("She reads *Emma*.", "She reads [Emma]."),
        ('"*Emma*," (*she*) *said*—*so*: *"Well?"*', '"[Emma]," ([she]) [said]—[so]: ["Well?"]'),
        ("*Emma*'s, *Emma*. *Emma*", "[Emma]'s, [Emma]. [Emma]"),
        ("*of two words*", "[of two words]"),
        ("*a *b*", "*a [b]"),  # the nearest that opens
        ("*a* b*", "[a] b*"),  # and the first that closes
        ("2*3*4 = 24", "2*3*4 = 24"),
        ("un*believ*able", "un*believ*able"),
        ("a * no * b", "a * no * b"),
        ("* no*", "* no*"),
        ("*no *", "*no *"),
        ("*open", "*open"),
        ("* * *", "* * *"),
        ("**bold** ***all***", "**bold** ***all***"),
        (r"\*so\*", "*so*"),
        (r"\*so*", "*so*"),
        (r"\\*Emma*", r"\[Emma]"),
        (r"a\b *c*", r"a\b [c]"),
        ("他说*好*。", "他说[好]。"),
        ("café*s*", "café*s*"),
        ("cafe\u0301*s*", "cafe\u0301*s*"),
        ("", ""),
    ],
)
def test_stars_are_italics_where_they_hold_words(written: str, seen: str) -> None:
    assert "".join(f"[{one.text}]" if one.italic else one.text for one in stretches(written)) == seen
    assert plain(written) == seen.replace("[", "").replace("]", "")
    assert typed(written) == seen.replace("[", "_").replace("]", "_")


def test_italics_go_over_alternatives_and_what_is_put_in_and_around_nothing_there_are_none() -> None:
    (first, chinese) = lines(story(ITALIC).run(7), "world")
    before, after = "2*3*4, *so*, **so**, * so *, and _him_.", "Nothing:. _Kylo_'s"
    assert typed(first) in {
        f'_{title} and Sense_, says Rey, "_twice_." {before} {after} _{which} one_'
        for title in ("Emma", "Persuasion")
        for which in ("first", "second")
    }
    assert typed(chinese) == "她读_红楼梦_了。"


def test_every_form_has_them_in_its_own_way_and_no_stars_are_left() -> None:
    world = story(ITALIC)
    telling = world.run(7).telling("world")
    told = [plain(paragraph) for section in sections(world.run(7)) for paragraph in section]
    text, marked = to_text(telling), to_text(telling, slant=lambda words: f"<{words}>")
    assert "_twice_" in text
    assert "Read _slowly_." in text
    assert text.rstrip().endswith("The _end_")
    assert "<twice>" in marked
    assert " ".join(told[0].split()) in " ".join(marked.replace("<", "").replace(">", "").split())
    shown = MarkdownIt().render(to_markdown(telling))
    assert (
        shown.count("<em>") == sum(one.italic for section in telling.sections for paragraph in section for one in stretches(paragraph)) + 2
    )
    assert "2*3*4, *so*, **so**, * so *" in shown
    as_book = book(TWO + ITALIC, side="world")
    for made in (to_book_html(as_book), work(as_book)):
        page = Page(made)
        assert page.odd == []
        assert "<em>twice</em>" in made
        assert told[0] in "".join(page.words)
    assert b"<em>twice</em>" in to_epub(as_book)


def test_a_line_that_is_wrapped_has_its_italics_on_each_line() -> None:
    world = story("scene one\n  > She says *that it is late and that she is going home now*, and goes.\n  -> ending over\nending over\n")
    found = to_text(world.run(1).telling("world"), 20, lambda words: f"<{words}>")
    assert found.splitlines()[:4] == ["She says <that it is>", "<late and that she is>", "<going home now>, and", "goes."]


def test_stars_are_prose_and_stay_as_they_were_written() -> None:
    source = Source("italic.story", ITALIC.lstrip())
    tree, problems = parse(source)
    assert problems == []
    again = in_form(tree)
    assert in_form(parse(Source("italic.story", again))[0]) == again
    for written in (r"\*so\*, **so**, * so *", "*{if seen is no one: {seen}}*. *{Kylo}*'s"):
        assert written in again
    without = parse(Source("plain.story", ITALIC.lstrip().replace("*twice*", "twice")))[0]
    assert fingerprint(without) == fingerprint(tree)
    # A backslash that stands before no star is one, as ever.
    line = "scene one\n  > a\\\\b \\\\*c* \\{d\\}\n"
    assert in_form(parse(Source("s.story", line))[0]) == line
