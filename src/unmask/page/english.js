// English: numbers in words, pronouns, verbs that agree, and the gaps that unsaid alternatives leave. A twin of
// telling/english.py: numbers, people and sentences come in, words leave, the same to the letter.
//
// Python and JavaScript mean different things by a space, a letter or a digit. Where it matters it is spelt out here.

const UP_TO_TWENTY = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = new Map(
  Object.entries({ one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth", twelve: "twelfth" }),
);
const FIGURE_ENDS = new Map([[1, "st"], [2, "nd"], [3, "rd"]]);
const HOW_OFTEN = new Map([[0, "never"], [1, "once"], [2, "twice"]]);
const THIRD_PERSON = new Map(
  Object.entries({
    are: "is", were: "was", have: "has", do: "does", "'re": "'s", "'ve": "'s",
    "aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't", "don't": "doesn't",
  }),
);
// Verbs that are the same for everybody: helpers, and the commonest pasts that do not end in -ed and are no present of their own.
const SAME_FOR_ALL = new Set(
  (
    "can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't ought 'll 'd " +
    "had hadn't did didn't ate became began bent bit bled blew bought broke brought built came caught chose crept dealt drank " +
    "drew drove dug fell felt fled flew forbade forgave forgot fought found froze gave got grew heard held hid hung kept knew " +
    "laid led left lent lit lost made meant met paid rang ran rode said sang sank sat saw sent shone shook shot slept slid sold " +
    "sought sped spent spoke sprang stole stood struck stuck sung swam swept swore taught thought threw told took tore " +
    "understood went wept withdrew woke won wore wrote"
  ).split(" "),
);
const PRESENT_IN_ED = new Set("need feed bleed breed speed heed seed weed exceed proceed succeed shed shred wed embed bed".split(" "));
// Words that may stand between a pronoun and its verb; so may any in -ly that is no verb itself.
const BEFORE_VERBS = new Set("never always still almost also just already now then often sometimes soon quite ever even not both".split(" "));
const VERBS_IN_LY = new Set("fly ally apply bully comply imply multiply rally rely reply sally supply tally".split(" "));
const PRONOUN_FORMS = ["they", "them", "their", "theirs", "themself"];

export const GAP = "\0";
export const INSERTED = "\x01";
const GAPS = /( *)\0(?: *\0)*( *)([.,;:!?…)\]。，、；：！？」』）،؛؟]|)/g;
const OPENING_SIGNS = "([“‘«「『（";
// A sentence begins after a full stop; a question or a cry in quotation marks may be followed by who says it.
const FIRST_WORDS = /((?:^|(?<!\.)[.!?][)\]]* |(?<!\.)\.["'”’)\]]* )["'(\[“‘«「『（]?)\x01([\p{L}\p{N}_])/gu;
// Scripts that are written without spaces between words: Chinese and Japanese signs and their punctuation.
export const UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}";
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, "u");
const BEGINS_UNSPACED = new RegExp(`^\\x01?[${UNSPACED}]`, "u");
// What counts as a space in Python: four separators and a line break more than here, and no mark of byte order.
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const OUTER_SPACE = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");

/** The text without the spaces at its ends. */
export function stripped(text) {
  return text.replace(OUTER_SPACE, "");
}

/** `four`, `twenty-one`, `three hundred and five`; digits from a thousand on. */
export function cardinal(number) {
  if (number < 0) return `minus ${cardinal(-number)}`;
  if (number < 20) return UP_TO_TWENTY[number];
  if (number < 100) return TENS[Math.floor(number / 10)] + (number % 10 ? `-${UP_TO_TWENTY[number % 10]}` : "");
  if (number < 1000) return `${UP_TO_TWENTY[Math.floor(number / 100)]} hundred${number % 100 ? ` and ${cardinal(number % 100)}` : ""}`;
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `first`, `twenty-second`, `one hundredth`; digits from a thousand on. */
export function nth(number) {
  const words = cardinal(number);
  if (/\d$/.test(words)) {
    const far = Math.abs(number) % 100;
    return words + (far > 10 && far < 14 ? "th" : FIGURE_ENDS.get(far % 10) ?? "th");
  }
  const cut = words.lastIndexOf(words.includes("-") ? "-" : " ") + 1;
  const last = words.slice(cut);
  return words.slice(0, cut) + (ORDINALS.get(last) ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`));
}

/** `never`, `once`, `twice`, `three times`. */
export function times(number) {
  return HOW_OFTEN.get(number) ?? `${cardinal(number)} times`;
}

/** What this side calls somebody; the last of two names, where a story gives two. */
export function nameFor(person, side) {
  const own = person.called.findLast(([who]) => who === side);
  return own ? own[1] : person.display;
}

/** A person by name or pronoun, with a verb that agrees: `form` is "", 's, they, them, their, theirs or themself. */
export function mention(person, side, form, verb) {
  if (!form) return nameFor(person, side);
  if (form === "'s") return `${nameFor(person, side)}'s`;
  let pronoun = person.pronouns[PRONOUN_FORMS.indexOf(form.toLowerCase())];
  if (form[0] !== form[0].toLowerCase()) {
    const [first, ...rest] = pronoun;
    pronoun = first.toUpperCase() + rest.join("");
  }
  if (!verb) return pronoun;
  const agreed = person.plural ? verb : third(verb);
  return pronoun + (agreed.startsWith("'") ? "" : " ") + agreed;
}

/**
 * A verb as it goes with he, she or it, from the one that goes with they: `never look up` gives `never looks up`.
 *
 * The first word is the verb, but for adverbs before it. Past tenses and helpers stay as they are.
 */
export function third(verb) {
  const cut = verb.indexOf(" ");
  let first = cut < 0 ? verb : verb.slice(0, cut);
  const rest = cut < 0 ? "" : verb.slice(cut + 1);
  if (rest && isAdverb(first)) return `${first} ${third(rest)}`;
  const plain = first.replaceAll("’", "'");
  if (THIRD_PERSON.has(plain)) {
    const agreed = THIRD_PERSON.get(plain);
    first = first.includes("’") ? agreed.replaceAll("'", "’") : agreed;
  } else if (!SAME_FOR_ALL.has(plain) && !(first.endsWith("ed") && !PRESENT_IN_ED.has(first))) {
    if (/[^aeiou]y$/.test(first)) first = `${first.slice(0, -1)}ies`;
    else first += /(?:s|x|z|ch|sh|o)$/.test(first) ? "es" : "s";
  }
  return first + (cut < 0 ? "" : " ") + rest;
}

function isAdverb(word) {
  return BEFORE_VERBS.has(word) || (word.endsWith("ly") && !VERBS_IN_LY.has(word));
}

/** The text without the spaces round what was left unsaid. */
export function tidied(text) {
  const closed = text.replace(GAPS, (gap, left, right, next, start) => {
    const before = text.slice(0, start);
    const after = text.slice(start + gap.length);
    if (next || !after || !/[^ ]/.test(before)) return next;
    if (OPENING_SIGNS.includes(before.at(-1)) || opensAQuotation(before)) return "";
    if (!right && '"”’»—–'.includes(after[0])) return "";
    return left || right ? " " : "";
  });
  return stripped(closed.replace(/ {2,}/g, " "));
}

/** Whether it ends in a straight quotation mark that opens something. */
function opensAQuotation(before) {
  return before.endsWith('"') && before.split('"').length % 2 === 0;
}

/** The paragraph with a capital wherever a name or a value that was put in begins a sentence. */
export function begun(paragraph) {
  return paragraph.replace(FIRST_WORDS, (found, before, letter) => before + letter.toUpperCase()).replaceAll(INSERTED, "");
}

/** Two sentences of a paragraph, with a space between them where their script has one. */
export function joined(before, after) {
  return before + (ENDS_UNSPACED.test(before) || BEGINS_UNSPACED.test(after) ? "" : " ") + after;
}
