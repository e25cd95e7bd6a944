"""How long `unmask check` takes for stories that are long, crowded or both. `python benchmarks/check.py [FILE ...]`.

Each story is checked in a process of its own, from a cold start: seconds on the clock, and seconds of a processor, which hang less on
what else the machine does. Then once more for its parts, in seconds of a processor: reading with Python's own start, step one (values),
step two (runs on both engines), step three (everything that can happen). Story files that are named are measured too.
"""

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PARTS = {"values": ("Proofs", "_by_values"), "runs": ("trials", "engine_for", "_sampled"), "all ways": ("Search", "_explored")}
"""The steps of `unmask.analysis.reachable`, by the names of what does them there."""
TOLD = "reading"
BOUNDS = {"400 scenes": 3.0, "98 people": 5.0, "16 contestants": 5.0}
"""Seconds on two cores that nobody else uses."""
_INSIDE = "--parts-of"
_FRIENDS = (("Ada", "Ben"), ("Ben", "Cyr"), ("Cyr", "Ada"))


def main() -> None:
    """Measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        found = {name: Path(folder, f"{name.replace(' ', '-')}.story") for name in BOUNDS}
        for path, text in zip(found.values(), (long(400), crowd(98), island(16)), strict=True):
            path.write_text(text, encoding="utf-8")
        found |= {name: Path(name) for name in sys.argv[1:]}
        columns = "".join(f"{name:>10}" for name in (TOLD, *PARTS))
        print(f"{'story':<24}{'kB':>8}{'seconds':>10}{'processor':>11}{'bound':>8}{columns}")
        for name, path in found.items():
            clock, processor = seconds(path)
            bound = f"{BOUNDS[name]:.0f} s" if name in BOUNDS else ""
            steps = "".join(f"{part:>10.2f}" for part in parts(path))
            print(f"{name:<24}{path.stat().st_size / 1000:>8.1f}{clock:>10.2f}{processor:>11.2f}{bound:>8}{steps}")


def seconds(path: Path) -> tuple[float, float]:
    """How long it takes to check a story: on the clock, and of a processor."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "unmask", "check", str(path)], check=False, capture_output=True)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def parts(path: Path) -> list[float]:
    """How long its parts take, of a processor: reading, and each of the three steps."""
    told = subprocess.run([sys.executable, __file__, _INSIDE, str(path)], check=True, capture_output=True, text=True).stdout
    return [float(word) for word in told.split()]


def _inside(path: Path) -> None:
    """Check a story in this process, and print how long its parts took."""
    gc.disable()  # as the command does
    from unmask import examining, pipeline
    from unmask.analysis import reachable
    from unmask.problems.place import Source

    took = dict.fromkeys((TOLD, *PARTS), 0.0)

    def measured(part: str, whole: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            begun = time.process_time()
            found = whole(*arguments)
            found = tuple(found) if isinstance(found, Iterator) else found
            took[part] += time.process_time() - begun
            return found

        return timed

    for part, names in PARTS.items():
        for module in (examining, reachable):
            for name in names:
                if callable(found := getattr(module, name, None)):
                    setattr(module, name, measured(part, found))
    resolved = pipeline.resolve
    pipeline.resolve = lambda source: (resolved(source), took.update({TOLD: time.process_time()}))[0]
    pipeline.examine(Source(path.name, path.read_text("utf-8")))
    print(*took.values())


def long(scenes: int) -> str:
    """A year of so many scenes among three friends, each when its month has come."""
    return "\n".join([*_friends(), *(line for number in range(scenes) for line in _scene(number)), *_year(), ""])


def _friends() -> Iterator[str]:
    yield from ('title "A Long Year"', "fact month: 0..40", "fact fire: 0..5", "fact bread: 0..5 = 3")
    for who, _ in _FRIENDS:
        yield from (
            f"person {who} (they)",
            "  feels joy: 0..4 = 1",
            "  feels grief: 0..4",
            "  shows grief unless joy > 2",
            "  keeps owed: 0..3",
        )


def _scene(number: int) -> Iterator[str]:
    who, other = _FRIENDS[number % 3]
    yield from (f"scene s{number} with {who}, {other}", f"  when month >= {number // 11}", *(["  once"] if number % 4 else []))
    yield f"  > It is number {number} of the things that came to pass, with {{any: rain | snow | no weather to speak of}} over the roofs."
    yield f"  {who}> It was not what had been said, and it was not far from it either."
    yield from (f"  moment answer: {who}", "    * give it away", '      +joy "it was a good day"')
    yield from (
        f'      -1 "the other looks sad" if seems({other}.grief) > 1',
        "      ~ joy += 1",
        f"      ~ bread -= 1 if fire > {number % 5}",
    )
    yield f"      > {{{who}}} gave it away, and {{any: laughed | did not laugh | went home}}; it was {number}."
    yield from (
        "    * keep it for the winter",
        '      +owed "one owes so much"',
        "      ~ grief += 1",
        f"      ~ fire += 1 if bread > {number % 4}",
    )
    yield f"      > {{{who}}} kept it, and {{first: said so | then: said nothing again}}; it was {number}."
    yield "    -> end"


def _year() -> Iterator[str]:
    yield from ("meanwhile", "  ~ month += 1", "ending spring when month is 40", "  > It is spring.")


def crowd(people: int) -> str:
    """So many people of one kind, and a scene for any two of them."""
    names = "".join(f"person P{number} (he), a guest\n" for number in range(people))
    scene = 'scene dance with a, b: guest\n  +a.turns "they like to dance"\n  moment turn: a\n    * turn\n      ~ turns += 1\n    * stay\n'
    return f"kind guest\n  keeps turns: 0..9\n{names}{scene}    -> end\n"


def island(people: int) -> str:
    """So many on an island: they talk by day, everybody votes in the evening, and one goes."""
    names = [f"P{number}" for number in range(people)]
    votes = ", ".join(f"{name}.votes" for name in names)
    lines = [
        *(
            "scale trust: none < some < firm",
            "fact phase: day | council | exit",
            f"fact left: 0..{people} = {people}",
            f"fact cast: 0..{people}",
        ),
        *("fact talks: 0..3", f"fact most means max({votes})", "kind contestant", "  open gone: yes/no", "  open voted: yes/no"),
        *(f"  open votes: 0..{people}", "  keeps faith toward each contestant: trust = some", "  meanwhile"),
        *("    ~ contestant.votes = 0 if phase is day", "    ~ contestant.voted = no if phase is day"),
        *(f"person {name} (they), a contestant" for name in names),
        *("scene talk with a, b: contestant", "  when phase is day", "  when not a.gone and not b.gone", '  +a.faith toward b "friends"'),
        *("  moment offer: a", "    * shake hands on it", '      +faith toward b "they have come this far"', "      ~ faith toward b += 1"),
        *("      ~ b.faith toward a += 1", "    * let them be", "      ~ b.faith toward a -= 1", "    -> end"),
        *(
            "scene vote with v: contestant about t: contestant",
            "  when phase is council",
            "  when not v.gone and not v.voted and not t.gone",
        ),
        *('  -2 * v.faith toward t "they are friends"', "  ~ t.votes += 1", "  ~ v.voted = yes", "  ~ cast += 1", "  -> end"),
        *("scene out with o: contestant", "  when phase is exit", "  when not o.gone and o.votes is most", "  ~ o.gone = yes"),
        *("  ~ left -= 1", "  -> end", "meanwhile", "  ~ talks += 1 if phase is day", "  ~ talks = 0 if phase is exit"),
        *("  ~ phase = day if phase is exit", "  ~ phase = exit if phase is council and cast is left"),
        *("  ~ phase = council if phase is day and talks is 3", "  ~ cast = 0 if phase is day"),
        *(f"  -> ending {name} wins if left is 1 and not {name}.gone" for name in names),
        *(f"ending {name} wins" for name in names),
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    _inside(Path(sys.argv[2])) if sys.argv[1:2] == [_INSIDE] else main()
