"""Joints: what was left unsaid, stops that meet, articles, beginnings of sentences: as a reader of novels would expect them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unmask.telling import joints
from unmask.telling.marks import ENDS, GAP, INSERTED, OWN

steadily = settings(deadline=None, derandomize=True, max_examples=200)


def finished(written: str, language: str = "en") -> str:
    """A paragraph in which `^` stands before what was put in, `@` behind a name's own stop, `%` behind a sentence's that was put in."""
    marks = str.maketrans({"^": INSERTED, "@": OWN, "%": ENDS})
    return joints.finished(written.translate(marks), language)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("He waits ~ and goes.", "He waits and goes."),
        ("~ He waits.", "He waits."),
        ("He waits. ~", "He waits."),
        ("He waits ~.", "He waits."),
        ("He waits ~ ~, then goes.", "He waits, then goes."),
        ("He (~ quietly) waits.", "He (quietly) waits."),
        ("He waits (so ~).", "He waits (so)."),
        ('"~ Off," she says.', '"Off," she says.'),
        ('"Off ~" she says.', '"Off" she says.'),
        ('She says, "~ Off."', 'She says, "Off."'),
        ('"Off." ~ "Now."', '"Off." "Now."'),
        ("un~masked", "unmasked"),
        ("a ~b", "a b"),
        ("a~ b", "a b"),
        ("“~ Off”", "“Off”"),
        ("他~走了。", "他走了。"),
        ("他走了~。", "他走了。"),
        ("جاء ~، ثم ذهب", "جاء، ثم ذهب"),
        ("she waits ~—he does not", "she waits—he does not"),
    ],
)
def test_what_was_left_unsaid_leaves_no_hole(written: str, told: str) -> None:
    assert joints.tidied(written.replace("~", GAP)) == told


@steadily
@given(st.text(alphabet='ab .,"(~', max_size=30))
def test_no_gap_leaves_two_spaces_or_a_space_at_an_end(written: str) -> None:
    told = joints.tidied(written.replace("~", GAP))
    assert GAP not in told
    assert "  " not in told
    assert told == told.strip()
    assert re.sub(r"[ ~]", "", written) == told.replace(" ", "")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("^the wastes are wide.", "The wastes are wide."),
        ("He waits. ^four days pass.", "He waits. Four days pass."),
        ("He waits ^four days.", "He waits four days."),
        ('"^the miller?" she says.', '"The miller?" she says.'),
        ('"Where?" ^the miller asks.', '"Where?" the miller asks.'),
        ('"Here." ^the miller nods.', '"Here." The miller nods.'),
        ("He waits... ^four days.", "He waits... four days."),
        ("she looks. the sky", "she looks. the sky"),
    ],
)
def test_a_value_or_a_name_that_begins_a_sentence_takes_a_capital(written: str, told: str) -> None:
    assert finished(written) == told


def test_sentences_are_joined_with_a_space_where_their_script_has_one() -> None:
    assert joints.joined("He waits.", "She goes.") == "He waits. She goes."
    assert joints.joined("他等着。", "她走了。") == "他等着。她走了。"


def test_a_line_that_goes_on_with_a_comma_has_no_space_before_it() -> None:
    ends = [", and on", "; and on", ": on", "!", "?", ". On", ") on", "、走"]
    assert [joints.joined("He waits", end) for end in ends] == [f"He waits{end}" for end in ends]
    goes_on = ["... and on", "… and on", "— and on", "(so)", '"Off," she says.', "'Off,' she says.", "¿Y tú?"]
    assert [joints.joined("He waits", end) for end in goes_on] == [f"He waits {end}" for end in goes_on]


IN_QUOTES = """
'Yes ~' she says. → 'Yes' she says.
'~ Yes' she says. → 'Yes' she says.
She says '~ Yes' to him. → She says 'Yes' to him.
('~ Yes') → ('Yes')
don't ~ go → don't go
the boys' ~ boots → the boys' boots
'Tis ~ 'twas → 'Tis 'twas
*Yes ~* she says. → *Yes* she says.
*~ Yes* she says. → *Yes* she says.
She *~ never* goes. → She *never* goes.
“Yes ~” she says. → “Yes” she says.
‘Yes ~’ she says. → ‘Yes’ she says.
„Ja ~“ sagt sie. → „Ja“ sagt sie.
„~ Ja“ sagt sie. → „Ja“ sagt sie.
‚Ja ~‘ sagt sie. → ‚Ja‘ sagt sie.
»Ja ~« sagt sie. → »Ja« sagt sie.
»~ Ja« sagt sie. → »Ja« sagt sie.
«Oui ~» dit-elle. → «Oui» dit-elle.
« ~ Oui » dit-elle. → « Oui » dit-elle.
« Oui ~ » dit-elle. → « Oui » dit-elle.
¿~ Vienes? → ¿Vienes?
¡~ Ven! → ¡Ven!
”Ja ~” säger hon. → ”Ja” säger hon.
”~ Ja” säger hon. → ”Ja” säger hon.
"""


def test_in_quotation_marks_of_every_kind_a_gap_leaves_no_space() -> None:
    pairs = [line.split(" → ") for line in IN_QUOTES.strip().splitlines()]
    assert [joints.tidied(written.replace("~", GAP)) for written, _ in pairs] == [told for _, told in pairs]


BEGINNINGS = """
en | Mrs. ^the boy → Mrs. the boy
en | St. ^de Winter → St. de Winter
en | Dr. ^von Trapp, Prof. ^van Helsing and Capt. ^d'Arcy → Dr. von Trapp, Prof. van Helsing and Capt. d'Arcy
en | Mr. ^the boy; Ms. ^the girl; Mx. ^the child → Mr. the boy; Ms. the girl; Mx. the child
en | Rev. ^the vicar; Lt. ^the son; Gen. ^the old man → Rev. the vicar; Lt. the son; Gen. the old man
en | J. R. ^said → J. R. said
en | J.R. ^said → J.R. said
en | It is I. ^the boy waits. → It is I. The boy waits.
en | A. I. ^the boy → A. I. the boy
en | Things, e.g. ^the boy, i.e. ^him → Things, e.g. the boy, i.e. him
en | Rey vs. ^the boy → Rey vs. the boy
en | At No. ^four she knocks. → At No. four she knocks.
en | No. ^four days pass. → No. Four days pass.
en | She says no. ^the boy waits. → She says no. The boy waits.
en | Pears, plums, etc. ^the boy waits. → Pears, plums, etc. The boy waits.
en | It is 5 p.m. ^the boy waits. → It is 5 p.m. The boy waits.
en | It was in 1911. ^the boy waits. → It was in 1911. The boy waits.
en | It was plan 3. ^the boy waits. → It was plan 3. The boy waits.
en | ^sam Jr.@ waits. → Sam Jr. waits.
en | She meets Sam Jr.@ ^the boy waits. → She meets Sam Jr. the boy waits.
en | She meets Sam Jr.@. ^the boy waits. → She meets Sam Jr. The boy waits.
en | She says: "^the boy is here." → She says: "The boy is here."
en | She says: “^the boy is here.” → She says: “The boy is here.”
en | She says: ‘^the boy is here.’ → She says: ‘The boy is here.’
en | She says, "^the boy is here." → She says, "The boy is here."
en | "Look," she says, "^the boy is here." → "Look," she says, "the boy is here."
en | “Look,” she says, “^the boy is here.” → “Look,” she says, “the boy is here.”
en | She has one thing: ^the boy. → She has one thing: the boy.
en | They call him "^the boy" here. → They call him "the boy" here.
en | He turned—"^the boy!" → He turned—"The boy!"
en | He turned — “^the boy!” → He turned — “The boy!”
en | He turned—^the boy! → He turned—the boy!
en | "Where?" "^the miller's." → "Where?" "The miller's."
en | "Where?" ^the miller asks. → "Where?" the miller asks.
en | “Off!” ^the miller cries. → “Off!” the miller cries.
en | 'Off!' ^the miller cries. → 'Off!' the miller cries.
en | “Off.” ^the miller nods. → “Off.” The miller nods.
en | He waits (^the boy too). → He waits (the boy too).
en | He waits. (^the boy too.) → He waits. (The boy too.)
en | (He waits.) ^the boy too. → (He waits.) The boy too.
en | *^the boy* waits. → *The boy* waits.
en | He waits. *^the boy* goes. → He waits. *The boy* goes.
en | He *waits.* ^the boy goes. → He *waits.* The boy goes.
en | He waits… ^four days. → He waits… four days.
en | He waits... ^four days. → He waits... four days.
en | "Well..." ^the boy says. → "Well..." the boy says.
en | Is it ^the boy? ^the boy! → Is it the boy? The boy!
en | — ^the boy is here. → — The boy is here.
en | ^iPhone and ^eBay. ^mRNA. → iPhone and eBay. mRNA.
en | ^d'Artagnan waits. → D'Artagnan waits.
en | ^'tis late. → 'Tis late.
en | ^"the boy", they say. → "The boy", they say.
en | ^ﬁne. ^ǆep. ^ﬂat. → Fine. ǅep. Flat.
en | ^él, ^åse. ^øre. ^ßa. ^œil. → Él, åse. Øre. Ssa. Œil.
es | ¿^el niño viene? ¡^el niño! → ¿El niño viene? ¡El niño!
es | Y tú, ¿^el niño? → Y tú, ¿el niño?
es | Sr. ^de la Vega, Sra. ^de la Vega y D. ^de la Vega → Sr. de la Vega, Sra. de la Vega y D. de la Vega
fr | M. ^de Winter et Mme ^de Winter → M. de Winter et Mme de Winter
fr | « ^le garçon » → « Le garçon »
fr | Il dit : « ^le garçon est là. » → Il dit : « Le garçon est là. »
fr | — ^le garçon est là. → — Le garçon est là.
de | „^der Junge“ wartet. → „Der Junge“ wartet.
de | Sie sagt: „^der Junge ist da.“ → Sie sagt: „Der Junge ist da.“
de | Sie sagt: »^der Junge ist da.« → Sie sagt: »Der Junge ist da.«
de | Hr. ^von Trapp, z.B. ^der Junge, d.h. ^er → Hr. von Trapp, z.B. der Junge, d.h. er
de | Am 3. ^mai. → Am 3. mai.
de | Es war 1911. ^der Junge → Es war 1911. Der Junge
de | ^über allem. ^äpfel. ^öl. → Über allem. Äpfel. Öl.
nl | ^ijs smelt. ^ijsland. → IJs smelt. IJsland.
nl | ^'s avonds komt dhr. ^van Dam. ^'t regent. → 's Avonds komt dhr. van Dam. 't Regent.
tr | ^istanbul. ^ırmak. ^iki gün. → İstanbul. Irmak. İki gün.
az | ^iki gün. → İki gün.
ka | ^ბიჭი. ^და. → ბიჭი. და.
hr | ^ǆep. ^ǉubav. ^ǌuh. ^ǳeta. → ǅep. ǈubav. ǋuh. ǲeta.
el | ^ο άντρας. Ποιος; ^ο άντρας. ^ά. → Ο άντρας. Ποιος; Ο άντρας. Ά.
pl | On czeka, np. ^chłopiec, ks. ^de Winter → On czeka, np. chłopiec, ks. de Winter
ru | Он ждёт. ^мальчик. Т.е. ^мальчик → Он ждёт. Мальчик. Т.е. мальчик
hy | ^տղա։ ^տղա։ → Տղա։ Տղա։
zh | ^他走了。^她走了。 → 他走了。她走了。
"""


def test_sentences_begin_where_a_reader_sees_them_begin_and_with_the_capital_of_their_language() -> None:
    rows = [re.split(r" \| | → ", line) for line in BEGINNINGS.strip().splitlines()]
    assert len(rows) > 60
    assert [finished(written, language) for language, written, _ in rows] == [told for _, _, told in rows]


STOPS = """
Sam Jr.@. He waits. → Sam Jr. He waits.
Sam Jr.@, who waits → Sam Jr., who waits
Sam Jr.@! → Sam Jr.!
Sam Jr.@? → Sam Jr.?
Sam Jr.@... → Sam Jr...
Sam Jr.@… → Sam Jr…
Sam Jr.@: → Sam Jr.:
“Sam Jr.@”. → “Sam Jr.”.
Jeb!@. → Jeb!
Who?@. → Who?
Who?@! → Who?!
It is late.%. → It is late.
It is late.%! → It is late!
It is late.%? → It is late?
It is late.%, and dark → It is late, and dark
It is late.%; and dark → It is late; and dark
It is late.%… → It is late…
It is late.%... → It is late...
It is late.% and dark → It is late and dark
It is late.% — and dark → It is late — and dark
It is late.% И → It is late. И
It is late.% и → It is late и
It is late.% She goes. → It is late. She goes.
It is late.% ^the boy → It is late. The boy
“It is late.%”. → “It is late”.
“It is late.%,” she says → “It is late,” she says
“It is late.%” → “It is late.”
Why not?%. → Why not?
Why not?% and so → Why not? and so
Off!%. → Off!
So…%. → So…
at 5 p.m.@. → at 5 p.m.
at 5 p.m.@, → at 5 p.m.,
at 5 p.m.@ and → at 5 p.m. and
"""


def test_no_stop_stands_beside_another_and_none_in_the_middle_of_a_sentence() -> None:
    pairs = [line.split(" → ") for line in STOPS.strip().splitlines()]
    assert [finished(written) for written, _ in pairs] == [told for _, told in pairs]


def test_a_stop_that_was_put_in_is_a_name_s_an_abbreviation_s_or_a_sentence_s() -> None:
    assert joints.put_in("Sam Jr.", is_name=True) == f"{INSERTED}Sam Jr.{OWN}"
    own = ["at 5 p.m.", "pears etc.", "the U.S.", "Sam Jr.", "plan B.", "Baker St."]
    assert [text for text in own if not joints.put_in(text).endswith(OWN)] == []
    assert [joints.put_in(text)[-1] for text in ("it is late.", "why?", "off!", "so…")] == [ENDS] * 4
    assert [joints.put_in(text) for text in ("late", "")] == [f"{INSERTED}late", GAP]


ARTICLES = """
a |^hour → an hour
an |^day → a day
A |^hour passes. → An hour passes.
An |^European waits. → A European waits.
It is plan A |^now. → It is plan A now.
He waits. A |^owl calls. → He waits. An owl calls.
"A |^owl," she says. → "An owl," she says.
— A |^owl! → — An owl!
a |~| hour → an hour
a |small| hour → a small hour
a| hour → an hour
an| day → a day
la |^hour → la hour
a|ble → able
a |^"odd" thing → an "odd" thing
a |*|^odd|* thing → an *odd* thing
a |^eight → an eight
a |^1,800 → a 1,800
such a |^idea as a |^one-eyed owl → such an idea as a one-eyed owl
a |^he-goat → a he-goat
"""


def test_an_article_agrees_with_what_comes_next_in_english_alone() -> None:
    pairs = [line.split(" → ") for line in ARTICLES.strip().splitlines()]

    def told(written: str, in_english: bool) -> str:
        parts = written.replace("^", INSERTED).replace("~", GAP).split("|")
        return joints.finished(joints.joined_parts(parts, in_english), "en" if in_english else "fr")

    assert [told(written, True) for written, _ in pairs] == [told for _, told in pairs]
    assert told("Il a |^huit ans", False) == "Il a huit ans"
