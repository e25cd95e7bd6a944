// Spaces, and scripts without any between words.
//
// What counts as a space in Python: four separators and a line break more than in JavaScript, and no mark of byte order.
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
// Scripts that are written without spaces between words: Chinese and Japanese signs and their punctuation.
export const UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}";
const OUTER_SPACE = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");

/** The text without the spaces at its ends. */
export function stripped(text) {
  return text.replace(OUTER_SPACE, "");
}
