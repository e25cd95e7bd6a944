"""Names, values and reasons in prose; lines that go on; other languages; and nothing of the markup left."""

import pytest
from markdown_it import MarkdownIt

from tests.telling.told import bare, lines, sections, story
from unmask.telling.sentences import Telling
from unmask.telling.to_markdown import to_markdown
from unmask.telling.to_text import to_text
from unmask.world.model import Cover


def once(prose: str) -> str:
    """A scene that is played once, of this prose."""
    return "scene a with Kylo, Rey\n  once\n" + "".join(f"  {line}\n" for line in prose.splitlines()) + "  -> end\n"


def test_each_side_calls_people_by_its_own_name_for_them() -> None:
    people = 'person Kylo "Kylo Ren" (he) called "Ben" by Rey\nperson Rey (she) called "the girl" by Kylo\n'
    run = bare(people + once("> {Kylo} sees {Rey}. {Kylo's} eyes; {Rey's}. {Rey} waits.")).run(1)
    assert lines(run, "Rey") == ["Ben sees Rey. Ben's eyes; Rey's. Rey waits."]
    assert lines(run, "Kylo") == ["Kylo Ren sees the girl. Kylo Ren's eyes; the girl's. The girl waits."]
    assert lines(run, "world") == ["Kylo Ren sees Rey. Kylo Ren's eyes; Rey's. Rey waits."]


def test_pronouns_and_verbs_follow_whoever_has_the_role() -> None:
    people = "kind soul\nperson Ada (she), a soul\nperson Bo (they), a soul\nperson Cy (xe/xem/xyr/xyrs/xemself), a soul\n"
    text = (
        "scene s with a: soul\n  once\n"
        "  > {a.They look} at {a.themself}; {a.they are} {a.theirs}, and {a.they've} {a.their} life before {a.them}.\n"
        "  -> end\n"
    )
    run = bare(people + text.replace("{a.they've}", "{a.they 've}")).run(1)
    assert sorted(lines(run)) == [
        "She looks at herself; she is hers, and she's her life before her.",
        "They look at themself; they are theirs, and they've their life before them.",
        "Xe looks at xemself; xe is xyrs, and xe's xyr life before xem.",
    ]


WHY = """
scene a with Kylo, Rey
  once
  moment m: Kylo
    * kneel
      +1 "he is tired"
      +3 "he loves her" if day is 0
      +3 "she asked"
      -5 "he is proud"
      Kylo> He kneels because {why}.
      world> {why}, and so he kneels.
    -> n
  moment n: Rey
    * laugh
      -1 "it is cruel"
      Rey> Why? Because {why}.
    -> end
"""


def test_the_reason_told_is_the_largest_that_counted_and_the_first_of_equals() -> None:
    assert lines(story(WHY).run(1), "Kylo") == ["He kneels because he loves her."]
    assert lines(story(WHY.replace("if day is 0", "if day is 1")).run(1), "Kylo") == ["He kneels because she asked."]


def test_a_reason_that_begins_a_sentence_takes_a_capital() -> None:
    assert lines(story(WHY).run(1), "world") == ["He loves her, and so he kneels."]


def test_what_was_done_against_every_motive_was_what_was_left() -> None:
    assert lines(story(WHY).run(1), "Rey") == ["Why? Because it is what is left."]


def test_values_are_told_in_their_better_words() -> None:
    text = (
        'scale wound: whole < bleeding "bleeding badly"\nfact place: wastes "the wastes" | meadow\n'
        "fact hurt: wound = bleeding\nfact dark: yes/no\n"
    )
    run = story(text + once("> {place} lie still. He is {hurt}. Dark: {dark}. In {place}.")).run(1)
    assert lines(run) == ["The wastes lie still. He is bleeding badly. Dark: no. In the wastes."]


def test_numbers_are_told_in_words() -> None:
    text = "fact duels: 0..40 = 21\n" + once(
        "> {duels} duels, {times(duels)}, the {nth(duels)}; {duels - 21}; {times(day)}; {times(day + 2)}."
    )
    assert lines(story(text).run(1)) == ["Twenty-one duels, twenty-one times, the twenty-first; zero; never; twice."]


def test_in_other_languages_numbers_are_left_in_figures() -> None:
    text = 'language "de"\nfact duelle: 0..40 = 21\n' + once("> Nach {duelle} Duellen, {times(duelle)}, {nth(duelle)}.")
    assert lines(story(text).run(1)) == ["Nach 21 Duellen, 21, 21."]
    assert lines(story(text.replace('"de"', '"en-GB"')).run(1)) == ["Nach twenty-one Duellen, twenty-one times, twenty-first."]


def test_a_line_goes_on_with_the_paragraph_before_across_moments() -> None:
    text = (
        "scene a with Kylo, Rey\n  once\n  > She comes.\n  moment m\n    >+ It snows.\n    -> n\n"
        "  moment n: Rey\n    * go\n      >+ She goes.\n    > He stays.\n    -> end\n"
    )
    assert lines(story(text).run(1)) == ["She comes. It snows. She goes.", "He stays."]


def test_a_line_that_goes_on_joins_what_this_side_was_told_last() -> None:
    run = story(once("> She comes.\nKylo> He hears her.\n>+ She knocks.\nRey>+ Her hand is cold.")).run(1)
    assert lines(run, "Kylo") == ["She comes.", "He hears her. She knocks."]
    assert lines(run, "Rey") == ["She comes. She knocks. Her hand is cold."]


def test_a_line_that_goes_on_with_one_that_says_nothing_does_not_slip_further_up() -> None:
    assert lines(story(once("> She comes.\n> {if day > 5: It snows.}\n>+ He waits.")).run(1)) == ["She comes.", "He waits."]


def test_a_line_that_would_go_on_begins_a_section_where_there_is_nothing_before_it() -> None:
    assert sections(story(once(">+ She comes.")).run(1)) == [["She comes."]]


def test_signs_of_the_markup_can_be_written_and_none_is_left_over() -> None:
    assert lines(story(once(r"> A \{brace\}, a \| bar, a \# hash, a \\ stroke | and {any: one \| two}.")).run(1)) == [
        r"A {brace}, a | bar, a # hash, a \ stroke | and one | two."
    ]


def test_what_is_left_unsaid_leaves_no_hole_in_the_sentence() -> None:
    assert lines(
        story(once('> She waits {if day > 5: long}, and {any: } goes{if day > 5: , crying} . "{if day > 5: Oh,} Ben?"')).run(1)
    ) == ['She waits, and goes. "Ben?"']


def test_arabic_and_chinese_stories_are_told() -> None:
    arabic = (
        'language "ar"\nperson ليلى (she)\nscene الليل with ليلى\n  once\n'
        "  > {ليلى} تنتظر {any: | } ، والقمر فوقها.\n  ليلى> لن يأتي.\n  -> end\n"
    )
    assert lines(bare(arabic).run(1), "ليلى")[1] == "لن يأتي."
    chinese = (
        'language "zh"\nperson 小雨 (she)\nfact 天: 0..9 = 3\nscene 夜 with 小雨\n  once\n  > {小雨}等了{天}天。\n'
        "  小雨>+ 他没有来{if 天 > 5: 过}。\n  -> end\n"
    )
    assert lines(bare(chinese).run(1), "小雨") == ["小雨等了3天。他没有来。"]


def telling(*paragraphs: str, cover: Cover | None = None, ending: str = "") -> Telling:
    return Telling(cover or Cover(), "world", False, (paragraphs,), ending)


TRICKY = [
    "# no heading",
    "* no list",
    "- no list",
    "+ no list",
    "-",
    "---",
    "===",
    "1. no list",
    "12) no list",
    "> no quote",
    "a * b* _c_ **d** `e`",
    "[a](b) ![c](d)",
    "<b>no tag</b>",
    "a &amp; b &copy;",
    "~~no~~",
    "| no | table |",
    "a \\- b",
    "#hash",
    "```",
    "    no code",
    "http://x.y <z@y.x>",
]


@pytest.mark.parametrize("paragraph", TRICKY)
def test_nothing_in_a_paragraph_is_read_as_markdown(paragraph: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(to_markdown(telling("Before.", paragraph.strip(), "After.")))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] * 3
    assert "".join(child.content for child in tokens[4].children or []) == paragraph.strip()
    assert {child.type for child in tokens[4].children or []} <= {"text", "text_special"}


def test_a_cover_stands_round_the_story_in_markdown() -> None:
    cover = Cover(title="The *Helmet*", author="A", series="Light", part=4, notes=("Mind.",), afterwords=("Thanks.",))
    assert to_markdown(telling("One.", cover=cover, ending="Nobody gets up")) == (
        "# The \\*Helmet\\*\n\n*by A · Light, part 4*\n\n> Mind.\n\nOne.\n\n**Nobody gets up**\n\n> Thanks.\n"
    )


def test_sections_are_set_apart() -> None:
    both = Telling(Cover(), "Rey", True, (("One.",), ("Two.",)), "")
    assert to_markdown(both) == "*as Rey remembers it*\n\nOne.\n\n\\* \\* \\*\n\nTwo.\n"
    assert to_text(both, 20) == "as Rey remembers it\n\nOne.\n\n       * * *\n\nTwo.\n"


def test_text_is_wrapped_and_no_word_is_broken() -> None:
    told = to_text(telling("She does not answer, and Nobody-Who-Knows-Her-Name asks."), 20)
    assert told == "She does not answer,\nand\nNobody-Who-Knows-Her-Name\nasks.\n"


def test_chinese_is_wrapped_by_its_width_and_no_line_begins_with_a_stop() -> None:
    told = to_text(telling("小雨等了三天。他没有来。Ben 走了。"), 13).splitlines()
    assert told == ["小雨等了三", "天。他没有", "来。Ben 走", "了。"]


def test_the_cover_stands_round_the_story_in_text() -> None:
    cover = Cover(title="The Helmet", author="A", series="Light", notes=("Mind.",), afterwords=("Thanks.",))
    assert to_text(telling("One.", cover=cover, ending="Nobody"), 20) == (
        "THE HELMET\n\nby A · Light\n\nMind.\n\nOne.\n\n       Nobody\n\nThanks.\n"
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_lines_of_the_village_hold_no_markup_and_no_hole(seed: int) -> None:
    import unmask

    village = unmask.load("village")
    for side in village.sides:
        for paragraph in lines(village.run(seed), side):
            assert not set("{}|\0\1\\") & set(paragraph), paragraph
            assert "  " not in paragraph
            assert not any(hole in paragraph for hole in (" ,", " .", " ;", " ?", " !", "( ")), paragraph
            assert paragraph[0].isupper() or not paragraph[0].isalpha(), paragraph


def test_what_a_reader_must_know_first_is_told_first() -> None:
    cover = 'title "Ash"\nrating "Teen"\nwarning "a fire"\nwarning "a death"\ntags "slow", "kind"\nnote "Read it twice."\n'
    run = bare(f"{cover}person Ada (she)\nperson Kylo (he)\nperson Rey (she)\n" + once("> It burns.")).run(1)
    before = "rated Teen · warnings: a fire; a death · tags: slow, kind"
    assert to_text(run.telling("world")).split("\n\n")[:4] == ["ASH", before, "Read it twice.", "It burns."]
    assert f"*{before}*" in to_markdown(run.telling("world"))


def test_what_is_put_in_has_the_apostrophes_of_the_story() -> None:
    people = 'person Ada (she)\nperson Kylo "the twins" (they)\nperson Rey (she)\n'
    prose = "> {any: “It’s late.”} {Rey's} coat. {Kylo's} dog. {Rey.They've} gone, and {Rey.they don't} know."
    curly = ["“It’s late.” Rey’s coat. The twins’ dog. She’s gone, and she doesn’t know."]
    assert lines(bare(people + once(prose)).run(1)) == curly
    assert lines(bare(people + once(prose.replace("{Rey's}", "{Rey’s}"))).run(1)) == curly
    straight = [curly[0].replace("’", "'").replace("“", '"').replace("”", '"')]
    assert lines(bare(people + once(prose.translate({ord("’"): "'", ord("“"): '"', ord("”"): '"'}))).run(1)) == straight


def test_a_line_that_goes_on_with_a_comma_stands_right_behind_what_it_goes_on_with() -> None:
    assert lines(story(once("> She waits\n>+ , and on\n>+ {if day is 0: , and on | else: .}\n>+ .")).run(1)) == [
        "She waits, and on, and on."
    ]


def test_names_reasons_and_values_are_fitted_in() -> None:
    text = (
        'fact bell: five "5 p.m." | six\nfact thing: hour | night\nfact sky: wet "it is raining." | dry\n'
        'person Ash "Sammy Jr." (he)\n'
        'scene a with Kylo, Rey\n  once\n  moment m: Kylo\n    * kneel\n      +1 "it is late."\n'
        '      Kylo> {why} {sky} A {thing} it is, {why}, at {bell}. "{why}!" Here is {Ash}. {bell}. {Ash} is Mr. {Ash}, a {nth(day + 8)}?\n'
        "    -> end\n"
    )
    assert lines(story(text).run(1), "Kylo") == [
        'It is late. It is raining. An hour it is, it is late, at 5 p.m. "It is late!" Here is Sammy Jr. '
        "5 p.m. Sammy Jr. is Mr. Sammy Jr., an eighth?"
    ]
