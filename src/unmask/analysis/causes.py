"""Says in words what could have made a condition hold that never did, going by the counts of many runs.

One promise: "only" and "nothing" are said where they are so for every run, and how often something was reached where it is
so for the runs that were counted.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unmask.analysis.reached import Change, Reached
from unmask.run.state import Layout
from unmask.world.model import Constant, Effect, Expression, Operation, Read, Scene, Seems, Variable
from unmask.world.places import Belief
from unmask.world.walk import parts

MOST_NAMED = 3
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TURNED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_UP, _DOWN = (">", ">=", "=", "!="), ("<", "<=", "=", "!=")


class Test(NamedTuple):
    """A condition that holds one variable against one value."""

    variable: Variable
    operator: str
    value: int

    def holds(self, value: int) -> bool:
        """Whether it holds of a value."""
        wanted = self.value
        match self.operator:
            case "=":
                return value == wanted
            case "!=":
                return value != wanted
            case "<":
                return value < wanted
            case "<=":
                return value <= wanted
            case ">":
                return value > wanted
            case _:
                return value >= wanted

    def can_hold(self, low: int, high: int) -> bool:
        """Whether it holds of any value from low to high."""
        near = (min(max(self.value + step, low), high) for step in (-1, 0, 1))
        return any(map(self.holds, near))


class Causes:
    """Says of conditions what could have made them hold."""

    def __init__(self, reached: Reached) -> None:
        self.reached = reached
        self.world = reached.sites.world
        self.layout = Layout(self.world, reached.sites.places.also)

    def cause(self, forms: tuple[Expression, ...], scene: Scene | None) -> str:
        """What could have made a condition hold, "" where that is not known; `forms` are the condition for each of its people."""
        made_of = [part for form in forms for part in self._made_of(form, scene)]
        beliefs = {(part.observer, part.variable) for part in made_of if isinstance(part, Seems)}
        stored = sorted({part.variable for part in made_of if isinstance(part, Read)})
        if beliefs or not stored:
            return self._by_belief(beliefs) if len(beliefs) == 1 and not stored and not _roles(scene) else ""
        begins = self._begins(forms, scene)
        if begins:
            return "it is so when the story begins, and was not when it was asked for"
        named = self._named(forms, stored)
        changes = [(one, self.reached.effects[span]) for one in stored for span in self.reached.changes.get(one, ())]
        if not changes:
            return f"nothing sets {named}{self._stays(stored)}"
        if begins is None:
            return _by_changes((change for _, change in changes), f"sets {named}", f"set {named}")
        tests = [self._plain_test(form, scene) for form in forms]
        if never := self._out_of_range(tests, named, stored):
            return never
        helping = [change for variable, change in changes if any(self._helps(change.effect, variable, test) for test in tests)]
        if not helping:
            return f"what sets {named} never makes it so"
        return _by_changes(helping, "can make it so", "can make it so")

    # ── what a condition hangs on ──

    def _made_of(self, expression: Expression, scene: Scene | None) -> Iterator[Read | Seems]:
        """The stored variables and the beliefs that an expression reads, those in the meaning of computed ones among them."""
        for part in parts(expression):
            if isinstance(part, Seems):
                yield part
            if isinstance(part, Read):
                for variable in self.reached.meant(part.variable, scene):
                    means = self.world.variables[variable].means
                    yield from [Read(variable)] if means is None else self._made_of(means, None)

    def _begins(self, forms: tuple[Expression, ...], scene: Scene | None) -> bool | None:
        """Whether the condition holds when the story begins, for anybody; None where that is not looked into."""
        if not _roles(scene):
            return any(self.layout.holds(form, self.layout.start) for form in forms)
        test = self._plain_test(forms[0], scene)
        return (
            None if test is None else any(test.holds(self.world.variables[one].start) for one in self.reached.meant(test.variable, scene))
        )

    def _plain_test(self, form: Expression, scene: Scene | None) -> Test | None:
        """The condition as one stored variable against one value, where it is that."""
        test = _test(form)
        meant = self.reached.meant(test.variable, scene) if test else ()
        return None if any(self.world.variables[one].means is not None for one in meant) else test

    def _out_of_range(self, tests: "list[Test | None]", named: str, stored: list[Variable]) -> str:
        """That a condition asks for more, or less, than can ever be; "" where it does not, or where that is not looked into."""
        types = [self.world.variables[one].type for one in stored]
        if any(test is None or test.can_hold(type_.low, type_.high) for test in tests for type_ in types):
            return ""
        return f"{named} goes from {types[0].name_of(types[0].low)} to {types[0].name_of(types[0].high)} and no further"

    def _helps(self, effect: Effect, variable: Variable, test: Test | None) -> bool:
        """Whether an effect on a variable can make a condition hold that did not. Yes, unless it is plain that it cannot."""
        by = _constant(effect.value)
        if test is None or by is None:
            return True
        if effect.operator == "=":
            return test.holds(self.layout.clamped(variable, by))
        step = by if effect.operator == "+=" else -by
        return step != 0 and test.operator in (_UP if step > 0 else _DOWN)

    # ── in words ──

    def _named(self, forms: tuple[Expression, ...], stored: list[Variable]) -> str:
        written = list(dict.fromkeys(part.variable for part in parts(forms[0]) if isinstance(part, Read)))
        plain = len(forms) == 1 and all(self._is_stored(variable) for variable in written)
        named = written if plain else stored
        return in_list([one.words for one in named], "or") if len(named) <= MOST_NAMED else "what it hangs on"

    def _is_stored(self, variable: Variable) -> bool:
        """Whether a variable is stored; one of a role is not looked up, for it is written as the author wrote it."""
        declared = self.world.variables.get(variable)
        return declared is None or declared.means is None

    def _stays(self, stored: list[Variable]) -> str:
        if len(stored) > 1:
            return ""
        declared = self.world.variables[stored[0]]
        return f": it stays {declared.type.name_of(declared.start)}"

    def _by_belief(self, beliefs: set[tuple[str, Variable]]) -> str:
        """Of somebody's idea of another: what could have brought it to them."""
        ((observer, variable),) = beliefs
        belief = Belief(observer, variable)
        if not self.layout.news(belief, together=True).routes:
            value = self.layout.type_of(belief).name_of(self.layout.start[self.layout.places[belief]])
            return f"nothing brings {variable.words} to {observer}, who takes it for {value} from beginning to end"
        routes = [one.span.line for one in self.world.routes if one.variable == variable and one.observer in ("", observer)]
        return f"{observer} can learn of {variable.words} only by {lines_in_words(sorted(set(routes)))}"


def in_list(words: list[str], last: str = "and") -> str:
    """`a, b and c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def lines_in_words(lines: list[int]) -> str:
    """`line 4`, `lines 4, 5 and 9`, and the first few of many."""
    shown = [str(line) for line in lines[:MOST_NAMED]]
    more = [f"{len(lines) - MOST_NAMED:,} more"] if len(lines) > MOST_NAMED else []
    return f"line{'s' if len(lines) > 1 else ''} {in_list([*shown, *more])}"


def often(times: int) -> str:
    """`never`, `once`, `2 times`, `40,000 times`."""
    return "never" if not times else "once" if times == 1 else f"{times:,} times"


def _by_changes(changes: Iterable[Change], does: str, do: str) -> str:
    """Which lines could have done it, and how often each was reached."""
    found = sorted({change.effect.span: change for change in changes}.items())
    lines = [span.line for span, _ in found]
    if len(found) == 1:
        change = found[0][1]
        reached = f"reached {often(change.times)}" if change.times else "never reached"
        return f"only line {lines[0]}, under `{change.under}`, {does}, and that was {reached}"
    if not any(change.times for _, change in found):
        return f"only {lines_in_words(lines)} {do}, and {'neither' if len(lines) == 2 else 'none'} of them was ever reached"
    first = [
        f"{span.line} ({f'reached {often(change.times)}' if change.times else 'never reached'})" for span, change in found[:MOST_NAMED]
    ]
    more = [f"{len(found) - MOST_NAMED:,} more"] if len(found) > MOST_NAMED else []
    return f"only lines {in_list([*first, *more])} {do}"


def _roles(scene: Scene | None) -> bool:
    return scene is not None and bool(scene.roles)


def _constant(expression: Expression) -> int | None:
    match expression:
        case Constant(value):
            return value
        case Operation("negative", (Constant(value),)):
            return -value
        case _:
            return None


def _test(expression: Expression) -> Test | None:
    """A condition as one variable against one value, where it is that."""
    match expression:
        case Read(variable):
            return Test(variable, "=", 1)
        case Operation("not", (inner,)):
            test = _test(inner)
            return test and test._replace(operator=_OPPOSITE[test.operator])
        case Operation(operator, (Read(variable), side)) if operator in _OPPOSITE and (value := _constant(side)) is not None:
            return Test(variable, operator, value)
        case Operation(operator, (side, Read(variable))) if operator in _OPPOSITE and (value := _constant(side)) is not None:
            return Test(variable, _TURNED[operator], value)
        case _:
            return None
