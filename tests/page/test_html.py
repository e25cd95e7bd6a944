"""The page as a file: one file, whole or not at all, that holds a story as data and lets nothing else run."""

import base64
import errno
import hashlib
import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar

import pytest

import unmask
from tests.app.commands import STORY, call, outside, write
from tests.page.node import node
from unmask.app.files import parts_of_the_page
from unmask.export.short_names import shortened
from unmask.export.squeezed import squeezed
from unmask.export.to_html import NotAPage, in_script, joined

HOUSE = Path(unmask.__file__).parent
PAYLOADS = ["</script><script>ran()</script>", "<!--<script>", "\u2028\u2029", "]]>", "</SCRIPT >", "@script@", "\\u003c"]


class Parts(HTMLParser):
    """The elements of a page with their text, as a browser would take them apart."""

    RAW: ClassVar[set[str]] = {"script", "style", "title"}

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))
        self.inside = tag in self.RAW

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            tag, attrs, text = self.found[-1]
            self.found[-1] = (tag, attrs, text + data)

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attrs, text) for name, attrs, text in self.found if name == tag]


def page_of(folder: Path, text: str = STORY) -> str:
    said = call("export", write(folder, text), "--to", "html")
    assert (said.code, said.err) == (0, "")
    return said.out


def refused(**changed: str) -> str:
    with pytest.raises(NotAPage) as error:
        joined(parts_of_the_page() | {name.replace("_", "."): text for name, text in changed.items()})
    return str(error.value)


# ── the file ──


def test_the_page_of_helmet_has_less_than_300_kilobytes() -> None:
    assert len(call("export", "helmet", "--to", "html").out.encode()) < 300_000


def test_the_same_story_makes_the_same_bytes() -> None:
    pages = [outside("export", "village", "--to", "html", env=os.environ | {"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")]
    assert pages[0] == pages[1]
    assert pages[0].startswith("<!doctype html>")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story, out = write(tmp_path), tmp_path / "stairs.html"
    out.write_text("an older page")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        said = call("export", story, "--to", "html", "-o", str(out))
    assert (said.code, out.read_text()) == (2, "an older page")
    assert "no space left on device" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stairs.html", "stairs.story"]
    assert call("export", story, "--to", "html", "-o", str(out)).code == 0
    assert out.read_text("utf-8") == page_of(tmp_path)


def test_a_folder_is_no_place_for_a_page(tmp_path: Path) -> None:
    said = call("export", write(tmp_path), "--to", "html", "-o", str(tmp_path))
    assert said.code == 2
    assert said.err == f"{tmp_path} is a folder. Say which file in it: -o {tmp_path}/NAME.html\n"


def test_a_link_that_leads_nowhere_is_told_by_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to(tmp_path / "gone" / "page.html")
    said = call("export", write(tmp_path), "--to", "html", "-o", str(tmp_path / "link.html"))
    assert (said.code, said.out) == (2, "")
    assert f"there is no folder {tmp_path / 'gone'}" in said.err


def test_a_page_does_not_take_the_place_of_its_story(tmp_path: Path) -> None:
    story = write(tmp_path)
    said = call("export", story, "--to", "html", "-o", story)
    assert (said.code, Path(story).read_text("utf-8")) == (2, STORY)
    assert "is the story itself" in said.err
    assert "stairs.html" in said.err


def test_a_page_has_no_labels_for_motifs(tmp_path: Path) -> None:
    story = write(tmp_path, STORY + "motif a cold night\n  Ada: wait\n")
    said = call("export", story, "--to", "html", "--motif", "a cold night")
    assert said.code == 2
    assert "leave out --motif" in said.err


def test_numbers_that_a_browser_cannot_count_are_refused(tmp_path: Path) -> None:
    large = "fact big: 0..999\nsecret huge means big * big * big * big * big * big\n"
    said = call("export", write(tmp_path, STORY + large), "--to", "html")
    assert (said.code, said.out) == (2, "")
    assert "more than a browser can count" in said.err


# ── what may run in it ──


def test_the_policy_of_a_page_names_its_script_and_its_style_and_nothing_else(tmp_path: Path) -> None:
    parts = Parts(page_of(tmp_path))
    policy = next(attrs["content"] for attrs, _ in parts.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    ((_, style),) = parts.all("style")
    (_, data), (_, script) = parts.all("script")
    hashed = {
        word: f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for word, text in (("s", script), ("c", style))
    }
    assert rules == {
        "default-src": "'none'",
        "script-src": hashed["s"],
        "style-src": hashed["c"],
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    assert json.loads(data)["format"] == 1


def test_a_page_names_no_other_place(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page)
    parts = Parts(page)
    addresses = [
        value for _, attrs, _ in parts.found for name, value in attrs.items() if name in ("href", "src", "srcset", "action", "data")
    ]
    assert addresses == ["#book"]
    assert [name for _, attrs, _ in parts.found for name in attrs if name.startswith("on") or name == "style"] == []


def test_no_text_is_ever_taken_for_markup() -> None:
    markup = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|srcdoc|\beval\b|new Function"
    )
    for path in sorted((HOUSE / "page").glob("*.js")):
        assert re.findall(markup, path.read_text("utf-8")) == [], path.name


@pytest.mark.parametrize("payload", PAYLOADS)
def test_data_in_a_page_is_read_as_it_was_and_never_ends_its_place(payload: str) -> None:
    data = {payload: [payload]}
    written = in_script(data)
    assert json.loads(written) == data
    assert not re.search("[<\u2028\u2029]", written)


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if payload.isprintable()])
def test_words_of_a_cover_are_words_of_the_page(tmp_path: Path, payload: str) -> None:
    quoted = json.dumps(f'"{payload}"><img src=x>', ensure_ascii=False)
    text = STORY.replace('title "The Stairs"', f"title {quoted}\nauthor {quoted}\nsummary {quoted}\nlanguage {quoted}")
    plain = Parts(page_of(tmp_path))
    parts = Parts(page_of(tmp_path, text))
    said = f'"{payload}"><img src=x>'
    ((_, title),) = parts.all("title")
    assert title == said
    assert {attrs.get("content") for attrs, _ in parts.all("meta") if attrs.get("name") in ("author", "description")} == {said}
    # All other elements are those of any page, in their order.
    named = [tag for tag, attrs, _ in parts.found if attrs.get("name") not in ("author", "description")]
    assert named == [tag for tag, attrs, _ in plain.found]


def test_a_story_without_a_title_is_called_like_its_file_whatever_that_is(tmp_path: Path) -> None:
    name = '"><img src=x onerror=ran()>.story'
    said = call("export", write(tmp_path, STORY.replace('title "The Stairs"\n', ""), name), "--to", "html")
    parts = Parts(said.out)
    assert [text for _, text in parts.all("title")] == [name]
    assert parts.all("img") == []


# ── how it is joined ──


def test_the_script_of_a_page_is_one_that_can_be_read(tmp_path: Path) -> None:
    script = tmp_path / "page.mjs"
    script.write_text(joined(parts_of_the_page()), "utf-8")
    said = subprocess.run([node(), "--check", script], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_modules_that_cannot_be_one_script_are_refused() -> None:
    assert "there is no nowhere.js, which page.js needs" in refused(page_js='import { a } from "./nowhere.js";\n')
    assert "page.js needs itself" in refused(page_js='import { a } from "./a.js";\n', a_js='import { b } from "./page.js";\n')
    assert "export default 1" in refused(page_js="export default 1;\n")
    assert "import fs" in refused(page_js='import fs from "node:fs";\n')
    assert "would end" in refused(page_js='const a = "</script>";\n')


def test_a_module_stands_once_and_behind_what_it_needs() -> None:
    parts = {
        "page.js": '// Says it.\nimport { a } from "./a.js";\nimport { b } from "./b.js";\n\na(b);\n',
        "a.js": 'import { b } from "./b.js";\nexport function a() {\n  return b; // not a line of its own\n}\n',
        "b.js": "/** Two\n * lines. */\nexport const b = 1;\n",
    }
    assert joined(parts) == "const b=1;function a(){return b}a(b);"


AIRY = r"""
// A comment, with `ticks` and "quotes".
const a = 6;
let b = 2; /* not
here */
const c = a / b / 1 + +b - -b;
const said = ["a  //  b", 'c  /* d */', `e  ${ a + b }  f
   g ${ [ 1 , 2 ] . map( (x) => { return `  ${ x }  \`  {{`; } ) }  h`, /[/ "] {2}`/.test('" ` /') , "x".replace(/ +/g, "-"), typeof a];
b ++;
function more ( x ) {
  if (x) return /h  i/ .source
  ; else return "j";
}
class Two { get one () { return 1; }
  two = 2;
}
console.log(JSON.stringify([c, b, said, more(1), more(0), new Two().one + new Two().two, a in [1] ? 1 : 2]));
"""


def test_a_script_without_air_says_what_it_said(tmp_path: Path) -> None:
    tight = squeezed(AIRY)
    said = [subprocess.run([node(), "--eval", script], capture_output=True, text=True, check=True).stdout for script in (AIRY, tight)]
    assert said[0] == said[1] != ""
    assert squeezed(tight) == tight
    assert "comment" not in tight
    assert "c=a/b/1+ +b- -b;" in tight


NAMED = r"""
"use strict";
const several = 3, LARGE = 40, a = 5;
let counted = 0;
function double(number) { const twice = number * 2; return { twice, several: 1, double: twice, [number]: twice }; }
class Counter {
  constructor(start) { this.start = start; }
  added(more) { return this.start + more + several; }
  get several() { counted++; return this.added(several); }
}
function lengths(words) {
  return words.map((word) => `${word} ${double(word.length).twice} {${[{ word }].map(({ word: other }) => `\`${other}}`)}`);
}
function shown(given) { const history = given; return [history, LARGE, "LARGE double"]; }
function kept({ rarely }) { return { rarely }; }
function kind(number, other = String(null)) {
  const before = other; counted += 0; const behind = before;
  switch (number) {
    case several: {
      lengths([behind]);
      const several = "three", added = 0;
      return { several, added };
    }
    default: {
      const counted = [number, several];
      return number > several ? { counted, a } : { number };
    }
  }
}
const { start, missing = LARGE, ...others } = new Counter(LARGE);
const first = [LARGE, ...lengths(["x"])], [, second, ...rest] = first;
const nested = ({ start: { deep = several } = {}, list: [head] = [] }, ...more) => ({ deep, head, more, several() { return several; } });
try { throw new Error("lost"); } catch (error) { counted += error.message.length; }
for (let number = 0, step = 2; number < several; number += step) counted += number;
for (const [number, word] of Object.entries({ word: 1 })) counted += number.length + word;
console.log(JSON.stringify([
  lengths(["a", "bc"]), double(several), new Counter(1).added(start), shown(lengths([]).length ? 1 : 2), kind(3), kind(4), kept(kind(1)),
  missing, others, second, rest, nested({ list: [a] }, counted), nested({}).several(), new Counter(2).several, counted - -several,
  counted-- + +a, counted,
]));
"""


def test_a_script_with_short_names_says_what_it_said() -> None:
    short = shortened(squeezed(NAMED))
    said = [subprocess.run([node(), "--eval", script], capture_output=True, text=True, check=True).stdout for script in (NAMED, short)]
    assert said[0] == said[1] != ""
    assert "Counter" not in short
    assert "lengths" not in short
    assert ".twice" in short
    assert "double:" in short, "it is a property's name too"
    assert "({rarely}){return{rarely}}" in short, "it would only be longer"
    assert not re.search(r"\berror\b|others|let [^;{}]*;let ", short)
    assert "number=>" not in short, "a parameter is no property, though its name is another's"
    assert '"LARGE double"' in short
    assert "const" not in short.replace("constructor", "")
    assert "history" in short, "it may be the browser's"


def test_a_script_with_very_many_names_has_no_word_of_the_language_for_one() -> None:
    names = [f"number{index}" for index in range(3000)]
    script = "".join(f"const {name}=1;" for name in names) + f"console.log({'+'.join(names)});"
    said = subprocess.run([node()], input=shortened(script), capture_output=True, text=True, check=True).stdout
    assert said == "3000\n"
