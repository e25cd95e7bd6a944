"""Known answers of the dice and of the wording's dice, for every engine that has to agree: makes tests/vectors.json anew.

Run it from the root of the tree: python -m tests.make_vectors
"""

import json
import zlib
from pathlib import Path
from typing import Any as Json

from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.draws import Pair, below, key_of, pick, scene_stream, threefry
from unmask.telling.outline import Spoken
from unmask.telling.wording import Wording, text_of
from unmask.world.model import Any, Cases, First, Prose, Words

VECTORS = Path(__file__).parent / "vectors.json"

ABOUT = {
    "numbers": "Whole numbers. Words are unsigned and of 32 bits. Seeds and run numbers are of 64 bits and stand as decimal text, "
    "because not every language reads such numbers exactly.",
    "threefry": "threefry2x32 with 20 rounds: `block` are the two words for `key` and `counter`, two words each. "
    "The first three are the published ones of Random123.",
    "key_of": "`key` of run `number` under `seed`: the threefry block with key (seed's low word, seed's high word) and counter "
    "(number's low word, number's high word).",
    "scene_stream": "`stream` of the `scene`-th scene of a run, counted from 0: twice its number; one more of the `meanwhile` after it.",
    "below": "`number` in [0, total) for the `choice`-th choice of a stream. Words come from the blocks with counter (stream, choice + "
    "block * 2^20), block 0, 1, ..., both words of each in turn. A word not below `total` times the whole part of 2^32 / total is "
    "thrown away; `number` is the remainder of the first that stays. `thrown_away` is how many went before it.",
    "pick": "`index` (from 0) of the option drawn: the first whose cumulative weight exceeds below(key, stream, choice, sum of weights).",
    "draws": "The whole way: seed, run, scene, meanwhile and choice give key and stream, and these with the weights the option's `index`. "
    "Choices of a scene count from 0: the scene itself, then its cast if it has roles, then the options; those of `meanwhile` anew from 0.",
    "wording_key": "The key of a passage with alternatives: the threefry block with the run's key and counter (`crc`, `length`), where crc "
    "is the CRC-32 and length the number of bytes of the UTF-8 text of voice, a line feed, and the alternatives' text. "
    "`voice` is empty for lines that all sides share, else the name of the side.",
    "wording": "Alternatives told again and again in one telling. For each: `event` is the number of the run's event, `index` "
    "what is told. What is left to choose from are the alternatives not told since all of them last were, in order; when none is left, "
    "all but the one told last (all, if there is just one). `index` is the one at place below(key, event, again, how many are left) of "
    "those, where `again` counts earlier draws of the same text at the same event.",
    "texts": "The text by which the parts of a `line` with alternatives are keyed: words as they stand; {a|b} for `any` and `first`; "
    "{?a|b} for `if`, tests left out; {@they look} for a person, whoever it is: the form, a space even where there is no form, the verb; "
    "{=} for anything else.",
}

# Found by trying: for a total of 2^31 - 1 one word in 2^31 is thrown away, and here, in run 0 under seed 7, it is.
RARE = ((4617, 584768),)

STORY = """
fact month: 0..3
person Rey (she)
person Kylo (he) called "Ben" by Rey
scene day
  > {any: rain | snow} {any: {any: fog | mist} at dawn | a clear {month}} {first: one | then: two}
  > {any: {if month is 0: Rey waits | if month is 1: Kylo waits | else: } | {Rey.they look} up | {Kylo} | {Kylo's} turn}
  > {any: It is {times(month)}. | It was {was(month)}. | \\{ \\| \\}}
  moment night: Rey
    * sleep
      Rey> {any: {why} | é, naïve — “so” | }
      -> end
"""


def vectors() -> dict[str, Json]:
    """Everything that stands in vectors.json."""
    return {
        "about": ABOUT,
        "threefry": [_block(*inputs) for inputs in _BLOCKS],
        "key_of": [_key(seed, number) for seed, number in _RUNS],
        "scene_stream": [
            {"scene": scene, "meanwhile": meanwhile, "stream": scene_stream(scene, meanwhile)}
            for scene in (0, 1, 2, 999)
            for meanwhile in (False, True)
        ],
        "below": [*_belows()],
        "pick": [*_picks()],
        "draws": [*_draws()],
        "wording_key": [*_wording_keys()],
        "wording": [*_wordings()],
        "texts": _texts(),
    }


_BLOCKS: tuple[tuple[Pair, Pair], ...] = (
    ((0, 0), (0, 0)),
    ((0xFFFFFFFF, 0xFFFFFFFF), (0xFFFFFFFF, 0xFFFFFFFF)),
    ((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3)),
    ((1, 0), (0, 0)),
    ((0, 1), (0, 0)),
    ((0, 0), (1, 0)),
    ((0, 0), (0, 1)),
    ((7, 0), (2, 3)),
    ((0x80000000, 0x80000000), (0x80000000, 0x80000000)),
    ((0x7FFFFFFF, 0x80000001), (0xFFFFFFFE, 1)),
)
_RUNS = (
    (0, 0),
    (7, 0),
    (7, 1),
    (0, 7),
    (1, 2**32),
    (2**32, 1),
    (2**53 + 1, 12345),
    (2**64 - 1, 2**64 - 1),
    (0x0123456789ABCDEF, 0xFEDCBA9876543210),
)


def _block(key: Pair, counter: Pair) -> Json:
    return {"key": key, "counter": counter, "block": threefry(key, counter)}


def _key(seed: int, number: int) -> Json:
    return {"seed": str(seed), "number": str(number), "key": key_of(seed, number)}


def thrown_away(key: Pair, stream: int, choice: int, total: int) -> int:
    """How many words go before the first that stays."""
    words = [word for block in range(20) for word in threefry(key, (stream, choice + block * 2**20))]
    return next(place for place, word in enumerate(words) if word < 2**32 // total * total)


def _below(key: Pair, stream: int, choice: int, total: int) -> Json:
    number, gone = below(key, stream, choice, total), thrown_away(key, stream, choice, total)
    return {"key": key, "stream": stream, "choice": choice, "total": total, "thrown_away": gone, "number": number}


def _belows() -> list[Json]:
    key = key_of(7, 0)
    plain = [
        (0, 0, 1),
        (0, 0, 2),
        (0, 1, 2),
        (1, 0, 2),
        (5, 3, 3),
        (12, 40, 4096),
        (12, 2**20 - 1, 1000),
        (2**32 - 1, 0, 10**6),
        (2, 2, 2**31 - 1),
    ]
    found = [_below(key, *inputs) for inputs in plain]
    # A quarter of the words is too large for 3 * 2^29, a third for 2^32 / 3 and a bit: the first choices with each number thrown away.
    for total, deepest in ((3 * 2**29, 3), (2**32 // 3 + 1, 5)):
        for gone in range(deepest + 1):
            choice = next(choice for choice in range(2**20) if thrown_away(key, 9, choice, total) == gone)
            found.append(_below(key, 9, choice, total))
    return found + [_below(key, stream, choice, 2**31 - 1) for stream, choice in RARE]


def _picks() -> list[Json]:
    key = key_of(2024, 3)
    rows = ([1], [1, 1], [1, 2, 4], [0, 5, 0, 5], [4096, 8192, 1], [0, 0, 1], [2**24] * 100, [2**30, 2**30 - 1], [3 * 2**28, 3 * 2**28])
    return [
        {"key": key, "stream": stream, "choice": choice, "weights": weights, "index": pick(key, stream, choice, weights)}
        for stream, weights in enumerate(rows)
        for choice in range(4)
    ]


def _draws() -> list[Json]:
    found = []
    for seed, number in ((7, 0), (7, 1), (2**64 - 1, 10**6)):
        for scene, meanwhile, choice in ((0, False, 0), (0, False, 1), (0, True, 0), (24, False, 17), (24, True, 2)):
            weights = [2 ** (12 + points) for points in (0, 1, -2, 3)]
            index = pick(key_of(seed, number), scene_stream(scene, meanwhile), choice, weights)
            found.append(
                {
                    "seed": str(seed),
                    "run": str(number),
                    "scene": scene,
                    "meanwhile": meanwhile,
                    "choice": choice,
                    "weights": weights,
                    "index": index,
                }
            )
    return found


# ── wording ──

_WORLD = world_from(Source("vectors.story", STORY))
_SAID = (
    ("", ("rain", "snow")),
    ("Rey", ("rain", "snow")),
    ("Rey", ("é, naïve — “so”", "")),
    ("world", ("one", "two", "three", "four")),
    ("", ("only",)),
)


def _part(choices: tuple[str, ...]) -> Any:
    return Any(tuple((Words(choice),) if choice else () for choice in choices))


def _wording_keys() -> list[Json]:
    found = []
    for seed, number in ((7, 0), (2**40, 5)):
        for voice, choices in _SAID:
            text = text_of(_part(choices))
            written = f"{voice}\n{text}".encode()
            key = Wording(_WORLD.process.layout, seed, number, voice)._key(text)
            crc = zlib.crc32(written)
            found.append(
                {"seed": str(seed), "run": str(number), "voice": voice, "text": text, "crc": crc, "length": len(written), "key": key}
            )
    return found


def _wordings() -> list[Json]:
    found = []
    for voice, choices in _SAID:
        wording = Wording(_WORLD.process.layout, 7, 0, voice)
        part = _part(choices)
        events = (0, 0, 1, 3, 3, 3, 8, 9, 10, 11, 12, 40)
        tellings = [{"event": event, "index": wording._pick(part, _spoken(event))} for event in events]
        found.append({"seed": "7", "run": "0", "voice": voice, "text": text_of(part), "alternatives": len(choices), "tellings": tellings})
    return found


def _spoken(event: int) -> Spoken:
    return Spoken(Prose("", "", False, ()), event, (), (), False)


def _texts() -> list[Json]:
    """The parts with alternatives of the story's lines; those inside others are part of their text."""
    lines = [line.strip() for line in STORY.split("\n") if line.strip().startswith((">", "Rey>"))]
    scene = _WORLD.process.layout.scenes["day"]
    told = [*scene.opening.lines, *scene.moments[0].options[0].passage.lines]
    return [
        {"line": line, "texts": [text_of(part) for part in prose.template if isinstance(part, Any | First | Cases)]}
        for line, prose in zip(lines, told, strict=True)
    ]


def written() -> str:
    """The file as it should stand."""
    return "{\n" + ",\n".join(f' "{name}": {_section(section)}' for name, section in vectors().items()) + "\n}\n"


def _section(section: Json) -> str:
    if isinstance(section, dict):
        return json.dumps(section, ensure_ascii=False, indent=2).replace("\n", "\n ")
    return "[\n  " + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in section) + "\n ]"


if __name__ == "__main__":
    VECTORS.write_text(written(), encoding="utf-8")
