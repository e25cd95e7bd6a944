"""Drawings for Graphviz, in its language DOT: one graph with a cluster for each automaton."""

from collections.abc import Iterable

from unmask.motif.drawing import Drawing, state_in_words
from unmask.motif.to_text import title


def to_dot(drawings: Iterable[Drawing]) -> str:
    """Every automaton; what has happened has a second ring."""
    lines = ["digraph motifs {", "  rankdir=LR;", "  node [shape=circle];"]
    for number, drawing in enumerate(drawings):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_quoted(title(drawing))};"]
        if drawing.why:
            lines.append(f"    m{number} [shape=plaintext, label={_quoted(drawing.why)}];")
        for state, happened in enumerate(drawing.happened):
            shape = "doublecircle" if happened else "circle"
            lines.append(f"    m{number}_{state} [shape={shape}, label={state}, tooltip={_quoted(state_in_words(drawing, state))}];")
        for way in drawing.ways:
            label = _quoted("\n".join(way.words))
            lines.append(f"    m{number}_{way.start} -> m{number}_{way.end} [label={label}];")
        lines.append("  }")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
