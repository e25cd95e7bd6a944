"""Plays a Mesa model: `python play_mesa.py FOLDER SEED RUNS`, with helmet_model.py in the folder; JSON leaves: endings, seconds."""

import json
import sys
import time
from collections import Counter

if __name__ == "__main__":
    folder, seed, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sys.path.insert(0, folder)
    from helmet_model import play

    begun = time.perf_counter()
    endings = Counter(play(seed * runs + number) for number in range(runs))
    print(json.dumps({"seconds": time.perf_counter() - begun, "endings": endings}))
