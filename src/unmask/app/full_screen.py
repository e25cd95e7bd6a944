"""A game on the full screen: the prose on the left, on the right the arcs of what is known, below them the choices and a line to type in.

What is typed goes the same way as line by line, so that nothing here knows how a game is played. Needs Textual.
"""

from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from unmask.app.dialogue import Reply
from unmask.app.known_arcs import charts
from unmask.app.printed import harmless
from unmask.app.sitting import Sitting
from unmask.telling.to_text import BREAK, byline, fine_print

_ARCS = 34
_ROOMY = 76
_LONGEST_LINE = 4_000
_MARGIN = " " * 16


class FullScreen(App[None]):
    """What is typed, chosen or pressed goes to the sitting; what it answers is shown. Story text is never read as markup."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", "Leave", priority=True),
        Binding("ctrl+d", "quit", "Leave", priority=True),
        Binding("ctrl+q", "quit", "Leave", priority=True),
        Binding("pageup", "scroll_prose(-1)", "Back", priority=True),
        Binding("pagedown", "scroll_prose(1)", "On", priority=True),
    ]
    CSS = f"""
    #above {{ height: 1fr; }}
    #reading {{ width: 1fr; padding: 0 2; }}
    #prose {{ max-width: 80; padding: 0 1 1 0; }}
    #knowing {{ width: {_ARCS}; padding: 0 1; border-left: solid $primary; }}
    #answering {{ height: auto; max-height: 40%; padding: 0 2; }}
    #options {{ height: auto; max-height: 12; border: none; padding: 0 1; }}
    #line {{ border: none; height: 1; padding: 0 2; }}
    """

    def __init__(self, sitting: Sitting, first: Reply) -> None:
        super().__init__()
        self.sitting = sitting
        self.first = first

    def compose(self) -> ComposeResult:
        """The panes, from top to bottom."""
        with Horizontal(id="above"):
            with VerticalScroll(id="reading", can_focus=False):
                yield Static(id="prose", markup=False)
            with VerticalScroll(id="knowing", can_focus=False):
                yield Static(id="arcs", markup=False)
        with VerticalScroll(id="answering"):
            yield Static(id="said", markup=False)
        yield OptionList(id="options", markup=False)
        yield Input(id="line", placeholder="a number, an option's words, or help", max_length=_LONGEST_LINE, select_on_focus=False)

    def on_mount(self) -> None:
        """The first page."""
        self.title = self.sitting.game.world.title
        self._show(self.first)

    def on_resize(self, event: events.Resize) -> None:
        """On a narrow screen there is room for the prose alone; `?` says what is known."""
        self.query_one("#knowing", VerticalScroll).display = event.size.width >= _ROOMY

    # ── what somebody does ──

    def on_key(self, event: events.Key) -> None:
        """A number chooses; any other sign begins a line to type."""
        line = self.query_one("#line", Input)
        if line.has_focus or not event.is_printable or event.character is None:
            return
        event.stop()
        if event.character in "123456789"[: len(self.sitting.game.labels)] and len(self.sitting.game.labels) < 10:
            self._answer(event.character)
        else:
            line.focus()
            line.insert_text_at_cursor(event.character)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._answer(str(event.option_index + 1))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.input.clear()
        self._answer(event.value)

    def action_scroll_prose(self, pages: int) -> None:
        """Turn the prose by a page."""
        reading = self.query_one("#reading", VerticalScroll)
        reading.scroll_relative(y=pages * max(reading.size.height - 2, 1), animate=False)

    def _answer(self, typed: str) -> None:
        reply = self.sitting.answer(typed)
        if reply is None:
            self.exit()
        else:
            self._show(reply)

    # ── what is shown ──

    def _show(self, reply: Reply) -> None:
        """The story so far, what is known, what was answered, and what can be chosen."""
        game = self.sitting.game
        self.query_one("#prose", Static).update(_content(self._prose()))
        self.query_one("#arcs", Static).update(_content("\n".join(charts(game.world.model, game.knew(), _ARCS - 4))))
        over = reply.options if game.point is None and not reply.said else ""
        self.query_one("#said", Static).update(_content((reply.said or over).strip()))
        options = self.query_one("#options", OptionList)
        if reply.options:
            options.clear_options()
            options.add_options([Option(_content(f"{number}. {label}")) for number, label in enumerate(game.labels, 1)])
            options.display = bool(game.labels)
            options.highlighted = 0 if game.labels else None
        self.call_after_refresh(self.query_one("#reading", VerticalScroll).scroll_end, animate=False)
        (options if game.labels else self.query_one("#line", Input)).focus()

    def _prose(self) -> str:
        """The telling as it was read, for a pane that wraps lines by itself."""
        telling = self.sitting.game.telling()
        cover = telling.cover
        blocks = [line for line in (cover.title.upper(), byline(telling), fine_print(telling), *cover.notes) if line]
        for number, section in enumerate(telling.sections):
            blocks += [_MARGIN + BREAK] if number else []
            blocks += section
        return "\n\n".join([*blocks, *([_MARGIN + telling.ending] if telling.ending else []), *cover.afterwords])


def _content(text: str) -> Content:
    """What is shown, without what a terminal would obey: Textual writes past the door that everything else goes through."""
    return Content(harmless(text))
