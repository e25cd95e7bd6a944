"""What a world means, in sixteen signs: the same for two files that differ in prose, comments and cover only."""

from collections.abc import Iterator

from unmask.syntax import tree
from unmask.syntax.to_text import to_text

LENGTH = 16


def fingerprint(story: tree.Story) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the story's canonical text without what does not matter to a run."""
    import hashlib

    lines = (*_meaning(story.lines), *_meant_motifs(story))
    return hashlib.sha256(to_text(tree.Story(lines)).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _meaning(lines: tuple[tree.Line, ...]) -> tuple[tree.Line, ...]:
    """The lines without prose, cover, motifs, promises, comments, reasons in words and better words for values."""
    silent = (tree.Prose, tree.Front, tree.Motif, tree.Promise)
    return tuple(_bare(line) for line in lines if not isinstance(line, silent))


def _meant_motifs(story: tree.Story) -> Iterator[tree.Line]:
    """The motifs of which something asks whether they happened: what they say changes what can happen."""
    motifs = {line.name.words: line for line in story.lines if isinstance(line, tree.Motif)}
    asked = list(_patterns(_meaning(story.lines)))
    meant: set[str] = set()
    for pattern in asked:
        name = pattern.first.words if pattern.word == "motif" and pattern.first else ""
        if name in motifs and name not in meant:
            meant.add(name)
            asked += _patterns(motifs[name])
    return (_bare(motif) for name, motif in motifs.items() if name in meant)


def _patterns(node: object) -> Iterator[tree.EventPattern]:
    """Every event or motif that is named somewhere in a part of the tree."""
    if isinstance(node, tree.EventPattern):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _patterns(part)


def _bare(line: tree.Line) -> tree.Line:
    line = line._replace(notes=tree.NO_NOTES)
    match line:
        case tree.Motive():
            return line._replace(phrase="")
        case tree.Tends():
            return line._replace(motive=line.motive._replace(phrase="", notes=tree.NO_NOTES))
        case tree.Scale():
            return line._replace(levels=_wordless(line.levels))
        case tree.Variables(type=type_):
            return line._replace(type=tree.SetType(_wordless(type_.values)) if isinstance(type_, tree.SetType) else type_, unlisted=False)
        case tree.Ending():
            return line._replace(title=None, body=_meaning(line.body))
        case tree.Person():
            return line._replace(display=None, pronouns=("they",), called=(), body=_meaning(line.body))
        case tree.Kind() | tree.Motif() | tree.Item() | tree.Scene() | tree.Moment() | tree.Option() | tree.Meanwhile():
            return line._replace(body=_meaning(line.body))
        case _:
            return line


def _wordless(values: tuple[tree.Value, ...]) -> tuple[tree.Value, ...]:
    return tuple(value._replace(words=None) for value in values)
