// Where a sentence begins, and with which capital: by the language of the story. A twin of telling/capitals.py.
//
// A full stop does not always end a sentence (`Mrs. de Winter`, `J. R.`), and a capital is not always what upper case makes of a letter.
// Which abbreviations a language has comes with the world: `{abbreviations, figuresRank}`, here called `known`.
import { SPACE } from "./spaces.js";
import { ENDS, OWN } from "./marks.js";

const QUOTES = "\"'“”‘’«»„‚‹›「『";
export const NARROW = " \u00a0\u202f";
// These read a text from its end. Guillemets have a space on their inner side in French; where they close, a word or a stop stands before them.
const OPENING = new RegExp(`^(?:[${QUOTES}(\\[*_¿¡（]|[${NARROW}][«‹](?![^${SPACE}${QUOTES}(\\[*_—–]))*`, "u");
const CLOSING = new RegExp(`^(?:[»›][${NARROW}]?|["'”’“«‹)\\]*_」』）])*`, "u");
const AIR_LAST = new RegExp(`[${NARROW}]+$`, "u");
const NOTHING_YET = new RegExp(`^[${SPACE}—–―\\-]*$`, "u");
const LAST_WORD = /^(?:[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*)?/u;
const SPACED_ABBREVIATION = new RegExp(`^(?:[\\p{L}\\p{N}]+(?:[${NARROW}]\\.[\\p{L}\\p{N}]{1,2})+)?`, "u");
export const FULL_STOPS = ".։।॥۔።。．｡";
export const CRIES = "!?؟！？‽⁈⁉";
const NO_SPACE_BEHIND = "。．｡！？";
const DOTS = /(?<!\.)\.\.\.?$|\. \.$/u;
const INITIAL_BEFORE = new RegExp(`[${SPACE}.]\\p{L}\\.[ \u00a0]?$`, "u");
const BEGINS_SAYING = new RegExp(`[.!?"'“”‘’«»„—–:*_(\\[][${NARROW}]*$`, "u");
const CLIPPED = /^['’](?:s|t|n|k|m|r|et) (?=[\p{L}\p{N}_])/u;
// In these an `i` keeps its dot as a capital.
const DOTTED = ["az", "crh", "gag", "kk", "tr", "tt"];
const GREEK_ACCENTS = /[\u0300\u0301\u0313\u0314\u0342]/g;
const LOWER = /^\p{Lowercase}$/u;
const UPPER = /^\p{Uppercase}$/u;
// Letters whose title case is not their upper case: Georgian has none, some pairs of letters have one of their own.
const GEORGIAN = /[\u10d0-\u10fa\u10fd-\u10ff]/u;
const TITLE_CASES = new Map([..."ǄǅǆǇǈǉǊǋǌǱǲǳ"].map((sign, index) => [sign, "ǅǈǋǲ"[Math.floor(index / 3)]]));

/** What stands at the beginning of a text before its first letter: quotation marks and the like. */
export const LEAD = new RegExp(`^[${QUOTES}ʻʼ¿¡(*\\[]*`, "u");

/** The text with a capital for its first letter, behind quotation marks and the like. `iPhone` stays as it is. */
export function capital(text, language) {
  const tongue = tongueOf(language);
  const [lead] = (["nl", "af"].includes(tongue) && CLIPPED.exec(text)) || LEAD.exec(text);
  const [first = "", second = "", ...others] = text.slice(lead.length);
  const rest = second + others.join("");
  if (LOWER.test(first) && UPPER.test(second)) return text;
  if (DOTTED.includes(tongue) && first === "i") return `${lead}İ${rest}`;
  if (tongue === "nl" && first + second === "ij") return `${lead}IJ${others.join("")}`;
  return lead + titleCase(first) + rest;
}

function titleCase(sign) {
  if (GEORGIAN.test(sign)) return sign;
  if (TITLE_CASES.has(sign)) return TITLE_CASES.get(sign);
  const [base, ...marks] = sign.normalize("NFD");
  // A small iota that is written below stays there.
  if (marks.includes("\u0345")) {
    const composed = (base.toUpperCase() + marks.join("")).normalize("NFC");
    return composed.includes("\u0342") ? base.toUpperCase() + marks.join("") : composed;
  }
  const [first = "", ...rest] = sign.toUpperCase();
  return UPPER.test(first) ? first + rest.join("").toLowerCase() : first + rest.join("");
}

/** A title in capitals. Georgian has none for that, and Greek capitals have no accents. */
export function allCapitals(text, language) {
  const tongue = tongueOf(language);
  let bare = DOTTED.includes(tongue) ? text.replaceAll("i", "İ") : text;
  if (tongue === "el") bare = bare.normalize("NFD").replace(GREEK_ACCENTS, "").normalize("NFC");
  return Array.from(bare, (sign) => (GEORGIAN.test(sign) ? sign : sign.toUpperCase())).join("");
}

/** Whether a sentence begins behind this much of a paragraph; quotation marks and the like may stand between. */
export function beginsSentence(before, language, known) {
  const opening = endOf(OPENING, before);
  const head = before.slice(0, before.length - opening.length);
  if (NOTHING_YET.test(head)) return true;
  const quoted = [...opening].some((sign) => QUOTES.includes(sign));
  const ended = head.replace(AIR_LAST, "");
  if (quoted && /[—–―：]$/.test(ended)) return true;
  if (ended === head && !endsIn(bareOf(ended), NO_SPACE_BEHIND)) return false;
  if (quoted && ended.endsWith(":")) return true;
  if (quoted && /[,，]$/.test(ended)) return !goesOnSpeaking(ended);
  return endsSentence(ended, quoted, language, known);
}

/** Whether speech was broken off by a comma, and is taken up again: `"Look," she says, "`. */
function goesOnSpeaking(text) {
  const last = Math.max(...[...'"”’»“«'].map((sign) => text.lastIndexOf(sign)));
  return text.slice(0, Math.max(last, 0)).replace(AIR_LAST, "").endsWith(",");
}

/** Whether the text ends a sentence. A question or a cry in quotation marks may be followed by who says it. */
function endsSentence(text, quoted, language, known) {
  const stopped = bareOf(text);
  if (stopped.endsWith(OWN)) return false;
  const wasPutIn = stopped.endsWith(ENDS);
  const bare = wasPutIn ? bareOf(stopped.slice(0, -1)) : stopped;
  const closed = text.slice(bare.length).replace(ENDS, "");
  const isSaidBySomebody = !quoted && (!/^[)\]*_）]*$/.test(closed) || isAside(text, closed, language, known));
  if (wasPutIn) return endsIn(bare, FULL_STOPS) || !isSaidBySomebody;
  if (endsIn(bare, FULL_STOPS)) return !DOTS.test(bare.slice(-4)) && !isAbbreviation(bare.slice(0, -1), language, known);
  const cries = CRIES + (tongueOf(language) === "el" ? ";\u037e" : "");
  return endsIn(bare, cries) && !/\.\.[!?]$/.test(bare) && !isSaidBySomebody;
}

/** Whether the text ends with something in parentheses that stands within a sentence: `He asked (why?)`. */
function isAside(text, closed, language, known) {
  let head = text;
  for (let last = closed; last.includes(")") && head.includes("("); last = endOf(CLOSING, head)) {
    head = head.slice(0, head.lastIndexOf("(")).replace(AIR_LAST, "");
  }
  return head !== text && !beginsSentence(`${head} `, language, known);
}

/** The text without what closes at its end. */
function bareOf(text) {
  return text.slice(0, text.length - endOf(CLOSING, text).length);
}

/** As much of a text's end as there is of a pattern that reads it backwards, and may be of nothing. */
function endOf(pattern, text) {
  const [found] = pattern.exec([...text].reverse().join(""));
  return text.slice(text.length - found.length);
}

function endsIn(text, signs) {
  return text !== "" && signs.includes(text.at(-1));
}

/** Whether the full stop behind the text belongs to its last word, which goes on: a title, an initial, a rank in figures. */
function isAbbreviation(text, language, { abbreviations, figuresRank }) {
  const word = endOf(LAST_WORD, text);
  if (!word) return false;
  const tongue = tongueOf(language);
  if (/^\p{Nd}+$/u.test(word)) return figuresRank && [...word].length < 3;
  if (abbreviations.includes(word) || (word.includes(".") && abbreviations.includes(word[0].toLowerCase() + word.slice(1)))) return true;
  const spaced = endOf(SPACED_ABBREVIATION, text).replace(/[ \u00a0\u202f]/g, "");
  if (spaced && abbreviations.includes(spaced)) return true;
  const before = text.slice(0, text.length - word.length);
  if (word === "No" && tongue === "en") return !NOTHING_YET.test(before) && !BEGINS_SAYING.test(before);
  if (!word.split(".").every((letter) => UPPER.test(letter))) return false;
  return word !== "I" || tongue !== "en" || INITIAL_BEFORE.test(` ${before}`);
}

/** The language without its country: `pt` of `pt-BR`. */
function tongueOf(language) {
  return language.toLowerCase().split("-")[0];
}
