"""A question about a story: what somebody types, as something that a run either has or has not.

Python and the command line make their questions here, so that what is asked of runs (`find`), of all that can happen (`odds`, `ask`) and of
promises is the same. When something has happened, and when a condition is looked at, is said in docs/reference/language.md, in the chapter
"When something is so".
"""

from collections.abc import Iterator
from typing import NamedTuple

from unmask.motif.from_world import matchers, motif_named, motif_of
from unmask.problems.problem import Problem
from unmask.run.state import Layout
from unmask.syntax.tree import Story
from unmask.world.asked import one_line, watch_for
from unmask.world.model import DEAD_END, ENDLESS, HOLDS, UNRESOLVED, Ending, Event, Expression, Happened, Item, World
from unmask.world.sites import Watch
from unmask.world.walk import happenings_in

NEVER_ENDS = Event("ending", label=ENDLESS)


class Question(NamedTuple):
    """What somebody wants to know of a story: whether an event, or all of a motif, happens, or whether a condition ever holds."""

    text: str
    event: Event | None = None
    condition: Expression | None = None

    @property
    def watch(self) -> Watch:
        """What to look out for in a run."""
        return Watch(self.event, self.condition)


def question_from(text: str, story: Story, world: World) -> tuple[Question, list[Problem]]:
    """The question that a text asks of a story that holds together, and of its world: a motif by its name, an event, or a condition.

    With problems among what is returned (they are places in the text, on one line) the question is for nobody's use.
    """
    line = one_line(text)
    watch, problems = watch_for(line, story)
    if isinstance(watch.condition, Happened) and not _may_be_undone(watch.condition.event, world):
        return Question(line, watch.condition.event), problems  # a run has `happened(X)` if it has X
    return Question(line, watch.event, watch.condition), problems


def _may_be_undone(event: Event, world: World) -> bool:
    """Whether what has happened may not have happened later: so it is with a motif that ends with `without`."""
    return event.word == "motif" and motif_named(world, event.label).items[-1].word == "without"


def motif_question(name: str) -> Question:
    """Whether all of a motif happens."""
    return Question(name, Event("motif", label=name))


def ending_question(name: str) -> Question:
    """Whether a story ends so."""
    return Question(f"ending {name}", Event("ending", label=name))


def event_question(event: Event) -> Question:
    """Whether something that happens does."""
    return Question(event.label or event.moment, event)


def endings_of(world: World) -> tuple[str, ...]:
    """Every way in which a story can end: the author's endings, then those of a story that comes to none of them."""
    return (*(ending.name for ending in world.endings), UNRESOLVED, DEAD_END)


def can_happen(world: World, event: Event) -> bool:
    """Whether any events that this world has could make up a motif. Where not, it is proved without playing anything."""
    return bool(matchers(world, motif_named(world, event.label) if event.word == "motif" else motif_of(event)))


def asks_for_the_end(world: World, condition: Expression) -> bool:
    """Whether a condition asks whether something has happened that may be a story's never ending."""
    return any(_names_the_end(world, event) for event in happenings_in(condition))


def _names_the_end(world: World, event: Event, seen: tuple[str, ...] = ()) -> bool:
    if event.word != "motif" or event.label in seen:
        return event == NEVER_ENDS
    events = _events_of(motif_named(world, event.label).items)
    return any(_names_the_end(world, inner, (*seen, event.label)) for inner in events)


def _events_of(items: tuple[Item, ...]) -> Iterator[Event]:
    for item in items:
        if item.event is not None:
            yield item.event
        yield from _events_of(item.under)


# ── conditions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def until(world: World, condition: Expression) -> World:
    """The world in which a story is over as soon as somebody who looks sees that a condition holds: it ends HOLDS then."""
    return world._replace(endings=(Ending(HOLDS, "", condition, ()), *world.endings))


def holds_at_the_start(world: World, condition: Expression) -> bool:
    """Whether a condition holds before anything happens."""
    layout = Layout(until(world, condition))
    return layout.holds(condition, layout.start)
