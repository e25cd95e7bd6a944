"""Writes a world as a page that plays it: one HTML file.

One promise: words of a story are data in it. They stand in text, in attributes and in JSON, escaped for each, and the page's own policy
lets nothing run but its one script, and nothing be asked for from anywhere.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping

from unmask.export.book import text
from unmask.export.short_names import shortened
from unmask.export.squeezed import needed, squeezed
from unmask.telling.italics import plain
from unmask.world.language import direction, language_tag
from unmask.world.model import Cover

TEMPLATE, STYLE, SCRIPT = "page.html", "page.css", "page.js"
HEAD = "// The program of this page. With its comments, and written to be read, it stands in unmask, in src/unmask/page.\n"
_IMPORT = re.compile(r'^(?:import|export) \{[^}\n]*\} from "\./(?P<name>[\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARGIN = re.compile(r"\n\s*")
_BETWEEN_TAGS = re.compile(r"\n +<")
_NOUGHT = re.compile(r"(?<![\d.])0\.(?=\d)")
_AIR = re.compile(r";?\s*(})\s*|\s*([{;,])\s*|(:) ")
_PLACE = re.compile(r"@([a-z]+)@")


class NotAPage(Exception):
    """The parts do not make a page: a mistake in unmask, and no story's."""


def to_html(data: Mapping[str, object], cover: Cover, title: str, parts: Mapping[str, str]) -> str:
    """The page that plays a world. `data` is the world as its readers in other languages get it.

    `parts` are the files of the page by their names. The same story gives the same bytes.
    """
    script, style = HEAD + shortened(needed(joined(parts))), bare(parts[STYLE])
    language = language_tag(cover.language)
    words = {
        "policy": _policy(script, style),
        "title": text(title),
        "author": f'<meta name="author" content="{text(cover.author)}">\n' if cover.author else "",
        "summary": f'<meta name="description" content="{text(plain(cover.summary))}">\n' if cover.summary else "",
        "language": language,
        "direction": direction(language),
        "style": style,
        "world": in_script(data),
        "script": script,
    }
    # In one go, so that a story which says `@script@` says just that.
    return _PLACE.sub(lambda found: words[found[1]], _BETWEEN_TAGS.sub("<", parts[TEMPLATE]))


def in_script(data: object) -> str:
    """Data as JSON that may stand inside a script element: no `<` can end it, or open a comment that swallows its end."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written


def joined(parts: Mapping[str, str]) -> str:
    """The script and all modules that it needs, as one: each once, behind those that it needs, and without its imports."""
    modules: dict[str, str] = {}

    def add(name: str, whose: tuple[str, ...]) -> None:
        if name in whose:
            raise NotAPage(f"{name} needs itself, by way of {', '.join(whose)}")
        if name in modules:
            return
        if name not in parts:
            raise NotAPage(f"there is no {name}, which {whose[-1]} needs")
        for other in _IMPORT.findall(parts[name]):
            add(other, (*whose, name))
        module = _EXPORT.sub("", _IMPORT.sub("", parts[name]))
        if left := _LEFT.search(module):
            raise NotAPage(f"{name} has a line that cannot be joined: {left[0].strip()}")
        modules[name] = squeezed(module)

    add(SCRIPT, ())
    script = "".join(modules.values())
    if re.search(r"</script|<!--", script, re.IGNORECASE):
        raise NotAPage("the script would end, or be swallowed, where it stands in a page")
    return script


def bare(style: str) -> str:
    """A style sheet without comments and margins, and without the air around its signs."""
    tight = _AIR.sub(r"\1\2\3", _MARGIN.sub("\n", _COMMENT.sub("", style)).strip())
    return _NOUGHT.sub(".", tight)


def _policy(script: str, style: str) -> str:
    """Nothing but this script and this style, by what they are; and no text is ever taken for markup."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(part: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'"
