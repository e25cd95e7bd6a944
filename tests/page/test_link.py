"""Links of the page: what mail and chat do to them is undone, and what was lost is noticed; said by Node."""

import random
from urllib.parse import quote, quote_plus

import pytest

from tests.page.test_teller import answers
from tests.telling.told import bare
from unmask.export.to_world_json import world_json

WORLD = bare("""
person Zoë (she)
person M-Émile d'Or (he)
scene one
  moment m: Zoë
    * go
    -> end
""")
SAID = {
    "seed": "18446744073709551615",
    "number": "3",
    "person": "M-Émile d'Or",
    "side": "Zoë",
    "remembered": True,
    "way": "12-0.3.1-14.200",
    "world": "0d95367b",
}
WHOLE = SAID | {"cut": False}


def ask(*fragments: str, said: dict[str, object] = SAID) -> list[object]:
    """The link, and what these fragments say."""
    (found,) = answers({"ask": "links", "world": world_json(WORLD.model), "said": said, "fragments": ["#LINK", *fragments]})
    link, first, *others = found
    assert first == said | {"cut": False}
    return [link, *others]


def link(said: dict[str, object] = SAID) -> str:
    found = ask(said=said)[0]
    assert isinstance(found, str)
    return found


def test_what_mail_and_chat_do_to_a_link_is_undone() -> None:
    whole = link()
    bare_link = whole[1:]
    damaged = {
        **{
            f"ends in {end}": whole + end
            for end in (".", ",", ")", ").", "),", ">", '"', "'", "”", "’", "»", "…", "!", "?", "]", "}", "*", "_", " ", "\n", ";", ":")
        },
        "in angles": f"#<{bare_link}>",
        "in quotes": f'#"{bare_link}"',
        "and as HTML has it": whole.replace("&", "&amp;"),
        "and twice": whole.replace("&", "&amp;amp;"),
        "and by number": whole.replace("&", "&#38;"),
        "and by its other number": whole.replace("&", "&#x26;"),
        "as HTML has it, encoded": f"#{quote(bare_link.replace('&', '&amp;'), safe='')}",
        "as HTML has it, with = encoded": whole.replace("&", "&amp;").replace("=", "%3D"),
        "followed by what somebody's counter put there": f"{whole}&utm_source=mail&run=99&as=nobody",
        "encoded": f"#{quote(bare_link, safe='')}",
        "encoded twice": f"#{quote(quote(bare_link, safe=''), safe='')}",
        "encoded three times": f"#{quote(quote(quote(bare_link, safe=''), safe=''), safe='')}",
        "only its signs": whole.replace("=", "%3D").replace("&", "%26"),
        "only =": whole.replace("=", "%3D"),
        "encoded with its sign of number": f"#%23{quote(bare_link, safe='')}",
        "names encoded twice": whole.replace("%", "%25"),
        "quoted-printable": whole.replace("=", "=3D"),
        "soft line breaks": f"{whole[:30]}=\r\n{whole[30:70]}=\n{whole[70:]}",
        "broken lines": f"{whole[:30]}\r\n{whole[30:70]}\n\t{whole[70:]}",
        "broken lines, encoded": f"{whole[:30]}%0D%0A{whole[30:]}",
        "a blank in the way": whole.replace("12-0.3", "12-0. 3"),
        "a blank in the way, encoded": whole.replace("12-0.3", "12-0.%20%203"),
        "dashes": whole.replace("12-0", "12–0").replace("1-14", "1‑14"),
        "large letters": whole.upper(),
        "small letters": whole.lower(),
        "another order": "#" + "&".join(reversed(bare_link.split("&"))),
        "decomposed": whole.replace("%C3%AB", "e%CC%88"),
    }
    for (what, _), said in zip(damaged.items(), ask(*damaged.values())[1:], strict=True):
        assert said == WHOLE, what


def test_a_link_that_is_cut_is_followed_as_far_as_it_goes_and_it_is_known() -> None:
    whole = link()
    begun = whole.index("&side=")
    cuts = [whole[:end] for end in range(begun, len(whole))]
    for cut, said in zip(cuts, ask(*cuts)[1:], strict=True):
        assert isinstance(said, dict), cut
        assert said["cut"], cut
        assert (said["seed"], said["person"]) == (SAID["seed"], SAID["person"]), cut
        assert str(SAID["way"]).startswith(str(said["way"])), cut
    assert set(map(str, ask(*(whole[:end] for end in range(1, begun)))[1:])) == {"None"}


def test_a_sign_that_was_changed_is_noticed() -> None:
    dice = random.Random(33)
    whole = link()
    start, end = whole.index("&way=") + 5, whole.index("&world=")
    changed = []
    for _ in range(300):
        at = dice.randrange(start, end)
        other = dice.choice([sign for sign in "0123456789.-" if sign != whole[at]])
        changed.append(whole[:at] + other + whole[at + 1 :])
    for one, said in zip(changed, ask(*changed)[1:], strict=True):
        assert isinstance(said, dict)
        assert said["cut"], one


def test_links_from_before_there_was_a_sum_are_believed() -> None:
    old = f"#seed=7&run=0&as={quote_plus(str(SAID['person']))}&side=Zo%C3%AB&way=2-99.4&world=1234abcd"
    expected = {
        "seed": "7",
        "number": "0",
        "person": SAID["person"],
        "side": "Zoë",
        "remembered": False,
        "way": "2-99.4",
        "world": "1234abcd",
    }
    assert ask(old, f"{old}).", old.replace("&", "&amp;"))[1:] == [expected | {"cut": False}] * 3
    (cut,) = ask("#seed=7&run=0&as=Zo%C3%AB&side=Zo%C3%AB&way=2-")[1:]
    assert cut == expected | {"person": "Zoë", "way": "2", "world": "", "cut": True}


@pytest.mark.parametrize(
    "fragment",
    [
        *("", "#", "#run=x", "#seed=7&run=0&as=__proto__&side=Zoë", "#seed=7&run=0&side=nobody", "#%00%ff", "#seed=-1&run=0"),
        *("#seed=1e3&run=0", "#seed=18446744073709551616&run=0", "#seed=7&run=0&side=world&memory=1"),
        *("#" + "%25" * 5_000, "#" + "&amp;" * 5_000, "#" + "9" * 5_000),
    ],
)
def test_what_says_nothing_that_can_be_followed_is_nothing(fragment: str) -> None:
    assert ask(fragment)[1:] == [None]
