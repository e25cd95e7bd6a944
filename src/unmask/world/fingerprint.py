"""What a world means, in sixteen signs: the same for two files that differ in prose, comments and cover only."""

from unmask.syntax import tree
from unmask.syntax.to_text import to_text

LENGTH = 16


def fingerprint(story: tree.Story) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the story's canonical text without what does not matter to a run."""
    import hashlib

    return hashlib.sha256(to_text(tree.Story(_meaning(story.lines))).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _meaning(lines: tuple[tree.Line, ...]) -> tuple[tree.Line, ...]:
    """The lines without prose, cover, motifs, promises, comments, reasons in words and better words for values."""
    silent = (tree.Prose, tree.Front, tree.Motif, tree.Promise)
    return tuple(_bare(line) for line in lines if not isinstance(line, silent))


def _bare(line: tree.Line) -> tree.Line:
    line = line._replace(notes=tree.NO_NOTES)
    match line:
        case tree.Motive():
            return line._replace(phrase="")
        case tree.Tends():
            return line._replace(motive=line.motive._replace(phrase="", notes=tree.NO_NOTES))
        case tree.Scale():
            return line._replace(levels=_wordless(line.levels))
        case tree.Variables(type=tree.SetType(values)):
            return line._replace(type=tree.SetType(_wordless(values)))
        case tree.Ending():
            return line._replace(title=None, body=_meaning(line.body))
        case tree.Person():
            return line._replace(display=None, pronouns=("they",), called=(), body=_meaning(line.body))
        case tree.Kind() | tree.Scene() | tree.Moment() | tree.Option() | tree.Meanwhile():
            return line._replace(body=_meaning(line.body))
        case _:
            return line


def _wordless(values: tuple[tree.Value, ...]) -> tuple[tree.Value, ...]:
    return tuple(value._replace(words=None) for value in values)
