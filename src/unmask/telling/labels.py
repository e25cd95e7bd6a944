"""What an option is called by whoever may choose it: names as they have them, values as they are at that point.

One promise: whatever stands in a tape, a motif or a question is the label as it stands in the file, not this.
"""

from unmask.run.state import Layout, State
from unmask.run.step import Event, Offer, Point, Process
from unmask.telling import joints
from unmask.telling.marks import INSERTED
from unmask.telling.sentences import mentioned, value_in_words
from unmask.world.language import is_english
from unmask.world.model import Mention, Option, Part, Say, Words


def told_label(layout: Layout, option: Option, chooser: str, state: State) -> str:
    """The label of an option in words, for the one who chooses."""
    if not option.told:
        return option.label
    language = layout.world.cover.language
    text = joints.joined_parts((_words(layout, part, chooser, state) for part in option.told), is_english(language))
    return joints.finished(text.removeprefix(INSERTED), language)


def label_told_of(process: Process, offer: Offer, point: Point) -> str:
    """What is offered at a point, in words: an option as it is told, a scene by its name, a cast by its people."""
    if isinstance(offer.what, Option):
        assert point.moment is not None
        return told_label(process.layout, offer.what, point.moment.owner, point.state)
    return ", ".join(offer.cast) if offer.cast else offer.what.name


def label_told_in(process: Process, event: Event) -> str:
    """What was chosen, as it was called then."""
    return labels_at(process, event.point).get(event.label, event.label) if event.point is not None else event.label


def labels_at(process: Process, point: Point) -> dict[str, str]:
    """Every option of the moment at a point, by its label, in words."""
    if point.moment is None:
        return {}
    return {option.label: told_label(process.layout, option, point.moment.owner, point.state) for option in point.moment.options}


def _words(layout: Layout, part: Part, chooser: str, state: State) -> str:
    match part:
        case Words(text):
            return text
        case Mention():
            return mentioned(layout.world, part, chooser)
        case Say(what, type_, form):
            return joints.put_in(value_in_words(layout.world, type_, form, layout.value(what, state)))
        case _:
            raise TypeError("a label has words, names and values: the parser reads nothing else in it")
