// Which words of a told text are in italics: those between stars, as in `*Emma*`. A twin of telling/italics.py.
//
// One promise: whatever is no pair of stars stands as it was written.
import { GAP } from "./marks.js";
import { SPACE, UNSPACED } from "./spaces.js";

const STARS = /(\\*)(\*+)/g;
const AROUND_NOTHING = /(?<![*\\])\*[ ]*\0[ \0]*\*(?!\*)/g;
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const IS_SPACE = new RegExp(`[${SPACE}]`, "u");
const IS_LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The text in stretches `{text, italic}`, upright and italic in turns; a backslash before a star that is only a star is gone. */
export function stretches(text) {
  if (!text.includes("*")) return text ? [{ text, italic: false }] : [];
  const { pieces, stars } = piecesOf(text);
  const marks = pairsOf(stars);
  const found = [];
  let italic = false;
  pieces.forEach((piece, number) => {
    if (marks.has(number)) italic = !italic;
    else if (found.at(-1)?.italic === italic) found.at(-1).text += piece;
    else if (piece) found.push({ text: piece, italic });
  });
  return found;
}

/** The text without marks, for where there can be no italics. */
export function withoutMarks(text) {
  return stretches(text).map((stretch) => stretch.text).join("");
}

/** The text as typewriters have it: `_Emma_`. */
export function typed(text) {
  return stretches(text).map((stretch) => (stretch.italic ? `_${stretch.text}_` : stretch.text)).join("");
}

/** A text in which nothing between two stars was left to say (a gap): they are part of the gap. */
export function closedUp(text) {
  return text.replace(AROUND_NOTHING, GAP);
}

/** The text cut at every star that may be a mark, each of them a piece of its own. */
function piecesOf(text) {
  const pieces = [""];
  const stars = [];
  let at = 0;
  for (const found of text.matchAll(STARS)) {
    const [whole, backslashes] = found;
    let several = found[2];
    const end = found.index + whole.length;
    pieces[pieces.length - 1] += text.slice(at, found.index) + "\\".repeat(Math.floor(backslashes.length / 2));
    if (backslashes.length % 2) {
      pieces[pieces.length - 1] += "*"; // the first is only a star
      several = several.slice(1);
    }
    if (several.length === 1) {
      const before = [...text.slice(Math.max(0, end - 3), end - 1)].at(-1) ?? "";
      const [after = ""] = text.slice(end, end + 2);
      stars.push({ piece: pieces.length, opens: isEdge(before) && isInside(after), closes: isInside(before) && isEdge(after) });
      pieces.push("*", "");
    } else {
      pieces[pieces.length - 1] += several;
    }
    at = end;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return { pieces, stars };
}

/** Whether italics may begin or end with a sign: with any but a blank. */
function isInside(sign) {
  return sign !== "" && !IS_SPACE.test(sign);
}

/** Whether a star may stand beside a sign on its outer side: no letter, accent or digit of a script that has spaces between words. */
function isEdge(sign) {
  return !IS_LETTER.test(sign) || IS_UNSPACED.test(sign);
}

/** The pieces that are marks: each star that closes, with the last before it that opens. */
function pairsOf(stars) {
  const marks = new Set();
  let opened = null;
  for (const { piece, opens, closes } of stars) {
    if (closes && opened !== null) {
      marks.add(opened).add(piece);
      opened = null;
    } else if (opens) {
      opened = piece;
    }
  }
  return marks;
}
