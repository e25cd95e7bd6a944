"""A checked world kept from one command to the next, so that a story that has not changed is not read anew.

One promise: a kept world is the one that reading the file would make: same text, same version of `unmask`, same code, same Python. Where
somebody forged one that only looks whole, whatever fails because of it takes it away (`forget`), and the next command reads the file.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import unmask
from unmask.app import caches
from unmask.app.files import read_story
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.world.stored import from_json, to_json

_PACKAGE = Path(unmask.__file__).parent
_used: list[str] = []
"""The names of the kept worlds that this command goes by."""
_READERS = ("motif", "problems", "syntax", "world")
"""The folders whose code makes a world of a text."""


def load(story: str) -> World:
    """The world of a story file, or the bundled world of that name. Raises as `unmask.load` does.

    One world is kept for each path: that of the text which was read there last. A story with problems is never kept.
    """
    source = read_story(story)
    name = f"world-{crc32(os.fsencode(os.path.abspath(story))):08x}.json"
    key = _all_it_hangs_on(source)
    text = caches.kept(name, key)
    if text is not None:
        with suppress(ValueError):  # as if it were not there
            world = World(source, from_json(text))
            _used.append(name)
            return world
    world = world_from(source)
    caches.keep(name, key, to_json(world.model))
    return world


def forget() -> bool:
    """Take away the kept worlds that this command went by; whether there were any."""
    used, found = list(_used), False
    _used.clear()
    for name in used:
        with suppress(OSError):
            (caches.folder() / name).unlink()
            found = True
    return found


def _all_it_hangs_on(source: Source) -> str:
    """The text itself, and which code reads it: in a checkout that may change within a version."""
    code = [
        (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
        for folder in _READERS
        for entry in sorted(os.scandir(_PACKAGE / folder), key=lambda entry: entry.name)
        if entry.name.endswith(".py")
    ]
    return f"{unmask.__version__} {sys.version} {crc32(repr(code).encode()):08x}\n{source.name}\n{source.text}"
