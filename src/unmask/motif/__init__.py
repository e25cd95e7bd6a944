"""Patterns to automata.

A motif is a pattern of events that a run may hold. It is laid out as steps, followed by tokens, and made the smallest table there is:
`from_world` is the way in, `matching` holds the table against a run, `drawing` shows it.
"""
