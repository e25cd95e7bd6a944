"""Makes small worlds, by number, that come to an end by themselves."""

import random
import re

from tests.worlds_made import MOST_BYTES, Maker

HOURS = 3


def story(number: int) -> str:
    """A made world with a clock, that dusk ends after a few scenes, and no limit that anything comes to."""
    text = Maker(random.Random(number).randbytes(MOST_BYTES)).story()
    if re.search("^meanwhile$", text, re.MULTILINE):
        text = re.sub("^meanwhile$", "meanwhile\n  ~ hour += 1", text, count=1, flags=re.MULTILINE)
    else:
        text = text.replace("\nending rest", "\nmeanwhile\n  ~ hour += 1\nending rest")
    text = re.sub("^limit .*$", "limit 1000000 events", text, flags=re.MULTILINE)
    return f"fact hour: 0..{HOURS}\n{text}ending dusk when hour is {HOURS}\n"
