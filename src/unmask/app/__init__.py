"""The front doors: the command line, and play line by line or on the full screen.

Only here does unmask touch the disk, the terminal or the network, read a clock or roll real dice. Everything below is handed
what it needs and gives back values.
"""
