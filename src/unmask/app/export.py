"""The command `unmask export`: writes a story in a form that other programs read.

One promise: what is written is written whole or not at all, and the same story gives the same bytes.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unmask.app import doors
from unmask.app.doors import Refusal, save
from unmask.app.shell import quoted
from unmask.app.stories import story_argument

if TYPE_CHECKING:
    from unmask.pipeline import World


def _prism(world: "World", motifs: tuple[str, ...]) -> str:
    from unmask.export.to_prism import to_prism

    return to_prism(world.model, motifs)


def _html(world: "World", motifs: tuple[str, ...]) -> str:
    from unmask.app.files import parts_of_the_page
    from unmask.export.exact import NotExact
    from unmask.export.to_html import to_html
    from unmask.export.to_world_json import world_json

    if motifs:
        raise Refusal("A page has no labels for motifs: leave out --motif, or ask for `--to prism`.")
    try:
        data = world_json(world.model, world.fingerprint)
    except NotExact as found:
        raise Refusal(str(found)) from None
    return to_html(data, world.model.cover, world.title, parts_of_the_page())


WRITERS: "dict[str, Callable[[World, tuple[str, ...]], str]]" = {"html": _html, "prism": _prism}
"""What a story can be written as: a world and the motifs that were asked for come in, a text leaves."""
ENDINGS = {"html": ".html", "prism": ".prism"}
"""How the name of a file usually ends."""


@click.command(short_help="Write a story in a form that other programs read.")
@story_argument
@click.option(
    "--to",
    "form",
    type=click.Choice(list(WRITERS)),
    required=True,
    help="Which form: `html`, a page that plays it in a browser; `prism`, a model for PRISM and Storm.",
)
@click.option("--motif", "motifs", multiple=True, metavar="NAME", help="With a label for this motif; may stand several times.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write this file, and nothing on stdout.")
def export(story: str, form: str, motifs: tuple[str, ...], out: Path | None) -> None:
    """Write a story in a form that other programs read: as a page to play and to keep, or as a model to check what unmask says of it."""
    from unmask.motif.from_world import NoAutomaton
    from unmask.problems.near import did_you_mean

    world = doors.world(story)
    if out is not None and os.path.exists(story) and os.path.exists(out) and os.path.samefile(story, out):
        raise Refusal(f"{out} is the story itself, so nothing was written. Choose another name, such as {out.with_suffix(ENDINGS[form])}.")
    if out is not None and os.path.isdir(out):
        raise Refusal(f"{out} is a folder. Say which file in it: -o {quoted(str(out / f'NAME{ENDINGS[form]}'))}")
    known = [motif.name for motif in world.model.motifs]
    for motif in motifs:
        if motif not in known:
            raise Refusal(f"There is no motif called `{motif}` in this story. {did_you_mean(motif, known)}".rstrip())
    try:
        text = WRITERS[form](world, tuple(dict.fromkeys(motifs)))
    except NoAutomaton as found:
        raise Refusal(f"{found.problem.title}. {found.problem.note}".rstrip()) from None
    if out is None:
        click.echo(text, nl=False)
    else:
        save(out, text)
