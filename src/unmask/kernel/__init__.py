"""The same meaning as run, fast: a checked world goes in, counts and rows of its runs come out.

It is compiled from the world and knows nothing of run; that both play the same is held by tests, tape for tape.
"""
