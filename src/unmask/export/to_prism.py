"""A world as a model in the PRISM language, so that anybody can check us with Storm or PRISM.

The text of one `dtmc` is written. One promise: from its initial state, each label is reached with exactly the probability with which a run
of the story comes to that ending, were there no limit of events.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from unmask.export.folded import folded, reachable
from unmask.export.formulas import Formula
from unmask.export.settled import settled
from unmask.export.to_chain import Branch, Chain, to_chain
from unmask.problems.speech import counted
from unmask.world.model import DEAD_END, UNRESOLVED, Type, World
from unmask.world.places import Belief, Place, Places, Progress, Used

_KEPT = frozenset(
    """
    at bool boolean ceil clock const coalition constant controls ctmc ctmdp double dtmc endcomponent endcontrols endinit endinvariant
    endmodule endobservables endplayer endrewards endsystem event false filter floor forall exists formula func global identity init int
    integer invariant label log ma max mdp min mod module multi nondeterministic observable observables of option over player pomdp popta
    pow prob probabilistic pta rate real rewards round sin cos smg stochastic stpg system temporal true ip imdp idtmc
    """.split()
)
"""Words that PRISM or Storm keep for themselves, and those that a model of ours uses."""


def to_prism(world: World, motifs: Iterable[str] = ()) -> str:
    """The model of a world, with labels for these motifs, by name. Raises NoAutomaton where one cannot be followed."""
    return "\n".join(_Writing(world, tuple(motifs)).lines()) + "\n"


class _Writing:
    """Gives everything a name and a number, then writes it down."""

    def __init__(self, world: World, motifs: tuple[str, ...]) -> None:
        self.world = world
        self.chain: Chain = folded(settled(to_chain(world, motifs)))
        self.order = reachable(self.chain)
        self.number = {point: index for index, point in enumerate([*self.order, *self.chain.ends.values()])}
        places = Places(world)
        self.types = [places.type_of(place) for place in self.chain.places]
        self.name_of = _naming()
        self.names = {index: self.name_of(_words(self.chain.places[index])) for index in sorted(self._kept())}

    def _kept(self) -> set[int]:
        kept = {place for ways in self.chain.watched.values() for place, _ in ways}
        for point in self.order:
            for branch in self.chain.points[point].branches:
                kept |= {*branch.weight.reads, *branch.writes}
                kept |= {place for value in branch.writes.values() for place in value.reads}
                kept |= {place for exit_ in branch.exits for place in exit_.condition.reads}
        return kept

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield "dtmc"
        yield ""
        commands = [line for point in self.order for line in self._point(point)]
        formulas = [line for line in commands if line.startswith("formula ")]
        yield from formulas
        yield from [""] if formulas else []
        yield "module story"
        yield f"  at : [0..{len(self.number) - 1}] init {self.number[self.chain.start]};"
        for index, name in self.names.items():
            low, high = self.chain.low[index], self.chain.high[index]
            yield f"  {name} : [{low}..{high}] init {self.chain.starts[index]};  // {_said(self.chain.places[index], self.types[index])}"
        yield ""
        yield from (line for line in commands if not line.startswith("formula "))
        yield f"  [] at>={len(self.order)} -> true;"
        yield "endmodule"
        yield ""
        yield from self._labels()

    # ── what is said to a reader ──

    def _head(self) -> Iterator[str]:
        title = self.world.cover.title
        yield f"// {_plain(title)}" if title else "// A story"
        yield "//"
        yield "// Where a story can be (`at`), each in the words of its file: SCENE (ROLE = PERSON) / MOMENT / OPTION."
        width = len(str(len(self.number)))
        for point, number in self.number.items():
            yield f"// {number:>{width}}  {_plain(self.chain.points[point].note)}"
        yield "//"
        yield "// What nothing reads is left out, and what nothing will read any more is back at its start."
        yield f"// The limit of {counted(self.world.limit, 'event')} is not in this model: a run that it would cut off goes on here."
        yield ""

    def _labels(self) -> Iterator[str]:
        name_of = _naming()
        for ending, point in self.chain.ends.items():
            what = "not an author's ending: " if ending in (UNRESOLVED, DEAD_END) else ""
            yield f'label "{name_of(f"ending {ending}")}" = at={self.number[point]};  // {what}{_plain(ending)}'
        yield f'label "over" = at>={len(self.order)};'
        for motif, ways in self.chain.watched.items():
            tests = [f"{self.names[place]}={value}" for place, values in ways for value in values]
            happened = f"at>={len(self.order)} & ({' | '.join(tests)})" if tests else "false"
            yield f'label "{name_of(f"motif {motif}")}" = {happened};  // {_plain(motif)}, in a run that is over'

    # ── commands ──

    def _point(self, point: int) -> Iterator[str]:
        """The command of a point, after the formulas that it uses."""
        branches = self.chain.points[point].branches
        number = self.number[point]
        weights = [branch.weight for branch in branches]
        known = sum(weight.low for weight in weights) if all(weight.known is not None for weight in weights) else None
        shares = []
        for index, weight in enumerate(weights, 1):
            if known is None:
                yield f"formula w{number}_{index} = {_text(weight, self.names)};"
            shares.append(f"w{number}_{index}/w{number}" if known is None else f"{weight.low}/{known}")
        if known is None:
            yield f"formula w{number} = {' + '.join(f'w{number}_{index}' for index in range(1, len(weights) + 1))};"
        if len(branches) == 1:
            yield f"  [] at={number} -> {self._update(branches[0])};"
            return
        yield f"  [] at={number} ->  // {_plain(self.chain.points[point].note)}"
        for index, (share, branch) in enumerate(zip(shares, branches, strict=True)):
            end = ";" if index == len(branches) - 1 else ""
            yield f"    {'+' if index else ' '} {share} : {self._update(branch)}{end}  // {_plain(branch.note)}"

    def _update(self, branch: Branch) -> str:
        *some, last = branch.exits
        to = str(self.number[last.to])
        for exit_ in reversed(some):
            to = f"({_text(exit_.condition, self.names)} ? {self.number[exit_.to]} : {to})"
        changes = [f"({self.names[place]}'={_text(value, self.names)})" for place, value in branch.writes.items()]
        return " & ".join([f"(at'={to})", *changes])


# ── formulas as text ──

_SIGNS = {"+": "+", "-": "-", "*": "*", "=": "=", "<": "<", "<=": "<=", "and": " & ", "or": " | "}
_TURNED = {"<": ">", "<=": ">="}


def _text(formula: Formula, names: dict[int, str]) -> str:
    """A formula in PRISM's words. Whatever has a sign in it is in parentheses."""
    parts = [_text(operand, names) for operand in formula.operands]
    match formula.operator:
        case "number":
            return str(formula.value) if formula.value >= 0 else f"({formula.value})"
        case "truth":
            return "true" if formula.value else "false"
        case "place":
            return names[formula.value]
        case "not":
            return f"!{parts[0]}"
        case "if":
            return f"({parts[0]} ? {parts[1]} : {parts[2]})"
        case "power":
            return f"pow(2, {parts[0]})"
        case "least" | "most":
            return f"{'min' if formula.operator == 'least' else 'max'}({', '.join(parts)})"
        case "<" | "<=" if formula.operands[0].known is not None:
            return f"({parts[1]}{_TURNED[formula.operator]}{parts[0]})"
        case "+" if formula.operands[0].operator == "+":
            return f"({parts[0][1:-1]}+{parts[1]})"
        case _:
            return f"({_SIGNS[formula.operator].join(parts)})"


# ── names ──


def _naming() -> Callable[[str], str]:
    """What gives each name that it is asked for an identifier of its own."""
    taken = set(_KEPT)

    def name_of(words: str) -> str:
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        name = re.sub(r"\W+", "_", plain).strip("_") or "x"
        name = f"x_{name}" if name[0].isdigit() or len(name) == 1 or re.fullmatch(r"w\d+(_\d+)?|[RPS](min|max)", name) else name
        tries = (name if number == 1 else f"{name}_{number}" for number in range(1, len(taken) + 2))
        found = next(one for one in tries if one.casefold() not in taken)
        taken.add(found.casefold())
        return found

    return name_of


def _words(place: Place) -> str:
    match place:
        case Belief(observer, of):
            return f"{observer} seems {_words(of)}"
        case Progress(motif, number):
            return f"motif {motif} {number}"
        case Used(scene, cast, moment, label):
            return " ".join(["once", scene, *cast, moment, label])
        case _:
            return " ".join(part for part in (place.scene, place.owner, place.name, "toward" if place.toward else "", place.toward) if part)


def _said(place: Place, type_: Type) -> str:
    """A place in the story's words, and its values."""
    values = ", ".join(f"{type_.low + index} {name}" for index, name in enumerate(type_.names))
    match place:
        case Belief(observer, of):
            what = f"seems({observer}, {of.full_name})"
        case Progress(motif, number):
            what = f"how far automaton {number} has come, which follows: {motif}"
        case Used(scene, cast, moment, label):
            what = f"once: {_played_by(scene, cast)}" + (f" / {moment} / {label}; 1 yes" if label else "; 1 yes")
        case _:
            what = place.full_name
    return _plain(f"{what}: {values}" if values and not isinstance(place, Used) else what)


def _played_by(scene: str, cast: Iterable[str]) -> str:
    people = ", ".join(cast)
    return f"{scene} ({people})" if people else scene


def _plain(words: str) -> str:
    """Words for a comment: on one line."""
    return " ".join(words.split())
