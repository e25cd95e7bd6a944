"""A real browser for tests, in which an exported page can be pressed and read.

One promise: whatever is asked for beside the file itself, and whatever goes wrong inside it, is written down.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from unmask.app.files import parts_of_the_page
from unmask.export.to_html import SCRIPT, joined

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split(" ")
HOW = (
    "No Chromium was found, and the page is tested in a real one. On Debian and Ubuntu: apt-get install -y chromium (as root). "
    "Elsewhere install Chromium or Chrome, and name its program: CHROMIUM=/path/to/chromium make test"
)
SOON = 50  # milliseconds until the address holds what was chosen, as in page.js
BLOCKS = "() => [...document.querySelectorAll('#prose > :not(.chosen)')].map((one) => [one.dataset.kind, one.textContent])"


class NoBrowser(Exception):
    """There is no Chromium; the message says where it comes from."""


def chromium() -> str:
    """The program of Chromium."""
    named = os.environ.get("CHROMIUM", "")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise NoBrowser(HOW)
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, until it is left."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS, headless=True)
        yield browser
        browser.close()


class Opened(NamedTuple):
    """A page in its own window, with what it asked for and what went wrong in it."""

    page: Page
    context: BrowserContext
    requests: list[str]
    complaints: list[str]

    def blocks(self) -> list[tuple[str, str]]:
        """What is told on it: paragraphs, breaks between sections, how it ended, and words after the end."""
        return [(kind, text) for kind, text in self.page.evaluate(BLOCKS)]

    def chosen(self) -> list[str]:
        """What was chosen, as it stands among what is told."""
        return self.page.locator("#prose > .chosen").all_text_contents()

    def choices(self) -> list[str]:
        return self.page.locator("#choices .label").all_text_contents()

    def is_over(self) -> bool:
        return self.page.locator("#over").is_visible()

    def saved(self, button: str) -> str:
        """The text that a button of the dialog gives as a download."""
        self.page.click("#open")
        with self.page.expect_download() as waiting:
            self.page.click(f"#{button}")
        self.page.keyboard.press("Escape")
        return Path(waiting.value.path()).read_text("utf-8")

    def link(self) -> str:
        """The page's address, once it holds how far the story has come."""
        self.page.wait_for_timeout(20 * SOON)
        return self.page.url

    def begin(self, person: str, seed: int = 7, number: int = 0) -> None:
        """From the cover into the story, as whoever is named; "" only watches."""
        page = self.page
        page.locator(f'#people input[value="{person}"]').check()
        page.evaluate("document.querySelector('#begin details').open = true")
        page.fill("#seed", str(seed))
        page.fill("#number", str(number))
        page.click("#begin .main")


@contextmanager
def opened(browser: Browser, path: Path, fragment: str = "", **how: Any) -> Iterator[Opened]:
    """The page of a file, in a fresh window. Nothing may be asked for but the file, and nothing may go wrong."""
    how.setdefault("reduced_motion", "reduce")
    with browser.new_context(**how) as context:
        page = context.new_page()
        found = Opened(page, context, [], [])
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("console", lambda message: found.complaints.append(message.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.goto(path.as_uri() + fragment)
        yield found
        alien = [url for url in found.requests if url.partition("#")[0] != path.as_uri() and not url.startswith("blob:")]
        assert (alien, found.complaints) == ([], [])


@contextmanager
def asking(browser: Browser) -> Iterator[Callable[[Sequence[object]], list[Any]]]:
    """Tasks of runner.js, done in a page: the same modules as in the page that is exported, joined in the same way."""
    runner = (Path(__file__).parent / "runner.js").read_text("utf-8").replace("../../src/unmask/page/", "./")
    script = joined(parts_of_the_page() | {SCRIPT: runner})
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(content=f"{script}\nglobalThis.done = done;", type="module")
        page.wait_for_function("() => Boolean(globalThis.done)")

        def ask(tasks: Sequence[object]) -> list[Any]:
            written = page.evaluate("(tasks) => JSON.stringify(JSON.parse(tasks).map(done))", json.dumps(tasks))
            answers: list[Any] = json.loads(written)
            return answers

        yield ask
