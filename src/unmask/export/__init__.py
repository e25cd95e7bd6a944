"""Files that outlive a site.

A run or a playable world goes in; the content of a single file that needs no server comes out. Writing it to disk is left to app.
"""
