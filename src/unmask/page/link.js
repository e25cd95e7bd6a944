// The link of a page: what is told of which run, and how far it has come, to the part of an address behind its `#`; and back.
//
// One promise: any text may stand there. What leaves is whole and fits the world, or null, with nothing asked of it that is not checked.

const LARGEST_SEED = 2n ** 64n - 1n;
const WAY = /^(?:\d{1,6}(?:-\d{1,6})?(?:\.\d{1,6}(?:-\d{1,6})?)*)?$/;

/** Everything that a page has to know: `{seed, number, person, side, remembered, way, world}`, the last a few signs of the fingerprint. */
export function toFragment({ seed, number, person, side, remembered, way, world }) {
  const said = new URLSearchParams({ seed, run: number, as: person, side });
  if (remembered) said.set("memory", "1");
  if (way) said.set("way", way);
  said.set("world", world);
  return `#${said}`;
}

/** What a fragment says of this world; null where it says nothing that can be followed. */
export function fromFragment(fragment, world) {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const found = {
    seed: wholeNumberIn(said.get("seed") ?? ""),
    number: wholeNumberIn(said.get("run") ?? ""),
    person: said.get("as") ?? "",
    side: said.get("side") ?? world.cover.side,
    remembered: said.get("memory") === "1",
    way: said.get("way") ?? "",
    world: said.get("world") ?? "",
  };
  const isPerson = (name) => world.people.has(name);
  const fits =
    found.seed !== null && found.number !== null && (found.person === "" || isPerson(found.person)) &&
    (isPerson(found.side) || (found.side === "world" && !found.remembered)) && WAY.test(found.way);
  return fits ? found : null;
}

/** A seed or a run as decimal text without zeros before it; null where it is none. */
export function wholeNumberIn(text) {
  const digits = text.trim().replace(/[_,\s]/g, "");
  if (!/^\d{1,20}$/.test(digits)) return null;
  const number = BigInt(digits);
  return number <= LARGEST_SEED ? String(number) : null;
}
