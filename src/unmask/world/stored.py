"""A checked world as JSON text, and back: each record as its class's name and its fields.

For what is kept between two commands: the text is read by the version that wrote it. One promise: what comes back is equal to what went in.
"""

import json
from json.encoder import encode_basestring
from typing import Any

from unmask.problems.place import Span
from unmask.world import model
from unmask.world.model import World

_RECORDS = {name: kind._make for name, kind in {**vars(model), "Span": Span}.items() if hasattr(kind, "_make")}
_MAKERS: dict[str, Any] = {**_RECORDS, "": tuple, "dict": dict}
_WORDS = {None: "null", True: "true", False: "false"}


def to_json(value: Any) -> str:
    """A world, or a part of one, as text. Written by hand: `json.dumps` would need a copy of it as dicts, and twice the time."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    if kind is bool or value is None:
        return _WORDS[value]
    if kind is dict:
        return f'{{"dict":[{",".join([f"[{to_json(key)},{to_json(held)}]" for key, held in value.items()])}]}}'
    name = "" if kind is tuple else kind.__name__
    return f'{{"{name}":[{",".join([to_json(part) for part in value])}]}}'


def from_json(text: str) -> World:
    """The world of such a text. Raises ValueError where it is none."""
    try:
        world = json.loads(text, object_hook=_made)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no stored world: {error}") from None
    if not isinstance(world, World):
        raise ValueError("no stored world")
    return world


def _made(found: dict[str, Any]) -> Any:
    """One record, tuple or dict; its parts are made already."""
    ((name, parts),) = found.items()
    return _MAKERS[name](parts)
