// English: numbers in words, names and pronouns, and whether it is a or an. A twin of telling/english.py, the same to the letter.
import { capital } from "./capitals.js";

const UP_TO_TWENTY = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = new Map(
  Object.entries({ one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth", twelve: "twelfth" }),
);
const FIGURE_ENDS = new Map([[1, "st"], [2, "nd"], [3, "rd"]]);
const HOW_OFTEN = new Map([[0, "never"], [1, "once"], [2, "twice"]]);
const PRONOUN_FORMS = ["they", "them", "their", "theirs", "themself"];
// Words with which a name says that it stands for several people, where they are spoken of as *they*.
const BEFORE_SEVERAL = new Set("the these those both all our my your his her its their some any two three four five six seven".split(" "));
const IN_US_AND_IS =
  "(?:men|gur|em|gn|zeb)us|(?:alib|bengal|bikin|hout|iraq|israel|kiw|kuwait|martin|medic|naz|nepal|pakistan|rabb|safar|saud|sk|somal|tax|yet)is";
const SEVERAL = new RegExp(`(?:(?<!s)(?<!u)(?<!i)s|${IN_US_AND_IS}|children|people|men|folk|police|brethren|geese|mice)$`, "iu");
const VOWELS = "aeiouæøœı";
// Letters whose names begin with a vowel, where they are read out one by one; and what is so read though it looks like a word.
const VOWEL_LETTERS = "AEFHILMNORSX";
const SPELT_OUT = new Set("EU HIV LAPD LED MEP MIT MOT RAC RAF RIP FAQ NYPD SAS SOS SUV UAE UCLA UAV UFO UHF UPI UPS URL USA USB".split(" "));
const NO_WORD_BEGINS = /^(?:[LMNX][^AEIOUY]|F[^AEIOUYLR]|[HR][^AEIOUYH]|S[^AEIOUYCHKLMNPQTVW]|U[^AEIOUY]{2,}$)/u;
const SHORT_WORDS = new Set("HE HI HO LO MA ME MY NO RE SHE SO".split(" "));
const INITIALS = /^(?:[A-Z]{2,}(?![a-z])|M(?=Sc|Phil)|[A-Z](?![A-Za-z'’])|[A-Za-z](?=-))/u;
// *An* though it begins with a consonant; *a* though it begins with a vowel: it sounds like you, or like won.
const SILENT = /^(?:heir|honest|honou?r|hors(?![a-z])|hour|y[bcdfglprtv])/iu;
const LIKE_YOU =
  /^(?:eu|ewe|ones?(?:$|[^a-z]|ness|self)|once|oui|ubi|uefa|ugand|uk[aeiour]|ulys|un(?:ani|ary|esco|i(?!n|m|de))|ur[aeiou]|us[aeiu]|ut[aeio]|uvu)/iu;

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
export function mention(person, side, { form, verb, one }, apostrophe = "'", language = "en") {
  const name = nameFor(person, side);
  if (!form) return name;
  if (form === "'s") return possessive(name, apostrophe, isSeveral(person, name));
  let pronoun = person.pronouns[PRONOUN_FORMS.indexOf(form.toLowerCase())];
  if (pronoun === "themself" && isSeveral(person, name)) pronoun = "themselves";
  if (form[0] !== form[0].toLowerCase()) pronoun = capital(pronoun, language);
  const agreed = (person.plural ? verb : one).replaceAll("'", apostrophe);
  return pronoun + (!agreed || /^['’]/.test(agreed) ? "" : " ") + agreed;
}

/** Whether a name stands for several people: `the twins` who are *they*, and whoever has `themselves` among their pronouns. */
function isSeveral(person, name) {
  if (!person.plural) return false;
  const words = name.split(" ");
  const saysSo = /^\p{Lowercase}/u.test(words.at(-1)) || (BEFORE_SEVERAL.has(words[0].toLowerCase()) && !words.includes("of"));
  return person.pronouns[4] === "themselves" || (saysSo && SEVERAL.test(name));
}

/** `Oda's`, `James's`, `the twins'`, `the children's`; a name that is one already, like `St. Paul's`, stays as it is. */
function possessive(name, apostrophe, several) {
  if (!name || /['’]s?$/.test(name)) return name;
  return name + apostrophe + (several && name.endsWith("s") ? "" : "s");
}

/** Whether it is *an* before a word or a figure: an hour, an eight, an FBI; a European, a one, a UFO. */
export function takesAn(word) {
  if (/^\p{Nd}/u.test(word)) {
    const [first] = word.split(/\P{Nd}/u);
    return first[0] === "8" || /^1[18](?:\p{Nd}\p{Nd})?$/u.test(first);
  }
  const initials = INITIALS.exec(word)?.[0].toUpperCase();
  if (initials && isSpeltOut(initials)) return VOWEL_LETTERS.includes(initials[0]);
  return SILENT.test(word) || (VOWELS.includes(word.normalize("NFD")[0].toLowerCase()) && !LIKE_YOU.test(word));
}

/** Whether capitals are read letter by letter (an FBI agent), and not as a word (a NASA probe). */
function isSpeltOut(letters) {
  const short = letters.length < 3 && !SHORT_WORDS.has(letters);
  return short || SPELT_OUT.has(letters) || !/[AEIOUY]/.test(letters) || NO_WORD_BEGINS.test(letters);
}
