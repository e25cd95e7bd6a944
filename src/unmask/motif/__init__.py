"""Patterns to automata.

A motif is a pattern of events that a run may hold. The patterns themselves are parsed and checked in syntax and world; the
automata are not built yet.
"""
