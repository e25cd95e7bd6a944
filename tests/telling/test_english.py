"""English: numbers, names, pronouns and articles. What is expected here a reader of novels would expect."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unmask.telling import english
from unmask.world.model import Mention, Person
from unmask.world.verbs import agreed

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


def mentioned(whom: Person, form: str, verb: str = "", apostrophe: str = "'") -> str:
    return english.mention(whom, "world", Mention("Rey", form, *agreed(verb)), apostrophe)


def test_a_mention_is_a_name_or_a_pronoun_as_it_was_written() -> None:
    forms = ["", "'s", "they", "They", "them", "their", "theirs", "themself", "Themself"]
    said = [mentioned(person(), form) for form in forms]
    assert said == ["Rey", "Rey's", "she", "She", "her", "her", "hers", "herself", "Herself"]


THEY = ("they", "them", "their", "theirs", "themself")


def test_only_they_takes_the_verb_of_many() -> None:
    they = person(*THEY, plural=True)
    xe = person("xe", "xem", "xyr", "xyrs", "xemself")
    assert mentioned(they, "They", "are here") == "They are here"
    assert mentioned(xe, "They", "are here") == "Xe is here"
    assert mentioned(they, "they", "'re here") == "they're here"
    assert mentioned(xe, "they", "'re here") == "xe's here"
    assert mentioned(xe, "they", "’ve seen it") == "xe’s seen it"


ONE_OR_SEVERAL = (
    "the twins:the twins' the Joneses:the Joneses' the wolves:the wolves' the Smiths:the Smiths' the guards:the guards' "
    "my brothers:my brothers' both sisters:both sisters' these ladies:these ladies' her aunts:her aunts' The Furies:The Furies' "
    "villagers:villagers' the two old women:the two old women's the children:the children's the people:the people's the men:the men's "
    "the police:the police's the geese:the geese's the boss:the boss's the chorus:the chorus's the Marquis:the Marquis's "
    "the witness:the witness's the princess:the princess's the octopus:the octopus's James:James's Charles:Charles's Chris:Chris's "
    "Jess:Jess's Alex:Alex's Moses:Moses's Ross:Ross's Thomas:Thomas's Mr. Jones:Mr. Jones's Mrs. Briggs:Mrs. Briggs's Oda:Oda's "
    "Zoë:Zoë's Émile:Émile's 小雨:小雨's Anaïs:Anaïs's Rose and James:Rose and James's the Duke of Wales:the Duke of Wales's "
    "Sam Jr.:Sam Jr.'s St. Paul's:St. Paul's the Smiths':the Smiths' Max:Max's Inez:Inez's the fox:the fox's the lady:the lady's "
    "the heroes:the heroes' the gods:the gods' our cats:our cats' the thieves:the thieves' the Hendersons:the Hendersons' "
    "the sailors:the sailors' three kings:three kings' the dead:the dead's the crew:the crew's the folk:the folk's "
    "the brethren:the brethren's the virus:the virus's the crisis:the crisis's the abbess:the abbess's the grass:the grass's "
    "the Israelis:the Israelis' the Saudis:the Saudis' the rabbis:the rabbis' the gurus:the gurus' the emus:the emus' the Nazis:the Nazis' "
    "the Lakers:the Lakers' the Beatles:the Beatles' the oxen:the oxen's the sheep:the sheep's the women:the women's "
    "the bosses:the bosses' the others:the others' Mum and Dad:Mum and Dad's "
    "the boys from Ohio:the boys from Ohio's the alumni:the alumni's Paris:Paris's "
    "the French:the French's the mother-in-laws:the mother-in-laws' the passers-by:the passers-by's the iris:the iris's "
    "the twins’:the twins’"
)


def test_of_several_whose_name_ends_in_s_it_is_the_apostrophe_alone() -> None:
    pairs = [pair.split(":") for pair in re.findall(r"(\S.*?:.*?['’]s?)(?= |$)", ONE_OR_SEVERAL)]
    assert len(pairs) >= 60
    said = {name: mentioned(person(*THEY, plural=True, display=name), "'s") for name, _ in pairs}
    assert said == dict(pairs)
    curly = {
        name: mentioned(person(*THEY, plural=True, display=name), "'s", apostrophe="’") for name in said if not re.search("['’]", name)
    }
    assert len(curly) >= 60
    assert curly == {name: said[name].replace("'", "’") for name in curly}
    assert mentioned(person(display="the twins"), "'s") == "the twins's", "she is one, whatever she is called"


def test_several_have_themselves_and_so_has_whoever_says_so() -> None:
    twins = person(*THEY, plural=True, display="the twins")
    assert mentioned(twins, "Themself") == "Themselves"
    assert mentioned(person(*THEY, plural=True, display="Twins"), "themself") == "themself"
    brothers = person("they", "them", "their", "theirs", "themselves", plural=True, display="Brothers")
    assert [mentioned(brothers, form) for form in ("themself", "'s")] == ["themselves", "Brothers'"]


AN = (
    "hour hourglass honest honor honour honourable heir heiress heirloom eight eighth eighty eighteen eleven eleventh 8 80 800 8,000 11 "
    "11,000 18 1811 owl apple egg idea odd umbrella uncle ugly urn usher utter upset unusual unidentified unimportant uninvited "
    "uninteresting unideal FBI MP NHS HTML X-ray x-ray F S-bend L-shaped SOS HIV SUV RPG IQ OK EU LED NPC Easter Oda Émile "
    "island ounce inn yttrium Yvonne Yggdrasil MSc MPhil hors FAQ NYPD Åse Øystein Ælfric Œdipus Ötzi Işıl ulcer umpire urchin "
    "ursine utmost unending 8th 18th 81 811 8:30 18-year-old MRI RSVP LP X S.O.S. NBA HBO AM ATM ISBN XL F-16 A-level H-bomb N-word "
    "earl earth eye e-mail oboe oath onion onerous only Oxford Uzbek Ulster Undine Óscar"
)
A = (
    "day house hotel history historic herb horse European ewe euphoria eunuch university uniform unicorn union unique unit universe "
    "unanimous unilateral use user usual useful usurper utensil utopia uranium Ukrainian ukulele ubiquitous one once one-eyed once-over "
    "oneness 1 7 10 100 1,800 111 21 two year yellow young UFO UN UK USB U-turn T-shirt NASA NATO RAM FLAG NO MAN UNESCO UV Rey "
    "Ural urine TV PhD B-side ones UCLA hero hermit human heritage euro Eurasian eulogy euphemism ewer unison uremia uric "
    "usury Utah uterus Ugandan Ukraine 1st 100th 12 1,100 180 1.8 C.D. BBC CIA GPS KGB PDF WC YMCA Y-chromosome U-boat Wyoming yeti "
    "yacht youth SCUBA RADAR FIFA USMC USSR UNHCR UPI UTC oui"
)


def test_an_stands_before_what_sounds_like_a_vowel() -> None:
    an, a = AN.split(), A.split()
    assert len(an) > 60 < len(a)
    assert [word for word in an if not english.takes_an(word)] == []
    assert [word for word in a if english.takes_an(word)] == []


def test_each_side_has_its_own_name_for_somebody() -> None:
    thorne = person(display="Mr. Thorne", called=(("Felix", "Adam"),))
    assert [english.named(thorne, side) for side in ("Felix", "Nan", "world")] == ["Adam", "Mr. Thorne", "Mr. Thorne"]
