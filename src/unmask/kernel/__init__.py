"""The same meaning as run, fast: a compiled engine, not built yet.

A checked world goes in; tapes of choices come out, which the reference replays into full runs. It is generated from the world
and knows nothing of run.
"""
