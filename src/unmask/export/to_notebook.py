"""What notebooks show of an object: a line for whoever has only text, and a table or prose as HTML for all others.

One promise: words of a story only ever become text.
"""

from collections.abc import Iterable, Sequence
from html import escape

from unmask.export.book import prose
from unmask.telling.sentences import Telling

Bundle = dict[str, object]
"""What an object shows of itself, by the kind of it (a MIME type): what IPython calls a MIME bundle."""
MOST_ROWS = 60


def bundle(line: str, html: str, **further: object) -> Bundle:
    """A line of text and HTML; further kinds as they are given."""
    return {"text/plain": line, "text/html": html, **further}


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]], notes: Iterable[str] = ()) -> str:
    """A table as HTML: at most MOST_ROWS rows, and how many more there are."""
    every = [list(map(str, row)) for row in rows]
    more = [f"{len(every) - MOST_ROWS:,} more"] if len(every) > MOST_ROWS else []
    lines = [f"<caption>{escape(caption)}</caption>", f"<thead>{_row(head, 'th')}</thead>", "<tbody>"]
    lines += [_row(row, "td") for row in every[:MOST_ROWS]]
    under = "".join(f"<p>{escape(note)}</p>" for note in [*more, *notes])
    return f"<table>{''.join(lines)}</tbody></table>{under}"


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def told(telling: Telling) -> str:
    """A told run as HTML."""
    sections = ["".join(f"<p>{prose(paragraph)}</p>" for paragraph in section) for section in telling.sections]
    ending = f"<p><strong>{prose(telling.ending)}</strong></p>" if telling.ending else ""
    title = f"<h3>{escape(telling.cover.title)}</h3>" if telling.cover.title else ""
    return f"{title}{'<hr>'.join(sections)}{ending}"
