// Chooses words where a line leaves a choice. A twin of telling/wording.py.
//
// Wording has its own dice, keyed by the run, the event and the alternatives' own text: changing prose never changes what
// happens, and changing one line leaves the others as they were.
import { below, keyOf, threefry } from "./draws.js";
import { GAP } from "./marks.js";
import { operate } from "./values.js";

/**
 * Remembers what was told already: alternatives do not come again until all came, and never twice running.
 *
 * `voice` is "" for the lines that all sides share, else the side whose own lines these are.
 */
export class Wording {
  constructor(layout, record, voice = "") {
    this.layout = layout;
    this.runKey = keyOf(record.seed, record.number);
    this.voice = voice;
    this.passages = new Map();
  }

  /** What is known of the alternatives of a text: how often they were told, which of them lately, how often in which event, their key. */
  passage(part) {
    const text = textOf(part);
    let passage = this.passages.get(text);
    if (!passage) {
      passage = { told: 0, used: [], key: threefry(this.runKey, sumOf(`${this.voice}\n${text}`)), drawn: new Map() };
      this.passages.set(text, passage);
    }
    return passage;
  }

  /** The parts of a line with every choice made. */
  chosen(spoken) {
    return this.choices(spoken.line.template, spoken);
  }

  choices(template, spoken) {
    return template.flatMap((part) => {
      switch (part.is) {
        case "any":
          return this.orGap(part.choices[this.pick(part, spoken)], spoken);
        case "first":
          return this.orGap(part.choices[this.next(part)], spoken);
        case "cases":
          return this.orGap(this.holding(part, spoken), spoken);
        default:
          return part;
      }
    });
  }

  /** The words, or a mark that some were left unsaid. */
  orGap(template, spoken) {
    return template.length ? this.choices(template, spoken) : { is: "words", text: GAP };
  }

  /** Which words come now: one after the other, then always the last. */
  next(part) {
    return Math.min(this.passage(part).told++, part.choices.length - 1);
  }

  /** The words of the first case that holds. */
  holding(part, spoken) {
    const found = part.cases.find(([test]) => test === null || this.worth(test, spoken) !== 0);
    return found ? found[1] : [];
  }

  /** One that was not told since all of them last were; the last told does not open the next round. */
  pick(part, spoken) {
    const passage = this.passage(part);
    const all = [...part.choices.keys()];
    let left = all.filter((index) => !passage.used.includes(index));
    if (!left.length) {
      const last = passage.used.at(-1);
      passage.used = [];
      left = all.filter((index) => index !== last || all.length === 1);
    }
    const again = passage.drawn.get(spoken.event) ?? 0;
    passage.drawn.set(spoken.event, again + 1);
    const picked = left[below(passage.key, spoken.event, again, left.length)];
    passage.used.push(picked);
    return picked;
  }

  /** What an expression says in a line of prose: after the passage, or just before it where the line looks back. */
  worth(expression, spoken) {
    if (expression.is === "was") return this.layout.value(expression.of, spoken.before);
    if (expression.is === "times") return spoken.times;
    if (!looksBack(expression)) return this.layout.value(expression, spoken.after);
    return operate(expression.operator, expression.operands.map((operand) => this.worth(operand, spoken)));
  }
}

/** Whether something in it is known to prose alone. */
function looksBack({ is, operands = [] }) {
  return is === "was" || is === "times" || operands.some(looksBack);
}

const TEXTS = new WeakMap();

/**
 * The alternatives' text, by which their dice are keyed: words as they stand, anything worked out as a mark.
 *
 * So is whoever is named: with other people in the roles it is the same passage, and should not come twice running either.
 */
function textOf(part) {
  if (!TEXTS.has(part)) TEXTS.set(part, textMadeOf(part));
  return TEXTS.get(part);
}

function textMadeOf(part) {
  switch (part.is) {
    case "words":
      return part.text;
    case "any":
    case "first":
      return `{${part.choices.map(textOfAll).join("|")}}`;
    case "cases":
      return `{?${part.cases.map(([, then]) => textOfAll(then)).join("|")}}`;
    case "mention":
      return `{@${part.form} ${part.verb}}`;
    default:
      return "{=}";
  }
}

function textOfAll(template) {
  return template.map(textOf).join("");
}

const SUMS = new Map();

/** The check sum of a text and its length in bytes: worked out once, for a page tells a run anew at every choice. */
function sumOf(text) {
  if (!SUMS.has(text)) {
    const written = new TextEncoder().encode(text);
    SUMS.set(text, [crc32(written), written.length]);
  }
  return SUMS.get(text);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The check sum of zip files and PNG images, of bytes. */
export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ CRC_TABLE[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
}
