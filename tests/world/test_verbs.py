"""English verbs that agree: what is expected here is what a reader of novels would expect."""

import csv
import importlib.util
import re
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unmask
from tests.telling.told import bare, lines
from unmask.world import verbs
from unmask.world.known_verbs import KNOWN_VERBS
from unmask.world.verb_forms import PASTS
from unmask.world.verbs import agreed, doubt, tense, third

ROOT = Path(__file__).parents[2]
steadily = settings(deadline=None, derandomize=True, max_examples=200)

THIRDS = (
    "be:be have:has do:does go:goes say:says are:is were:was look:looks cry:cries obey:obeys carry:carries sully:sullies rally:rallies "
    "rely:relies reply:replies fly:flies ally:allies bully:bullies supply:supplies soliloquy:soliloquies kiss:kisses bless:blesses "
    "pass:passes fix:fixes box:boxes buzz:buzzes waltz:waltzes quiz:quizzes whiz:whizzes fizz:fizzes watch:watches catch:catches "
    "stomach:stomachs push:pushes wash:washes echo:echoes veto:vetoes undergo:undergoes photo:photos radio:radios woo:woos moo:moos "
    "solo:solos disco:discos tango:tangos focus:focuses bus:buses gas:gases bias:biases canvas:canvases need:needs feed:feeds "
    "bleed:bleeds succeed:succeeds speed:speeds shed:sheds wed:weds embed:embeds bring:brings sing:sings ring:rings swing:swings "
    "wring:wrings spring:springs sting:stings put:puts set:sets cut:cuts read:reads hit:hits let:lets shut:shuts beat:beats "
    "relent:relents resent:resents present:presents lay:lays bore:bores bound:bounds wound:wounds rent:rents out:outs off:offs "
    "please:pleases like:likes co-operate:co-operates Google:Googles travel:travels organise:organises organize:organizes "
    "psych:psychs bottle-feed:bottle-feeds spoon-feed:spoon-feeds speed-read:speed-reads cleave:cleaves bid:bids lie:lies hang:hangs "
    "visit:visits admit:admits mimic:mimics hoe:hoes ski:skis taxi:taxis canoe:canoes tiptoe:tiptoes shampoo:shampoos lasso:lassoes "
    "hamstring:hamstrings exceed:exceeds behead:beheads waylay:waylays foresee:foresees tweet:tweets okay:okays DJ:DJs ache:aches "
    "agree:agrees see:sees free:frees dye:dyes tie:ties argue:argues panic:panics dis:disses"
)
PASTS_STAY = (
    "knelt clung undid said ate became began bent bit bled blew bought broke brought built came caught chose crept dealt drank drew drove "
    "dug dwelt fell felt fled flew flung forbade forgave forgot found fought froze gave got ground grew had heard held hid hung kept knew "
    "laid leapt learnt led left lent lit lost made meant met mistook overheard overslept paid ran rang rewrote rode rose sang sank sat saw "
    "sent shone shook shot shrank slain slept slid slung slunk smelt smote snuck sold sought sped spelt spent spoke sprang spun stole "
    "stood strode strove struck stuck stung sung swam swept swore swung taught thought threw told took tore trod understood undertook "
    "unwound upheld went wept withdrew withheld woke won wore wove wrote wrung misheard overthought re-sent baby-sat quoth begat "
    "looked freed agreed kneed fled seen gone been taken looking"
)
HELPERS = (
    "can cannot can't could couldn't may mayn't might mightn't must mustn't shall shan't should shouldn't will won't would wouldn't ought "
    "oughtn't daren't needn't did didn't had hadn't ain't usedn't could've should've would've might've must've gonna gotta 'd 'll ’d ’ll "
    "shan’t won’t is was has does"
)
SAID = """
are here → is here | aren't → isn't | aren’t → isn’t | weren't → wasn't | haven't → hasn't | don't know → doesn't know
've seen it → 's seen it | ’ve seen it → ’s seen it | 're late → 's late | 'll wait → 'll wait | 'd go → 'd go | 'd've gone → 'd've gone
dare not go → dare not go | need not go → need not go | need hardly say → need hardly say | dare to go → dares to go
need to go → needs to go | ought to go → ought to go | used to go → used to go | had better go → had better go
better go → better go | better their lot → betters their lot | would rather go → would rather go | have to go → has to go
rather like it → rather likes it | again say → again says | never look → never looks | still have it → still has it
also never do → also never does | almost certainly are → almost certainly is | suddenly laughed → suddenly laughed
no longer look → no longer looks | at once go → at once goes | all but fall → all but falls | of course know → of course knows
again and again say → again and again says | more or less agree → more or less agrees | not only see → not only sees
still look → still looks | still the child → stills the child | even look → even looks | even out → evens out
well know → well knows | well up → wells up | long to go → longs to go | further argue → further argues | further her → furthers her
last saw → last saw | first ask → first asks | then say → then says | half expect → half expects | both → both
slowly turn → slowly turns | slowly, almost sadly, turn → slowly, almost sadly, turns | slowly and quietly turn → slowly and quietly turns
half-heartedly turn → half-heartedly turns | kindly ask → kindly asks | sully the name → sullies the name | rely on it → relies on it
out her → outs her | off him → offs him | back away → backs away | up and leave → ups and leave | near the house → nears the house
look, then turn → looks, then turn | *look* up → *looks* up | don't, don't they → doesn't, don't they | quickly → quickly
quiz/quizzes → quizzes | never quiz/quizzes him → never quizzes him | are there / is there → is there
look/looks and go/goes → looks and goes | found/found a key → found a key | found/founds a town → founds a town
look and/or go → looks and/or go | beamen/beamt → beamt
right away go → right away goes | in silence go → in silence goes | day by day grow → day by day grows
neither go nor stay → neither goes nor stay | as a rule go → as a rule goes | long since know → long since knows
more often than not go → more often than not goes | in the end go → in the end goes | to and fro go → to and fro goes
"""


def test_a_verb_agrees_with_one_person() -> None:
    pairs = dict(pair.split(":") for pair in THIRDS.split())
    assert len(pairs) > 60
    assert {base: third(base) for base in pairs} == pairs


def test_pasts_and_helpers_are_the_same_for_everybody() -> None:
    words = [*PASTS_STAY.split(), *HELPERS.split()]
    assert [word for word in words if third(word) != word] == []
    assert [word for word in words if third(f"{word} up") != f"{word} up"] == []
    assert len(HELPERS.split()) > 40


def test_adverbs_helpers_and_written_forms_are_told_from_the_verb() -> None:
    pairs = [pair.split(" → ") for line in SAID.strip().splitlines() for pair in line.split(" | ")]
    assert len(pairs) > 60
    assert {written: agreed(written).one for written, _ in pairs} == dict(pairs)


def test_what_is_written_out_stands_as_it_is_with_they_too() -> None:
    assert agreed("never quiz/quizzes him") == ("never quiz him", "never quizzes him")
    assert agreed("are there / is there") == ("are there", "is there")
    assert agreed("look and/or go").many == "look and/or go"


@steadily
@given(st.from_regex(r"[a-z]{2,9}", fullmatch=True), st.sampled_from([" the door", " her", " it, and goes"]))
def test_what_follows_the_verb_stays_as_it_is(verb: str, rest: str) -> None:
    assert third(verb + rest).endswith(rest) or verb in verbs._ADVERBS or verb.endswith("ly")


def test_in_other_languages_a_verb_agrees_where_both_forms_are_written_and_nowhere_else() -> None:
    ada = 'language "de"\nperson Ada (sie/sie/ihr/ihres/sich)\n'
    text = ada + "scene a with Ada\n  once\n  > {Ada.They gehen/geht}. {Ada.They wartet}.\n  -> end\n"
    assert lines(bare(text).run(1)) == ["Sie geht. Sie wartet."]


def test_people_with_forms_of_their_own_say_which_verbs_they_take() -> None:
    text = "scene a with Ash\n  once\n  > {Ash.They look} at {Ash.themself}; {Ash.they’ve} time.\n  -> end\n"

    def told(forms: str) -> list[str]:
        return lines(bare(f"person Ash ({forms})\n{text}").run(1))

    assert told("ey/em/eir/eirs/emself/are") == ["Ey look at emself; ey’ve time."]
    assert told("ey/em/eir/eirs/emself/is") == told("ey/em/eir/eirs/emself") == ["Ey looks at emself; ey’s time."]
    assert told("they/them/their/theirs/themself/is") == ["They looks at themself; they’s time."]


# ── in doubt ──


def warned(*written: str, pronouns: str = "she") -> list[str]:
    """The titles of what `check` says of these verbs."""
    prose = " ".join(f"{{Oda.They {verb}}}." for verb in written)
    text = f"person Oda ({pronouns})\nscene a with Oda\n  once\n  > {prose}\n  -> end\n"
    return [problem.title for problem in unmask.check(text, "a.story") if problem.code == "verb-in-doubt"]


def test_a_writer_is_told_where_a_verb_is_in_doubt() -> None:
    assert warned("snurgle") == ["I do not know the verb `snurgle`"]
    assert warned("looks", "never has it") == ["`looks` goes with one person only", "`has` goes with one person only"]
    assert warned("slowly") == ["There is no verb in `slowly`"]
    assert warned("found a key") == ["`found` may be past or present"]
    assert warned("found a key", "knelt") == [], "the story is told in the past"
    assert warned("found a key", "kneel") == ["`found` may be past or present"]
    assert warned("put it down") == warned("put it down", "kneel") == []
    assert warned("put it down", "knelt") == ["`put` may be past or present"]


def test_a_writer_is_not_told_where_there_is_none() -> None:
    sure = "are,'ve gone,can't,dare not,look,never look,knelt,misheard,re-sent,overthink,unsnarl,quiz,out her,snurgle/snurgles".split(",")
    assert warned(*sure) == []
    assert warned("snurgle", "found a key", pronouns="they") == [], "with they it stands as it was written"


def test_a_tense_is_known_where_there_is_no_doubt_about_it() -> None:
    known = {"look": "present", "never look": "present", "knelt": "past", "looked": "past", "put": "", "found": "", "are": "", "can": ""}
    assert {verb: tense(verb) for verb in known} == known
    assert doubt("put it", {"past"}) == ("tense", "put", "puts")


# ── where the words come from ──


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_verbs", ROOT / "tools" / "make_verbs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_what_the_data_makes_of_them() -> None:
    make = tool()
    made = make.made(make.read())
    assert {name: (make.HERE / name).read_text("utf-8") for name in made} == made


def test_another_dictionary_has_the_same_third_persons_and_pasts() -> None:
    """AGID, by way of pyinflect. Where the two differ, it is AGID that is odd, or a spelling that both would allow."""
    package = distribution("pyinflect")
    (path,) = (file for file in package.files or () if file.name == "infl.csv")
    known = frozenset(KNOWN_VERBS.split())
    seen, thirds, pasts = 0, set(), set()
    with open(str(package.locate_file(path)), encoding="utf-8", newline="") as file:
        for word, sort, *forms in csv.reader(file):
            if sort == "V" and word in known and len(forms) > 3 and re.fullmatch("[a-z]+", word):
                seen += 1
                if third(word) not in forms[3].split("/") and verbs._form(word) == "base":
                    thirds.add(word)
                pasts |= {past for past in forms[0].split("/") if third(past) != past and past not in known}
    assert seen > 5500
    assert thirds == set()
    assert pasts == set("bypast chapt lept mixt overpast tost transfixt".split())


def test_irregular_pasts_are_no_verbs_of_their_own() -> None:
    assert set(PASTS.split()) & set(KNOWN_VERBS.split()) == set()
    assert len(KNOWN_VERBS.split()) > 6500


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_no_verb_of_a_bundled_world_is_in_doubt(name: str) -> None:
    world = unmask.load(name)
    assert [problem for problem in unmask.check(world.source.text, name) if problem.code == "verb-in-doubt"] == []
