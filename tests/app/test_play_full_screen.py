"""The full screen: the same game with keys, the arcs of what is known beside it, and no word of a story read as markup."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from tests.app.playing import FERRY, Terminal, ferry, play, talk
from unmask.app.full_screen import FullScreen
from unmask.app.known_arcs import charts
from unmask.app.sitting import Sitting
from unmask.problems.install import install


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


Visit = Callable[[FullScreen, Pilot[None]], Awaitable[None]]


def on_screen(visit: Visit, text: str = FERRY, size: tuple[int, int] = (110, 40)) -> FullScreen:
    """A game of Ada's on a screen that nobody sees, and what somebody does there."""

    async def whole() -> FullScreen:
        sitting = Sitting("ferry.story", ferry(text), "Ada", 7, 0)
        app = FullScreen(sitting, sitting.begin(None, "", True))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await visit(app, pilot)
        return app

    return asyncio.run(whole())


def shown(app: FullScreen, pane: str) -> str:
    return str(app.query_one(f"#{pane}", Static).content)


def options(app: FullScreen) -> list[str]:
    listed = app.query_one("#options", OptionList)
    return [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]


def chosen(app: FullScreen) -> list[str]:
    return [event.label for event in app.sitting.game.events if event.who == "Ada"]


def test_number_keys_arrows_and_enter_choose_and_the_prose_grows() -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        assert options(app) == ["1. ask what is wrong", "2. ask for the oar", "3. wait"]
        assert shown(app, "prose").startswith("THE FERRY\n\nby Somebody · from Ada's side\n\nThey wait for the ferry.")
        await pilot.press("3")
        assert chosen(app) == ["wait"]
        assert "They wait again." in shown(app, "prose")
        await pilot.press("down", "enter")
        assert chosen(app) == ["wait", "ask for the oar"]
        assert "They are still waiting." in shown(app, "prose")

    on_screen(visit)


def test_what_is_typed_is_answered_as_line_by_line() -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        await pilot.press(*"WAIT", "enter")
        assert chosen(app) == ["wait"]
        await pilot.press("question_mark", "enter")
        known = ["What Ada feels: hope some.", "What Beau seems to feel: shame great, pride great."]
        assert shown(app, "said").splitlines() == [*known, "What Ada keeps: letter yes.", "What is so: day one."]
        await pilot.press("tab", *"dance", "enter")
        assert shown(app, "said").startswith("`dance` is nothing that can be done here.")
        await pilot.press(*"undo", "enter")
        assert chosen(app) == []
        assert "They wait again." not in shown(app, "prose")

    on_screen(visit)


def test_the_end_and_the_way_back_from_it() -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        await pilot.press("3", "3", "3")
        assert "On the other side" in shown(app, "prose")
        assert shown(app, "said").startswith("The story is over.")
        assert options(app) == []
        assert app.focused is app.query_one("#line", Input)
        await pilot.press(*"undo", "enter")
        assert chosen(app) == ["wait", "wait"]
        assert len(options(app)) == 3

    on_screen(visit)


@pytest.mark.parametrize(
    ("keys", "code"),
    [(["ctrl+c"], 130), (["ctrl+d"], 0), (["ctrl+q"], 0), ([*"quit", "enter"], 0), ([*"half a li", "ctrl+c"], 130)],
)
def test_every_way_to_leave_leaves_with_its_exit_code_and_the_game_is_kept(keys: list[str], code: int, state: Path) -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        await pilot.press("3", *keys[:-1])
        assert app.return_code is None
        await pilot.press(keys[-1])
        await pilot.pause()
        assert app.return_value == code

    app = on_screen(visit)
    assert (state / "unmask" / "ferry-1.tape").read_text("utf-8") == app.sitting.game.tape()
    assert chosen(app) == ["wait"]


@pytest.mark.parametrize(
    ("pasted", "chose", "waiting"),
    [("quit\n", [], ""), ("1", [], "1"), ("wait\r\nask for", ["wait"], "ask for"), ("wait\nquit\n1\n", ["wait"], ""), ("\n", [], "")],
)
def test_what_is_pasted_is_text_and_presses_nothing(pasted: str, chose: list[str], waiting: str) -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        app.post_message(Paste(pasted))
        await pilot.pause()
        assert chosen(app) == chose
        assert app.query_one("#line", Input).value == waiting
        assert app.return_value == (0 if "quit" in pasted else None)

    on_screen(visit)


@pytest.mark.parametrize(("keys", "chose"), [("wait", ["wait"]), ("1", ["ask what is wrong"]), ("save 1", [])])
def test_who_types_faster_than_the_screen_follows_is_understood(keys: str, chose: list[str], tmp_path: Path) -> None:
    """Keys that come before the line has the keyboard belong to it all the same, and so does Enter."""

    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        for key in keys:
            app.post_message(Key("space" if key == " " else key, key))
        app.post_message(Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert chosen(app)[:1] == chose

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        on_screen(visit)


def test_what_was_chosen_is_said() -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        await pilot.press("3")
        assert shown(app, "said") == "Ada: wait"

    on_screen(visit)


def test_story_text_is_never_read_as_markup() -> None:
    text = FERRY.replace("They wait for the ferry.", "[red]They[/red] wait [@click=app.quit]here[/].").replace(
        "* wait\n", "* wait [b]on[/b]\n"
    )

    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        assert "[red]They[/red] wait [@click=app.quit]here[/]." in shown(app, "prose")
        assert "3. wait [b]on[/b]" in options(app)
        screen = "".join(segment.text for line in app.screen._compositor.render_strips() for segment in line)
        assert "[red]They[/red]" in screen
        assert "[b]on[/b]" in screen
        await pilot.press(*"[b]", "enter")
        assert shown(app, "said").startswith("`[b]` is nothing")

    on_screen(visit, text)


def test_with_ten_options_and_more_a_number_is_typed_to_its_end() -> None:
    more = "".join(f"    * nod {name}\n" for name in "once twice thrice often seldom never always again".split())
    text = FERRY.replace("    * wait\n", f"{more}    * wait\n")

    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        await pilot.press("1", "0", "enter")
        assert chosen(app) == ["nod again"]

    on_screen(visit, text)


def test_on_a_narrow_screen_the_prose_has_the_room() -> None:
    async def visit(app: FullScreen, pilot: Pilot[None]) -> None:
        assert app.query_one("#knowing").display
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert not app.query_one("#knowing").display

    on_screen(visit)


def test_the_arcs_show_what_was_known_as_each_scene_ended_and_is_now() -> None:
    dialogue = talk()
    dialogue.answer("wait")
    dialogue.answer("wait")
    lines = charts(dialogue.game.world.model, dialogue.game.knew(), 30)
    assert lines == [
        "What Ada feels",
        "  hope none",
        "  ▄▁▁",
        "",
        "What Beau seems to feel",
        "  shame great",
        "  ▁██",
        "  pride great",
        "  ███",
    ]


def test_an_arc_that_is_too_long_shows_its_end() -> None:
    dialogue = talk()
    dialogue.answer("wait")
    assert charts(dialogue.game.world.model, dialogue.game.knew(), 80)[2] == "  ▄▄"
    dialogue.answer("wait")
    assert charts(dialogue.game.world.model, dialogue.game.knew(), 4)[2] == "  ▁▁"


def test_a_full_screen_needs_a_terminal() -> None:
    said = play("", "helmet", "--full-screen", "--as", "Rey")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("A full screen needs a terminal.")


def test_on_a_real_terminal_a_line_that_comes_all_at_once_is_a_line(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "ferry.story"
    path.write_text(FERRY, "utf-8")
    with Terminal(str(path), "--as", "Ada", "--full-screen", state=state) as terminal:
        terminal.until("wait for the ferry")
        terminal.type("quit\r")
        assert terminal.finish().code == 0
    assert not (state / "unmask").exists()


def test_without_textual_the_full_screen_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual", None)
    said = play("", "helmet", "--full-screen", "--as", "Rey")
    assert (said.code, said.out) == (2, "")
    assert said.err == f"The full screen needs a library that is not installed. Install it: {install('tui')}\n"


def test_on_a_real_terminal_it_opens_plays_and_says_where_the_game_is(tmp_path: Path, state: Path) -> None:
    path = tmp_path / "ferry.story"
    path.write_text(FERRY, "utf-8")
    with Terminal(str(path), "--as", "Ada", "--full-screen", state=state) as terminal:
        terminal.until("wait for the ferry")
        terminal.type("3")
        terminal.until("wait again")
        terminal.type("\x03")
        left = terminal.finish()
    assert left.code == 130
    assert f"The game is kept in {state / 'unmask' / 'ferry-1.tape'}." in left.shown
