"""The page's telling, told by Node: for the same run and side it has the very words of `unmask tell`."""

import itertools
import random
import re
import unicodedata
from functools import cache
from typing import Any

import pytest

from tests.page.node import asked
from tests.telling.test_english import AN, ONE_OR_SEVERAL, A
from tests.telling.test_italics import ITALIC
from tests.telling.test_joints import BEGINNINGS, CAPITALS, ENDS_HERE, GOES_ON, PUT_IN, STOPS, TITLES, VERY_LONG, listed, put_in
from tests.telling.test_knows import EVERYTHING
from tests.telling.told import bare, story
from tests.worlds.standing import text_of
from tests.worlds_made import MOST_BYTES, Maker
from unmask.app.game import Game, who_choose
from unmask.export.to_world_json import world_json
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.run.chooser import Dice, Stop
from unmask.run.record import Record
from unmask.run.step import Over, Point
from unmask.telling import capitals, english, italics, joints, knows
from unmask.telling.outline import read_while_played
from unmask.telling.sentences import Telling, tell
from unmask.telling.to_text import to_text
from unmask.world.model import WORLD_SIDE, Cover, Mention, Person
from unmask.world.verbs import agreed

Json = dict[str, object]


@cache
def bundled(name: str) -> World:
    return world_from(Source(f"{name}.story", text_of(name)))


@cache
def made(number: int) -> World:
    """A world that hypothesis might have made."""
    drawn = random.Random(number).randbytes(MOST_BYTES)
    return bare(Maker(drawn, remembers=True).story())


def answers(*questions: Json) -> list[Any]:
    """What the page's modules answer to these questions."""
    return asked("teller.mjs", list(questions))


def about(world: World, what: str, seed: int = 7, number: int = 0, **more: object) -> Json:
    """A question about a run."""
    return {"ask": what, "world": world_json(world.model), "seed": str(seed), "number": str(number), **more}


def eyes(world: World) -> list[tuple[str, bool]]:
    """Every side, as it happened and as it is remembered."""
    return [*((side, False) for side in world.sides), *((person, True) for person in world.people)]


def assert_told_alike(*runs: tuple[World, int, int]) -> None:
    """These runs, (world, seed, number), have the same text there and here, from every side."""
    page = answers(*(about(world, "text", seed, number, sides=eyes(world)) for world, seed, number in runs))
    for (world, seed, number), texts in zip(runs, page, strict=True):
        run = world.run(seed, number)
        for (side, remembered), text in zip(eyes(world), texts, strict=True):
            assert text == run.tell(side, remembered), f"{world.title}, seed {seed}, run {number}, {side}{' remembers' * remembered}"


def so_far(world: World, seed: int, number: int) -> list[Record]:
    """A run as far as it has come: at its beginning, and after each choice."""
    process, dice = world.process, Dice(seed, number)
    at: Point | Over = process.begin()
    found = [Record(seed, number, (), Over("", at.state))]
    while isinstance(at, Point):
        offers = process.offers(at)
        chosen = dice(at, offers)
        assert not isinstance(chosen, Stop)
        events = found[-1].events
        turn = process.follow(at, offers[chosen], world.model.limit - len(events))
        at = turn.at
        found.append(Record(seed, number, events + turn.events, Over("", at.state)))
    return found


# ── whole runs ──


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_a_bundled_world_is_told_alike_from_every_side_and_as_everybody_remembers_it(name: str) -> None:
    assert_told_alike(*((bundled(name), 7, number) for number in range(12)), (bundled(name), 2**64 - 1, 2**63 + 5))


def test_worlds_with_everything_that_prose_can_do_are_told_alike() -> None:
    assert_told_alike(*((made(world), 3, number) for world in range(24) for number in range(3)))


OVER_AND_OVER = """
fact day: 0..12
person Ada (she)
person Bo (he)
person Cy (they)

scene watch with Ada
  when day < 12
  in brief> She keeps watch {times(times)} more.
  > She keeps watch, so {any: still | calm | cold} and {any: still | calm | cold}.
  -> end

scene call with Ada, Bo
  when day < 12
  in brief> {times} calls are paid.
  in brief> {any: Nothing came of it. | It was as ever.}
  moment way: Ada
    * knock
      > She knocks at the door.
      -> end
    * go round
      > She goes {any: round} the house.
      -> gate
  moment gate: Ada
    * knock
      > She knocks at the gate.
      -> end

scene visit with Bo, Cy
  when day < 12
  in brief> He is there {times(times)}.
  moment way: Bo
    * knock
      Bo> He knocks.
    * wait
      Bo> He waits.
    -> end

meanwhile
  ~ day += 1
  moment night: chance
    * frost
      weight 1
      > {if day is 4: Frost. | if day is 8: More frost.}
    * thaw
      weight 5
    -> end
"""


def test_what_is_new_and_what_is_told_in_brief_is_the_same_on_the_page() -> None:
    assert_told_alike(*((bare(OVER_AND_OVER), 2, number) for number in range(40)))


def test_a_run_that_never_begins_says_so_in_the_same_words() -> None:
    never = bare("person Rey (she)\nscene watch with Rey\n  when 1 > 2\n  > She keeps watch.\n  -> end\n")
    assert_told_alike((never, 1, 0))


def test_the_cover_stands_above_it_in_the_same_words() -> None:
    cover = (
        'title "Straße der Möwen"\nauthor "N. N."\nseries "The Isles" part 2\nnote "For the wind."\nafterword "Thank you."\n'
        'rating "teen"\nwarning "loss"\nwarning "grief"\ntags "sea", "masks"\n'
    )
    assert_told_alike((bare(cover + "person Rey (she)\nscene watch\n  > She keeps watch.\n  -> ending gone\nending gone\n"), 1, 0))


LANGUAGES = """
language "{language}"
fact day: 0..30
person Ada (she)
person Bo (he) called "小波" by Ada
scene market with Ada
  in brief> {{times}} / {{nth(times)}} / {{times(times)}}, {{was(day)}} / {{day}}.
  when day < 30
  moment stall: Ada
    * buy
      ~ day += 1
      > {{day}}. {{Ada}}{{any: 买了鱼。 | 买了米。 | 什么也没买。}}
      Ada>+ 「{{Bo}}不在。」她说。{{any:| {{nth(day)}}。}}
      >+ 雨下了很久很久，街上空无一人，只有那盏旧灯还亮着，照着湿漉漉的石板路，也照着她手里的篮子和里面那条不肯安静的鱼。
    * wait
      ~ day += 3
      > {{day}}، {{times(day)}} {{any: انتظرت |  | ثم ذهبت}}؟
    -> end
"""


@pytest.mark.parametrize("language", ["EN-GB", "zh-Hans", "ar"])
def test_numbers_and_scripts_of_other_languages_are_told_alike(language: str) -> None:
    assert_told_alike(*((bare(LANGUAGES.format(language=language)), 5, number) for number in range(4)))


REASONS = """
scene duel with Rey, Kylo
  when day < 9
  moment clash: Rey
    * strike
      +day "the days have been long" if day > 2
      +2 "he is near"
      -3 "he is tired" unless day is 4
      > She strikes.
      Rey>+ Why? Because {why}. {first: Once. | then: Twice. | then: And on.}
      world> {why} was why.
    * wait
      +1 "there is time"
      -day "there is none"
      Rey> She waits: {why}.
    -> after
  moment after: chance
    * snow
      weight 3
      world> Snow: {day}.
    * rain
      weight day
      world> Rain: {times(day)}.
    -> end
meanwhile
  ~ day += 1
"""


def test_the_reason_of_a_choice_is_told_in_the_same_words() -> None:
    assert_told_alike(*((story(REASONS), 11, number) for number in range(6)))


EMPTY = """
fact sky: clear "" | grey
person Ada "" (she)
person Bo (he) called "" by Ada
scene watch with Ada, Bo
  moment hill: Ada
    * look
      +1 ""
      > {sky} she looks, {sky} and {Bo} looks. ({Ada}) {Bo's}.
      Ada> She looks because {why}.
    -> ending gone
ending gone
"""


def test_what_has_no_words_leaves_the_same_gap() -> None:
    assert_told_alike((bare(EMPTY), 1, 0))


# ── a run under way ──


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_a_run_under_way_is_told_as_far_as_it_goes(name: str) -> None:
    world = bundled(name)
    for side, page in zip(world.sides, answers(*(about(world, "growing", side=side) for side in world.sides)), strict=True):
        told = [tell(world.process, record, side).sections for record in so_far(world, 7, 0)]
        assert page == [[list(section) for section in sections] for sections in told]


@pytest.mark.parametrize(("name", "runs"), [("helmet", 2), ("village", 1), ("over and over", 8)])
def test_whoever_plays_goes_on_finding_what_they_read(name: str, runs: int) -> None:
    world = bare(OVER_AND_OVER) if name == "over and over" else bundled(name)
    questions = [about(world, "growing", number=number, side=who, played=who) for who in world.people for number in range(runs)]
    for question, page in zip(questions, answers(*questions), strict=True):
        who, number = str(question["side"]), int(str(question["number"]))
        records = so_far(world, 7, number)
        told = [tell(world.process, record, who, read=read_while_played(world.model, record, who)).sections for record in records]
        assert page == [[list(section) for section in sections] for sections in told]


VISITS = """
fact day: 0..9
person Ada (she)
scene call with Ada
  when day < 3 or day > 4
  when day < 7
  in brief> {times(times)} she calls.
  moment door: Ada
    * knock
      > She knocks.
    -> after
  moment after
    >+ Nobody answers.
    -> end
scene rest with Ada
  when day is 3 or day is 4
  in brief> {times(times)} she rests.
  moment bench: Ada
    * sit
      > She sits.
    -> end
meanwhile
  ~ day += 1
  > {if day is 1: A day goes by.}
"""


def test_nothing_stands_behind_a_story_that_goes_on() -> None:
    world = bundled("helmet")
    assert answers(about(world, "behind")) == [[0, len(world.model.cover.afterwords)]] != [[0, 0]]


def test_a_paragraph_says_which_scenes_it_tells_of_and_how_far() -> None:
    (page,) = answers(about(bare(VISITS), "scenes", side="Ada"))
    knocks, a_day = [[0], 2], [[0], 2]
    calls, sits, rests_and_calls = [[1, 2], 8], [[3], 10], [[4, 5], 15]
    assert page == [[knocks], [a_day, calls], [sits], [rests_and_calls], [[[6], 18]]]


# ── what a person knows ──


def test_a_person_knows_the_same_on_the_page() -> None:
    runs = [(world, number) for world in (bundled("helmet"), bundled("village"), *map(made, range(8))) for number in range(2)]
    page = answers(*(about(world, "known", 7, number, people=world.people) for world, number in runs))
    for (world, number), states in zip(runs, page, strict=True):
        layout = world.process.layout
        assert states == [
            [list(knows.sentences(world.model, knows.known(layout, record.over.state, person))) for person in world.people]
            for record in so_far(world, 7, number)
        ]


def test_all_else_that_a_person_knows_is_the_same_on_the_page() -> None:
    worlds = [bundled("helmet"), bundled("village"), bare(EVERYTHING), *map(made, range(6))]
    games = [(world, Game(world, person, 7, 0)) for world in worlds for person in who_choose(world.model)[:2]]
    asked = (about(world, "besides", people=[game.person], choices=sum(e.point is not None for e in game.events)) for world, game in games)
    for (world, game), (said,) in zip(games, answers(*asked), strict=True):
        assert said == [knows.sort_in_words(world.model, sort, game.person) for sort in game.knows_besides()]


GUESSES = """
scale feeling: none < faint "barely there" < strong
kind villager
  feels anger: feeling
  feels trust toward each villager: 0..3
  feels nerves means anger
  keeps owed: 0..3
person Ada (she), a villager
  anger = faint
  shows trust
person Bo (he) called "the miller" by Ada, a villager
  anger = strong
  owed = 2
  expects Ada.anger = strong
  shows anger as faint
scene call with Ada, Bo
  moment door: Ada
    * knock
      if seems(Bo.anger) < strong or seems(Bo.trust toward Ada) is 0
      ~ Bo.anger = none
      > She knocks.
    * go
    -> ending gone
ending gone
"""


def test_a_person_knows_what_another_shows_and_nothing_behind_it() -> None:
    (states,) = answers(about(bare(GUESSES), "known", people=["Ada", "Bo"]))
    assert states[-1] == [
        [
            "What Ada feels: anger barely there, trust toward the miller zero.",
            "What the miller seems to feel: anger barely there, trust toward Ada zero.",
        ],
        ["What Bo feels: anger none, trust toward Ada zero."],
    ]


# ── italics ──


def test_italics_are_the_same_in_any_text() -> None:
    """Texts made of what matters to the rule, put together by dice, and every text of up to five signs of the shortest list."""
    dice = random.Random(13)
    bits = [*"***a .\"é雨、7𝒳🌧_()'ß", "Emma", "\\", "e\u0301", "\u2028", "\x1c"]
    texts = ["".join(dice.choice(bits) for _ in range(dice.randrange(1, 14))) for _ in range(4000)]
    texts += ["".join(signs) for length in range(1, 6) for signs in itertools.product("*a \\.", repeat=length)]
    (page,) = answers({"ask": "italics", "texts": texts})
    for text, said in zip(texts, page, strict=True):
        assert [(one["text"], one["italic"]) for one in said] == list(italics.stretches(text)), text


def test_a_telling_with_italics_is_the_same_text_on_the_page() -> None:
    world = story(ITALIC)
    assert_told_alike((world, 7, 0), (world, 8, 0))


# ── words, sign by sign ──


def assert_alike(*calls: tuple[object, ...]) -> None:
    """These functions, (name, argument, …), give on the page what they do here; a name of two words is written as JavaScript does."""
    (page,) = answers({"ask": "words", "calls": [[SPELT.get(str(name), name), *given, *known_to(name, given)] for name, *given in calls]})
    for (name, *given), said in zip(calls, page, strict=True):
        function = next(getattr(module, str(name)) for module in (english, joints, capitals) if str(name) in vars(module))
        assert said == function(*given), (name, given)


def known_to(name: object, given: list[object]) -> list[Json]:
    """What the page has from the world to finish a paragraph."""
    if name != "finished":
        return []
    language = str(given[1])
    return [{"abbreviations": capitals.abbreviations(language), "figuresRank": capitals.figures_rank(language)}]


SPELT = {"takes_an": "takesAn", "put_in": "putIn", "joined_parts": "joinedParts", "all_capitals": "allCapitals"}


def test_numbers_are_told_alike() -> None:
    numbers = [*range(-120, 1300), 10**6 + 11, -(10**9), 2**53]
    assert_alike(*((how, number) for how in ("cardinal", "nth", "times") for number in numbers))


def test_people_are_mentioned_alike() -> None:
    called = (("Bo", "the old one"), ("Cy", "the twins"), ("Bo", "the boss"))
    xe = Person("Ada", "Mrs. Ada", ("ῃxe", "xem", "xyr", "ßrs", "xemself"), False, called, (), ())
    they = Person("Ada", "St. Paul's", ("they", "them", "their", "theirs", "themself"), True, called, (), ())
    several = Person("Ada", "Brothers", ("ijzij", "them", "their", "theirs", "themselves"), True, (), (), ())
    names = [name for name, _ in re.findall(r"(\S.*?):(.*?['’]s?)(?= |$)", ONE_OR_SEVERAL)]
    forms = ("", "'s", "they", "They", "them", "Them", "their", "theirs", "Theirs", "themself", "Themself")
    verbs = ("are", "'re", "never look", "’ll", "quiz/quizzes")
    wanted = [(person, side, form, "") for person in (xe, they, several) for side in ("Bo", "Cy", "world") for form in forms]
    wanted += [(person, "Bo", form, verb) for person in (xe, they) for form in ("they", "They") for verb in verbs]
    wanted += [(they._replace(display=name), "world", form, "") for name in names for form in ("'s", "themself")]
    parts = [(person, side, Mention("Ada", form, *agreed(verb))) for person, side, form, verb in wanted]
    calls = [["mention", person._asdict(), side, part._asdict(), "’", "nl"] for person, side, part in parts]
    (page,) = answers({"ask": "words", "calls": calls})
    assert page == [english.mention(person, side, part, "’", "nl") for person, side, part in parts]


def test_articles_agree_alike() -> None:
    drawn = random.Random(3)
    words = [
        *AN.split(),
        *A.split(),
        *("".join(drawn.choice("AEHNSUaehnouy1801-é") for _ in range(drawn.randint(1, 6))) for _ in range(2000)),
    ]
    assert_alike(*(("takes_an", word) for word in words if word[0] != "-"))


def test_lines_are_put_together_alike() -> None:
    drawn = random.Random(1)

    def text(alphabet: str, most: int = 20) -> str:
        return "".join(drawn.choice(alphabet) for _ in range(drawn.randint(1, most)))

    gaps = [("tidied", text("ab .,\"(!?)…'’”“«»„*他。\u3000\t\0\0\0")) for _ in range(4000)]
    parts = [("joined_parts", [text("aAn \0.*'", 4) for _ in range(drawn.randint(1, 5))], True) for _ in range(2000)]
    put_in = [("put_in", text("ab.St Jr!?…»” *()।", 6)) for _ in range(500)]
    ends = ["a", "他", "。", "\U00020000", "x\U0001f600", "\1a", "\1他", "\1\U00020001", ", a", "... a", ".", "!"]
    assert_alike(*gaps, *parts, *put_in, *(("joined", end.strip("\1"), beginning) for end in ends for beginning in ends))


def test_paragraphs_are_finished_alike() -> None:
    drawn = random.Random(5)
    pieces = [
        *"ab .!?:,)]\"'“”’„«»‹(*¿—–…ßǆﬁ他1_。？।؟‽",
        "\1",
        "\1",
        "\1ij",
        "\1i",
        "\2",
        "\3",
        "a\4 ",
        "An\4 ",
        "St",
        "Mrs",
        "J",
        "I",
        "No",
        "z.B",
        "u. a",
        ". . ",
        " » ",
        ".\3",
        "!\3!",
        "3",
    ]
    pieces += [" ", " ", ". ", ". \1", ': "\1', ', "\1', "Ա", "ბ", "ᾳ", "İ", "\U00010428"]
    texts = ["".join(drawn.choice(pieces) for _ in range(drawn.randint(1, 14))) for _ in range(6000)]
    languages = ("en", "de-AT", "nl", "tr", "el", "fr", "zz", "constructor")
    assert_alike(*(("finished", text, languages[number % len(languages)]) for number, text in enumerate(texts)))
    rows = [re.split(r" \| | → ", line) for line in BEGINNINGS.strip().splitlines()]
    assert_alike(*(("finished", written.replace("^", "\1").replace("@", "\2"), language) for language, written, _ in rows))
    assert_alike(*(("finished", line.replace("^", "\1").replace("@", "\2").replace("%", "\3"), "en") for line in STOPS.splitlines()))
    assert_alike(*(("finished", f"so {put_in(line.split(' → ')[0])}", "en") for line in PUT_IN.strip().splitlines()))
    assert_alike(*(("finished", f"Xy {word} \1de", language) for table in (GOES_ON, ENDS_HERE) for language, word in listed(table)))
    assert_alike(*(("capital", word, language) for language, word in listed(CAPITALS)))
    assert_alike(*(("all_capitals", title, language) for language, title, _ in TITLES))
    assert_alike(*(("finished", written.replace("^", "\1"), "en") for written in VERY_LONG))
    values = re.findall(r"[<{]([^>}]+)", PUT_IN)
    assert_alike(*(("put_in", value, is_name) for value in values for is_name in (False, True)))


# Unicode goes on giving capitals to letters that had none, and one of the two may not have heard of it yet.
NEW_CAPITALS = frozenset("\u019b\u0264" + "".join(map(chr, range(0xA7C0, 0xA7F2))))


def test_every_sign_has_the_same_capital_and_is_or_is_not_a_space() -> None:
    signs = [chr(code) for code in range(5, 0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    known = [sign for sign in signs if sign not in NEW_CAPITALS]
    others = [sign for sign in signs if not sign.isalnum()]
    cased = [sign for sign in known if sign.title() != sign or sign.upper() != sign]
    beginnings = [". ".join(f"\1{sign}x" for sign in known[at : at + 50]) for at in range(0, len(known), 50)]
    assert_alike(*((how, f"{sign}x", "en") for sign in cased for how in ("capital", "all_capitals")))
    assert_alike(*(("finished", text, "en") for text in beginnings))
    (page,) = answers({"ask": "words", "calls": [["stripped", f"{sign}a{sign}"] for sign in others]})
    assert page == [f"{sign}a{sign}".strip() for sign in others]


# ── plain text ──


def wrapped(text: str, width: int) -> str:
    return to_text(Telling(Cover(title=text), WORLD_SIDE, False, ((text,),), text), width)


def test_lines_break_alike_in_every_script() -> None:
    drawn = random.Random(2)
    pieces = [
        "a",
        "bb",
        "ccc",
        "d" * 14,
        " ",
        "  ",
        "\t",
        "-",
        "“",
        "”",
        "。",
        "他",
        "\u3000",
        "\u00a0",
        "\U0001f600",
        "한",
        "\x85",
        "\x1c",
        "é",
    ]
    texts = ["".join(drawn.choice(pieces) for _ in range(drawn.randint(1, 40))).strip() or "a" for _ in range(1500)]
    widths = (5, 12, 20)
    page = answers(*({"ask": "wrapped", "cover": Cover()._asdict(), "texts": texts, "width": width} for width in widths))
    assert page == [[wrapped(text, width) for text in texts] for width in widths]


def test_every_sign_takes_as_many_columns() -> None:
    # In Unicode 16 a few old signs, of divination, came to take two columns.
    lately = {*map(chr, (*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00), *range(0x1D300, 0x1D380))), *NEW_CAPITALS}
    signs = [chr(code) for code in range(0x31400) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    twice = [sign * 2 for sign in signs if sign not in lately and not sign.isspace()]
    lines = ["".join(twice[at : at + 8]) for at in range(0, len(twice), 8)]
    (page,) = answers({"ask": "wrapped", "cover": Cover()._asdict(), "texts": lines, "width": 40})
    assert page == [wrapped(line, 40) for line in lines]
