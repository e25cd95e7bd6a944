"""How the third person of an English verb is spelt where nothing special is known of it."""

import re

_TO_IES = re.compile(r"(?:[^aeiou]|qu)y$")
_TO_ES = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")


def third_person(base: str) -> str:
    """`looks`, `cries`, `obeys`, `kisses`, `watches`, `echoes`, `woos`."""
    if _TO_IES.search(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if _TO_ES.search(base) else f"{base}s"
