"""English: numbers, pronouns, verbs and gaps. What is expected here a reader of novels would expect."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unmask.telling import english
from unmask.world.model import Person

steadily = settings(deadline=None, derandomize=True, max_examples=200)


def person(*pronouns: str, plural: bool = False, display: str = "Rey", called: tuple[tuple[str, str], ...] = ()) -> Person:
    return Person("Rey", display, pronouns or ("she", "her", "her", "hers", "herself"), plural, called, (), ())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (1, "one"),
        (13, "thirteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (105, "one hundred and five"),
        (999, "nine hundred and ninety-nine"),
        (1000, "1,000"),
        (1234567, "1,234,567"),
        (-4, "minus four"),
    ],
)
def test_a_number_is_told_in_words_and_in_figures_from_a_thousand_on(number: int, words: str) -> None:
    assert english.cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zeroth"),
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (40, "fortieth"),
        (100, "one hundredth"),
        (112, "one hundred and twelfth"),
        (121, "one hundred and twenty-first"),
        (1000, "1,000th"),
        (1001, "1,001st"),
        (1011, "1,011th"),
        (1122, "1,122nd"),
        (1213, "1,213th"),
    ],
)
def test_a_rank_is_told_in_words(number: int, words: str) -> None:
    assert english.nth(number) == words


def test_how_often_is_never_once_twice_and_then_counted() -> None:
    assert [english.times(number) for number in (0, 1, 2, 3, 21)] == ["never", "once", "twice", "three times", "twenty-one times"]


@steadily
@given(st.sets(st.integers(-3000, 3000), min_size=2, max_size=60))
def test_no_two_numbers_are_told_alike(numbers: set[int]) -> None:
    assert len({english.cardinal(number) for number in numbers}) == len(numbers)
    assert len({english.nth(number) for number in numbers}) == len(numbers)


@steadily
@given(st.integers(1, 999))
def test_a_rank_below_a_thousand_has_no_figure_and_ends_like_a_rank(number: int) -> None:
    assert re.fullmatch(r"[a-z -]*(?:th|first|second|third)", english.nth(number))


@pytest.mark.parametrize(
    ("they", "she"),
    [
        ("are", "is"),
        ("were", "was"),
        ("have", "has"),
        ("do", "does"),
        ("don't", "doesn't"),
        ("don’t", "doesn’t"),
        ("aren't", "isn't"),
        ("look", "looks"),
        ("look up", "looks up"),
        ("cry", "cries"),
        ("say", "says"),
        ("kiss", "kisses"),
        ("watch", "watches"),
        ("go", "goes"),
        ("fix", "fixes"),
        ("push", "pushes"),
        ("need", "needs"),
        ("bleed", "bleeds"),
        ("succeed", "succeeds"),
        ("fly", "flies"),
        ("reply at once", "replies at once"),
        ("rely on it", "relies on it"),
        ("do not know", "does not know"),
        ("have been there", "has been there"),
        ("aren't sure", "isn't sure"),
    ],
)
def test_a_verb_agrees_with_one_person(they: str, she: str) -> None:
    assert english.third(they) == she


@pytest.mark.parametrize("verb", "can cannot could will won't must may might should had did didn't said went came knew fell wept".split())
def test_helpers_and_pasts_are_the_same_for_everybody(verb: str) -> None:
    assert english.third(verb) == verb


@pytest.mark.parametrize("verb", ["looked up", "fought", "fled the field", "told her", "'ll wait", "won't stay"])
def test_so_they_are_with_more_words_behind_them(verb: str) -> None:
    assert english.third(verb) == verb


@pytest.mark.parametrize(
    ("they", "she"),
    [
        ("never look", "never looks"),
        ("barely smile", "barely smiles"),
        ("still have it", "still has it"),
        ("also never do", "also never does"),
        ("suddenly laughed", "suddenly laughed"),
        ("almost certainly are", "almost certainly is"),
    ],
)
def test_an_adverb_before_the_verb_is_not_taken_for_it(they: str, she: str) -> None:
    assert english.third(they) == she


@steadily
@given(st.from_regex(r"[a-z]{2,9}", fullmatch=True), st.sampled_from(["", " up", " the door"]))
def test_what_follows_the_verb_stays_as_it_is(verb: str, rest: str) -> None:
    if not english._is_adverb(verb):
        assert english.third(verb + rest) == english.third(verb) + rest


def test_a_mention_is_a_name_or_a_pronoun_as_it_was_written() -> None:
    forms = ["", "'s", "they", "They", "them", "their", "theirs", "themself", "Themself"]
    said = [english.mention(person(), "world", form, "") for form in forms]
    assert said == ["Rey", "Rey's", "she", "She", "her", "her", "hers", "herself", "Herself"]


def test_only_they_takes_the_verb_of_many() -> None:
    they = person("they", "them", "their", "theirs", "themself", plural=True)
    xe = person("xe", "xem", "xyr", "xyrs", "xemself")
    assert english.mention(they, "world", "They", "are here") == "They are here"
    assert english.mention(xe, "world", "They", "are here") == "Xe is here"
    assert english.mention(they, "world", "they", "'re here") == "they're here"
    assert english.mention(xe, "world", "they", "'re here") == "xe's here"


def test_each_side_has_its_own_name_for_somebody() -> None:
    thorne = person(display="Mr. Thorne", called=(("Felix", "Adam"),))
    assert [english.named(thorne, side) for side in ("Felix", "Nan", "world")] == ["Adam", "Mr. Thorne", "Mr. Thorne"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("He waits ~ and goes.", "He waits and goes."),
        ("~ He waits.", "He waits."),
        ("He waits. ~", "He waits."),
        ("He waits ~.", "He waits."),
        ("He waits ~ ~, then goes.", "He waits, then goes."),
        ("He (~ quietly) waits.", "He (quietly) waits."),
        ("He waits (so ~).", "He waits (so)."),
        ('"~ Off," she says.', '"Off," she says.'),
        ('"Off ~" she says.', '"Off" she says.'),
        ('She says, "~ Off."', 'She says, "Off."'),
        ('"Off." ~ "Now."', '"Off." "Now."'),
        ("un~masked", "unmasked"),
        ("a ~b", "a b"),
        ("a~ b", "a b"),
        ("“~ Off”", "“Off”"),
        ("他~走了。", "他走了。"),
        ("他走了~。", "他走了。"),
        ("جاء ~، ثم ذهب", "جاء، ثم ذهب"),
        ("she waits ~—he does not", "she waits—he does not"),
    ],
)
def test_what_was_left_unsaid_leaves_no_hole(written: str, told: str) -> None:
    assert english.tidied(written.replace("~", english.GAP)) == told


@steadily
@given(st.text(alphabet='ab .,"(~', max_size=30))
def test_no_gap_leaves_two_spaces_or_a_space_at_an_end(written: str) -> None:
    told = english.tidied(written.replace("~", english.GAP))
    assert english.GAP not in told
    assert "  " not in told
    assert told == told.strip()
    assert re.sub(r"[ ~]", "", written) == told.replace(" ", "")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("^the wastes are wide.", "The wastes are wide."),
        ("He waits. ^four days pass.", "He waits. Four days pass."),
        ("He waits ^four days.", "He waits four days."),
        ('"^the miller?" she says.', '"The miller?" she says.'),
        ('"Where?" ^the miller asks.', '"Where?" the miller asks.'),
        ('"Here." ^the miller nods.', '"Here." The miller nods.'),
        ("He waits... ^four days.", "He waits... four days."),
        ("she looks. the sky", "she looks. the sky"),
    ],
)
def test_a_value_or_a_name_that_begins_a_sentence_takes_a_capital(written: str, told: str) -> None:
    assert english.begun(written.replace("^", english.INSERTED)) == told


def test_sentences_are_joined_with_a_space_where_their_script_has_one() -> None:
    assert english.joined("He waits.", "She goes.") == "He waits. She goes."
    assert english.joined("他等着。", "她走了。") == "他等着。她走了。"
