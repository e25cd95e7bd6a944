"""Events, reasons, trees and worlds as lines of plain text, for whoever looks under the prose."""

from collections.abc import Iterator

from unmask.analysis.percent import percent
from unmask.analysis.why import Answer, Weighed
from unmask.pipeline import Run, World
from unmask.problems.place import Span
from unmask.problems.speech import counted
from unmask.run.step import Event, Process
from unmask.syntax.tree import Name, Notes, Story
from unmask.telling.labels import label_told_in, labels_at
from unmask.world.model import Route, Type, Variable
from unmask.world.places import Belief, Place, Progress, Used


def events(run: Run, with_reasons: bool) -> str:
    """A run event by event, with what spoke for each choice where that is wanted."""
    lines: list[str] = []
    for number, event in enumerate(run.events):
        lines.append(f"{number:>4}  {event_in_words(run.world.process, event)}")
        if with_reasons and event.point is not None:
            drawn = next(weighed for weighed in run.why(number).open if weighed.drawn)
            lines += [f"          {line}" for line in _grounds(drawn)]
    lines.append(f"      {run.ending or 'broken off'}: {run.record.over.reason}" if run.record.over.reason else f"      {run.ending}")
    return "\n".join(lines) + "\n"


def event_in_words(process: Process, event: Event) -> str:
    """What happened: `scene feast`, `feast / toast / Thorne: drink`. An option is called what it was called then."""
    return _event(event._replace(label=label_told_in(process, event)))


def in_words(process: Process, found: Answer) -> Answer:
    """The same reasons, with each option called what it was called then."""
    assert found.event.point is not None
    told = labels_at(process, found.event.point)
    return found._replace(
        event=found.event._replace(label=told.get(found.event.label, found.event.label)),
        open=tuple(one._replace(label=told.get(one.label, one.label)) for one in found.open),
        shut=tuple(one._replace(label=told.get(one.label, one.label)) for one in found.shut),
    )


def _event(event: Event) -> str:
    match event.sort:
        case "scene":
            return f"scene {event.label}"
        case "cast":
            return f"cast {event.label}: {', '.join(event.cast)}"
        case "ending":
            return f"ending {event.label}"
        case "moment":
            return f"{event.scene} / {event.moment}"
        case _:
            return f"{event.scene} / {event.moment} / {event.who}: {event.label}"


def answer(found: Answer, source: str, of: str = "") -> str:
    """Why an event happened: everything that could be chosen there, its odds, and what spoke for it and against it.

    `of` is a line that says of which run. A `>` stands before what was drawn.
    """
    lines = [f"event {found.number}: {_event(found.event)}", *([of] if of else []), ""]
    for weighed in found.open:
        lines.append(f"{'>' if weighed.drawn else ' '} {weighed.label}")
        points = f", {_count(weighed.points, 'point')}" if weighed.grounds else ""
        lines.append(f"      odds {_odds(weighed)}{points}")
        for ground in weighed.grounds:
            lines.append(f"      {ground.points:+d}  {ground.phrase}  ({source}, line {ground.span.line})")
    for shut in found.shut:
        why = "used up" if shut.used_up else "its conditions do not hold"
        lines.append(f"  {shut.label}")
        lines.append(f"      shut: {why} ({source}, line {shut.span.line})")
    return "\n".join(lines) + "\n"


def _odds(weighed: Weighed) -> str:
    return f"{weighed.odds} = {percent(float(weighed.odds), 1)} %" if weighed.odds.denominator > 1 else str(weighed.odds)


def _count(number: int, word: str) -> str:
    return f"{number:+d} {word}{'s' if abs(number) != 1 else ''}"


def _grounds(weighed: Weighed) -> Iterator[str]:
    yield f"odds {_odds(weighed)}"
    for ground in weighed.grounds:
        yield f"{ground.points:+d}  {ground.phrase}"


def tree(story: Story) -> str:
    """The tree of a file, a node a line; places and comments are left out."""
    return "\n".join(line for node in story.lines for line in _node(node, 0)) + "\n"


def _node(node: object, depth: int) -> Iterator[str]:
    """A node with what it holds; short things stand beside its name, long ones under it."""
    margin = "  " * depth
    names: tuple[str, ...] = getattr(node, "_fields", ())
    if not isinstance(node, tuple) or not hasattr(node, "_fields"):
        yield f"{margin}{node!r}"
        return
    beside, under = [], []
    for name, value in zip(names, node, strict=True):
        if isinstance(value, Span | Notes) or value in (None, (), "", False):
            continue
        if words := _names(value):
            beside.append(f"{name}={words}")
        elif isinstance(value, tuple) and (hasattr(value, "_fields") or any(hasattr(part, "_fields") for part in value)):
            under.append((name, value))
        else:
            beside.append(f"{name}={value!r}")
    yield f"{margin}{type(node).__name__} {' '.join(beside)}".rstrip()
    for name, value in under:
        if hasattr(value, "_fields"):
            inner = list(_node(value, depth + 2))
            yield f"{margin}  {name}: {inner[0].strip()}"
            yield from inner[1:]
        else:
            yield f"{margin}  {name}:"
            for part in value:
                yield from _node(part, depth + 2)


def _names(value: object) -> str:
    """A name, or several, as they are written; "" for anything else."""
    parts = value if isinstance(value, tuple) and not isinstance(value, Name) else (value,)
    return ", ".join(f"`{part.words}`" for part in parts) if all(isinstance(part, Name) for part in parts) else ""


def world(found: World) -> str:
    """The checked world: what is stored and where it starts, who can show what, what happens where."""
    layout = found.process.layout
    lines = [f"world {found.title}, fingerprint {found.fingerprint}", "", f"state: {len(layout.places)} places"]
    for place, index in layout.places.items():
        type_ = layout.type_of(place)
        lines.append(f"  {_place(place)}: {_type(type_)} = {type_.name_of(layout.start[index])}{_life(place, found)}")
    lines += ["", "scenes"]
    for scene in found.model.scenes:
        casts = len(layout.casts(scene))
        lines.append(f"  {scene.name}: {', '.join(scene.people)}{f' ({casts} casts)' if scene.roles else ''}")
        for moment in scene.moments:
            lines.append(f"    {moment.name}: {moment.owner or 'just happens'}, {_options(len(moment.options))}")
    lines += ["", "routes"]
    lines += dict.fromkeys(_route(route) for route in found.model.routes)
    lines += ["", f"endings: {', '.join(found.endings)}", f"limit: {counted(found.model.limit, 'event')}"]
    return "\n".join(lines) + "\n"


def automata(found: World, form: str) -> str:
    """What follows each motif of a world through a run, drawn as text, dot or mermaid."""
    from unmask.motif.drawing import drawings
    from unmask.motif.to_dot import to_dot
    from unmask.motif.to_mermaid import to_mermaid
    from unmask.motif.to_text import to_text

    return {"text": to_text, "dot": to_dot, "mermaid": to_mermaid}[form](drawings(found.model))


def kernel(found: World) -> str:
    """The program that the compiled engine makes of a world, before it is optimised; or a line that says why there is none."""
    from unmask.kernel.from_world import CannotCompile, program
    from unmask.world.sites import sites_of

    try:
        return program(sites_of(found.model)).text
    except CannotCompile as why:
        return f"; There is no program: {why}. The reference engine plays this story.\n"


def _route(route: Route) -> str:
    way = "a bond carries" if route.by == "bond" else f"{route.variable.owner} shows"
    return f"  {way} {_place(route.variable)} to {route.observer or 'everybody there'}{', at times' if route.condition else ''}"


def _options(count: int) -> str:
    return f"{count} option{'s' if count != 1 else ''}"


def _place(place: Place) -> str:
    match place:
        case Belief(observer, of):
            return f"{observer} believes {_place(of)}"
        case Progress(motif):
            return f"how far `{motif}` has come"
        case Used(scene, cast, moment, label):
            return " / ".join(part for part in (f"used {scene}", ", ".join(cast), moment, label) if part)
        case Variable():
            return place.full_name


def _type(type_: Type) -> str:
    if type_.sort in ("scale", "yes/no"):
        return type_.name
    return " | ".join(type_.names) if type_.names else f"{type_.low}..{type_.high}"


def _life(place: Place, found: World) -> str:
    index = found.process.layout.places[place]
    return " for the scene" if index in found.process.layout.short_lived else ""
