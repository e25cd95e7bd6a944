"""Checks data against as much of JSON Schema as the schemas in `docs/` need."""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
SAYS_NOTHING = {"$schema", "$defs", "title", "description"}


def faults(schema: Any, data: Any, root: Any = None, at: str = "$") -> Iterator[str]:
    """Where the data is not what the schema says. A keyword that is not known here is a fault too."""
    root = schema if root is None else root
    if schema is False:
        yield f"{at} should not be there"
        return
    if data is None and "null" in schema.get("type", ()):
        return
    for keyword, wanted in schema.items():
        match keyword:
            case _ if keyword in SAYS_NOTHING:
                continue
            case "$ref":
                yield from faults(root["$defs"][wanted.removeprefix("#/$defs/")], data, root, at)
            case "type":
                names = [wanted] if isinstance(wanted, str) else wanted
                if not isinstance(data, tuple(TYPES[name] for name in names)) or (isinstance(data, bool) and "boolean" not in names):
                    yield f"{at} is no {wanted}: {data!r}"
                    return
            case "enum":
                if data not in wanted:
                    yield f"{at} is none of {wanted}: {data!r}"
            case "pattern":
                if not re.search(wanted, data):
                    yield f"{at} does not look like {wanted}: {data!r}"
            case "minimum" | "maximum":
                if data is not None and ((data < wanted) if keyword == "minimum" else (data > wanted)):
                    yield f"{at} is out of range: {data!r}"
            case "minItems" | "maxItems":
                if (len(data) < wanted) if keyword == "minItems" else (len(data) > wanted):
                    yield f"{at} has {len(data)} items"
            case "required":
                yield from (f"{at} has no {name}" for name in wanted if name not in data)
            case "anyOf":
                if all(any(True for _ in faults(one, data, root, at)) for one in wanted):
                    yield f"{at} is nothing that it may be: {data!r}"
            case "prefixItems":
                for number, (one, item) in enumerate(zip(wanted, data, strict=False)):
                    yield from faults(one, item, root, f"{at}[{number}]")
            case "items":
                for number, item in list(enumerate(data))[len(schema.get("prefixItems", ())) :]:
                    yield from faults(wanted, item, root, f"{at}[{number}]")
            case "properties":
                for name in set(wanted) & set(data):
                    yield from faults(wanted[name], data[name], root, f"{at}.{name}")
            case "additionalProperties":
                for name in set(data) - set(schema.get("properties", ())):
                    yield from faults(wanted, data[name], root, f"{at}.{name}")
            case _:
                yield f"nobody checks {keyword}"
