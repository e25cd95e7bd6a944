"""What whoever plays has read in full stays in full: the scenes they chose in, and those that were somebody's last until then."""

from tests.run.playing import by_hand
from tests.telling.told import bare
from unmask.telling.outline import episodes, read_while_played

MARKET = """
fact day: 0..9
person Oda (she)
person Nan (she)
person Wick (they)

scene fair with Nan, Wick
  in brief> {Nan} goes to the fair.
  > The fair is {any: loud | long}.
  moment booth: Nan
    * look
      -> end

scene market with Oda, Nan
  in brief> {Oda} goes to market.
  > The market is {any: loud | long}.
  moment stall: Oda
    * look
      -> end

scene visit with Wick
  in brief> {Wick} comes by.
  -> end
"""


def test_scenes_that_were_the_last_with_somebody_when_a_choice_was_read_stay_in_full() -> None:
    world = bare(MARKET)
    record = by_hand(world, "fair", "fair", "market", "market", "visit", "fair", "market", "visit")
    by_themselves = [number for number, episode in enumerate(episodes(world.model, record)) if episode.in_full]
    read = read_while_played(world.model, record, "Oda")
    # Both later fairs were the last with Wick when Oda chose next; at the visits she never was when she had to choose.
    assert by_themselves == [0, 2, 6, 7]
    assert read == {1, 2, 3, 5, 6}
    kept = [number for number, episode in enumerate(episodes(world.model, record, read=read)) if episode.in_full]
    assert kept == sorted({*by_themselves, *read})
