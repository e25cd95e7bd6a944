"""What is true of all runs.

A process goes in (a start, weighed options, the next state, an event), and answers come out: how often, how likely, whether at
all, and why. A checked world is one such process.
"""
