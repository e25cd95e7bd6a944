"""What an author is told when a line cannot be read: one function for each case, all the words in one place."""

from collections.abc import Iterable, Sequence

from unmask.problems.in_signs import sign_in_words
from unmask.problems.near import did_you_mean, listed
from unmask.problems.place import NOWHERE, Span
from unmask.problems.problem import Fix, Problem, Severity
from unmask.problems.speech import counted

# Words that join or compare wherever they stand.
NEVER_IN_A_NAME = frozenset({"and", "or", "not", "is", "if", "unless", "else", "while", "when", "then", "toward"})

# ── the file ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def empty_story() -> Problem:
    return Problem(
        "empty-story",
        "There is no story here yet",
        NOWHERE,
        "The file is empty, or holds only comments. `unmask new NAME` writes a small story that already tells something; "
        "change it line by line until it is yours.",
    )


def not_text(name: str, offset: int) -> Problem:
    return Problem(
        "not-text",
        f"{name} is not a text file",
        NOWHERE,
        f"A story is plain text in UTF-8, and byte {offset:,} of this file is no part of such a text. If it comes from a "
        "word processor, save it as plain text (UTF-8). Nothing in it was changed.",
    )


def file_too_large(size: int, most: int) -> Problem:
    return Problem(
        "file-too-large",
        "This file is too large to be a story",
        NOWHERE,
        f"It has {size:,} characters, and {most:,} are the most that are read: a long novel has a million. Is it the right file?",
    )


def too_many_lines(count: int, most: int) -> Problem:
    return Problem(
        "file-too-large",
        "This file is too large to be a story",
        NOWHERE,
        f"It has {counted(count, 'line')}, and {most:,} are the most that are read: a long story has ten thousand. Is it the right file?",
    )


def control_character(span: Span, sign: str, instead: str = "") -> Problem:
    mend = {"": "delete it", " ": "put a space there", "\n": "start a new line there"}[instead]
    return Problem(
        "control-character",
        "There is a character here that nobody can see",
        span,
        f"It has the code U+{ord(sign):04X}, prints as nothing, and would stand in the telling unseen. It usually comes along when text is "
        "copied from another program. `unmask fmt` mends the whole file.",
        fix=Fix(span, instead, mend),
    )


def hidden_direction(span: Span, sign: str) -> Problem:
    return Problem(
        "hidden-direction",
        "A hidden mark changes the direction of the text here",
        span,
        f"U+{ord(sign):04X} makes what follows look as if it stood somewhere else, so a reader of this file may not see what it "
        "says. Arabic and Hebrew need no such marks. Delete it unless you put it there on purpose.",
        fix=Fix(span, "", "delete it"),
        severity=Severity.WARNING,
    )


# ── margins ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def tab_in_margin(span: Span, margin: str) -> Problem:
    strange = next((sign for sign in margin if sign not in " \ufeff"), TAB)
    return Problem(
        "tab-in-margin",
        f"This line is moved in with {'a tab' if strange == TAB else sign_in_words(strange)} instead of plain spaces",
        span,
        "What belongs to what is seen from the spaces before a line, and a tab is as wide as each editor likes. Use two spaces "
        "for each step; `unmask fmt` does it for the whole file.",
        fix=Fix(span, "".join("  " if sign == TAB else " " * sign.isspace() for sign in margin), "put spaces there"),
    )


TAB = "\t"


def uneven_margin(span: Span, found: int, expected: int) -> Problem:
    return Problem(
        "uneven-margin",
        "This line is not in line with the ones beside it",
        span,
        f"It starts after {found} spaces, and the lines that it seems to belong with start after {expected}. Lines with the "
        "same margin belong together; a deeper line belongs to the one above it.",
        fix=Fix(Span(span.line, 0, span.start), " " * expected, f"start it after {expected} spaces") if span.start else None,
    )


def too_far_left(span: Span, expected: int, home: int, first: str) -> Problem:
    """`first` is the sign that the line starts with."""
    place, sign = (Span(span.line, 0, span.start), "") if span.start else (Span(span.line, 0, 1), first)
    return Problem(
        "uneven-margin",
        "This line stands too far left",
        span,
        f"Here it means nothing, and under line {home} it does: it was read as if it stood there. What belongs to a line is moved in "
        "under it.",
        fix=Fix(place, " " * expected + sign, f"start it after {expected} spaces"),
    )


def not_moved_in(span: Span, head: str, others: int, first: str) -> Problem:
    """Of what stands under a scene or an ending at the margin; `others` are how many more lines do so."""
    many = f", and so {'was' if others == 1 else 'were'} {counted(others, 'more line')} below it" if others else ""
    return Problem(
        "uneven-margin",
        f"What belongs to {'a scene' if head == 'scene' else 'an ending'} stands under it, moved in by two spaces",
        span,
        f"This line was read so{many}. `unmask fmt` moves in whatever it can read.",
        fix=Fix(Span(span.line, 0, max(span.start, 1)), f"  {first}", "move it in by two spaces") if first and not others else None,
    )


def goes_on(span: Span, expected: int) -> Problem:
    return Problem(
        "uneven-margin",
        "Does this go on with the line above?",
        span,
        "Then move it in by two spaces: so it was read. A line of its own that is told starts with `>`.",
        fix=Fix(Span(span.line, 0, span.start), " " * expected, f"start it after {expected} spaces"),
    )


def too_deep(span: Span, what: str) -> Problem:
    return Problem(
        "too-deep",
        f"There are too many {what} inside one another",
        span,
        "Nobody could follow this, and it is not read further. Give part of it a name of its own (`keeps calm means …`), or say "
        "it in several lines.",
    )


def nothing_goes_under(span: Span, above: Span) -> Problem:
    return Problem(
        "nothing-goes-under",
        "This line is moved in, but nothing can stand under the line above it",
        span,
        f"Line {above.line} is complete by itself. Start this line where line {above.line} starts.",
        fix=Fix(Span(span.line, 0, span.start), " " * above.start, "move it out"),
    )


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def cannot_read_on(span: Span, wanted: str, found: str, form: str) -> Problem:
    title = f"I cannot read on from `{found}`" if found else "This line stops too early"
    example = f" Such a line looks like this: `{form}`." if form else ""
    if found == "if" and (" unless " in form or " while " in form):
        example += " In such a line a condition starts with `while` or `unless`."
    elif found in NEVER_IN_A_NAME:
        example += f" No name can hold the word `{found}`."
    return Problem("cannot-read-on", title, span, f"Here I expected {wanted}.{example}")


def here_it_is(span: Span, written: str, shown: str, instead: str, is_word: bool) -> Problem:
    """A line of another language, or of plain English, and the one that it can only mean."""
    title = f"This line is written `{shown}` here" if is_word else f"I do not know a line that starts with `{written}`"
    asked = "" if is_word else f"Did you mean `{shown.split(' ')[0].rstrip(':')}`? "
    return Problem(
        "written-otherwise" if is_word else "unknown-line",
        title,
        span,
        f"{asked}The line was read as `{shown}`, and `unmask fmt` writes it so.",
        fix=Fix(span, instead, f"write `{shown}`"),
    )


def voice_of_nobody(span: Span, who: str, words: str, shown: str, instead: str) -> Problem:
    """Of `VOICE: Who is there?` where no person is called so."""
    return Problem(
        "unknown-line",
        f"Nobody in this story is called `{who}`",
        span,
        f"The line was read as `{shown}`, which is told just so. A voice whose owner nobody knows is named in the words alone: "
        f'`> "{words}" says a voice.` Whoever feels or chooses anything, even unseen, has a line at the top of the story: '
        f"`person {who if who[:1].isalpha() else 'Stranger'} (they)`.",
        fix=Fix(span, instead, f"write `{shown}`"),
    )


def condition_with_lines(span: Span, word: str) -> Problem:
    return Problem(
        "nothing-goes-under",
        f"`{word}` has no lines of its own here",
        span,
        "A condition stands behind what it is for: `~ NAME += 1 if …`, `-> NAME if …`, and once more with `unless` for the other case. "
        "Words choose inside braces: `{if …: this | else: that}`.",
    )


def option_in_one_line(span: Span, label: str, under: Sequence[str], indent: int) -> Problem:
    """Of `* go in -> hall` and the like: an option with what stands under it here beside it."""
    lines = "".join(f"\n{' ' * indent}{line}" for line in under)
    arrow = len(under) == 1 and under[0].startswith("->")
    return Problem(
        "written-otherwise",
        "An arrow stands on a line of its own under its option" if arrow else "What belongs to an option stands under it, line by line",
        span,
        f"Beside the label it would be read out to whoever chooses. The line was read as `* {label}` with {listed(under, 'and')} under it, "
        "and `unmask fmt` writes it so.",
        fix=Fix(span, f"* {label}{lines}", f"put {listed(under, 'and')} under it"),
    )


def arrow_behind_prose(span: Span, to: str, indent: int) -> Problem:
    """Of `> She turns away. -> cellar`."""
    return Problem(
        "written-otherwise",
        "An arrow stands on a line of its own, under what is told",
        span,
        f"Behind the words it would be read out. The line was read as if `-> {to}` stood under it, and `unmask fmt` writes it so. "
        "For an arrow that is to be told write `\\->`.",
        fix=Fix(span, f"\n{' ' * indent}-> {to}", f"put `-> {to}` under it"),
    )


def passage_otherwise(span: Span, written: str, meant: str) -> Problem:
    """Of what stands in prose as another language writes it."""
    if not meant or written.strip(">") == "":
        return Problem(
            "written-otherwise",
            "One `>` is enough before something to be told",
            span,
            "Another one would be read out. The line was read without it, and `unmask fmt` takes it away.",
            fix=Fix(span, meant, "delete it"),
        )
    return Problem(
        "written-otherwise",
        f"`{written.strip()}` is written `{meant.strip()}` here",
        span,
        "As it stands it would be told with all its signs. What is worked out when a line is told stands between braces. The line was read "
        "so, and `unmask fmt` mends the whole file. For the signs themselves write a backslash before them.",
        fix=Fix(span, meant, f"write `{meant.strip()}`"),
    )


def no_quotes(span: Span, reason: str) -> Problem:
    return Problem(
        "written-otherwise",
        "A reason in words stands between quotes",
        span,
        f'The line was read as if `"{reason}"` stood there, and `unmask fmt` writes it so.',
        fix=Fix(span, f'"{reason}"', f'write `"{reason}"`'),
    )


def meant_and_stuck(habit: Problem, stuck: Problem) -> Problem:
    """A line that is meant as another which cannot be read either: nothing is promised."""
    if habit.code == "written-otherwise" or stuck.code != "cannot-read-on":
        return stuck._replace(span=habit.span)
    return habit._replace(note=f"{habit.note.partition('?')[0]}? {stuck.note}", fix=None)


def idle_sign(span: Span, sign: str) -> Problem:
    return Problem(
        "written-otherwise",
        f"No `{sign}` is needed at the end of this line",
        span,
        "What belongs under a line is seen from the spaces before it. The line was read without the sign, and `unmask fmt` takes it away.",
        fix=Fix(span, "", "delete it"),
    )


def no_type(span: Span, written: str, type_: str) -> Problem:
    return Problem(
        "written-otherwise",
        f"What `{written}` can be belongs before where it starts",
        span,
        f"A scale, a range, values or `yes/no` stand behind a colon. The line was read as `{written}: {type_}`.",
        fix=Fix(span, f"{written}: {type_}", f"write `{written}: {type_}`"),
    )


def missing_sign(span: Span, sign: str, written: str) -> Problem:
    return Problem(
        "written-otherwise",
        f"A `{sign}` belongs behind `{written}`",
        span,
        "The line was read as if it stood there, and `unmask fmt` writes it.",
        fix=Fix(span, f"{written}{sign}", f"write `{written}{sign}`"),
    )


def and_for_comma(span: Span) -> Problem:
    return Problem(
        "written-otherwise",
        "Names stand side by side with a comma, not with `and`",
        span,
        "`and` joins conditions. The line was read as if a comma stood there, and `unmask fmt` writes it.",
        fix=Fix(span, ",", "write a comma"),
    )


def name_in_quotes(span: Span, name: str) -> Problem:
    return Problem(
        "written-otherwise",
        f"Names stand without quotes: `{name}`",
        span,
        "Between quotes stand words to be told: a title, a reason. The line was read without them, and `unmask fmt` takes them away.",
        fix=Fix(span, name, f"write `{name}`"),
    )


def unknown_line(span: Span, word: str, where: str, known: Iterable[str]) -> Problem:
    return Problem(
        "unknown-line",
        f"I do not know a line that starts with `{word}`",
        span,
        f"{did_you_mean(word, known)}Lines {where} start with {listed(known) or 'nothing but prose'}. "
        "Something to be told starts with `>`; a note to yourself starts with `#`.",
    )


# What to write for what other languages have and this one has not, by its sort.
_ELSEWHERE = {
    "block": "Words on condition stand inside one line of prose: `> {if …: this | else: that}`. What is done on condition says so "
    "behind it, `~ NAME += 1 if …` or `-> NAME if …`, and an option under it: `if …`.",
    "cover": 'What Twine keeps of a story stands in lines of its own at the top: `title "The Ferry"`, `author "NAME"`, `tags "rain"`. '
    "Delete this passage with all that is in it. A story begins with any scene that has no `when`.",
    "include": "A story is one file. Put what stands in the other one here.",
    "list": "Values that exclude one another stand in `fact NAME: one | another`; how much somebody feels, in "
    "`scale NAME: none < some < much`. A set of things is a `yes/no` fact for each.",
    "variable": "What can be so is a fact, in a line of its own at the top of the story or of a scene: `fact NAME: yes/no`, "
    "`fact NAME: 0..9`, `fact NAME: one | another`. Under a scene it counts in that scene alone. Words cannot be kept in one.",
    "function": "There are no functions. What is worked out from other things has a name, `fact NAME means …`, and what is done stands "
    "where it happens, behind a `~`.",
    "tunnel": "Nothing is gone to and come back from. `-> NAME` goes to a moment of the same scene, and a scene is over with `-> end`; "
    "what is to happen in several places is a scene of its own, which comes when its `when` is so.",
    "link": "What somebody may do is an option, `* WORDS`, in a moment, which says whose choice it is; where it leads stands under it: "
    "`-> NAME`.",
    "gather": "What somebody may do starts with `*`, and what is told with `>`. Where several ways meet again there is a moment: "
    "`moment NAME: PERSON`, or `moment NAME` where nobody chooses. Each way leads there with `-> NAME`.",
    "fallback": "Where a moment goes on by itself, the arrow stands in it behind its options, moved in as far as they are: `-> NAME`.",
    "macro": "It is of another language, and there is no such thing here. What is told starts with `>`, what is done with `~`.",
}


def foreign_line(span: Span, written: str, sort: str) -> Problem:
    """Of a line of Twine or ink for which there is no line here, or more than one."""
    return Problem("unknown-line", f"There are no lines like `{written}` here", span, _ELSEWHERE[sort])


def wrong_place(span: Span, word: str, where: str, homes: list[str]) -> Problem:
    return Problem(
        "wrong-place",
        f"A line that starts with `{word}` cannot stand {where}",
        span,
        f"It belongs {' or '.join(homes)}. Check how far it is moved in: the lines of a block stand two spaces deeper than its first.",
    )


def choice_without_a_moment(span: Span, where: str, somebody: str) -> Problem:
    """Of an option that stands where nobody has been asked yet."""
    return Problem(
        "wrong-place",
        f"A line that starts with `*` cannot stand {where}",
        span,
        f"It is something that somebody may do, and belongs in a moment, which says whose choice it is. Write `moment choice: {somebody}` "
        "above the first of them, in a scene, and move each of them in by two spaces more than that.",
    )


def arrow_at_the_top(span: Span) -> Problem:
    return Problem(
        "wrong-place",
        "An arrow cannot stand at the top of a story",
        span,
        "Nothing has happened yet that it could lead on from. A story may begin with every scene that has no `when`: give one to the "
        "others, and delete this line.",
        fix=Fix(span, "", "delete it"),
    )


def prose_out_of_place(span: Span, where: str) -> Problem:
    return Problem(
        "prose-out-of-place",
        f"Nothing can be told {where}",
        span,
        "Prose is told when something happens: in a scene, a moment, an option, `meanwhile` or an ending. Move this line there.",
    )


def reserved_word(span: Span, word: str) -> Problem:
    return Problem(
        "reserved-word",
        f"`{word}` is a word that the language keeps for later",
        span,
        "Telling and lying, doubting, forgetting, acts that look like others and people who watch unseen are not built yet. "
        "Until then a belief changes by what is shown: see `shows`, `bond` and `reads`.",
    )


def mind_changed(span: Span, verb: str) -> Problem:
    """Of `Felix learns Nan.love`."""
    return Problem(
        "reserved-word",
        f"What `{verb}` says can be told in prose alone",
        span,
        "Telling and lying, doubting, forgetting, acts that look like others and people who watch unseen are not built yet. "
        "A belief changes by what is shown: let a feeling of one change with `~`, and open a way for the other to see it with `shows` or "
        "`bond`. To tell it only, write `>` before a sentence.",
    )


def told_outside(span: Span, word: str, told: str) -> Problem:
    """Of words to be told, at the top of a story."""
    return Problem(
        "unknown-line",
        f"I do not know a line that starts with `{word}`",
        span,
        f"It reads like something to be told. Move it in by two spaces under the scene where it is, and write `>` before it: `{told}`.",
    )


def called_with_a_stop(span: Span, written: str, name: str) -> Problem:
    """Of `M. Émile` outside his own line."""
    return Problem(
        "written-otherwise",
        f"`{written}` is `{name}` in the file",
        span,
        f"No name can hold a full stop. Where `{name}` is told, the telling says what stands in quotation marks behind `person {name}`.",
        fix=Fix(span, name, f"write `{name}`"),
    )


def other_pronoun(span: Span, written: str, meant: str, whole: str) -> Problem:
    return Problem(
        "written-otherwise",
        f"`{{{written}}}` is written `{{{meant}}}` here",
        span,
        "Pronouns are named by their *they* form, and the telling chooses: `they`, `them`, `their`, `theirs`, `themself`, with the verb as "
        "it goes with *they*: `they look`. `unmask fmt` mends the whole file.",
        fix=Fix(span, f"{{{whole}}}", f"write `{{{meant}}}`"),
    )
