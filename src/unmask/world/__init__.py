"""Tree to checked world.

A tree goes in; a world in which every name is resolved and every rule of meaning is checked comes out, or problems that say
what stands in the way. Whatever runs, tells or exports a story starts from a checked world.
"""
