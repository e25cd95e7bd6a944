// Writes a telling as plain text, for a letter or a file, as `unmask tell` prints it, wrapped at so many columns. A twin of
// telling/to_text.py.
import { allCapitals } from "./capitals.js";
import { byline, finePrint } from "./cover.js";
import { typed } from "./italics.js";
import { SPACE, UNSPACED, stripped } from "./spaces.js";

export const COLUMNS = 80;
export const BREAK = "* * *";
const ANY_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const PIECES = new RegExp(`[${SPACE}]+|[（「『“]*[${UNSPACED}][，。！？、；：」』）”…]*|[^${SPACE}${UNSPACED}]+`, "gu");
// The signs that take two columns of a terminal, as Unicode 14 has them (East Asian Width W and F); from a sign to a sign.
const TWO_COLUMNS = (
  "1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2648-2653 267f 2693 26a1 26aa-26ab 26bd-26be 26c4-26c5 " +
  "26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e 2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 " +
  "2e80-303e 3041-3247 3250-4dbf 4e00-a4c6 a960-a97c ac00-d7a3 f900-fad9 fe10-fe19 fe30-fe6b ff01-ff60 ffe0-ffe6 16fe0-1b2fb " +
  "1f004 1f0cf 1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4 " +
  "1f3f8-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc " +
  "1f6d0-1f6d2 1f6d5-1f6df 1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faf6 20000-3134a"
).split(" ").map((range) => range.split("-").map((sign) => parseInt(sign, 16)));

/** The telling as text, its paragraphs wrapped at `width` columns. */
export function toText(telling, width = COLUMNS) {
  const { cover } = telling;
  const blocks = [allCapitals(cover.title, cover.language), byline(telling), finePrint(telling), ...cover.notes.map(typed)]
    .filter((line) => line)
    .map((line) => wrapped(line, width));
  telling.sections.forEach((section, number) => {
    if (number) blocks.push(centred(BREAK, width));
    for (const { text } of section) blocks.push(wrapped(typed(text), width));
  });
  if (telling.ending) blocks.push(centred(typed(telling.ending), width));
  blocks.push(...cover.afterwords.map((word) => wrapped(typed(word), width)));
  return `${blocks.join("\n\n")}\n`;
}

/** The paragraph in lines of at most so many columns. Scripts without spaces between words break anywhere but before a stop. */
function wrapped(paragraph, width) {
  if (!ANY_UNSPACED.test(paragraph)) return filled(paragraph, width);
  const lines = [""];
  let used = 0;
  for (const [piece] of paragraph.matchAll(PIECES)) {
    const wide = columns(piece);
    if (used + wide > width && lines.at(-1) && stripped(piece)) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += piece;
    used += wide;
  }
  return lines.map(stripped).join("\n");
}

/** The words of a paragraph in lines of at most so many signs: what Python's textwrap does, which keeps spaces inside a line. */
function filled(paragraph, width) {
  const pieces = untabbed(paragraph).replace(/[\t-\r]/g, " ").match(/ +|[^ ]+/g) ?? [];
  const lines = [];
  for (let at = 0; at < pieces.length; ) {
    if (lines.length && !stripped(pieces[at])) at += 1;
    const line = [];
    for (let used = 0; at < pieces.length; at += 1) {
      used += [...pieces[at]].length;
      if (used > width && line.length) break;
      line.push(pieces[at]);
    }
    if (line.length && !stripped(line.at(-1))) line.pop();
    if (line.length) lines.push(line.join(""));
  }
  return lines.join("\n");
}

/** The text with spaces for tabs, up to the next of the stops that stand at every eighth sign of a line. */
function untabbed(text) {
  let column = 0;
  return text.replace(/[^]/gu, (sign) => {
    if (sign === "\t") {
      const spaces = 8 - (column % 8);
      column = 0;
      return " ".repeat(spaces);
    }
    column = sign === "\n" || sign === "\r" ? 0 : column + 1;
    return sign;
  });
}

function centred(text, width) {
  return columns(text) >= width ? wrapped(text, width) : " ".repeat(Math.floor((width - columns(text)) / 2)) + text;
}

/** How many columns of a terminal a text takes: signs of Chinese, Japanese and Korean take two. */
function columns(text) {
  let count = 0;
  for (const sign of text) count += takesTwo(sign.codePointAt(0)) ? 2 : 1;
  return count;
}

function takesTwo(sign) {
  return sign >= 0x1100 && TWO_COLUMNS.some(([first, last = first]) => sign >= first && sign <= last);
}
