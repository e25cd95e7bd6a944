"""Writes the duel chain as story files, `duel_mM_rR.story`, for so many months and rounds a month.

One template, so that no two of them can drift. `python benchmarks/worlds/make.py` writes them all anew.
"""

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = ("first", "second")
SIZES = [(3, 1), (4, 1), (12, 1), (5, 2), (12, 2)]

HEAD = """\
# Made by benchmarks/worlds/make.py: two people, {months} months, {rounds} a month of a blow from either.
# Nothing but chance, one draw a step: a chain with known answers, on which engines are held against each other.
title "The Duel"

fact adv: -3..3  # whose advantage: above nothing a's, below it b's
fact fa: 0..5  # how tired each is
fact fb: 0..5
fact wa: 0..3  # how wounded; the third wound is the last
fact wb: 0..3
fact aa: 0..3 = 1  # how angry
fact ab: 0..3 = 1
fact sh: 0..3  # shame between them
fact lo: 0..3  # love between them
fact mo: 0..{months}

scene duel
"""

BETWEEN = """\
  moment between: chance
    * they rest
      weight 3 + fa + fb
      ~ fa -= 2
      ~ fb -= 2
    * a kind word
      weight 1 + lo
      ~ lo += 1
      ~ aa -= 1
      ~ ab -= 1
    * a is slighted
      weight 1 + sh
      ~ aa += 1
    * b is slighted
      weight 1 + wb
      ~ ab += 1
      ~ lo -= 1
    * somebody is sorry
      weight sh
      ~ sh -= 1
      ~ lo += 1
    -> first blow of a
"""

# One person's blow. THEY and OTHER are a and b or b and a; MORE is the sign of an advantage that is theirs.
BLOW = """\
  moment ROUND blow of THEY: chance
    * press on
      weight 3 + aTHEY
      ~ adv MORE= 1
      ~ fTHEY += 1
    * wound
      if fTHEY < 5
      weight 1 + aTHEY + max(EDGE, 0)
      ~ wOTHER += 1
      ~ aOTHER += 1
      ~ fTHEY += 1
      ~ adv = 0
      -> ending OTHERdead if wOTHER is 3
    * give ground
      weight 4 + wTHEY + fTHEY
      ~ fTHEY -= 1
      ~ adv LESS= 1
    * mock
      weight 4 - aOTHER
      ~ aOTHER += 1
      ~ sh += 1
    * let it be
      if lo >= 2
      weight lo + sh
      ~ lo += 1
      ~ aTHEY = 0
      ~ fTHEY -= 1
      ~ fOTHER -= 1
"""

MONTH_ENDS = """\
    ~ mo += 1
    -> ending drift if mo is {months}
    -> ending rec if lo is 3 and sh is 0 and aa is 0 and ab is 0
    -> between
"""

ENDINGS = """\

ending adead
ending bdead
ending rec "They are reconciled"
ending drift "They drift apart"
"""


def duel(months: int, rounds: int) -> str:
    """The story of so many months with so many rounds each."""
    return "".join(_parts(months, rounds))


def _parts(months: int, rounds: int) -> Iterator[str]:
    yield HEAD.format(months=months, rounds="once" if rounds == 1 else "twice")
    yield BETWEEN
    for number, which in enumerate(ROUNDS[:rounds], start=1):
        yield "\n" + _blow("a", "b", which)
        yield f"    -> {which} blow of b\n\n"
        yield _blow("b", "a", which)
        yield MONTH_ENDS.format(months=months) if number == rounds else f"    -> {ROUNDS[number]} blow of a\n"
    yield ENDINGS


def _blow(they: str, other: str, which: str) -> str:
    more, less, edge = ("+", "-", "adv") if they == "a" else ("-", "+", "-adv")
    words = {"THEY": they, "OTHER": other, "ROUND": which, "MORE": more, "LESS": less, "EDGE": edge}
    text = BLOW
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    return text


def name(months: int, rounds: int) -> str:
    """The file's name."""
    return f"duel_m{months}_r{rounds}.story"


if __name__ == "__main__":
    for size in SIZES:
        (HERE / name(*size)).write_text(duel(*size), encoding="utf-8")
