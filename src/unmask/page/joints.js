// Where what was put in meets what was written: spaces, full stops, `a` and `an`, capitals. A twin of telling/joints.py.
//
// Parts of a line become its text (`joinedParts`, `tidied`), lines become a paragraph (`joined`), and the paragraph is finished as a whole
// (`finished`), because it takes all of it to see where a sentence begins.
import { CRIES, FULL_STOPS, LEAD, NARROW, beginsSentence, capital } from "./capitals.js";
import { takesAn } from "./english.js";
import { closedUp } from "./italics.js";
import { ARTICLE, ENDS, GAP, INSERTED, OWN } from "./marks.js";
import { UNSPACED, stripped } from "./spaces.js";

const GAPS = /( *)\0(?: *\0)*( *)([.,;:!?…)\]。，、；：！？」』）،؛؟]|)/g;
const OPENING_SIGNS = "([“‘«「『（„‚‹¿¡";
const OPENERS_OF = new Map(Object.entries({ "“": "„", "‘": "‚", "«": "»", "‹": "›" }));
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, "u");
const BEGINS_UNSPACED = new RegExp(`^\\x01?[${UNSPACED}]`, "u");
const GOES_ON = /^(?:[,;:!?)\]。，、；：！？」』）،؛؟]|\.(?!\.))/;
// Words that end with a full stop of their own wherever they stand.
const ENDS_SHORT =
  /(?:(?<![\p{L}\p{N}_])(?:Jr|Sr|Esq|Bros|Co|Inc|Ltd|etc|St|Ave|Rd|Dr|Mr|Mrs|Ms|Ph\.D)|(?:^|[^\p{L}\p{N}])\p{L}(?:\.\p{L})*)\.$/u;
const ARTICLE_LAST = /(?:(?<![\p{L}\p{N}_'’-])an?|(?:^|[\0\x03.!?…:"'“‘«„¿¡([*—–] ?)An?)([ \u00a0]*)$/u;
const ARTICLES = /([Aa])n?\x04([ \u00a0]+)(?=[\x01"'“‘«*([]*([\p{L}\p{N}_][\p{L}\p{N}_'’,.-]*))/gu;
const CLOSED = `[${NARROW}]?»|["'”’“«*`;
const STOP = `[${FULL_STOPS}${CRIES}…]`;
// What ends in a stop, in quotation marks and the like as well.
const STOPPED = new RegExp(`(?:${STOP}(?:${CLOSED}])*|^\\(.*${STOP}\\))$`, "su");
// A stop that was put in, where the text has its own: `Jr..`, `late.!`, `late. and`, `late?.`, `late!!`
const STOPS_BEFORE_DOTS = /\.\x02(?=\.\.|…)/g;
const STOPS_BEFORE_A_STOP = new RegExp(
  `(?<!\\.)[${FULL_STOPS}]\x03(?=(?:${CLOSED})\\]])*[${NARROW}]?[${FULL_STOPS}${CRIES}…,;:，、；：،؛]| *[—–]| [(\\[“‘«]*(\\p{L}))`,
  "gu",
);
const STOPS_AFTER_A_STOP = new RegExp(`(${STOP}(?:${CLOSED})])*)[\x02\x03](?:\\.(?!\\.)|[${FULL_STOPS.slice(1)}])`, "gu");
const CRIES_AFTER_A_CRY = new RegExp(`([${CRIES}])[\x02\x03]\\1`, "gu");
const MARKS = /[\x01-\x04]/g;

// ── a line ──

/** Words that stand for something, marked as such; what has no words leaves a gap. A stop at their end says whose it is. */
export function putIn(text, isName = false) {
  if (!text) return GAP;
  if (!STOPPED.test(text)) return INSERTED + text;
  return INSERTED + text + (isName || ENDS_SHORT.test(text) ? OWN : ENDS);
}

/** The parts of a line as one text. In English an article is marked where what comes next decides what it has to be. */
export function joinedParts(parts, inEnglish) {
  let text = "";
  for (const part of parts) {
    const article = inEnglish && part ? ARTICLE_LAST.exec(text) : null;
    if (article && (article[1] || " \u00a0".includes(part[0]))) {
      const end = text.length - article[1].length;
      text = text.slice(0, end) + ARTICLE + article[1];
    }
    text += part;
  }
  return tidied(closedUp(text));
}

/** The text without the spaces round what was left unsaid. */
export function tidied(text) {
  const closed = text.replace(GAPS, (gap, left, right, next, start) => {
    const before = text.slice(0, start);
    const after = text.slice(start + gap.length);
    if (next || !after || !/[^ ]/.test(before)) return next;
    if (before.endsWith("«") && left) return " ";
    if (opens(before) || (!right && closes(before, after))) return "";
    return left || right ? " " : "";
  });
  return stripped(closed.replace(/ {2,}/g, " "));
}

/** Whether it ends in a sign that opens something, or in one of a pair whose other one is to come. */
function opens(before) {
  const last = before.at(-1);
  if (OPENING_SIGNS.includes(last)) return true;
  if ('"*'.includes(last)) return counted(before, last) % 2 === 1;
  return "'”»›".includes(last) && (before.length === 1 || ` —–${OPENING_SIGNS}"`.includes(before.at(-2)));
}

/** Whether what comes next closes what was opened before. */
function closes(before, after) {
  const [first, second = ""] = after;
  if ('"”’»—–'.includes(first)) return true;
  if (first === "'") return !/^[\p{L}\p{N}]/u.test(second);
  if (first === "*") return counted(before, "*") % 2 === 1;
  const opener = OPENERS_OF.get(first);
  return opener !== undefined && counted(before, opener) > counted(before, first);
}

function counted(text, sign) {
  return text.split(sign).length - 1;
}

// ── a paragraph ──

/** Two lines of a paragraph, with a space between them where their script has one, and none before a comma or a stop. */
export function joined(before, after) {
  return before + (ENDS_UNSPACED.test(before) || BEGINS_UNSPACED.test(after) || GOES_ON.test(after) ? "" : " ") + after;
}

/** The paragraph as it is told: one stop for two, the right article, and a capital where what was put in begins a sentence. */
export function finished(paragraph, language, known) {
  const stopped = withOneStopEach(paragraph);
  const agreed = stopped.replace(ARTICLES, (found, a, spaces, word) => a + (takesAn(word) ? "n" : "") + spaces);
  return withCapitals(agreed, language, known).replace(MARKS, "");
}

/** What ends in a full stop, before one or in the middle of a sentence, keeps it only where it belongs to an abbreviation. */
function withOneStopEach(text) {
  return text
    .replace(STOPS_BEFORE_DOTS, "")
    .replace(STOPS_BEFORE_A_STOP, (stop, next) => (next && !/^\p{Lowercase}/u.test(next) ? stop : ""))
    .replace(STOPS_AFTER_A_STOP, `$1${ENDS}`)
    .replace(CRIES_AFTER_A_CRY, `$1${ENDS}`);
}

function withCapitals(text, language, known) {
  const [first, ...inserted] = text.split(INSERTED);
  return inserted.reduce((told, piece) => {
    const [lead] = LEAD.exec(piece);
    const [letter = ""] = piece.slice(lead.length);
    const small = letter && !/^\p{Uppercase}$/u.test(letter);
    return told + (small && beginsSentence(told + lead, language, known) ? capital(piece, language) : piece);
  }, first);
}
