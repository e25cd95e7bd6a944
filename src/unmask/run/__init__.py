"""The reference meaning of a world.

A checked world and a chooser go in; a run, step by step and with its reasons, comes out. This folder is written to be read:
where another engine disagrees with it, the other engine is wrong.
"""
