"""How English verbs look, from the data of lemminflect: makes src/unmask/world/verb_forms.py and known_verbs.py anew.

Run it from the root of the tree: python tools/make_verbs.py. lemminflect is read, never imported: its files are what counts.
"""

import gzip
import hashlib
import re
import textwrap
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from unmask.world.spelling import third_person

HERE = Path(__file__).parents[1] / "src" / "unmask" / "world"

# What the data has wrong for prose, or has not. Each is a word that a reader of novels would miss or stumble over.
NO_VERBS = frozenset("alias beware bungling clad consisted lassoo lightning log-in login pa rewound wrought".split())
MORE_VERBS = frozenset(
    "backpack blog breast-feed breastfeed cosset ding demo force-feed harrumph jelly lollygag meow misremember moonwalk mosey off out "
    "outswing overfeed overfly overthink photo reseed restring retie shilly-shally smooch snog soliloquy spoon-feed synch text tsk unbolt "
    "unfriend unhear unsee unstring video whinny".split()
)
THIRDS = {
    "OK": "OKs", "demo": "demos", "dis": "disses", "okay": "okays", "photo": "photos", "synch": "synchs", "torpedo": "torpedoes",
    "whiz": "whizzes",
}  # fmt: skip
MORE_PASTS = frozenset(
    "begat broadcast clad curst daydreamt doth durst forecast gelt gilt greenlit hath housebroke housesat joyrode moonlit nosedove pent "
    "pled quoth saith skydove snuck spake spotlit stript sublet sunburnt troubleshot wrapt writ wrought".split()
)
# They stand behind a verb and never before it; or they are verbs as often: `they out her`, `they off him`.
NO_ADVERBS = frozenset(
    "about above across after along alongside around as bad before behind below between beyond by else flat fro how id in inside item like "
    "nix of off on out outside over past percent piano since small through to under underneath when whence where whereat whereby "
    "wherefore wherein whereof whereupon whither why wild within without".split()
)
MORE_ADVERBS = frozenset("all belike betimes both each freaking frigging fucking goddamn kinda mayhap peradventure sorta".split())
# A prefix before the past of another verb makes a past: `misheard`, `overthought`.
PREFIXES = "be counter fore inter mis out over pre re un under up with".split()


class Verb(NamedTuple):
    pasts: frozenset[str]
    participles: frozenset[str]
    thirds: tuple[str, ...]


class Data(NamedTuple):
    version: str
    licence: str
    hashes: dict[str, str]
    verbs: dict[str, Verb]
    adverbs: frozenset[str]


def read() -> Data:
    """What lemminflect's tables say of verbs and adverbs, in one word each."""
    package = distribution("lemminflect")
    files = {file.name: Path(str(package.locate_file(file))) for file in package.files or ()}
    verbs: dict[str, Verb] = {}
    adverbs: set[str] = set()
    for line in _lines(files["infl_lu.csv.gz"]):
        word, sort, *forms = line.split(",")
        pasts, participles, _, thirds = (tuple(filter(None, form.split("/"))) for form in (*forms, *[""] * 4)[:4])
        if sort == "verb":
            verbs[word] = Verb(frozenset(pasts), frozenset(participles), thirds)
    for line in (*_lines(files["infl_lu.csv.gz"]), *_lines(files["lemma_lu.csv.gz"])):
        word, sort, *_ = line.split(",")
        if sort == "adv":
            adverbs.add(word)
    hashes = {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in ("infl_lu.csv.gz", "lemma_lu.csv.gz")}
    return Data(package.version, files["LICENSE"].read_text("utf-8"), hashes, verbs, frozenset(adverbs))


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


def made(data: Data) -> dict[str, str]:
    """The two modules by their names."""
    verbs = {word: verb for word, verb in data.verbs.items() if word not in NO_VERBS}
    bases = frozenset(verbs) | MORE_VERBS
    pasts = {form for verb in verbs.values() for form in verb.pasts} | MORE_PASTS
    irregular = {form for form in pasts | {form for verb in verbs.values() for form in verb.participles} if _is_odd(form)}
    both = {form: _other_verbs(form, verbs) for form in pasts & bases}
    pure = irregular - bases
    thirds = {word: verb.thirds[0] for word, verb in verbs.items() if verb.thirds and third_person(word) not in verb.thirds} | THIRDS
    words = {
        "THIRDS": [f"{base}:{third}" for base, third in thirds.items() if third_person(base) != third],
        "PASTS": pure,
        "SAME_IN_THE_PAST": {form for form in pasts & bases if not both[form]},
        "PASTS_OF_ANOTHER": {form for form, others in both.items() if others and not form.endswith("ed")},
        "BASES_LIKE_FORMS": {base for base in bases if _looks_like_a_form(base, pure)},
        "ADVERBS": {word for word in (data.adverbs - set(data.verbs)) | MORE_ADVERBS if _may_stand_before(word) and word not in pure},
    }
    origin = f"lemminflect {data.version}, which has it from the SPECIALIST Lexicon of the National Library of Medicine"
    hashes = "".join(f"\n    {name}  sha256 {digest}" for name, digest in data.hashes.items())
    head = (
        '"""The forms of English verbs that no rule gives, and adverbs: from data, made by tools/make_verbs.py and by nobody\'s hand.\n\n'
        f"The data is that of {origin}:\n{hashes}\n\nlemminflect's licence:\n\n{_quoted(data.licence)}\n"
        '"""\n'
    )
    known = (
        '"""English verbs as they go with *they*: from data, made by tools/make_verbs.py and by nobody\'s hand.\n\n'
        f"The data is that of {origin}; its hash and\nlicence stand in verb_forms.py. Only `unmask check` asks for it.\n"
        '"""\n\n'
    )
    return {
        "verb_forms.py": head + "".join(f"\n{name} = {_packed(sorted(listed, key=_order))}\n" for name, listed in words.items()),
        "known_verbs.py": known + f"KNOWN_VERBS = {_packed(sorted({_plain(base) for base in bases}, key=_order))}\n",
    }


def _other_verbs(form: str, verbs: dict[str, Verb]) -> set[str]:
    """The verbs of which this is the past, but for itself in another spelling."""
    return {base for base, verb in verbs.items() if form in verb.pasts and base.replace("-", "") != form.replace("-", "")}


def _is_odd(form: str) -> bool:
    """Whether a past is one that its ending does not tell, in one plain word."""
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)*", form) is not None and not form.endswith(("ed", "ing", "s"))


def _looks_like_a_form(base: str, pasts: set[str]) -> bool:
    """Whether a verb looks like the past, the participle or the third person of one, or like an adverb."""
    if base.endswith(("ed", "ing", "ly")) or (base.endswith("s") and not base.endswith("ss")):
        return True
    return any(base.startswith(prefix) and base.removeprefix(prefix) in pasts for prefix in PREFIXES)


def _may_stand_before(word: str) -> bool:
    """Whether an adverb, and not one by its -ly, may stand between a pronoun and its verb."""
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word) is not None and word not in NO_ADVERBS and not word.endswith("ly")


def _plain(word: str) -> str:
    return word.casefold()


def _order(word: str) -> tuple[str, str]:
    return word.casefold(), word


def _packed(words: list[str]) -> str:
    lines = textwrap.wrap(" ".join(words), 130, break_on_hyphens=False, break_long_words=False)
    return '"""\n' + "\n".join(lines) + '\n"""'


def _quoted(licence: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in licence.strip().splitlines())


def main() -> None:
    for name, text in made(read()).items():
        (HERE / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
