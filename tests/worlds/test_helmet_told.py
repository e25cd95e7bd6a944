"""Rows S17 to S19 of what the world of the helmet has to carry: memory, sides, and what stands round the story.

The run is the course of seed.tape; a mechanism is taken out of the story's text, and the same choices are told again.
"""

import re
from functools import cache
from pathlib import Path

from tests.worlds.heard import heard, of_event, paragraphs
from tests.worlds.standing import text_of, world
from unmask.pipeline import Run, World, world_from
from unmask.problems.place import Source

TAPE = Path(__file__).with_name("seed.tape").read_text(encoding="utf-8")
HELMET = world(prose=True)


@cache
def course(of: World = HELMET) -> Run:
    run = of.replay(TAPE)
    assert not run.strayed, run.strayed
    return run


def without_lines(pattern: str) -> World:
    """The world without the lines that begin so."""
    text, count = re.subn(rf"(?m)^[ ]*{pattern} .*\n", "", text_of("helmet"))
    assert count, f"no line of {pattern} is left in the story"
    return world_from(Source("helmet.story", text))


def unsaid(texts: list[str], words: str) -> list[str]:
    return [text for text in texts if text and text not in words]


# ── S17: clear, hazy, denied ──


def test_s17_what_he_denies_is_told_from_his_side_and_never_remembered():
    denied = [line.text for line in heard(course(), "Kylo") if line.manner == "denies"]
    memory = " ".join(paragraphs(course(), "Kylo", remembered=True))
    assert len(denied) >= 3
    assert unsaid(denied, memory) == denied
    honest = course(world("helmet", "Kylo denies>", put="Kylo>", prose=True))
    memory = " ".join(paragraphs(honest, "Kylo", remembered=True))
    hit = next(line.text for line in of_event(course(), heard(course(), "Kylo"), "spit at his feet") if line.manner == "denies")
    assert hit in memory


def test_s17_what_is_hazy_is_said_otherwise_when_he_remembers():
    def of_memory(run):
        return [line.text for line in of_event(run, heard(run, "Kylo", remembered=True), "pick it up, and come to him")]

    plain = [line.text for line in of_event(course(), heard(course(), "Kylo"), "pick it up, and come to him")]
    assert not set(plain) & set(of_memory(course()))
    recalled = [line for line in heard(course(), "Kylo", remembered=True) if line.manner == "recalls"]
    assert len({line.spoken.event for line in recalled}) >= 8
    clear = course(without_lines("Kylo recalls>"))
    assert set(of_memory(clear)) <= set(plain)
    assert not [line for line in heard(clear, "Kylo", remembered=True) if line.manner == "recalls"]


def test_s17_what_is_clear_is_remembered_as_it_was():
    first = [line.text for line in of_event(course(), heard(course(), "Kylo"), "he drives her back")]
    assert first == [line.text for line in of_event(course(), heard(course(), "Kylo", remembered=True), "he drives her back")]


def test_s17_memory_is_his_and_not_what_happened():
    assert [event.label for event in course().events if event.label == "spit at his feet"] == ["spit at his feet"]
    assert paragraphs(course(), "Kylo", remembered=True) != paragraphs(course(), "Kylo")


# ── S18: close to him, in the third person and the present; the same events from her side ──


def test_s18_the_file_says_from_whose_side_it_is_told():
    assert course().telling().side == "Kylo"
    assert course().telling() == course().telling("Kylo")
    nobodys = course(world("helmet", "told from Kylo's side\n", prose=True))
    assert nobodys.telling().side == "world"


def test_s18_the_same_events_tell_differently_from_her_side():
    his, hers = paragraphs(course(), "Kylo"), paragraphs(course(), "Rey")
    assert his != hers
    own = {side: [line.text for line in heard(course(), side) if line.side == side and line.text] for side in ("Kylo", "Rey")}
    assert min(len(lines) for lines in own.values()) > 30
    assert unsaid(own["Kylo"], " ".join(hers)) == own["Kylo"]
    assert unsaid(own["Rey"], " ".join(his)) == own["Rey"]
    outside = course(without_lines(r"(?:Kylo|Rey)(?: in brief)?>\+?"))
    assert not [line for line in heard(outside, "Kylo") if line.side == "Kylo" and not line.manner]


def test_s18_she_calls_him_by_the_name_that_she_has_for_him():
    def told(of, side):
        return " ".join(paragraph for number in range(12) for paragraph in paragraphs(of.run(7, number), side))

    assert re.findall(r"\b(?:Kylo|Ren)\b", told(HELMET, "Kylo")).count("Ren") == 0
    assert set(re.findall(r"\b(?:Kylo|Ren)\b", told(HELMET, "Rey"))) == {"Ren"}
    assert set(re.findall(r"\b(?:Kylo|Ren)\b", told(world("helmet", ' called "Ren" by Rey', prose=True), "Rey"))) == {"Kylo"}


def test_s18_it_is_told_in_the_third_person_and_the_present():
    for side in ("Kylo", "Rey"):
        narration = re.sub(r'"[^"]*"', "", " ".join(paragraphs(course(), side)))
        assert not re.findall(r"\b(?:I|me|my|myself)\b", narration)
        verbs = ("(?:is|has|does)", "(?:was|had|did)")
        present, past = (len(re.findall(rf"\b(?:he|she|it) {verb}\b", narration, re.IGNORECASE)) for verb in verbs)
        assert present > past


# ── S19: a part of a series, with notes, in every file that leaves ──


def test_s19_series_part_notes_and_afterwords_go_along_with_every_telling():
    cover = HELMET.model.cover
    assert (cover.series, cover.part) == ("For What Is Light Without Darkness", 4)
    assert len(cover.notes) >= 1
    assert len(cover.afterwords) >= 2
    for side, remembered in (("Kylo", False), ("Rey", False), ("world", False), ("Kylo", True)):
        told = " ".join(course().tell(side, remembered).split())
        assert f"{cover.series}, part 4" in told
        story = " ".join(paragraphs(course(), side, remembered))
        assert unsaid([*cover.notes, *cover.afterwords], told) == []
        assert unsaid([*cover.notes, *cover.afterwords], story) == [*cover.notes, *cover.afterwords]
        assert told.index(cover.notes[0]) < told.index(cover.afterwords[0])
        assert told.endswith(cover.afterwords[-1])


def test_s19_without_its_front_matter_it_is_part_of_nothing():
    text = re.sub(r"(?m)^(?:series|note|afterword) .*\n", "", text_of("helmet"))
    told = " ".join(course(world_from(Source("helmet.story", text))).tell().split())
    cover = HELMET.model.cover
    assert cover.series not in told
    assert unsaid([*cover.notes, *cover.afterwords], told) == [*cover.notes, *cover.afterwords]


def test_s19_markdown_carries_them_as_well():
    from unmask.telling.to_markdown import to_markdown

    told = " ".join(to_markdown(course().telling()).split())
    cover = HELMET.model.cover
    assert cover.series in told
    assert unsaid([" ".join(word.split()) for word in (*cover.notes, *cover.afterwords)], told) == []
