"""The page in a real browser: it is played by keyboard, kept, taken up again and read, and holds to what `unmask` itself tells."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import unmask
from tests.app.commands import STORY, call, write
from tests.page import alien
from tests.page.browser import HOW, NoBrowser, Opened, asking, chromium, launched, opened
from tests.page.campaign import campaign
from unmask.app.game import Game, who_choose
from unmask.telling.knows import known
from unmask.telling.knows import sentences as known_in_sentences
from unmask.telling.sentences import Telling
from unmask.telling.to_text import byline, fine_print

PHONE = {"width": 390, "height": 844}
HEBREW = """\
title "המכתב"
language "he"

person נועה (she)

scene ערב with נועה
  > "נועה" יושבת ליד החלון, ובחוץ יורד גשם (חזק).
  moment בחירה: נועה
    * לפתוח את המכתב
      > היא פותחת אותו.
      -> ending נקרא
    * לשרוף אותו
      > הנייר נשרף.
      -> ending נקרא

ending נקרא "סוף"
"""


HUB = """\
fact turns: 0..3

person Ada (she)

scene hub with Ada
  when turns < 3
  > {any: The fire burns. | The fire crackles. | The fire is low.}
  moment asking: Ada
    * put on a log
      ~ turns += 1
    -> end

scene morning with Ada
  when turns is 3
  > It is light.
  -> ending day

ending day
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages of the bundled worlds and of two small ones."""
    folder = tmp_path_factory.mktemp("pages")
    stories = {"helmet": "helmet", "village": "village"}
    stories |= {
        name: write(folder, text, f"{name}.story") for name, text in (("alien", alien.STORY), ("hebrew", HEBREW), ("stairs", STORY))
    }
    for name, story in stories.items():
        assert call("export", story, "--to", "html", "-o", str(folder / f"{name}.html")).code == 0
    return {name: folder / f"{name}.html" for name in stories}


def blocks_of(telling: Telling, over: bool = True) -> list[tuple[str, str]]:
    """What a page shows of a telling."""
    found: list[tuple[str, str]] = []
    for number, section in enumerate(telling.sections):
        found += [("hr", "")] * bool(number) + [("p", paragraph) for paragraph in section]
    after = [("h2", telling.ending), *(("note", word) for word in telling.cover.afterwords)]
    return [*found, *after] if over else found


def plays_out(open_page: Opened, keys: str = "1213") -> None:
    """Chooses by keyboard to the end."""
    for turn in range(200):
        if open_page.is_over():
            return
        open_page.page.keyboard.press(str(min(int(keys[turn % len(keys)]), len(open_page.choices()))))
    raise AssertionError("a run that does not end")


# ── played, kept, taken up again ──


def test_a_whole_run_is_played_by_keyboard_undone_kept_in_the_link_and_finished(browser: Browser, pages: dict[str, Path]) -> None:
    world = unmask.load("helmet")
    with opened(browser, pages["helmet"]) as first:
        page = first.page
        page.click("#begin summary")
        page.fill("#seed", "7")
        page.locator('#people input[value="Rey"]').focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        before = (first.blocks(), first.choices())
        page.keyboard.press("2")
        assert len(first.blocks()) > len(before[0])
        after = (first.blocks(), first.choices())
        page.keyboard.press("u")
        assert (first.blocks(), first.choices()) == before
        page.keyboard.press("2")
        assert (first.blocks(), first.choices()) == after
        page.keyboard.press("1")
        left = (first.blocks(), first.choices())
        link = first.link()
    fragment = "#" + link.partition("#")[2]
    assert len(fragment) < 120
    with opened(browser, pages["helmet"], fragment) as second:
        assert (second.blocks(), second.choices()) == left
        second.page.reload()
        assert (second.blocks(), second.choices()) == left
        plays_out(second)
        tape = second.saved("save")
        run = world.replay(tape)
        assert (run.strayed, run.ending) == ("", world.replay(tape, go_on=True).ending)
        telling = run.telling("Rey")
        assert second.blocks() == blocks_of(telling)
        cover = telling.cover
        lines = second.page.locator("#cover > *").all_text_contents()
        assert lines == [line for line in (cover.title, byline(telling), fine_print(telling), *cover.notes) if line]


def test_what_was_read_stays_until_the_story_is_over_and_then_the_page_tells_what_replay_tells(
    browser: Browser, pages: dict[str, Path]
) -> None:
    world = unmask.load("helmet")
    game = Game(world, "Rey", seed=7, number=0)
    closed_up = 0
    with opened(browser, pages["helmet"]) as found:
        found.begin("Rey")
        while game.point is not None:
            assert found.blocks() == blocks_of(game.telling(), over=False)
            closed_up += game.retelling().sections != game.telling().sections
            last = len(game.labels) - 1
            found.page.keyboard.press(str(last + 1))
            game.choose(last)
        assert closed_up > 0  # else nothing was there to stay
        assert found.blocks() == blocks_of(world.replay(found.saved("save")).telling("Rey"))
        assert game.telling().sections != game.retelling().sections
        found.page.keyboard.press("u")
        game.undo()
        assert found.blocks() == blocks_of(game.telling(), over=False)


def test_who_only_watches_reads_the_run_that_tell_tells_from_every_side(browser: Browser, pages: dict[str, Path]) -> None:
    run = unmask.load("helmet").run(seed=2026, number=18446744073709551615)
    with opened(browser, pages["helmet"]) as found:
        found.begin("", seed=2026, number=18446744073709551615)
        assert found.is_over()
        for side, remembered in (("Kylo", False), ("Rey", False), ("world", False), ("Kylo", True)):
            found.page.evaluate(
                "([side, remembered]) => { told.value = JSON.stringify([side, remembered]); told.dispatchEvent(new Event('change')); }",
                [side, remembered],
            )
            assert found.blocks() == blocks_of(run.telling(side, remembered))
            found.page.reload()
            assert found.blocks() == blocks_of(run.telling(side, remembered))


def test_a_tape_of_unmask_is_taken_up_where_it_ends(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    world = unmask.load("village")
    lines = world.run(5, 1).tape("Lettice").splitlines()
    (tape := tmp_path / "evening.tape").write_text("\n".join(lines[: len(lines) // 2]), "utf-8")
    with opened(browser, pages["village"]) as found:
        found.page.set_input_files("#file", tape)
        found.page.wait_for_selector("#choices button")
        saved = found.saved("save")
        assert saved.startswith("\n".join(lines[: len(lines) // 2]))
        assert saved.endswith("# played as Lettice\n")
        run = world.replay(saved)
        assert run.strayed == ""
        assert found.blocks() == blocks_of(run.telling("Lettice"), over=False)
        again = tmp_path / "again.tape"
        again.write_text(saved, "utf-8")
        told = found.blocks()
        found.page.keyboard.press("1")
        found.page.set_input_files("#file", again)
        expect(found.page.locator("#prose > :not(.chosen)")).to_have_count(len(told))
        assert found.blocks() == told


def test_a_tape_knows_who_was_played_when_it_is_told_from_elsewhere(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    with opened(browser, pages["village"]) as found:
        found.begin("Wick", seed=4)
        found.page.keyboard.press("1")
        found.page.click("#open")
        found.page.select_option("#told", label="from the world's side")
        with found.page.expect_download() as waiting:
            found.page.click("#save")
        assert waiting.value.suggested_filename == "the-bell-box-4-0.tape"
        waiting.value.save_as(tape := tmp_path / waiting.value.suggested_filename)
        left = (found.blocks(), found.choices())
    with opened(browser, pages["village"]) as found:
        found.page.set_input_files("#file", tape)
        found.page.wait_for_selector("#choices button")
        assert (found.blocks(), found.choices()) == left
        assert found.page.text_content("#question") == "What does Wick do?"
        assert found.page.evaluate("told.selectedOptions[0].textContent") == "from the world's side"


def test_the_link_is_copied_or_it_is_said_where_it_is(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["village"]) as found:
        found.begin("Wick")
        found.page.click("#open")
        for may in (True, False):
            how = "window.copied = text" if may else "throw new Error('no')"
            found.page.evaluate(f"() => {{ navigator.clipboard.writeText = async (text) => {{ {how}; }}; }}")
            found.page.evaluate("said.textContent = ''")
            found.page.click("#copy")
            found.page.wait_for_selector("#said:not(:empty)", state="attached")
            expected = "The link is copied." if may else "The browser does not let a page copy. The link is the page's address."
            assert found.page.text_content("#said") == expected
        assert found.page.evaluate("window.copied") == found.page.url


def test_a_tape_that_cannot_be_followed_says_where(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    text = "unmask tape 1\nseed 5\nrun 1\nside Wick\n\nscene porch\nporch / outcry / Corm / say a prayer\n"
    (strayed := tmp_path / "a.tape").write_text(text, "utf-8")
    (none := tmp_path / "<img src=x onerror=window.ran=1>.tape").write_text("dear diary", "utf-8")
    with opened(browser, pages["village"]) as found:
        found.page.set_input_files("#file", none)
        found.page.wait_for_selector("#said.seen")
        assert found.page.text_content("#said") == f"{none.name} is not a tape: it does not start with the line `unmask tape 1`."
        found.page.set_input_files("#file", strayed)
        found.page.wait_for_selector("#choices button")
        why = unmask.load("village").replay(text).strayed
        assert found.page.text_content("#said") == f"The tape cannot be followed to its end: {why}."


def test_a_link_that_does_not_fit_says_so(browser: Browser, pages: dict[str, Path]) -> None:
    broken = (
        "#run=x",
        "#seed=7&run=0&as=__proto__&side=Kylo",
        "#seed=7&run=0&side=nobody",
        "#%00%ff",
        "#seed=-1&run=0",
        "#seed=18446744073709551616&run=0",
    )
    with opened(browser, pages["helmet"]) as found:
        for fragment in broken:
            found.page.goto("about:blank")
            found.page.goto(pages["helmet"].as_uri() + fragment)
            assert found.page.text_content("#wrong") == "What the link says of a run does not fit this story.", fragment
            assert found.page.locator("#begin").is_visible()
        found.requests[:] = [url for url in found.requests if url != "about:blank"]
        found.page.goto("about:blank")
        found.page.goto(pages["helmet"].as_uri() + "#seed=7&run=0&as=Rey&side=Rey&way=2-99.4&world=1234abcd")
        assert found.choices() != []
        assert "has changed since" in (found.page.text_content("#said") or "")
        found.page.goto("about:blank")
        found.page.goto(pages["helmet"].as_uri() + "#seed=7&run=0&as=Rey&side=Rey&way=1-99.4")
        assert found.page.text_content("#said") == "The link cannot be followed to its end: choice 2 cannot be made here."
        found.requests[:] = [url for url in found.requests if url != "about:blank"]


def test_a_link_that_was_cut_short_says_so_and_the_game_goes_on_from_there(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        found.begin("Rey")
        for _ in range(3):
            found.page.keyboard.press("2")
        link = "#" + found.link().partition("#")[2]
        told = found.blocks()
    with opened(browser, pages["helmet"], link[: link.index("&world")][:-1]) as found:
        assert found.page.text_content("#said") == (
            "This link was cut short, or changed on its way here. The story goes as far as it can be read."
        )
        assert found.choices() != []
        assert found.blocks()[0] == told[0]
    with opened(browser, pages["helmet"], link + ").") as found:
        assert (found.blocks(), found.page.text_content("#said")) == (told, "")
    with opened(browser, pages["helmet"], link[:20]) as found:
        assert "does not fit this story" in (found.page.text_content("#wrong") or "")
        assert found.page.locator("#begin").is_visible()


def test_whoever_leaves_right_after_a_choice_finds_it_made(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        found.begin("Rey")
        found.page.evaluate("""() => {
            const before = location.hash;
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true }));
            window.soFar = [before, location.hash];
            dispatchEvent(new PageTransitionEvent("pagehide"));
            window.soFar.push(location.hash);
        }""")
        before, at_once, when_left = found.page.evaluate("window.soFar")
        assert (at_once, when_left) == (before, found.link()[-len(when_left) :])
        assert when_left != before


def test_the_run_before_is_a_step_back_in_the_browser(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["village"]) as found:
        found.begin("", seed=3)
        told = found.blocks()
        found.page.click("#again")
        assert "run=1" in found.page.url
        assert found.blocks() != told
        found.page.click("#anew")
        assert found.page.locator("#begin").is_visible()
        found.page.go_back()
        found.page.go_back()
        assert found.blocks() == told


def test_whoever_chooses_may_be_played_and_whoever_misremembers_may_be_believed(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["stairs"]) as found:
        assert found.page.locator("#people label").all_text_contents() == ["Ada", "nobody: I only watch"]
        sides = ["from Ada's side", "from Bo's side", "from the world's side", "as Ada remembers it"]
        assert found.page.locator("#side option").all_text_contents() == sides
        assert found.page.evaluate("side.selectedOptions[0].textContent") == sides[0]
        found.page.locator('#people input[value=""]').check()
        found.page.select_option("#side", label=sides[3])
        found.page.click("#begin .main")
        seed = int(re.findall(r"seed=(\d+)", found.page.url)[0])
        assert found.blocks() == blocks_of(unmask.load(pages["stairs"].with_suffix(".story")).run(seed).telling("Ada", remembered=True))
    with opened(browser, pages["village"]) as found:
        values = found.page.locator("#people input").evaluate_all("(all) => all.map((one) => one.value)")
        assert values == [*who_choose(unmask.load("village").model), ""]
        found.page.locator('#people input[value="Corm"]').check()
        assert found.page.evaluate("side.selectedOptions[0].textContent") == "from Corm's side"


def test_each_story_that_is_begun_has_luck_of_its_own_and_keeps_it(browser: Browser, pages: dict[str, Path]) -> None:
    seeds = []
    for _ in range(2):
        with opened(browser, pages["village"]) as found:
            found.page.click("#begin .main")
            seeds.append(re.findall(r"#.*seed=(\d+)&run=0&", found.page.url)[0])
            told = found.blocks()
            found.page.click("#same")
            assert (found.blocks(), found.page.url.count(f"seed={seeds[-1]}&run=0")) == (told, 1)
    assert len(set(seeds)) == 2
    with opened(browser, pages["village"]) as found:
        found.page.evaluate("document.querySelector('#begin details').open = true")
        found.page.fill("#number", "3")
        found.page.click("#begin .main")
        assert "seed=7&run=3" in found.page.url


def test_what_was_chosen_stands_before_what_came_of_it(browser: Browser, pages: dict[str, Path]) -> None:
    world = unmask.load("helmet")
    game = Game(world, "Kylo", seed=7, number=0)
    with opened(browser, pages["helmet"]) as found:
        found.begin("Kylo")
        chose = []
        for _ in range(3):
            told, label = len(found.blocks()), game.labels[0]
            found.page.keyboard.press("1")
            game.choose(0)
            chose.append(label)
            everything = found.page.locator("#prose > :not(hr)").all_text_contents()
            assert found.chosen() == chose
            new = [text for kind, text in found.blocks()[told:] if kind == "p"]
            assert everything[everything.index(label, len(everything) - len(new) - 1) :] == [label, *new]
        found.page.keyboard.press("u")
        assert found.chosen() == chose[:-1]
        plays_out(found)
        assert found.chosen()
        found.page.emulate_media(media="print")
        assert not found.page.locator("#prose > .chosen >> nth=0").is_visible()


def test_a_story_can_be_begun_without_a_turn_of_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    for name in ("helmet", "village", "stairs", "hebrew"):
        with opened(browser, pages[name], viewport={"width": 1280, "height": 900}) as found:
            place = found.page.locator("#begin .main").bounding_box()
            assert place is not None
            assert place["y"] + place["height"] <= 900, name


def test_the_same_scene_once_more_is_a_turn_and_no_new_section(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "hub.html"
    assert call("export", write(tmp_path, HUB, "hub.story"), "--to", "html", "-o", str(path)).code == 0
    with opened(browser, path) as found:
        found.begin("Ada")
        for _ in range(3):
            found.page.keyboard.press("1")
        marks = found.page.evaluate("[...document.querySelectorAll('hr')].map((one) => getComputedStyle(one, '::before').content)")
        assert marks[:2] == ["none", "none"]
        assert "none" not in marks[2]  # another scene
        caps = "[...document.querySelectorAll('.p')].map((one) => getComputedStyle(one, '::first-line').fontVariantCaps)"
        assert found.page.evaluate(caps)[:3] == ["small-caps", "normal", "normal"]


# ── by keyboard, for eyes and ears ──


def test_what_i_know_is_what_unmask_says_that_i_know(browser: Browser, pages: dict[str, Path]) -> None:
    world = unmask.load("helmet")
    with opened(browser, pages["helmet"]) as found:
        found.begin("Kylo")
        for _ in range(3):
            found.page.keyboard.press("1")
        run = world.replay(found.saved("save"))
        knowledge = known(world.process.layout, run.record.over.state, "Kylo")
        found.page.keyboard.press("?")
        assert found.page.evaluate("document.activeElement.dataset.close") == "known"
        lists = found.page.evaluate(
            "[...knowledge.querySelectorAll('h3')].map((one) => [one.textContent, "
            "[...one.nextElementSibling.children].map(({ children: [what, value] }) => `${what.textContent} ${value.textContent}`)])"
        )
        assert [f"{heading}: {', '.join(rows)}." for heading, rows in lists] == list(known_in_sentences(world.model, knowledge))
        found.page.keyboard.press("Escape")
        assert found.page.locator("dialog[open]").count() == 0


def test_keys_are_for_the_story_and_not_for_what_is_typed(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        page = found.page
        page.click("#begin summary")
        page.fill("#seed", "12")
        page.locator("#seed").press("End")
        page.keyboard.press("3")
        assert page.input_value("#seed") == "123"
        page.fill("#seed", "1e3")
        page.keyboard.press("Enter")
        assert "whole numbers" in (page.text_content("#wrong") or "")
        page.fill("#seed", "5")
        page.keyboard.press("Enter")
        told = found.blocks()
        page.keyboard.press("Control+1")
        page.keyboard.press("9")
        page.keyboard.press("u")
        assert found.blocks() == told
        page.click("#ask")
        page.keyboard.press("1")
        page.keyboard.press("Escape")
        page.click("#open")
        page.uncheck("#keys")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        assert found.blocks() == told
        page.click("#choices button >> nth=0")
        assert found.blocks() != told


def test_keys_lie_where_they_lie_on_other_keyboards(browser: Browser, pages: dict[str, Path]) -> None:
    press = "(how) => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...how }))"
    with opened(browser, pages["helmet"]) as found:
        found.begin("Kylo")
        told = found.blocks()
        for how in (
            {"key": "é", "code": "Digit2", "repeat": True},
            {"key": "é", "code": "KeyE"},
            {"key": "!", "code": "Digit1", "shiftKey": True},
        ):
            found.page.evaluate(press, how)
            assert found.blocks() == told
        found.page.evaluate(press, {"key": "é", "code": "Digit2"})  # French
        assert found.blocks() != told
        found.page.evaluate(press, {"key": "г", "code": "KeyU"})  # Russian
        assert found.blocks() == told
        found.page.evaluate(press, {"key": ",", "code": "Slash", "shiftKey": True})
        assert found.page.locator("#known").is_visible()


def test_the_keyboard_reaches_everything_and_is_seen_where_it_is(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        page = found.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "skip"
        assert page.locator("#skip").bounding_box()["height"] > 20
        found.begin("Kylo")
        page.keyboard.press("1")
        assert page.evaluate("document.activeElement.id") == "asking"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == f"1{found.choices()[0]}"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        before = len(found.blocks())
        page.keyboard.press("Enter")
        assert len(found.blocks()) > before
        for tool in ("open", "ask", "undo", "skip"):
            page.keyboard.press("Shift+Tab")
            assert page.evaluate("document.activeElement.id") == tool
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "asking"


def test_a_screen_reader_hears_what_is_new_and_only_that(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        found.begin("Kylo")
        log = found.page.get_by_role("log")
        assert log.get_attribute("aria-live") == "polite"
        assert found.page.get_by_role("region", name="What does Kylo do?").is_visible()
        assert len(found.page.get_by_role("heading", level=1).all()) == 1
        watch = "(all) => { window.added = all.flatMap((one) => [...one.addedNodes]).map((one) => one.textContent); }"
        found.page.evaluate(f"new MutationObserver({watch}).observe(prose, {{ childList: true }})")
        before = found.blocks()
        found.page.keyboard.press("1")
        assert log.get_attribute("aria-live") == "polite"
        added = found.page.evaluate("window.added")
        assert added == [*found.chosen(), *(text for _, text in found.blocks()[len(before) :])]
        found.page.keyboard.press("u")
        assert found.page.text_content("#said") == "Undone."
        heard = "() => { told.dispatchEvent(new Event('change')); return prose.getAttribute('aria-live'); }"
        assert found.page.evaluate(heard) == "off"  # another side of what was read before
        found.page.wait_for_selector("[role=log][aria-live=polite]")


def test_axe_finds_nothing_serious_in_any_part_of_the_page_in_light_and_in_dark(browser: Browser, pages: dict[str, Path]) -> None:
    from axe_core_python import base

    axe = (Path(base.__file__).parent / "axe.min.js").read_text("utf-8")
    for scheme in ("light", "dark"):
        with opened(browser, pages["helmet"], color_scheme=scheme, bypass_csp=True) as found:
            page = found.page
            page.evaluate(axe)
            assert _serious(page) == []
            page.click("#begin summary")
            assert _serious(page) == []
            found.begin("Rey")
            assert _serious(page) == []
            page.keyboard.press("1")
            page.keyboard.press("?")
            assert _serious(page) == []
            page.keyboard.press("Escape")
            page.click("#open")
            assert _serious(page) == []
            page.check(f'input[name="theme"][value="{"dark" if scheme == "light" else "light"}"]')
            assert _serious(page) == []
            page.keyboard.press("Escape")
            plays_out(found)
            assert _serious(page) == []


def _serious(page: Page) -> list[object]:
    return page.evaluate(
        "async () => (await axe.run()).violations.filter((one) => ['serious', 'critical'].includes(one.impact))"
        ".map((one) => [one.id, ...one.nodes.map((node) => node.html)])"
    )


# ── on other papers ──


def test_nothing_is_wider_than_a_phone(browser: Browser, pages: dict[str, Path]) -> None:
    too_wide = (
        "document.documentElement.scrollWidth > innerWidth"
        " || [...document.querySelectorAll('dialog[open]')].some((one) => one.scrollWidth > one.clientWidth)"
    )
    for name, person in (("helmet", "Kylo"), ("alien", "__proto__")):
        for width in (390, 320):
            with opened(browser, pages[name], viewport={**PHONE, "width": width}) as found:
                page = found.page
                assert not page.evaluate(too_wide)
                found.begin(person)
                assert not page.evaluate(too_wide)
                page.keyboard.press("1")
                assert not page.evaluate(too_wide)
                for button in ("ask", "open"):
                    page.click(f"#{button}")
                    assert not page.evaluate(too_wide)
                    page.keyboard.press("Escape")
                heights = page.evaluate("[...choices.querySelectorAll('button')].map((one) => one.offsetHeight)")
                assert min(heights) >= 44  # a thumb's


def test_prose_from_right_to_left_runs_so(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["hebrew"]) as found:
        found.begin("נועה")
        assert found.page.get_attribute("#book", "dir") == "rtl"
        assert found.page.get_attribute("#book", "lang") == "he"
        assert found.page.evaluate("getComputedStyle(prose.querySelector('p')).direction") == "rtl"
        assert found.page.evaluate("getComputedStyle(choices.querySelector('.label')).direction") == "rtl"
        digit, label = (found.page.locator(f"#choices .{part}").first.bounding_box() for part in ("digit", "label"))
        assert digit is not None
        assert label is not None
        assert digit["x"] > label["x"]
        found.page.keyboard.press("2")
        assert found.blocks()[-1] == ("h2", "סוף")


def test_paper_is_chosen_by_the_device_or_by_hand(browser: Browser, pages: dict[str, Path]) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, pages["helmet"], color_scheme="dark") as found:
        dark = found.page.evaluate(ground)
        found.page.click("#open")
        found.page.check('input[name="theme"][value="light"]')
        light = found.page.evaluate(ground)
        assert sum(map(int, light[4:-1].split(","))) > 600 > 200 > sum(map(int, dark[4:-1].split(",")))
        found.page.reload()
        assert found.page.evaluate(ground) == light
        found.page.click("#open")
        found.page.check('input[name="theme"][value=""]')
        assert found.page.evaluate(ground) == dark


def test_what_moves_stands_still_for_whoever_asks(browser: Browser, pages: dict[str, Path]) -> None:
    name = "getComputedStyle(prose.querySelector('.new')).animationName"
    for motion, expected in (("reduce", "none"), ("no-preference", "appear")):
        with opened(browser, pages["helmet"], reduced_motion=motion) as found:
            found.begin("Kylo")
            assert found.page.evaluate(name) == expected


def test_on_paper_there_is_the_story_and_nothing_to_press(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"]) as found:
        found.begin("Kylo")
        found.page.emulate_media(media="print")
        assert found.page.locator("#prose p").first.is_visible()
        assert not any(button.is_visible() for button in found.page.locator("button").all())


def test_without_its_script_the_page_says_so(browser: Browser, pages: dict[str, Path]) -> None:
    with opened(browser, pages["helmet"], java_script_enabled=False) as found:
        assert found.page.locator("h1").text_content() == "The Helmet"
        assert found.page.locator("noscript").is_visible()


# ── words that are no program ──


def test_nothing_that_a_story_says_runs_or_asks_for_anything(browser: Browser, pages: dict[str, Path]) -> None:
    world = unmask.load(pages["alien"].with_suffix(".story"))
    marks = "['script', 'img, iframe, svg, base, link, object, embed, a:not(.skip)'].map((one) => document.querySelectorAll(one).length)"
    with opened(browser, pages["alien"]) as found:
        assert found.page.title() == world.title
        assert found.page.locator("h1").text_content() == world.title
        for person in ("__proto__", "constructor"):
            found.begin(person)
            found.page.keyboard.press("?")
            found.page.keyboard.press("Escape")
            plays_out(found)
            found.page.wait_for_timeout(50)
            run = world.replay(found.saved("save"))
            assert run.strayed == ""
            assert found.blocks() == blocks_of(run.telling(person))
            assert found.page.evaluate("window.ran") is None
            assert found.page.evaluate(marks) == [2, 0]
            assert found.page.evaluate("Object.keys(Object.prototype).concat(Object.keys({}))") == []
            found.page.click("#anew")
        said = " ".join(found.page.locator("#cover").all_text_contents())
        assert all(payload in said for payload in alien.PLAIN)


def test_what_got_past_all_this_would_still_be_stopped_by_the_policy_of_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    attempts = """() => {
        const all = {
            markup() { document.body.innerHTML = "<img src=https://example.org/a onerror=window.ran=1>"; },
            script() { const made = document.createElement("script"); made.append("window.ran=1"); document.body.append(made); },
            module() { const made = document.createElement("script"); made.src = "https://example.org/b.js"; document.body.append(made); },
            handler() { const made = document.createElement("b"); made.setAttribute("onclick", "window.ran=1"); made.click(); },
            image() { new Image().src = "https://example.org/c"; },
            frame() { const made = document.createElement("iframe"); made.src = "https://example.org/d"; document.body.append(made); },
            style() { document.body.setAttribute("style", "background: url(https://example.org/e)"); },
            text() { setTimeout("window.ran=1"); },
            beacon() { navigator.sendBeacon("https://example.org/f"); },
            form() { begin.action = "https://example.org/g"; begin.submit(); },
        };
        for (const attempt of Object.values(all)) try { attempt(); } catch {}
        return fetch("https://example.org/h").then(() => "came", () => "stopped");
    }"""
    with opened(browser, pages["helmet"]) as found:
        stopped: list[str] = []
        found.page.on("requestfailed", lambda request: stopped.append(request.url) if request.failure == "csp" else None)
        assert found.page.evaluate(attempts) == "stopped"
        found.page.wait_for_timeout(100)
        assert found.page.evaluate("window.ran") is None
        assert found.page.url == pages["helmet"].as_uri()
        assert len(found.complaints) >= 8
        assert all("Content Security Policy" in said or "requires 'Trusted" in said for said in found.complaints)
        found.complaints.clear()
        found.requests[:] = [url for url in found.requests if url not in stopped]


def test_what_stands_in_a_link_is_no_program_either(browser: Browser, pages: dict[str, Path]) -> None:
    for payload in (
        "javascript:window.ran=1",
        "<img src=x onerror=window.ran=1>",
        "seed=7&run=0&as=<svg onload=window.ran=1>",
        "seed=7&run=0&way=__proto__",
    ):
        with opened(browser, pages["helmet"], f"#{payload}") as found:
            found.page.wait_for_timeout(20)
            assert found.page.evaluate("window.ran") is None


# ── the engine in a browser ──


def test_the_engine_plays_in_a_browser_what_the_reference_plays(browser: Browser) -> None:
    with asking(browser) as ask:
        found = campaign(ask, runs=30, worlds=6, seed=9, of_made=20)
    assert (found.worlds, found.runs, found.different) == (8, 2 * 30 + 6 * 20, 0)


# ── where there is no browser ──


def test_where_there_is_no_browser_it_is_said_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(NoBrowser, match="apt-get install -y chromium"):
        chromium()
    assert "CHROMIUM=" in HOW
