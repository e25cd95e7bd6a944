"""A kept page in a real browser: nothing in it runs or is asked for, it fits a phone, and a series can be walked through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.app.commands import call, write
from tests.export import hostile
from tests.page.browser import launched, opened

PHONE = {"width": 320, "height": 568}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A series of two worlds, and the page of a hostile story beside it."""
    folder = tmp_path_factory.mktemp("shelf")
    assert call("tell", "helmet", "village", "--format", "html", "-o", str(folder)).code == 0
    story = write(folder, hostile.STORY, "hostile.story")
    assert call("tell", story, "--format", "html", "-o", str(folder / "hostile.html")).code == 0
    return folder


def test_nothing_that_a_story_says_runs_or_is_asked_for(browser: Browser, shelf: Path) -> None:
    with opened(browser, shelf / "hostile.html") as found:
        assert found.page.locator("script, img, svg, iframe, form, base, object, [onmouseover], [onerror]").count() == 0
        assert hostile.PAYLOADS[0] in found.page.locator("h1").inner_text()


def test_words_that_had_become_a_script_would_still_not_run(browser: Browser, shelf: Path) -> None:
    page = (shelf / "hostile.html").read_text("utf-8").replace("<h1>", "<h1><script>document.title = 'ran'</script>")
    (shelf / "broken.html").write_text(page, "utf-8")
    with browser.new_context() as context:
        window = context.new_page()
        window.goto((shelf / "broken.html").as_uri())
        assert window.title() != "ran"


def test_a_page_fits_a_small_phone(browser: Browser, shelf: Path) -> None:
    for name in ("1-the-helmet.html", "index.html", "hostile.html"):
        with opened(browser, shelf / name, viewport=PHONE) as found:
            found.page.evaluate("document.querySelector('details')?.setAttribute('open', '')")
            assert found.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_page_and_in_a_list_of_them(browser: Browser, shelf: Path, scheme: str) -> None:
    for name in ("1-the-helmet.html", "index.html"):
        with opened(browser, shelf / name, color_scheme=scheme) as found:
            found.page.evaluate("document.querySelector('details')?.setAttribute('open', '')")
            assert [violation["id"] for violation in Axe().run(found.page)["violations"]] == []


def test_a_series_is_walked_by_keyboard_from_book_to_book(browser: Browser, shelf: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((shelf / "index.html").as_uri())
        for keys, title in ((1, "The Helmet"), (2, "The Bell Box"), (1, "The Helmet"), (1, "The Helmet, The Bell Box")):
            for _ in range(keys):
                page.keyboard.press("Tab")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            assert page.title() == title
