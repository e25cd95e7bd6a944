"""Charts and pictures: an author's words stay words, a page asks no network for anything, the same chart is the same bytes."""

import json
import re

import pytest

from tests.export.drawn import STORY, many_runs, one_run
from tests.run.playing import story
from unmask.analysis.arcs import course, moves, pairs
from unmask.export.to_chart import course_chart, fans_chart
from unmask.export.to_picture import to_html, to_png, to_svg

TITLE = "The <Lamp> & {datum.value}"
SMILE = 'say </script><script>alert(1)</script> & "smile"'


def marked(chart: dict, words: str) -> list[dict]:
    """The layers that show these words."""
    return [layer for panel in chart["vconcat"] for layer in panel["layer"] if any(words in str(row) for row in layer["data"]["values"])]


def mind_changing() -> str:
    return STORY.replace("      -> lamp\n", "      ~ dread = some\n      -> lamp\n")


def smiling() -> dict:
    model = story(mind_changing()).model
    return course_chart(TITLE, course(model, 7, one_run().record.number, pairs(model)))


def test_a_run_has_a_panel_for_each_pair_between_the_names_of_scenes_and_the_numbers_of_events() -> None:
    names, panel, axis = course_chart(TITLE, one_run())["vconcat"]
    assert [row["words"] for row in names["layer"][0]["data"]["values"]] == ["talk", "talk"]
    assert [row["words"] for row in axis["layer"][0]["data"]["values"]] == list("0123456")
    assert panel["width"] == names["width"] == axis["width"]


def test_the_gap_is_shaded_where_there_is_one_and_the_turn_is_named() -> None:
    chart = course_chart(TITLE, one_run())
    panel = chart["vconcat"][1]
    shaded = [layer["data"]["values"] for layer in panel["layer"] if layer["mark"].get("opacity") == 0.33]
    assert shaded == [[{"x": 0, "x2": 5, "y": 2, "y2": 0}]]
    (name,) = [layer for layer in marked(chart, "'lamp'") if layer["mark"]["type"] == "text"]
    assert name["data"]["values"][0]["x"] == 5


def test_the_levels_have_the_authors_names() -> None:
    panel = course_chart(TITLE, one_run())["vconcat"][1]
    names = [[row["words"] for row in layer["data"]["values"]] for layer in panel["layer"] if layer["mark"]["type"] == "text"]
    assert ["none", "some", "great"] in names


def test_what_is_felt_is_solid_and_what_is_believed_is_dashed() -> None:
    for chart in (course_chart(TITLE, one_run()), fans_chart(TITLE, many_runs())):
        lines = [layer for panel in chart["vconcat"] for layer in panel["layer"] if layer["mark"]["type"] == "line"]
        assert [layer["mark"]["strokeDash"] for layer in lines] == [[1, 0], [5, 3]]
        felt, believed = (layer["data"]["values"][0]["y"] for layer in lines)
        assert felt > 1.9
        assert believed < 0.1


BUSY = """\
person Ada (she)
  feels dread: 0..1
  shows dread
person Bo (he)
scene talk with Ada, Bo
  moment door: Ada
    * change her mind about the whole of it
      ~ dread = 1
      -> door again
  moment door again: Ada
    * change her mind about the whole of it back
      ~ dread = 0
      -> door
limit 120 events
"""


def test_names_of_turns_never_cover_one_another() -> None:
    model = story(BUSY).model
    found = course(model, 7, 0, pairs(model))
    assert len(moves(found.arcs[0], found.record.events)) > 100
    texts = [
        (layer["mark"]["align"], layer["data"]["values"][0])
        for layer in course_chart(TITLE, found)["vconcat"][1]["layer"]
        if layer["mark"]["type"] == "text" and str(layer["data"]["values"][0].get("words", "")).startswith("Ada: ")
    ]
    assert 3 <= len(texts) <= 6
    for one, (align, row) in enumerate(texts):
        for _, other in texts[:one]:
            assert row["y"] != other["y"] or abs(row["x"] - other["x"]) * 650 / 120 > 100, (align, row, other)


def test_a_fan_has_its_spreads_and_says_how_many_runs_are_left() -> None:
    found = many_runs()
    chart = fans_chart(TITLE, found)
    assert marked(chart, f"{found.left[-1]} of 40")
    assert marked(chart, "mean gap −2.0 … −1.2")
    bars = [layer["data"]["values"] for layer in chart["vconcat"][0]["layer"] if layer["mark"].get("opacity") == 0.24]
    assert [(row["y"], row["y2"]) for row in bars[1]] == [(-0.13, 0.13), (-0.13, 2.13)]


def test_an_authors_words_are_data_and_nothing_that_is_evaluated() -> None:
    chart = smiling()
    assert marked(chart, "alert(1)")
    for panel in chart["vconcat"]:
        for layer in panel["layer"]:
            assert "alert" not in json.dumps({**layer, "data": None})
    assert not re.search(r'"(?:expr|signal|calculate|url|href|labelExpr)"', json.dumps(chart))


@pytest.mark.parametrize("chart", [smiling(), fans_chart(TITLE, many_runs())], ids=["run", "fans"])
def test_an_svg_is_one_and_holds_the_words_as_words(chart: dict) -> None:
    svg = to_svg(chart).decode("utf-8")
    assert svg.startswith("<svg ")
    assert "The &lt;Lamp&gt; &amp; {datum.value}" in svg
    assert "<script" not in svg
    assert ">great<" in svg


def test_the_svg_has_the_words_of_the_turn_escaped() -> None:
    assert "Ada: say &lt;/script&gt;&lt;script&gt;aler" in to_svg(smiling()).decode("utf-8")


def test_a_png_is_one() -> None:
    assert to_png(course_chart(TITLE, one_run())).startswith(b"\x89PNG\r\n\x1a\n")


def page() -> str:
    return to_html(smiling(), TITLE, SMILE).decode("utf-8")


def test_a_page_asks_no_network_for_anything() -> None:
    html = page()
    assert html.startswith("<!DOCTYPE html>\n")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy.startswith("default-src 'none';")
    assert "http" not in policy
    assert "connect-src" not in policy
    assert not re.search(r"<(?:script|link|iframe|object|embed|base)\b[^>]*\b(?:src|href|data)=", html)
    assert not re.search(r"@import|url\(\s*['\"]?https?:|\bimport\s*\(", html)
    # What is left are names that nothing fetches, and the address of an editor that the page has no button for.
    hosts = {re.sub(r"^https?://", "", found).split("/")[0] for found in re.findall(r"https?://[^\s\"'`)<>\\]+", html)}
    assert hosts <= {"www.w3.org", "vega.github.io", "github.com"}
    assert "actions:false" in html


def test_nothing_that_an_author_wrote_ends_the_script_of_a_page() -> None:
    html = page()
    assert html.count("<script") == html.count("</script") == 2
    assert "alert(1)</script>" not in html
    assert html.count("<title>The &lt;Lamp&gt; &amp; {datum.value}</title>") == 1
    assert "<pre>say &lt;/script&gt;" in html
    drawn = re.search(r'drawChart\("#chart", (.*)\);\n</script>', html)
    assert drawn
    assert SMILE in json.dumps(json.loads(drawn[1])).replace('\\"', '"')


def test_the_same_chart_is_the_same_bytes() -> None:
    assert to_svg(smiling()) == to_svg(smiling())
    assert to_png(smiling()) == to_png(smiling())
    assert page() == page()
