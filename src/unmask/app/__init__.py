"""The front doors: command line, play, studio and editor.

Only here does unmask touch the disk, the terminal or the network, read a clock or roll real dice. Everything below is handed
what it needs and gives back values.
"""
