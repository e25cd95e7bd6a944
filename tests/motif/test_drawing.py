"""Automata to look at: every state, every way, and the words of the story on them."""

from pathlib import Path

from tests.app.commands import call, write
from tests.motif.test_meaning import VILLAGE, with_motif
from tests.world.told import world
from unmask.motif.drawing import drawings
from unmask.motif.to_text import to_text

WET = with_motif("Oda: nod", "  when rain", "next Nan: nod", name="wet")


def shown(folder: Path, story: str, *arguments: str) -> str:
    said = call("show", write(folder, story), "--automata", *arguments)
    assert (said.code, said.err) == (0, "")
    return said.out


def test_show_draws_a_motif_state_by_state(tmp_path: Path) -> None:
    assert shown(tmp_path, WET) == (
        "motif wet: 3 states\n"
        "  0  here it begins\n"
        "       stall / Oda: nod when rain  → 1\n"
        "       bench / Oda: nod when rain  → 1\n"
        "  1\n"
        "       stall / Oda: nod when rain  → 1\n"
        "       bench / Oda: nod when rain  → 1\n"
        "       gate / Nan: nod  → 2\n"
        "       bench / Nan: nod  → 2\n"
        "       anything else  → 0\n"
        "  2  it has happened\n"
    )


def test_casts_that_are_drawn_alike_are_drawn_once(tmp_path: Path) -> None:
    out = shown(tmp_path, VILLAGE + "motif nods with x, y: villager\n  x: nod\n  then y: nod\n")
    assert out.startswith("motif nods with x = Oda, y = Nan (and the same for 1 other cast): 3 states\n")
    assert out.count("motif") == 1


def test_what_may_still_be_undone_is_said_to(tmp_path: Path) -> None:
    out = shown(tmp_path, with_motif("ending gone", "without Oda: wave", "  when hour - 1 >= 2 and not (lamp or rain)"))
    assert "  1  it has happened, if nothing undoes it\n" in out
    assert "stall / Oda: wave when hour - 1 >= 2 and not (lamp or rain)  → 0\n" in out


def test_a_motif_that_cannot_be_followed_or_never_happens_says_so_in_its_place() -> None:
    story = with_motif("sign") + "motif never\n  Oda: nod\n    within 0 events\nmotif short\n  Oda: nod\n"
    out = to_text(drawings(world(story)))
    assert "motif sign\n  `sign` waits for itself. " in out
    assert "motif never\n  It can never happen: " in out
    assert "motif short: 2 states\n" in out
    assert to_text(drawings(world(VILLAGE))) == "no motifs\n"


def test_graphviz_gets_a_cluster_for_each_motif(tmp_path: Path) -> None:
    out = shown(tmp_path, WET + "motif two\n  Oda: wave\n", "--format", "dot").splitlines()
    assert out[0] == "digraph motifs {"
    assert out[-1] == "}"
    assert '    label="motif wet: 3 states";' in out
    assert '    m0_2 [shape=doublecircle, label=2, tooltip="it has happened"];' in out
    assert '    m0_0 -> m0_1 [label="stall / Oda: nod when rain\\nbench / Oda: nod when rain"];' in out
    assert '    m1_0 -> m1_1 [label="stall / Oda: wave"];' in out


def test_mermaid_gets_what_means_something_to_it_as_entities(tmp_path: Path) -> None:
    story = with_motif("Oda: nod", "  when hour > 3")
    out = shown(tmp_path, story, "--format", "mermaid").splitlines()
    assert out[0] == "flowchart LR"
    assert '  subgraph m0["motif sign: 2 states"]' in out
    assert "    m0_1(((1)))" in out
    assert '    m0_0 -->|"stall / Oda: nod when hour #gt; 3<br>bench / Oda: nod when hour #gt; 3"| m0_1' in out


def test_only_automata_are_drawn(tmp_path: Path) -> None:
    said = call("show", write(tmp_path), "--world", "--format", "dot")
    assert said.code == 2
    assert "--automata --format dot" in said.err
