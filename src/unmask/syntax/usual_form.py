"""The usual form of a story's text, as `unmask fmt` writes it: the text of its tree, again and again until it stays as it is.

What a line can only mean is sometimes seen when another one was mended: who is somebody's name once `iperson Tobit` is `person Tobit`.
"""

from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.syntax.tree import Story

MOST_TIMES = 5


def usual_form(source: Source, story: Story) -> str:
    """The text of a story file in its usual form; `story` is its tree."""
    text = to_text(story)
    for _ in range(MOST_TIMES):
        again = to_text(parse(Source(source.name, text))[0])
        if again == text:
            break
        text = again
    return text
