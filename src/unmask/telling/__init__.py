"""A run to prose.

A recorded run and a point of view go in; the text of a story comes out. A telling chooses what to say and how, and never
changes what happened.
"""
