"""Story text to tree.

Text goes in; a tree and a list of problems come out, and the formatter is the way back. Reading never raises: what cannot be
read becomes an unreadable node and a problem, so that the compiler and an editor can share one reader.
"""
