// The link of a page: what is told of which run, and how far it has come, to the part of an address behind its `#`; and back.
//
// One promise: any text may stand there. What is read of it fits the world, or is null, with nothing asked of it that is not checked; what
// mail and chat do to links is undone, and a check sum tells whether all of it is there.
import { SPACE } from "./spaces.js";
import { crc32 } from "./wording.js";

const LARGEST_SEED = 2n ** 64n - 1n;
const WAY = /^(?:\d{1,6}(?:-\d{1,6})?(?:\.\d{1,6}(?:-\d{1,6})?)*)?/;
const ENCODED = /(?:^|[&#?]|%(?:25)*26)(?:sum|seed|run)%(?:25)*3D/i;
const BEFORE_A_LINK = /^[\s#<("'“‘«]+/;
const BEHIND_A_LINK = /[\s.,;:!?)\]}>"'”’»*_…]+$/;
const AND = /&(?:amp;|#38;|#x26;)+/gi;
const DASHES = /[\u2010-\u2015\u2212]/g;
const ANY_SPACE = new RegExp(`[${SPACE}]+`, "g");

/** Everything that a page has to know: `{seed, number, person, side, remembered, way, world}`, the last a few signs of the fingerprint. */
export function toFragment(all) {
  const { seed, number, person, side, remembered, way, world } = all;
  const said = new URLSearchParams({ sum: sumOfLink(all), seed, run: number, as: person, side });
  if (remembered) said.set("memory", "1");
  if (way) said.set("way", way);
  said.set("world", world);
  return `#${said}`;
}

/**
 * What a fragment says of this world; null where it says nothing that can be followed.
 *
 * `cut` is whether some of it was lost on its way here: the rest is as it was. Links without a check sum, as they once were, are believed.
 */
export function fromFragment(fragment, world) {
  const said = saidIn(mended(fragment));
  const found = {
    seed: wholeNumberIn(withoutJunk(said.get("seed"))),
    number: wholeNumberIn(withoutJunk(said.get("run"))),
    person: nameIn(world, said, "as", ""),
    side: nameIn(world, said, "side", world.cover.side),
    remembered: (said.get("memory") ?? "").startsWith("1"),
    way: "",
    world: (said.get("world") ?? "").toLowerCase().match(/^[0-9a-f]{0,16}/)[0],
  };
  const way = (said.get("way") ?? "").replace(ANY_SPACE, "").replace(DASHES, "-");
  [found.way] = way.match(WAY);
  const isLeft = withoutJunk(way.slice(found.way.length)) !== "";
  const sum = withoutJunk(said.get("sum")).toLowerCase();
  found.cut = said.has("sum") ? sum !== sumOfLink(found) : isLeft;
  if (found.cut && found.side === null) found.side = found.person || world.cover.side;
  if (found.remembered && found.side === "world") return null;
  if (found.cut && !said.get("as") && !said.has("side")) return null; // too little is left to know who was played
  return [found.seed, found.number, found.person, found.side].includes(null) ? null : found;
}

/** A seed or a run as decimal text without zeros before it; null where it is none. */
export function wholeNumberIn(text) {
  const digits = text.trim().replace(/[_,\s]/g, "");
  if (!/^\d{1,20}$/.test(digits)) return null;
  const number = BigInt(digits);
  return number <= LARGEST_SEED ? String(number) : null;
}

/** A link without what mail and chat have done to it: lines broken, `&` and `=` written otherwise, all of it encoded, signs around it. */
function mended(fragment) {
  let text = fragment
    .replace(/=(?:\r?\n|%0D%0A|%0A)/gi, "")
    .replace(/[\t\r\n]|%0[9AD]/gi, "")
    .replace(BEFORE_A_LINK, "")
    .replace(AND, "&")
    .replace(/=3D/g, "=");
  for (let times = 0; times < 3 && ENCODED.test(text); times += 1) text = decoded(text).replace(BEFORE_A_LINK, "");
  return text.replace(AND, "&").replace(BEHIND_A_LINK, "");
}

/** What stands under each name; of two, the first. Capitals do not count in names. */
function saidIn(text) {
  const found = new Map();
  for (const [name, words] of new URLSearchParams(text)) {
    const known = name.trim().toLowerCase();
    if (!found.has(known)) found.set(known, words);
  }
  return found;
}

/** Somebody of this world, or for a side the world itself; null where it is none of them, and `usual` where nothing is said. */
function nameIn(world, said, key, usual) {
  const names = [...world.people.keys(), ...(key === "side" ? ["world"] : [])];
  const plain = (text) => withoutJunk(text.normalize("NFC")).replace(ANY_SPACE, "").toLowerCase();
  let written = said.get(key);
  if (written === undefined || (written === "" && key === "as")) return usual;
  for (let times = 0; times < 3; times += 1) {
    if (names.includes(written)) return written;
    const found = onlyOne(names.filter((name) => plain(name) === plain(written)));
    if (found !== null) return found;
    written = decoded(written);
  }
  return null;
}

function onlyOne(found) {
  return found.length === 1 ? found[0] : null;
}

/** The text without what was put behind it by whoever wrote the sentence around it. */
function withoutJunk(text) {
  return (text ?? "").replace(BEHIND_A_LINK, "").trim();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A few signs by which it is seen that all of a link is there, whatever became of its capitals. */
function sumOfLink({ seed, number, person, side, remembered, way, world }) {
  const all = [seed, number, person, side, remembered ? 1 : 0, way, world].join("\n");
  return crc32(new TextEncoder().encode(all)).toString(36);
}
