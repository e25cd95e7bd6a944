"""What tests/worlds/thousand.py looks for in a thousand runs, in as many as a test has time for; and that it finds what it looks for."""

import pytest

from tests.worlds.standing import world
from tests.worlds.thousand import SEED, SIDES, SLIPS, Told, listening, minds_read_in, overheard, repeats_of, slips, slips_of, told
from unmask.telling import sentences
from unmask.telling.outline import Eyes


@pytest.mark.parametrize(("name", "runs"), [("helmet", 120), ("village", 40)])
def test_no_telling_has_a_slip(name, runs):
    found = slips(name, runs)
    assert found == {}, "\n".join(f"{slip.what}, {times} times: …{slip.words}… ({slip.where})" for times, slip in found.values())


BAD = {
    "markup": ["He {Rey} waits.", "He waits | she waits.", "They go -> end.", "He waits.\0", "One * * two."],
    "doubled space": ["He  waits.", " He waits."],
    "space before a stop": ["He waits ."],
    "no space after a stop": ["He waits,she goes.", "He waits.She goes."],
    "doubled stop": ["He waits,.", "He waits..", "He waits?."],
    "a before a vowel": ["It is a apple.", "A eager man comes."],
    "an before a consonant": ["It is an pear."],
    "plural verb": ["She have it.", "And he are there.", "He go home.", "Nobody do that."],
    "singular verb": ["They is here.", "They has it.", "We was there."],
    "wrong case": ["It is all the same to he."],
    "doubled word": ["The the helmet is here.", "He sees it it."],
    "no capital": ["He waits. she goes.", 'He says "so." he waits.'],
    "no capital at the start": ["he waits.", '"so," he says.'],
    "no stop at the end": ["He waits", "He waits,"],
    "figure": ["There are 3 of them."],
    "one times, two times": ["They meet one times more.", "They meet two times.", "One fights go by."],
}


def test_every_slip_that_is_looked_for_has_an_example():
    assert set(BAD) == set(SLIPS)


@pytest.mark.parametrize(("what", "sentence"), [(what, sentence) for what, examples in BAD.items() for sentence in examples])
def test_a_slip_is_found(what, sentence):
    assert what in {slip.what for slip in slips_of(Told("Rey", [sentence], [], []), "here")}


def test_an_empty_paragraph_and_an_open_quotation_are_found():
    assert {slip.what for slip in slips_of(Told("Rey", [""], [], []), "here")} >= {"empty paragraph"}
    assert {slip.what for slip in slips_of(Told("Rey", ['"Off, says Rey.'], [], []), "here")} == {"a quotation that does not close"}


def test_what_is_read_here_is_what_is_told():
    for name, sides in SIDES.items():
        run = world(name, prose=True).run(SEED, 1)
        for side, remembered in sides:
            paragraphs = [paragraph for section in run.telling(side, remembered).sections for paragraph in section]
            assert told(run, side, remembered).paragraphs == paragraphs


def test_alternatives_that_come_too_soon_are_found(monkeypatch):
    run = world("helmet", prose=True).run(SEED, 1)
    with listening():
        listens = sentences.Wording
    assert not list(repeats_of(told(run, "Kylo"), "here", as_heard=True))
    assert len([pick for pick in told(run, "Kylo").picks if pick.voice == "Kylo"]) > 10
    monkeypatch.setattr(listens.__base__, "_pick", lambda self, part, spoken: 0)
    found = {slip.what for slip in repeats_of(told(run, "Kylo"), "here", as_heard=True)}
    assert found == {"told again before its sisters", "told twice running"}


def test_a_mind_that_is_read_is_found(monkeypatch):
    run = world("helmet", prose=True).run(SEED, 1)
    assert not list(minds_read_in(told(run, "Rey"), "here"))
    assert not list(overheard([told(run, "Rey"), told(run, "Kylo")], "here"))
    his = told(run, "Kylo")
    monkeypatch.setattr(Eyes, "sees", lambda self, line, people: True)
    hers = told(run, "Rey")
    assert {slip.what for slip in minds_read_in(hers, "here")} >= {"a line of Kylo's"}
    with_his = hers._replace(paragraphs=[*hers.paragraphs, *his.paragraphs], lines=[])
    assert {slip.what for slip in overheard([his, with_his], "here")} == {"Kylo's own, told by Rey"}
