"""Every problem with what a motif would need: the prose of them all. Found when its automaton is built."""

from unmask.problems.in_world import strange_motif
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.problems.speech import counted


def waits_for_itself(span: Span, names: list[str]) -> Problem:
    """Where a motif names itself, straight away or by way of others; `names` are the way there and back."""
    way = " needs ".join(f"`{name}`" for name in names)
    return strange_motif(span, f"`{names[0]}` waits for itself", f"{way}: it could never begin. Say what is to happen in one of them.")


def waits_for_the_end(span: Span, name: str) -> Problem:
    """Where a motif names one whose last line is `without …`."""
    return strange_motif(
        span,
        f"`{name}` is not settled before the story ends",
        "Its last line says what must not come any more, so nothing can come after it. Write its lines here instead of its name.",
    )


def too_much_to_keep(span: Span, name: str, most: int) -> Problem:
    """Where an automaton has more states, or symbols, than may be."""
    return strange_motif(
        span,
        f"`{name}` asks to keep too much in mind",
        f"To follow it, a story would have to tell more than {most:,} situations apart. Ask for fewer times, a shorter `within`, fewer "
        "`when`s, or fewer other motifs.",
    )


def too_many_to_cast(span: Span, name: str, most: int) -> Problem:
    """Where a motif's roles can be filled in more ways than anybody could follow."""
    return strange_motif(
        span,
        f"`{name}` can be cast in more than {counted(most, 'way')}",
        "Each of them is followed through the whole story. Name somebody, take a role away, or give the roles a kind of fewer people.",
    )
