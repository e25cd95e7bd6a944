"""Drawings for Mermaid, as many sites of Markdown draw them: one flow chart with a box for each automaton."""

from collections.abc import Iterable

from unmask.motif.drawing import Drawing
from unmask.motif.to_text import title


def to_mermaid(drawings: Iterable[Drawing]) -> str:
    """Every automaton; what has happened has a second ring."""
    lines = ["flowchart LR"]
    for number, drawing in enumerate(drawings):
        lines.append(f"  subgraph m{number}[{_quoted(title(drawing))}]")
        if drawing.why:
            lines.append(f"    m{number}_why[{_quoted(drawing.why)}]")
        for state, happened in enumerate(drawing.happened):
            lines.append(f"    m{number}_{state}{f'((({state})))' if happened else f'(({state}))'}")
        for way in drawing.ways:
            lines.append(f"    m{number}_{way.start} -->|{_quoted(*way.words)}| m{number}_{way.end}")
        lines.append("  end")
    return "\n".join(lines) + "\n"


def _quoted(*lines: str) -> str:
    return '"' + "<br>".join(_plain(line) for line in lines) + '"'


def _plain(text: str) -> str:
    """What means something to Mermaid, as entities."""
    return text.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
