// Where a sentence begins, and with which capital: by the language of the story. A twin of telling/capitals.py.
//
// A full stop does not always end a sentence (`Mrs. de Winter`, `J. R.`), and a capital is not always what upper case makes of a letter.
// Which abbreviations a language has comes with the world: `{abbreviations, figuresRank}`, here called `known`.
import { SPACE } from "./spaces.js";
import { ENDS, OWN } from "./marks.js";

const QUOTES = "\"'“”‘’«»„‚‹›「『";
const OPENING = new RegExp(`(?:[${QUOTES}(\\[*_¿¡（]|«[ \u00a0\u202f])*$`, "u");
const NOTHING_YET = new RegExp(`^[${SPACE}—–―\\-]*$`, "u");
const LAST_WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*$/u;
const INITIAL_BEFORE = new RegExp(`[${SPACE}.]\\p{L}\\.[ \u00a0]?$`, "u");
const BEGINS_SAYING = new RegExp(`[.!?"'“‘—–:][ \u00a0]*$`, "u");
const CLIPPED_IN_DUTCH = /^['’](?:s|t|n|k|m|r|et) (?=[\p{L}\p{N}_])/u;
const LOWER = /^\p{Lowercase}$/u;
const UPPER = /^\p{Uppercase}$/u;
// Letters whose title case is not their upper case: Georgian has none, some pairs of letters have one of their own.
const GEORGIAN = /[\u10d0-\u10fa\u10fd-\u10ff]/u;
const TITLE_CASES = new Map([..."ǄǅǆǇǈǉǊǋǌǱǲǳ"].map((sign, index) => [sign, "ǅǈǋǲ"[Math.floor(index / 3)]]));

/** What stands at the beginning of a text before its first letter: quotation marks and the like. */
export const LEAD = /^["'“‘«„‚‹¿¡(*[]*/u;

/** The text with a capital for its first letter, behind quotation marks and the like. `iPhone` stays as it is. */
export function capital(text, language) {
  const tongue = tongueOf(language);
  const [lead] = (tongue === "nl" && CLIPPED_IN_DUTCH.exec(text)) || LEAD.exec(text);
  const [first = "", second = "", ...others] = text.slice(lead.length);
  const rest = second + others.join("");
  if (LOWER.test(first) && UPPER.test(second)) return text;
  if (["tr", "az"].includes(tongue) && first === "i") return `${lead}İ${rest}`;
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

/** A title in capitals. Georgian has none for that. */
export function allCapitals(text, language) {
  const dotted = ["tr", "az"].includes(tongueOf(language)) ? text.replaceAll("i", "İ") : text;
  return Array.from(dotted, (sign) => (GEORGIAN.test(sign) ? sign : sign.toUpperCase())).join("");
}

/** Whether a sentence begins behind this much of a paragraph; quotation marks and the like may stand between. */
export function beginsSentence(before, language, known) {
  const [opening] = OPENING.exec(before);
  const head = before.slice(0, before.length - opening.length);
  if (NOTHING_YET.test(head)) return true;
  const quoted = [...opening].some((sign) => QUOTES.includes(sign));
  const ended = head.replace(/[ \u00a0\u202f]+$/, "");
  if (quoted && /[—–―]$/.test(ended)) return true;
  if (ended === head) return false;
  if (quoted && ended.endsWith(":")) return true;
  if (quoted && /[,，]$/.test(ended)) return !goesOnSpeaking(ended);
  return endsSentence(ended, quoted, language, known);
}

/** Whether speech was broken off by a comma, and is taken up again: `"Look," she says, "`. */
function goesOnSpeaking(text) {
  const last = Math.max(...[...'"”’»“«'].map((sign) => text.lastIndexOf(sign)));
  return last > 0 && text[last - 1] === ",";
}

/** Whether the text ends a sentence. A question or a cry in quotation marks may be followed by who says it. */
function endsSentence(text, quoted, language, known) {
  const bare = text.replace(/["'”’»“«)\]*_]+$/, "");
  const saidByNobody = quoted || /^[)\]*_]*$/.test(text.slice(bare.length));
  if (bare.endsWith(OWN)) return false;
  if (bare.endsWith(ENDS)) return saidByNobody || bare.at(-2) === ".";
  if (/[.։]$/.test(bare) && !bare.endsWith("..")) return !isAbbreviation(bare.slice(0, -1), language, known);
  const stops = tongueOf(language) === "el" ? "!?;\u037e" : "!?";
  return bare !== "" && stops.includes(bare.at(-1)) && !/\.\.[!?]$/.test(bare) && saidByNobody;
}

/** Whether the full stop behind the text belongs to its last word, which goes on: a title, an initial, a rank in figures. */
function isAbbreviation(text, language, { abbreviations, figuresRank }) {
  const word = LAST_WORD.exec(text)?.[0];
  if (word === undefined) return false;
  const tongue = tongueOf(language);
  if (/^\p{Nd}+$/u.test(word)) return figuresRank && [...word].length < 3;
  if (abbreviations.includes(word) || (word.includes(".") && abbreviations.includes(word[0].toLowerCase() + word.slice(1)))) return true;
  const before = text.slice(0, text.length - word.length);
  if (word === "No" && tongue === "en") return !NOTHING_YET.test(before) && !BEGINS_SAYING.test(before);
  if (!word.split(".").every((letter) => UPPER.test(letter))) return false;
  return word !== "I" || tongue !== "en" || INITIAL_BEFORE.test(` ${before}`);
}

/** The language without its country: `pt` of `pt-BR`. */
function tongueOf(language) {
  return language.toLowerCase().split("-")[0];
}
