"""How the third person of an English verb is spelt where nothing special is known of it."""

import re

_TO_IES = r"(?:[^aeiou]|qu)y$"
_TO_ES = r"(?:s|x|z|ch|sh|[^aeiou]o)$"


def third_person(base: str) -> str:
    """`looks`, `cries`, `obeys`, `kisses`, `watches`, `echoes`, `woos`."""
    if re.search(_TO_IES, base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(_TO_ES, base) else f"{base}s"
