"""How fast the page of a story is: `python benchmarks/page.py [STORY] [TIMES]`, in Chromium, from a file.

First text is measured by the browser, from the moment it begins to open the file to its first paint with words in it. A choice is
measured from the key to the frame after the one that shows what it led to, over whole runs; the time of the page's own program, which a
display with 60 pictures a second gives 16 ms, stands beside it.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
TIMES = 15
RUNS = 10
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
CHOICE = """
async (key) => {
  const before = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  document.body.offsetHeight; // what changed is laid out before the clock is read
  const after = performance.now();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [after - before, performance.now() - before];
}
"""


def main() -> None:
    """Measure and print."""
    from tests.page.browser import ARGUMENTS, chromium

    story = sys.argv[1] if len(sys.argv) > 1 else "helmet"
    times = int(sys.argv[2]) if len(sys.argv) > 2 else TIMES
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        subprocess.run([sys.executable, "-m", "unmask", "export", story, "--to", "html", "-o", page], check=True)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS, headless=True)
        print(f"{story}: {page.stat().st_size:,} bytes, Chromium {browser.version}, median (worst) of {times} openings and {RUNS} runs")
        print(_line("first text", *_first_text(browser, page, times), bound=200))
        program, shown = _choices(browser, page)
        print(_line(f"a choice: the page's program ({len(program)} choices)", statistics.median(program), max(program), bound=16))
        print(_line("a choice: until it is on the screen", statistics.median(shown), max(shown)))
        browser.close()


def _line(what: str, median: float, worst: float, bound: int | None = None) -> str:
    return f"{what:<56}{median:>8.1f} ms  ({worst:.1f} ms){f'   at most {bound} ms' if bound else ''}"


def _first_text(browser: Browser, path: Path, times: int) -> tuple[float, float]:
    found = []
    for _ in range(times):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(path.as_uri())
            while not (painted := page.evaluate(PAINTED)):
                page.wait_for_timeout(10)
            found.append(painted)
    return statistics.median(found), max(found)


def _choices(browser: Browser, path: Path) -> tuple[list[float], list[float]]:
    program, shown = [], []
    for number in range(RUNS):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(path.as_uri())
            page.click("#begin summary")
            page.fill("#number", str(number))
            page.click("#begin .main")
            while page.locator("#over").is_hidden():
                key = str(1 + (number + len(program)) % page.locator("#choices button").count())
                for figures, took in zip((program, shown), page.evaluate(CHOICE, key), strict=True):
                    figures.append(took)
    return program, shown


if __name__ == "__main__":
    main()
