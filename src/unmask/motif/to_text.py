"""Drawings as lines of text: a state a paragraph, under it what leads on."""

from collections.abc import Iterable

from unmask.motif.drawing import Drawing, state_in_words


def to_text(drawings: Iterable[Drawing]) -> str:
    """Every automaton, each under its motif's name."""
    return "\n".join("\n".join(_lines(drawing)) + "\n" for drawing in drawings) or "no motifs\n"


def title(drawing: Drawing) -> str:
    """The motif, who is in its roles, and how many states there are."""
    states = len(drawing.settled)
    size = f": {states} state{'s' if states != 1 else ''}" if states else ""
    return f"motif {drawing.motif}{_casts(drawing)}{size}"


def _casts(drawing: Drawing) -> str:
    if not drawing.roles or not drawing.casts:
        return ""
    first = ", ".join(f"{role} = {person}" for role, person in zip(drawing.roles, drawing.casts[0], strict=True))
    others = len(drawing.casts) - 1
    return f" with {first}" + (f" (and the same for {others} other cast{'s' if others != 1 else ''})" if others else "")


def _lines(drawing: Drawing) -> list[str]:
    lines = [title(drawing)]
    if drawing.why:
        lines.append(f"  {drawing.why}")
    for state in range(len(drawing.settled)):
        said = "; ".join(filter(None, ("here it begins" if state == 0 else "", state_in_words(drawing, state))))
        lines.append(f"  {state}  {said}".rstrip())
        for way in drawing.ways:
            if way.start == state:
                lines += [f"       {word}  → {way.end}" for word in way.words]
    return lines
