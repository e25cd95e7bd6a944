"""Plays a compiled ink story in inkcpp: `python play_inkcpp.py STORY.json SEED RUNS`; JSON leaves: endings counted, and seconds.

The Python interface of inkcpp has no place for a seed, so runs differ from one time to the next.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    import inkcpp_py

    source, runs = Path(sys.argv[1]), int(sys.argv[3])
    binary = source.with_suffix(".bin")
    inkcpp_py.compile_json(str(source), str(binary))
    story = inkcpp_py.Story.from_file(str(binary))
    runner = story.new_runner()
    endings: Counter[str] = Counter()
    begun = time.perf_counter()
    for _ in range(runs):
        runner.move_to("next_run")
        endings[runner.getall().strip()] += 1
    print(json.dumps({"seconds": time.perf_counter() - begun, "endings": endings}))
