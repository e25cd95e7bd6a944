// A run as text: one line a choice, in the story's own words. src/unmask/run/tape.py in JavaScript.
//
// One promise: `unmask replay` reads what is written here, and what `unmask` wrote is read here.

const FIRST_LINE = "unmask tape 1";
const BETWEEN = " / ";
const LONGEST_SHOWN = 200;
const MOST_SEED = 2n ** 64n;
// What Python takes for a space; JavaScript would take one sign more.
const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES_BETWEEN = new RegExp(`[${SPACES}]+`, "g");
const SPACES_AROUND = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "g");

/** The text is not a tape; the message says why, for whoever made it. */
export class NoTape extends Error {}

/** The line of a tape for a choice: scene / moment / who / label / roles. */
export function entryOf(point, offer) {
  if (point.sort === "scene") return `scene ${offer.what.name}`;
  if (point.sort === "cast") return `cast ${offer.what.name}${castText(offer.what, offer.cast)}`;
  const { scene, moment } = point;
  return [scene.name, moment.name, moment.owner, offer.what.label].join(BETWEEN) + castText(scene, scene.cast);
}

function castText(scene, cast) {
  const roles = scene.roles.slice(0, cast.length).map((role, number) => `${role.name} = ${cast[number]}`);
  return roles.length ? BETWEEN + roles.join(", ") : "";
}

/** A line as it is the same however it was sent about: every blank one plain space, accents composed, signs that nobody sees left out. */
export function carried(text) {
  const unseen = text.replace(SPACES_BETWEEN, " ").normalize("NFC").replace(/[\ufeff\u200b\xad\u2060]/g, "");
  return unseen.replace(SPACES_BETWEEN, " ").replace(/^ | $/g, "");
}

/** The beginning of an entry, for whoever is told of it. */
export function shortened(entry) {
  const signs = entry.length > LONGEST_SHOWN ? [...entry] : [];
  return signs.length > LONGEST_SHOWN ? signs.slice(0, LONGEST_SHOWN).join("") + "…" : entry;
}

/** Whether an entry names something in the world, available or not; roles and who chooses are left aside. */
export function existsIn(world, entry) {
  return namesSomething(world, entry) || namesSomething(world, carried(entry));
}

function namesSomething(world, entry) {
  return [...world.scenes, ...world.meanwhiles].some(
    (scene) =>
      entry === `scene ${scene.name}` ||
      entry.startsWith(`cast ${scene.name}${BETWEEN}`) ||
      scene.moments.some((moment) => namesAnOption(entry, `${scene.name}${BETWEEN}${moment.name}${BETWEEN}`, moment)),
  );
}

function namesAnOption(entry, place, moment) {
  if (!entry.startsWith(place)) return false;
  const rest = entry.slice(place.length);
  const at = rest.indexOf(BETWEEN);
  const label = at < 0 ? "" : rest.slice(at + BETWEEN.length);
  return moment.options.some((option) => label === option.label || label.startsWith(option.label + BETWEEN));
}

/** The tape as text. */
export function tapeText({ fingerprint, seed, number, side = "", entries }) {
  const head = [FIRST_LINE, `world ${fingerprint}`, `seed ${seed}`, `run ${number}`, ...(side ? [`side ${side}`] : [])];
  return [...head, "", ...entries].join("\n") + "\n";
}

/** A tape from text. Empty lines and lines that start with `#` are passed over; a line of the head may be missing. */
export function readTape(text) {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(SPACES_AROUND, ""))
    .filter((line) => line && !line.startsWith("#"));
  const first = lines.length ? carried(lines[0]) : "";
  if (!first.startsWith("unmask tape")) throw new NoTape("it does not start with the line `unmask tape 1`");
  if (first !== FIRST_LINE) {
    const start = [...first].slice(0, 40).join("");
    throw new NoTape(`it starts with \`${start}\`, and only tapes of format 1 are read; a newer unmask wrote it`);
  }
  const head = new Map([["world", ""], ["seed", "0"], ["run", "0"], ["side", ""]]);
  let at = 1;
  for (; at < lines.length; at++) {
    const line = carried(lines[at]);
    const space = `${line} `.indexOf(" ");
    const word = line.slice(0, space);
    if (!head.has(word) || line.includes(BETWEEN)) break;
    head.set(word, line.slice(space + 1));
  }
  return {
    fingerprint: head.get("world"),
    seed: wholeNumber("seed", head.get("seed")),
    number: wholeNumber("run", head.get("run")),
    side: head.get("side"),
    entries: lines.slice(at),
  };
}

function wholeNumber(word, text) {
  if (/^[0-9]{1,20}$/.test(text) && BigInt(text) < MOST_SEED) return String(BigInt(text));
  const start = [...text].slice(0, 40).join("");
  throw new NoTape(`its ${word} is \`${start}\`, which is no whole number from 0 to 18,446,744,073,709,551,615`);
}
