"""Every sentence that the house can say to an author is said of some story, and none speaks of the machinery."""

import inspect
import re
from types import ModuleType

import pytest

from tests.problems.pages import codes_in_the_source, mended, pages, stories, told_of
from unmask.problems import in_braces, in_checks, in_heads, in_minds, in_names, in_signs, in_syntax, in_values, in_world
from unmask.problems.problem import Problem

PEOPLE = """
kind sister
  feels joy: 0..3
  keeps owed toward each sister: 0..2
  open tired: yes/no
kind miller
person Oda (she), a sister
  feels grief: 0..3
  keeps debt toward Tobit: 0..2
person Nan (she), a sister
person Tobit (he)
  feels calm: 0..3
scale mood: low < middle < high
scale cold: mild < bitter
fact sky: clear | grey
fact hour: 0..9
fact open door: yes/no
secret letter: yes/no
"""
CLOSE = """
scene close
  once
  > The end.
  -> end
"""


def scene(*lines: str, head: str = "scene porch") -> str:
    """A story of these people in which these lines stand in a scene."""
    return PEOPLE + head + "\n" + "".join(f"  {line}\n" for line in lines) + CLOSE


def choice(*lines: str, owner: str = "Tobit") -> str:
    """A story of these people in which these lines stand under an option."""
    return scene(f"moment rain: {owner}", "  * wait", *(f"    {line}" for line in lines), "  * go", "  -> end")


# What is said, and a story of which it is said, for everything that no page shows.
FAR_OFF = """
fact day: 0..60
fact a: -9..9
fact b: -9..9
fact c: -9..9
scene walk
  when day < 50
  ~ day += 1
  moment step: chance
    * north
      ~ a += 1
    * south
      ~ a -= 1
    * east
      ~ b += 1
    * west
      ~ b -= 1
    * up
      ~ c += 1
    * down
      ~ c -= 1
    -> end if day < 45
    -> gate
  moment gate: chance
    * go on
      weight 10000
      -> end
    * fall
      weight 2
    * slip
      weight 1
      -> end if c < 9
"""
"""A story of which not all can be gone through, and which hardly ever stops in the middle."""


SAID: dict[str, str] = {
    "This line stands too far left": choice().replace("    * go", "  * go"),
    "Does this go on with the line above?": scene("> It rains", "and rains", "-> end"),
    "`if` has no lines of its own here": choice("if hour > 1", "  ~ hour = 1"),
    "An arrow stands on a line of its own under its option": scene("moment rain: Tobit", "  * wait -> end", "  * go", "  -> end"),
    "A reason in words stands between quotes": choice("+1 it rains"),
    "`{Oda.she}` is written `{Oda.they}` here": scene("> {Oda.she wait}."),
    "A `:` belongs behind `tide`": PEOPLE + "fact tide 0..3\n" + CLOSE,
    "No `:` is needed at the end of this line": PEOPLE + CLOSE.replace("close", "close:"),
    "Names stand side by side with a comma": scene("> Rain.", "-> end", head="scene porch with Oda and Nan"),
    "Names stand without quotes: `tide`": PEOPLE + 'fact "tide": 0..3\n' + CLOSE,
    "What `tide` can be belongs before where it starts": PEOPLE + "secret tide = 3\n" + CLOSE,
    "This line is written `fact tide: 0..3 = 3` here": PEOPLE + "fact tide = 3\n" + CLOSE,
    "A telling speaks of somebody in one way, and `she/they` are two": PEOPLE + "person Ida (she/they)\n" + CLOSE,
    "How is this person spoken of?": PEOPLE + "person Ida\n" + CLOSE,
    "Pronouns stand between parentheses: `(she)`": PEOPLE + "person Ida, she\n" + CLOSE,
    "`M. Ida` has a full stop, and no name can": PEOPLE + "person M. Ida (she)\n" + CLOSE,
    "Words stand between two `\"` here, not between two `'`": choice("+1 'it rains'"),
    "There is an invisible soft hyphen (U+00AD) in `hour`": scene("when ho\u00adur > 1"),
    "This brace is never closed": scene("> It is {hour."),
    "This brace closes nothing": scene("> It is hour}."),
    "There is nothing between these braces": scene("> It is {}."),
    "`else` comes last": scene("> {if hour > 1: late | else: early | if hour > 2: later}."),
    "This alternative has no `if` of its own": scene("> {if hour > 1: late | early}."),
    "This alternative has no `then` of its own": scene("> {first: late | early}."),
    "I cannot see where the condition ends": scene("> {if hour > 1 late}."),
    "This number is too large": scene("~ hour = 99999999999"),
    "Nothing happens 0 times": PEOPLE + CLOSE + "motif bell\n  0 times scene close\n",
    "140% of all stories is more than all of them": PEOPLE + CLOSE + "promise in at least 140% of stories: scene close\n",
    "No story can be cut off there": PEOPLE + CLOSE + "limit 0 events\n",
    "There are too many parentheses inside one another": scene("when " + "(" * 30 + "hour" + ")" * 30 + " > 1"),
    "There are too many minus signs inside one another": scene("~ hour = " + "- " * 60 + "1"),
    "There are too many terms inside one another": scene("~ hour = " + "1 + " * 60 + "1"),
    "There are too many lines inside one another": "".join("  " * depth + "scene porch\n" for depth in range(70)),
    "This line stops too early": scene("when hour >"),
    "Oda has no field called `greif`": scene("world> {Oda.greif}"),
    "`calm` is Tobit's, not Oda's": scene("world> {Oda.calm}"),
    "`calm` is Tobit's": scene("~ calm += 1"),
    "Whose `joy` is it?": scene("~ joy += 1"),
    "Oda has no field called `glee`": PEOPLE.replace("  feels grief: 0..3", "  feels grief: 0..3\n  glee = 2") + CLOSE,
    "`he` is written with the person": scene("> {he} waits."),
    "`Oda's grief` is written `Oda.grief`": scene("~ Oda's grief += 1"),
    "`wait` is something that happens": choice("if wait"),
    "`bell` counts only in the scene `porch`": scene("fact bell: 0..2", "~ bell += 1") + "scene yard\n  ~ bell += 1\n  -> end\n",
    "`a` is somebody only in the scene `porch`": scene("~ a.joy += 1", head="scene porch with a: sister") + "scene yard\n  ~ a.joy += 1\n",
    "`sister` is a kind, and no single person": scene("~ sister.joy += 1"),
    "There is no person called `Wanda`": scene("~ Wanda.joy += 1"),
    "Tobit is a person, not a value": choice("if Tobit is calm"),
    "There is no ending called `rain` to go to": choice("-> ending rain"),
    "There is no moment called `gone` to go to": choice("-> gone") + "ending gone\n",
    "There is no moment called `close` to go to": choice("-> close"),
    "There is no moment called `hall` to go to": choice("-> hall") + "scene yard\n  moment hall\n    -> end\n",
    "There is no moment called `go` to go to": choice("-> go"),
    "There is no moment called `rian` to go to": choice("-> rian"),
    "`scene of joy` could not be asked for by name": PEOPLE + "person scene of joy (she)\n" + CLOSE,
    "Oda and Nan are both called my dear": PEOPLE.replace("person Oda (she)", 'person Oda (she) called "my dear" by Tobit').replace(
        "person Nan (she)", 'person Nan (she) called "my dear" by Tobit'
    )
    + CLOSE,
    "`visit` can never be cast": PEOPLE + CLOSE + "motif visit with a, b, c: sister\n  scene close\n",
    "`twice` can never happen": PEOPLE + CLOSE + "motif twice\n  2 times scene close\n",
    "`late` can never happen": PEOPLE + CLOSE + "motif late\n  ending endless\n  then scene close\n",
    "`both` can never happen": choice(owner="Oda") + "motif both with a, b: sister\n  a: wait\n  then b: wait\n",
    "`close` is the name of a scene": PEOPLE + CLOSE + "promise never: close\n",
    "`rain` is a moment: say what is chosen in it": choice() + "promise never: rain\n",
    "There is no person called `rain`": choice() + "promise never: rain: wait\n",
    "This kind has no field called `glee`": PEOPLE.replace("  open tired", "  keeps peace means glee toward Nan > 1\n  open tired") + CLOSE,
    "`hih` is no level or value that can stand here": scene("fact temper: mood = hih"),
    "Oda never has the choice to `fly`": PEOPLE + CLOSE + "motif flight\n  Oda: fly\n",
    "Chance never brings `fly`": PEOPLE + CLOSE + "promise never: chance: fly\n",
    "There is more than one `title`": 'title "One"\ntitle "Two"\n' + CLOSE,
    "Oda would have `joy` twice": PEOPLE.replace("  feels grief: 0..3", "  feels grief, joy: 0..3") + CLOSE,
    "`gate` can only ever be `shut`": PEOPLE + 'fact gate: shut "shut tight"\n' + CLOSE,
    "This has 5,001 values": PEOPLE + "fact grains: 0..5000\n" + CLOSE,
    "Nothing lies between 40% and 5%": PEOPLE + CLOSE + "promise in 40% to 5% of stories: scene close\n",
    "This cannot be counted": scene("~ hour = sky + 1"),
    "This value does not belong here": scene("~ hour = sky"),
    "`high` says nothing by itself": scene("when high"),
    "Oda is a person, not a value": scene("when Oda > 1"),
    "`sky` cannot go up or down": scene("~ sky += 1"),
    "`<` needs an order, and these values have none": scene("when sky < grey"),
    "`>` needs an order, and yes and no have none": scene("when open door > no"),
    "These two cannot be held against each other": scene("when frost > temper") + "fact frost: cold\nfact temper: mood\n",
    "Levels stand in a line of their own, as a scale": PEOPLE.replace("  feels calm: 0..3", "  feels calm: none < some = some") + CLOSE,
    "`-` does not say which way a bond goes": PEOPLE + "bond Oda - Nan: grief\n" + CLOSE,
    "Tobit cannot know what Oda believes": scene("Tobit> {if seems(Oda, Nan.joy) > 1: She knows.}"),
    "A line for everybody cannot know what Oda believes": scene("> {if seems(Oda, Nan.joy) > 1: She knows.}"),
    "A `>` line does not know about `letter`": scene("> {if letter: It is here.}"),
    "Oda does not know about `letter`": choice("if letter", owner="Oda"),
    "`seems(…)` needs somebody's field": scene("Oda> {if seems(calm) > 1: Well.}"),
    "`hour` is known for what it is": scene("Oda> {if seems(hour) > 1: Late.}"),
    "Oda knows grief of their own": PEOPLE.replace("  feels grief: 0..3", "  feels grief: 0..3\n  expects Oda.grief = 1") + CLOSE,
    "What Oda feels is no guess to Oda": scene("Oda> {if seems(Oda.grief) > 1: Yes.}"),
    "Toward whom is `Oda.owed` held?": scene("~ Oda.owed += 1"),
    "`joy` is not held toward anybody": scene("~ Oda.joy toward Nan += 1"),
    "Oda holds no `owed` toward Oda": scene("~ Oda.owed toward Oda += 1"),
    "`debt` is not held toward Nan": scene("~ Oda.debt toward Nan += 1"),
    "Percentages make 100 together": scene("moment rain: chance", "  * wait", "    100%", "  * go", "  -> end"),
    "A weight belongs to dice": choice("weight 3"),
    "An option has a weight or motives, not both": choice("weight 3", '+1 "it rains"', owner="chance"),
    "This option has a weight already": choice("weight 3", "weight 4", owner="chance"),
    "This option has no weight, and others beside it have one": choice("weight 3", owner="chance"),
    "`bell` says nothing": PEOPLE + CLOSE + "motif bell\n",
    "A motif cannot start with `then`": PEOPLE + CLOSE + "motif bell\n  then scene close\n",
    "`or` stands under the line that it says more about": PEOPLE + CLOSE + "motif bell\n  scene close\n  or scene close\n",
    "Only `or`, `when` and `within` stand under a line of a motif": PEOPLE + CLOSE + "motif bell\n  scene close\n    then scene close\n",
    "Oda needs no role": PEOPLE + CLOSE + "motif bell with Oda\n  scene close\n",
    "Of what kind is `a`?": PEOPLE + CLOSE + "motif bell with a\n  scene close\n",
    "There is no motif called `bells`": PEOPLE + CLOSE + "motif bell\n  scene close\npromise never: bells\n",
    "There is no choice to `fly` in `rain`": choice() + "promise never: rain / fly\n",
    "There is no moment called `hall`": PEOPLE + CLOSE + "promise never: hall / wait\n",
    "There is no scene called `cloze`": PEOPLE + CLOSE + "promise never: scene cloze\n",
    "There is no kind called `brother`": PEOPLE + "person Felix (he), a brother\n" + CLOSE,
    "`joy` cannot be changed: it is worked out": PEOPLE.replace("feels joy: 0..3", "keeps joy means 1 > 0")
    + "scene porch\n  ~ Oda.joy = yes\n",
    "Nothing can be drawn so finely": choice("33.33333333%", owner="chance"),
    "`times(…)` is for telling": scene("when times(hour) > 1"),
    "Who denies it?": scene("denies> It was nothing."),
}
SAID |= {"This story can run into a dead end": FAR_OFF, "The story can stop after `slip`": FAR_OFF}
_MACHINERY = re.compile(
    r"\b(None|True|False|tuple|dict|NoneType|Span|Token|Unreadable|Variable|Declared|Operation|Constant|Read|Typed|enum|str|int|self|null)\b"
    r"|<[a-z.]+ object|__|\bsyntax error\b|\binvalid\b|\bparser?\b|\btokens?\b|\bidentifier\b|\bexpression\b"
)


def everything_told() -> dict[str, list[Problem]]:
    """All that is told of the bad stories of the pages and of the stories here."""
    found = {code: told_of(stories(page)["bad"]) for code, page in pages().items() if "bad" in stories(page)}
    return found | {title: told_of(story.encode()) for title, story in SAID.items()}


@pytest.mark.parametrize("title", SAID)
def test_it_is_said_of_a_story(title: str) -> None:
    assert title in " / ".join(problem.title for problem in told_of(SAID[title].encode()))


def test_no_problem_speaks_of_the_machinery() -> None:
    for where, told in everything_told().items():
        for problem in told:
            words = " ".join(
                [problem.title, problem.note, *(label.words for label in problem.labels), problem.fix.words if problem.fix else ""]
            )
            words = re.sub(r"`[^`]*`", "", words)
            assert not _MACHINERY.search(words), (where, words)


def test_every_problem_says_what_and_goes_on_to_a_way_forward() -> None:
    for told in everything_told().values():
        for problem in told:
            assert not problem.title[0].islower() or problem.code == "not-text", "it begins like a sentence, or with the file's name"
            assert not problem.title.endswith("."), problem.title
            assert problem.note.strip().endswith((".", "?")), problem.note
            assert "  " not in problem.title + problem.note, problem.note


def test_a_fix_offered_anywhere_mends_what_it_is_offered_for() -> None:
    for title, story in SAID.items():
        for problem in told_of(story.encode()):
            if problem.fix is not None:
                after = told_of(mended(story, problem.fix).encode())
                assert (problem.code, problem.span) not in {(other.code, other.span) for other in after}, title


def _functions(module: ModuleType) -> set[str]:
    return {
        name for name, value in inspect.getmembers(module, inspect.isfunction) if value.__module__ == module.__name__ and name[0] != "_"
    }


def test_every_sentence_of_the_house_is_said_of_some_story(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()

    def listen(module: ModuleType, name: str) -> None:
        function = getattr(module, name)

        def listened(*given: object, **more: object) -> Problem:
            said.add(name)
            return function(*given, **more)

        monkeypatch.setattr(module, name, listened)

    modules = (in_syntax, in_signs, in_braces, in_heads, in_values, in_names, in_world, in_minds, in_checks)
    for module in modules:
        for name in _functions(module):
            listen(module, name)
    told_of.cache_clear()
    everything_told()
    told_of(b"\n" * 200_000)
    told_of(b"#" * 8_000_001)
    assert sorted(set().union(*map(_functions, modules)) - said) == []
    assert len(codes_in_the_source()) == len(pages())
