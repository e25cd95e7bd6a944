"""A game on the full screen: the prose on the left, on the right the arcs of what is known, below them the choices and a line to type in.

What is typed goes the same way as line by line, so that nothing here knows how a game is played. Needs Textual.
"""

import re
from typing import Any, ClassVar

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
from unmask.telling.capitals import all_capitals
from unmask.telling.italics import stretches
from unmask.telling.to_text import BREAK, byline, fine_print

_ARCS = 34
_ROOMY = 76
_LONGEST_LINE = 4_000
_MARGIN = " " * 16


class Line(Input):
    """The line that everything is typed into. It has the keyboard from the start, so that keys count in the order in which they come."""

    def __init__(self, screen: "FullScreen", **how: Any) -> None:
        super().__init__(**how)
        self.front = screen

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return not self.value

    def on_key(self, event: events.Key) -> None:
        """The number of an option is one, as long as nothing was typed before it."""
        if self.is_empty and event.character is not None and self.front.press(event.character):
            event.stop()
            event.prevent_default()

    async def action_submit(self) -> None:
        """Enter. What is typed after it belongs to the next line."""
        typed = self.value
        self.clear()
        self.front.enter(typed)


class FullScreen(App[int]):
    """What is typed, chosen, pressed or pasted goes to the sitting; what it answers is shown. Story text is never read as markup.

    It ends with the exit code of the command.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave(130)", "Stop", priority=True),
        Binding("ctrl+d", "leave(0)", "Leave", priority=True),
        Binding("ctrl+q", "leave(0)", "Leave", priority=True),
        Binding("up", "go(-1)", "The option before", priority=True),
        Binding("down", "go(1)", "The next option", priority=True),
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
        yield Line(self, id="line", placeholder="a number, an option's words, or help", max_length=_LONGEST_LINE, select_on_focus=False)

    def on_mount(self) -> None:
        """The first page."""
        self.title = self.sitting.game.world.title
        self._show(self.first)

    def on_resize(self, event: events.Resize) -> None:
        """On a narrow screen there is room for the prose alone; `?` says what is known."""
        self.query_one("#knowing", VerticalScroll).display = event.size.width >= _ROOMY

    # ── what somebody does ──

    async def on_event(self, event: events.Event) -> None:
        """What is pasted is text, wherever the keyboard is."""
        if isinstance(event, events.Paste):
            self._pasted(event.text)
        else:
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Whatever is typed elsewhere belongs to the line."""
        line = self.query_one("#line", Line)
        if line.has_focus or not event.is_printable or event.character is None:
            return
        event.stop()
        line.focus()
        if not (line.is_empty and self.press(event.character)):
            line.insert_text_at_cursor(event.character)

    def press(self, key: str) -> bool:
        """Take the option whose number it is, where one key is a whole number; whether there is one."""
        most = len(self.sitting.game.labels)
        if most >= 10 or key not in "123456789"[:most]:
            return False
        self._show(self.sitting.choose(int(key) - 1))
        return True

    def enter(self, typed: str) -> None:
        """What was typed is said; where nothing was, the option is taken on which one stands."""
        at = self.query_one("#options", OptionList).highlighted
        if typed or at is None:
            self.say(typed)
        else:
            self._show(self.sitting.choose(at))

    def _pasted(self, text: str) -> None:
        """Each line that is pasted to its end is said, as line by line; the rest waits to be gone on with."""
        line = self.query_one("#line", Line)
        *whole, rest = re.split(r"\r\n?|\n", text)
        for typed in whole:
            said = line.value + typed
            line.clear()
            if not self.say(said):
                return
        line.focus()
        line.insert_text_at_cursor(rest)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._show(self.sitting.choose(event.option_index))

    def action_go(self, steps: int) -> None:
        """Stand on another option, from whichever place the keyboard is."""
        options = self.query_one("#options", OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + steps) % options.option_count

    def action_leave(self, code: int) -> None:
        """Leave with an exit code."""
        self.exit(code)

    def say(self, typed: str) -> bool:
        """Say it, and show what comes of it; whether the game goes on."""
        reply = self.sitting.answer(typed)
        if reply is None:
            self.exit(0)
            return False
        self._show(reply)
        return True

    def action_scroll_prose(self, pages: int) -> None:
        """Turn the prose by a page."""
        reading = self.query_one("#reading", VerticalScroll)
        reading.scroll_relative(y=pages * max(reading.size.height - 2, 1), animate=False)

    # ── what is shown ──

    def _show(self, reply: Reply) -> None:
        """The story so far, what is known, what was answered, and what can be chosen."""
        game = self.sitting.game
        self.query_one("#prose", Static).update(self._prose())
        self.query_one("#arcs", Static).update(_content("\n".join(charts(game.world.model, game.knew(), _ARCS - 4))))
        over = reply.options if game.point is None and not reply.said else ""
        self.query_one("#said", Static).update(_content((reply.said or over or reply.chosen).strip()))
        options = self.query_one("#options", OptionList)
        if reply.options:
            options.clear_options()
            options.add_options([Option(_told(f"{number}. {label}")) for number, label in enumerate(game.labels, 1)])
            options.display = bool(game.labels)
            options.highlighted = 0 if game.labels else None
        self.call_after_refresh(self.query_one("#reading", VerticalScroll).scroll_end, animate=False)
        self.query_one("#line", Line).focus()

    def _prose(self) -> Content:
        """The telling as it was read, for a pane that wraps lines by itself."""
        telling = self.sitting.game.telling()
        cover = telling.cover
        title = all_capitals(cover.title, cover.language)
        blocks = [_content(line) for line in (title, byline(telling), fine_print(telling)) if line]
        blocks += map(_told, cover.notes)
        for number, section in enumerate(telling.sections):
            blocks += [_content(_MARGIN + BREAK)] if number else []
            blocks += map(_told, section)
        blocks += [_told(_MARGIN + telling.ending)] if telling.ending else []
        return Content("\n\n").join([*blocks, *map(_told, cover.afterwords)])


def _told(text: str) -> Content:
    """Words of the story, with their italics."""
    return Content.assemble(*((harmless(stretch.text), "italic" if stretch.italic else "") for stretch in stretches(text)))


def _content(text: str) -> Content:
    """What is shown, without what a terminal would obey: Textual writes past the door that everything else goes through."""
    return Content(harmless(text))
