"""What an author is told when something is wrong.

A problem is plain data: a code, places in the story text, and a way forward. This folder holds that data, all of its prose
(one function for each problem, kept apart by phase) and the ways of showing it. It knows nothing of trees or worlds.
"""
