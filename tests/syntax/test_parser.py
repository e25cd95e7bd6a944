"""What each line of the language is read as, and what an author is told when it cannot be read."""

from pathlib import Path

import pytest

from tests.syntax.trees import without_spans
from unmask.problems.place import NOWHERE, Source, Span
from unmask.problems.problem import Problem
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.syntax.tree import (
    Any,
    Apply,
    Arrow,
    Binary,
    Cases,
    Effect,
    EventPattern,
    Expression,
    Field,
    First,
    Front,
    Guard,
    Happened,
    Insert,
    Item,
    Line,
    Mention,
    Motive,
    Name,
    Notes,
    Number,
    Option,
    Person,
    Prose,
    Role,
    ScaleType,
    Scene,
    SetType,
    Start,
    Template,
    Unary,
    Unreadable,
    Value,
    Variables,
    Weight,
    Words,
)

PLACES = {
    "top": "{}",
    "kind": "kind duelist\n  {}",
    "person": "person Rey (she)\n  {}",
    "scene": "scene duel\n  {}",
    "moment": "scene duel\n  moment demand: Rey\n    {}",
    "option": "scene duel\n  moment demand: Rey\n    * attack\n      {}",
    "meanwhile": "meanwhile\n  {}",
    "ending": "ending lost\n  {}",
    "motif": "motif mercy\n  {}",
}


def read(text: str) -> tuple[tuple[Line, ...], list[Problem]]:
    story, problems = parse(Source("test.story", text))
    return without_spans(story).lines, problems


def line_in(place: str, text: str) -> Line:
    """The line as it is read in its place, where it must be read without a problem."""
    lines, problems = read(PLACES[place].format(text))
    assert problems == []
    line = lines[0]
    while body := getattr(line, "body", ()):
        line = body[0]
    return line


def told(text: str) -> list[tuple[str, str]]:
    """The code of each problem, and the words that it points at."""
    source = Source("test.story", text)
    return [(problem.code, quoted(source, problem.span)) for problem in parse(source)[1]]


def quoted(source: Source, span: Span) -> str:
    return "" if span == NOWHERE else source.lines()[span.line - 1][span.start : span.end]


def test_a_story_with_every_kind_of_line_is_read_without_a_problem() -> None:
    text = (Path(__file__).parent / "every_line.story").read_text(encoding="utf-8")
    assert parse(Source("every_line.story", text))[1] == []


# ── lines that are read, and written as they stand here ──────────────────────────────────────────────────────────────

GOOD = [
    ("top", 'title "The Helmet"'),
    ("top", 'title "\\"Yes,\\" she said # and left \\\\"'),
    ("top", 'series "Ten Winters" part 2'),
    ("top", 'tags "slow burn", "enemies"'),
    ("top", "told from Kylo's side"),
    ("top", "told from James's side"),
    ("top", "told from the Duke's side"),
    ("top", "told from the world's side"),
    ("top", "scale feeling: none < faint < strong"),
    ("top", 'scale feeling: none "nothing at all" < faint'),
    ("top", "fact month: 0..24 = 3"),
    ("top", "fact cold: -20..-1"),
    ("top", 'fact place: wastes "the wastes" | forest | in her hands'),
    ("top", "fact face: hidden | known | for sale"),
    ("top", "fact it rains: yes/no = yes"),
    ("top", "fact late means month > 12 and not it rains"),
    ("top", "secret debt: 0..3 = 1 known to Oda, Rey for the scene"),
    ("top", "kind villager"),
    ("top", "person Kylo (he)"),
    ("top", 'person Thorne "Mr. Thorne" (he) called "Adam" by Felix, "Papa" by Nan, a villager, an elder'),
    ("top", "person Oda (xe/xem/xyr/xyrs/xemself), a villager"),
    ("top", "bond Rey to Kylo carries longing, guilt as longing - 1 while walls < 2"),
    ("top", "bond Rey, Kylo carries anger"),
    ("top", "scene duel with Rey, Kylo"),
    ("top", "scene quarrel with a, b: villager about c: villager, Oda"),
    ("top", "scene quarrel with Oda with a: villager"),
    ("top", "meanwhile"),
    ("top", 'ending lost "Nobody gets up" when Kylo.wound is dying'),
    ("top", "limit 500 events"),
    ("top", "motif mercy with a, b: duelist"),
    ("top", "promise in 5% to 40.25% of stories: mercy repaid"),
    ("top", "promise in at least 5% of stories: ending lost"),
    ("top", "promise in at most 50% of stories: Rey: let him live"),
    ("top", "promise never: scene duel"),
    ("top", "promise always: demand / ask (again), please!"),
    ("top", "promise every story ends"),
    ("top", "promise 2 to 4.5 scenes on average"),
    ("top", "promise Rey can reach in at least 90% of stories: ending lost"),
    ("kind", "feels anger, longing: feeling = faint for the scene"),
    ("kind", "keeps owed toward each duelist: 0..1"),
    ("kind", "keeps calm toward Rey means anger is none"),
    ("kind", "open wound: hurt | whole"),
    ("person", "longing = faint"),
    ("person", "owed toward Kylo = 1"),
    ("person", "bond = strong"),
    ("person", "expects Kylo.disgust = strong"),
    ("person", "expects each duelist.owed toward Rey = 1"),
    ("person", "shows anger"),
    ("person", "shows anger, fear as max(anger, shame) unless helmet is worn to Rey"),
    ("person", "shows anger to each duelist"),
    ("person", "reads Kylo.disgust as max(Kylo.disgust, Kylo.guilt) while shame is strong"),
    ("person", 'tends to hide: -shame "it would be seen" if spent > 2'),
    ("person", "meanwhile"),
    ("scene", "when month < 24"),
    ("scene", "once"),
    ("scene", '+2 "it is time"'),
    ("scene", "fact edge: -2..2"),
    ("scene", "in brief> {times} more times they meet."),
    ("scene", "Kylo in brief>+ He came."),
    ("scene", "moment demand: Rey"),
    ("scene", "moment the storm: chance"),
    ("scene", "moment he kneels"),
    ("scene", "-> he kneels"),
    ("moment", "* take the helmet off, and throw it at her feet!"),
    ("moment", '* measure 5" of snow'),
    ("moment", "-> end if edge is 2"),
    ("moment", "-> ending the long night unless edge is 2"),
    ("option", "if helmet is worn"),
    ("option", "unless happened(Rey: let him live (again))"),
    ("option", "once"),
    ("option", "is hide"),
    ("option", "weight 3 + Rey.spent"),
    ("option", "30%"),
    ("option", '+longing "she wants to"'),
    ("option", '-2 "no" unless asked > 2'),
    ("option", '+2 * longing toward Oda - 1 "why"'),
    ("option", "~ asked += 1"),
    ("option", "~ Kylo.owed toward Rey = min(1, 2) if asked > 2"),
    ("option", "~ x -= -1"),
    ("option", ">"),
    ("option", "> She does not waste breath on words."),
    ("option", ">+ Nor he."),
    ("option", "Kylo> He would sooner not."),
    ("option", "world>+ Neither knows."),
    ("option", "Kylo recalls> She begged."),
    ("option", "Kylo denies> He wept."),
    ("meanwhile", "~ month += 1"),
    ("ending", "> They {any: fall | rise | } and {first: stand | then: lie | then:} {if edge < 2: close | else: far}."),
    ("motif", "Rey: ask for the helmet"),
    ("motif", "demand / ask for the helmet"),
    ("motif", "then 3 times Rey: ask"),
    ("motif", "next ending lost"),
    ("motif", "or scene duel"),
    ("motif", "without mercy"),
    ("motif", "when month < 3"),
    ("motif", "within 2 scenes"),
    ("motif", "within 1 event"),
]


@pytest.mark.parametrize(("place", "line"), GOOD)
def test_a_good_line_is_read_without_a_problem_and_written_as_it_was(place: str, line: str) -> None:
    text = PLACES[place].format(line) + "\n"
    story, problems = parse(Source("test.story", text))
    assert problems == []
    assert to_text(story) == text


# ── lines that cannot be read ────────────────────────────────────────────────────────────────────────────────────────

BAD = [
    ("top", 'title "The Helmet', "open-quote", '"'),
    ("top", "title", "cannot-read-on", ""),
    ("top", 'title "The" "Helmet"', "cannot-read-on", '"Helmet"'),
    ("top", "told from Kylo side", "cannot-read-on", "Kylo"),
    ("top", "fact month: 0..", "cannot-read-on", ""),
    ("top", "fact month: 0..99999999999", "strange-number", "99999999999"),
    ("top", "fact month: 0..24 for a scene", "cannot-read-on", "for"),
    ("top", "fact helmet، crown: worn", "strange-sign", "،"),
    ("top", "fact late means max(1)", "wrong-count", "max(1)"),
    ("top", "fact late means most(1, 2)", "unknown-function", "most"),
    ("top", "fact late means 1 < month < 3", "two-comparisons", "1 < month <"),
    ("top", "fact late means (month > 2", "cannot-read-on", ""),
    ("top", "person Kylo", "strange-pronouns", "Kylo"),
    ("top", "person Kylo (xe/xem)", "strange-pronouns", "xe/xem"),
    ("top", "person Kylo (he), duelist", "cannot-read-on", "duelist"),
    ("top", "bond Rey Kylo carries longing", "cannot-read-on", "carries"),
    ("top", "scene", "cannot-read-on", ""),
    ("top", "limit 0 events", "strange-number", "0"),
    ("top", "limit many events", "cannot-read-on", "many"),
    ("top", "promise in 5% to 140% of stories: mercy", "strange-number", "140%"),
    ("top", "promise in 5% to 40% of stories", "cannot-read-on", ""),
    ("top", "promise sometimes: mercy", "cannot-read-on", ":"),
    ("top", "moment demand: Rey", "wrong-place", "moment demand: Rey"),
    ("top", "> They meet.", "prose-out-of-place", "> They meet."),
    ("top", "~ month += 1", "wrong-place", "~ month += 1"),
    ("kind", "longing = faint", "unknown-line", "longing = faint"),
    ("kind", "shows", "cannot-read-on", ""),
    ("kind", "feels anger:", "cannot-read-on", ""),
    ("person", "when month > 2", "wrong-place", "when month > 2"),
    ("person", "fact month: 0..2 = 1", "wrong-place", "fact month: 0..2 = 1"),
    ("person", "tends to hide: shame", "cannot-read-on", "shame"),
    ("person", "doubts Kylo while month > 2", "reserved-word", "doubts Kylo while month > 2"),
    ("scene", "* attack", "wrong-place", "* attack"),
    ("scene", "when", "cannot-read-on", ""),
    ("moment", "*", "cannot-read-on", ""),
    ("moment", "->", "cannot-read-on", ""),
    ("moment", "-> ending", "cannot-read-on", ""),
    ("option", "+2", "cannot-read-on", ""),
    ("option", "~ asked", "cannot-read-on", ""),
    ("option", "~ asked = 1 = 2 = 3", "two-comparisons", "1 = 2 ="),
    ("option", "~ tell Kylo Rey.debt", "reserved-word", "tell"),
    ("option", "if asked > 2 and", "cannot-read-on", ""),
    ("option", "if asked > 2 ?", "strange-sign", "?"),
    ("option", "if happened(", "cannot-read-on", ""),
    ("option", "if happened(Rey: )", "cannot-read-on", ")"),
    ("ending", "~ month += 1", "wrong-place", "~ month += 1"),
    ("ending", "> Nobody {any: falls", "unmatched-brace", "{"),
    ("ending", "> Nobody } falls", "unmatched-brace", "}"),
    ("ending", "> Nobody {} falls", "strange-braces", "{}"),
    ("ending", "> Nobody {falls | rises}", "bare-alternatives", "{falls |"),
    ("ending", "> Nobody {if edge falls}", "strange-braces", "{"),
    ("ending", "> Nobody {if edge: falls | rises}", "strange-braces", "rises"),
    ("ending", "> Nobody {first: falls | rises}", "strange-braces", "rises"),
    ("ending", "> Nobody {if edge: a | else: b | else: c}", "strange-braces", "{if edge: a | else: b |"),
    ("ending", "> Nobody {falls + } or", "cannot-read-on", " "),
    ("ending", "> Nobody {falls?}", "strange-sign", "?"),
    ("motif", "then", "cannot-read-on", ""),
    ("motif", "then 0 times Rey: ask", "strange-number", "0 times"),
    ("motif", "within two scenes", "cannot-read-on", "two"),
    ("motif", "Rey:", "cannot-read-on", ""),
]


@pytest.mark.parametrize(("place", "line", "code", "words"), BAD)
def test_a_bad_line_is_one_problem_and_stays_word_for_word(place: str, line: str, code: str, words: str) -> None:
    text = PLACES[place].format(line)
    assert told(text) == [(code, words)]
    assert line.rstrip() in to_text(parse(Source("test.story", text))[0])


def test_a_problem_says_what_such_a_line_looks_like() -> None:
    [problem] = parse(Source("test.story", "bond Rey Kylo"))[1]
    assert problem.title == "This line stops too early"
    assert "`bond Oda to Thorne carries hope`" in problem.note


def test_a_slip_of_the_pen_is_answered_with_the_word_that_was_meant() -> None:
    [problem] = parse(Source("test.story", "persn Rey (she)"))[1]
    assert "`person`" in problem.note


def test_one_bad_line_leaves_the_lines_round_it_alone() -> None:
    lines, problems = read("fact month: 0..24\nfact place wastes\nfact helmet: worn | fallen\n")
    assert [type(line) for line in lines] == [Variables, Unreadable, Variables]
    assert [problem.span.line for problem in problems] == [2]


def test_what_stands_under_a_bad_line_is_no_second_problem() -> None:
    text = "szenario duel\n  moment demand: Rey\n    # the first\n    * attack\n\n    Rey> No!\nfact month: 0..24\n"
    lines, problems = read(text)
    assert [problem.code for problem in problems] == ["unknown-line"]
    assert lines[0] == Unreadable(
        ("szenario duel", "  moment demand: Rey", "    # the first", "    * attack", "", "    Rey> No!"),
    )
    assert isinstance(lines[1], Variables)


# ── margins, blocks and comments ─────────────────────────────────────────────────────────────────────────────────────


def test_any_margin_makes_a_block_and_none_is_read_twice() -> None:
    assert told("scene duel\n     moment demand: Rey\n        * attack\n     -> demand\n") == []


def test_a_tab_before_a_line_is_a_problem_with_a_fix() -> None:
    [problem] = parse(Source("test.story", "scene duel\n\t> They meet."))[1]
    assert problem.code == "tab-in-margin"
    assert problem.fix is not None
    assert problem.fix.text == "  "


def test_a_line_out_of_line_with_its_neighbours_is_named_once() -> None:
    text = "scene duel\n    > One.\n  > Two.\n  > Three.\n"
    assert told(text) == [("uneven-margin", "> One.")]
    assert to_text(parse(Source("test.story", text))[0]) == "scene duel\n  > One.\n  > Two.\n  > Three.\n"


def test_a_story_does_not_start_with_a_margin() -> None:
    assert told("  fact month: 0..24\nfact day: 0..30") == [("uneven-margin", "fact month: 0..24")]


def test_what_hangs_under_a_line_that_takes_nothing_is_read_beside_it() -> None:
    text = "scene duel\n  fact edge: 0..2\n    > They meet.\n      Rey> At last.\n  -> end\n"
    assert told(text) == [("nothing-goes-under", "> They meet."), ("nothing-goes-under", "Rey> At last.")]
    assert to_text(parse(Source("test.story", text))[0]) == "scene duel\n  fact edge: 0..2\n  > They meet.\n  Rey> At last.\n  -> end\n"


def test_comments_and_blank_lines_stay_with_the_line_below_and_beside() -> None:
    lines, _ = read("# one\n\n\n\n# two\nfact month: 0..24    # three # four\n  # five\nfact day: 0..30\n")
    assert lines[0].notes == Notes(("# one", "", "# two"), "# three # four")
    assert lines[1].notes == Notes(("# five",))


def test_comments_after_the_last_line_are_kept() -> None:
    story, _ = parse(Source("test.story", "\n\nfact month: 0..24\n\n# the end\n\n\n"))
    assert story.lines[0].notes == Notes()
    assert story.end == ("", "# the end")


def test_windows_and_old_mac_line_ends_are_line_ends() -> None:
    unix = read("scene duel\n  > They meet.\n  -> end\n")
    assert read("scene duel\r\n  > They meet.\r\n  -> end\r\n") == unix
    assert read("scene duel\r  > They meet.\r  -> end\r") == unix


def test_a_byte_order_mark_is_no_part_of_the_story() -> None:
    assert told("\ufefftitel 1") == [("unknown-line", "titel 1")]


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name", ["ريم", "愤怒", "क्रोध", "Zoë", "half-brother", "rock'n'roll", "James'", "edge_2", "the one she left", "کتاب\u200cخانه"]
)
def test_names_are_words_of_any_script(name: str) -> None:
    line = line_in("top", f"fact {name}: 0..2")
    assert isinstance(line, Variables)
    assert line.names == (Name(name),)


def test_spaces_in_a_name_count_once() -> None:
    assert line_in("scene", "moment  he   kneels:   Kylo") == line_in("scene", "moment he kneels: Kylo")


def test_a_minus_between_names_needs_spaces() -> None:
    assert expression("half-brother") == Name("half-brother")
    assert expression("half - brother") == Binary("-", Name("half"), Name("brother"))


def test_a_value_may_be_called_by_a_word_that_means_something_elsewhere() -> None:
    line = line_in("top", "fact face: known | for sale = for sale for the scene")
    assert isinstance(line, Variables)
    assert line.type == SetType((Value(Name("known")), Value(Name("for sale"))))
    assert line.start == Name("for sale")
    assert line.for_scene


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────


def expression(text: str) -> Expression:
    guard = line_in("option", f"if {text}")
    assert isinstance(guard, Guard)
    return guard.condition.test


A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a or b and c", Binary("or", A, Binary("and", B, C))),
        ("(a or b) and c", Binary("and", Binary("or", A, B), C)),
        ("not a and b", Binary("and", Unary("not", A), B)),
        ("not (a and b)", Unary("not", Binary("and", A, B))),
        ("not a = b", Unary("not", Binary("=", A, B))),
        ("a is not b", Binary("is not", A, B)),
        ("a is (not b)", Binary("is", A, Unary("not", B))),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("a - (b - c)", Binary("-", A, Binary("-", B, C))),
        ("a + b * c", Binary("+", A, Binary("*", B, C))),
        ("(a + b) * c", Binary("*", Binary("+", A, B), C)),
        ("-a * b", Binary("*", Unary("-", A), B)),
        ("-(a * b)", Unary("-", Binary("*", A, B))),
        ("-3 < a", Binary("<", Number(-3), A)),
        ("a - -3", Binary("-", A, Number(-3))),
        ("owed toward b + 1", Binary("+", Field(None, Name("owed"), B), Number(1))),
        ("a.owed toward b", Field(A, Name("owed"), B)),
        ("seems(a, b.owed toward c)", Apply("seems", (A, Field(B, Name("owed"), C)))),
        ("max(a, min(b, c))", Apply("max", (A, Apply("min", (B, C))))),
        ("happened(scene a)", Happened(EventPattern("scene", A, ""))),
        ('happened(a: go (b), "c)")', Happened(EventPattern("choice", A, 'go (b), "c)"'))),
        ("happened(a / go) and b", Binary("and", Happened(EventPattern("place", A, "go")), B)),
    ],
)
def test_operators_bind_as_they_do_elsewhere_and_are_written_back_with_no_parenthesis_too_many(text: str, tree: Expression) -> None:
    assert expression(text) == tree
    whole = PLACES["option"].format(f"if {text}") + "\n"
    assert to_text(parse(Source("test.story", whole))[0]) == whole


def test_a_chain_of_terms_as_long_as_a_page_is_too_much() -> None:
    assert told(PLACES["option"].format("if " + " + ".join(["a"] * 50))) == []
    assert [code for code, _ in told(PLACES["option"].format("if " + " + ".join(["a"] * 51)))] == ["too-deep"]


# ── lines with something of their own ────────────────────────────────────────────────────────────────────────────────


def test_a_motive_keeps_its_sign() -> None:
    assert line_in("option", '-shame "no"') == Motive(Unary("-", Name("shame")), "no", None)
    assert line_in("option", '-2 "no"') == Motive(Number(-2), "no", None)
    assert line_in("option", '+2 "yes"') == Motive(Number(2), "yes", None)


def test_an_effect_has_a_field_a_sign_and_a_value() -> None:
    assert line_in("option", "~ Kylo.owed toward Rey -= 1") == Effect(Field(Name("Kylo"), Name("owed"), Name("Rey")), "-=", Number(1), None)


def test_an_arrow_leads_to_a_moment_an_ending_or_the_end() -> None:
    assert line_in("scene", "-> end") == Arrow("end", None, None)
    assert line_in("scene", "-> end of the road") == Arrow("moment", Name("end of the road"), None)
    assert line_in("scene", "-> ending lost") == Arrow("ending", Name("lost"), None)


def test_a_percentage_is_a_weight() -> None:
    assert line_in("option", "30 %") == Weight(Number(30), True)


def test_a_percentage_may_have_digits_behind_its_point() -> None:
    assert line_in("option", "33.3%") == Weight(Number(333), True, places=1)
    assert line_in("option", "0.05%") == Weight(Number(5), True, places=2)


def test_a_label_is_kept_as_it_is_written_but_for_the_comment_beside() -> None:
    option = line_in("moment", '* say: "no # never" (twice), and go   # to Kylo')
    assert option == Option('say: "no # never" (twice), and go', (), NOWHERE, Notes((), "# to Kylo"))


def test_a_kind_counts_for_the_roles_before_it() -> None:
    assert line_in("top", "scene s with a, b: villager, Oda about c: elder") == Scene(
        Name("s"),
        (
            Role(Name("a"), Name("villager")),
            Role(Name("b"), Name("villager")),
            Role(Name("Oda"), None),
            Role(Name("c"), Name("elder"), False),
        ),
        (),
    )


def test_a_person_may_start_otherwise_than_their_kind_even_where_the_field_is_called_like_a_line() -> None:
    assert line_in("person", "bond = strong") == Start(Field(None, Name("bond"), None), Name("strong"))


def test_the_side_of_a_name_in_s_is_told_from() -> None:
    for text in ("told from James's side", "told from James' side"):
        assert line_in("top", text) == Front("told", (), None, Name("James"))
    assert (
        line_in("top", "told from world's side") == line_in("top", "told from the world's side") == Front("told", (), None, Name("world"))
    )


def test_a_type_is_a_scale_where_one_name_stands_alone() -> None:
    line = line_in("kind", "feels anger: feeling")
    assert isinstance(line, Variables)
    assert line.type == ScaleType(Name("feeling"))


def test_a_person_may_be_called_something_else_by_everybody() -> None:
    person = line_in("top", 'person Thorne "Mr. Thorne" (he), a villager')
    assert isinstance(person, Person)
    assert (person.display, person.pronouns, person.kinds) == ("Mr. Thorne", ("he",), (Name("villager"),))


def test_items_of_a_motif_nest() -> None:
    lines, problems = read("motif mercy\n  Rey: ask\n    when month < 3\n    or Rey: beg\n      when month > 5\n  then 2 times duel\n")
    assert problems == []
    asked = lines[0].body[0]
    assert isinstance(asked, Item)
    assert [item.word for item in asked.body if isinstance(item, Item)] == ["when", "or"]


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def template(text: str) -> Template:
    line = line_in("ending", f"> {text}")
    assert isinstance(line, Prose)
    return line.template


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nobody falls.", (Words("Nobody falls."),)),
        ("Nobody   falls.", (Words("Nobody falls."),)),
        ("a # b | c \\{d\\} \\| \\# \\\\ \\e", (Words("a # b | c {d} | # \\ \\e"),)),
        ("{place}", (Insert(Name("place")),)),
        ("{Kylo's} {a.They look} {a.themself}", (
            Mention(Name("Kylo"), "'s"), Words(" "), Mention(A, "They", "look"), Words(" "), Mention(A, "themself"),
        )),
        ("{Kylo's sword}", (Insert(Name("Kylo's sword")),)),
        ("{(a.they)}", (Insert(Field(A, Name("they"))),)),
        ("{times(a)}", (Insert(Apply("times", (A,))),)),
        ("{any: a | {b} | }", (Any(((Words("a"),), (Insert(B),), ())),)),
        ("{first: a | then: b | then:}", (First(((Words("a"),), (Words("b"),), ())),)),
        ("{if a > 1: b | if happened(a: c): c | else: }", (
            Cases((
                (Binary(">", A, Number(1)), (Words("b"),)),
                (Happened(EventPattern("choice", A, "c")), (Words("c"),)),
                (None, ()),
            )),
        )),
        ("{any: {if a: {first: b | then: c}} | \\|}", (
            Any(((Cases(((A, (First(((Words("b"),), (Words("c"),))),)),)),), (Words("|"),))),
        )),
    ],
)  # fmt: skip
def test_braces_in_prose_are_read(text: str, parts: Template) -> None:
    assert template(text) == parts


def test_prose_has_a_side_and_a_manner() -> None:
    assert line_in("ending", "> x") == Prose(None, "", False, (Words("x"),))
    assert line_in("ending", "Kylo  recalls>+ x") == Prose(Name("Kylo"), "recalls", True, (Words("x"),))
    assert line_in("ending", "in brief> x") == Prose(None, "in brief", False, (Words("x"),))


def test_prose_goes_on_over_deeper_lines_past_comments_signs_and_breaks() -> None:
    story, problems = parse(
        Source("test.story", "ending lost\n  > They\n      # fall, {any: all\n\n    of | none\n   of} them.\n  > The end.")
    )
    assert problems == []
    body = without_spans(story).lines[0].body
    assert body[0].template == (
        Words("They # fall, "),
        Any(((Words("all of"),), (Words("none of"),))),
        Words(" them."),
    )
    assert len(body) == 2


def test_prose_may_start_on_the_line_after_its_sign() -> None:
    text = "ending lost\n  Kylo>\n    They\n    {fall?}\n"
    assert told(text) == [("strange-sign", "?")]


def test_what_is_wrong_in_prose_is_pointed_at_on_the_line_where_it_stands() -> None:
    text = "ending lost\n  > They fall, {if month\n    is ? 3: twice}\n    and {more than\n      1}."
    assert told(text) == [("strange-sign", "?")]
    text = "ending lost\n  > They fall\n    and rise\n    and {nobody * } knows."
    [(code, words)] = told(text)
    assert (code, words) == ("cannot-read-on", " ")


def test_a_deeper_line_that_starts_like_prose_is_prose_of_its_own() -> None:
    assert told("ending lost\n  > They fall.\n    Kylo> He falls.") == [("nothing-goes-under", "Kylo> He falls.")]


def test_a_comparison_without_spaces_is_not_taken_for_prose() -> None:
    assert told(PLACES["option"].format("if asked> 2")) == []
    assert told("fact late means month> 2") == []
