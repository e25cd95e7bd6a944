"""Writes a chart as the bytes of an SVG, a PNG or an HTML file.

One promise: a picture needs nothing but itself. The HTML file has its scripts inside, and asks no network for anything.
"""

import json
from html import escape
from typing import Any

from unmask.problems.install import install

VERSION = "6.4"
SCALE = 2
_DRAW = "globalThis.drawChart = (where, chart) => vegaEmbed(where, chart, {actions: false, renderer: 'svg'});"
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ margin: 0 auto; max-width: 60rem; padding: 1rem; background: #fffefb; color: #2b2b2b; font: 16px/1.5 sans-serif }}
#chart {{ overflow-x: auto }}
pre {{ white-space: pre-wrap; font: inherit }}
</style>
</head>
<body>
<div id="chart" role="img" aria-label="{title}"></div>
<details><summary>The same in words</summary><pre>{words}</pre></details>
<script>
{scripts}
</script>
<script>
drawChart("#chart", {chart});
</script>
</body>
</html>
"""


class NothingToDrawWith(ModuleNotFoundError):
    """The library that draws is not installed; the message says how to have it."""


def to_svg(chart: dict[str, Any]) -> bytes:
    """The chart as an SVG picture."""
    svg: str = library().vegalite_to_svg(chart, vl_version=VERSION, allowed_base_urls=[])
    return svg.encode("utf-8")


def to_png(chart: dict[str, Any]) -> bytes:
    """The chart as a PNG picture, fine enough for a screen with small pixels."""
    png: bytes = library().vegalite_to_png(chart, vl_version=VERSION, scale=SCALE, allowed_base_urls=[])
    return png


def to_html(chart: dict[str, Any], title: str, words: str) -> bytes:
    """The chart as a page in which every event can be pointed at, with the same `words` for whoever does not look."""
    scripts: str = library().javascript_bundle(_DRAW, vl_version=VERSION)
    # Inside a script only `<` could end it, and U+2028 and U+2029 end a line.
    inside = json.dumps(chart, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")
    page = _PAGE.format(
        policy=_POLICY, title=escape(title), words=escape(words), scripts=scripts.replace("</script", "<\\/script"), chart=inside
    )
    return page.encode("utf-8")


def library() -> Any:
    """The library that draws, loaded when it is needed. Raises NothingToDrawWith."""
    try:
        import vl_convert
    except ImportError:
        raise NothingToDrawWith(f"Drawing a picture needs a library that is not installed. Install it: {install('plot')}") from None
    return vl_convert
