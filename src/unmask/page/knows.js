// What somebody knows right now: what they feel and what others seem to feel, and besides that all else they can know. A twin of
// telling/knows.py.
//
// One promise: nothing that the language keeps from them. Not what others do feel, only what it seems to be; no plan that is not theirs
// or shown to them, no secret of others; and nothing that the author has left out (`unlisted`).
import { capital } from "./capitals.js";
import { cardinal, nameFor } from "./english.js";
import { nameOfVariable } from "./places.js";
import { isInWords } from "./teller.js";

/**
 * What somebody knows in a state: `{person, own, others}`, lists of `{of, value}` in the order of the file, `of` a declaration.
 *
 * A feeling of one's own that means others of one's own is not one more, and is left out.
 */
export function known({ world, layout }, state, person) {
  const feelings = world.variables.filter(({ word, unlisted }) => word === "feels" && !unlisted);
  const own = feelings.filter((declared) => declared.variable.owner === person && declared.means === null);
  const seen = feelings.map((of) => ({ of, value: layout.seems(person, of.variable, state) }));
  return {
    person,
    own: own.map((of) => ({ of, value: layout.now(of.variable, state) })),
    others: seen.filter(({ value }) => value !== undefined),
  };
}

/** What is hidden of others, may reach a person, and is asked about by nothing in the story: beliefs to keep besides, `[person, variable]`. */
export function unaskedOf({ world, layout }, state, person) {
  const reaching = new Set(world.routes.filter(({ observer }) => !observer || observer === person).map(({ variable }) => nameOfVariable(variable)));
  return world.variables
    .map(({ variable }) => variable)
    .filter((one) => one.owner !== person && reaching.has(nameOfVariable(one)) && layout.seems(person, one, state) === undefined)
    .map((one) => [person, one]);
}

/**
 * All else that somebody knows, in sorts `[before, whom, after, several]`: what they keep, what is open about those who are `here`, facts,
 * secrets that are known to them, and what was shown to them though nobody in the story asks (`unasked`, as far as it is kept).
 *
 * Of what is worked out from what they know already nothing is said. `scene` is the one whose facts count, "" for none.
 */
export function knownBesides({ world, layout }, state, person, here, scene, unasked) {
  const asked = new Set(unasked.map(([, variable]) => nameOfVariable(variable)));
  const all = (owner, sort, valueOf) =>
    world.variables
      .filter(({ word, variable, unlisted }) => word === sort && variable.owner === owner && !unlisted)
      .map((of) => ({ of, value: valueOf(of) }))
      .filter(({ value }) => value !== undefined);
  const now = ({ variable }) => (variable.scene && variable.scene !== scene ? undefined : layout.now(variable, state));
  const plainly = (of) => (of.means ? undefined : now(of));
  const seems = ({ variable }) => layout.seems(person, variable, state);
  const others = [...world.people.keys()].filter((other) => other !== person);
  return [
    ["What ", person, " keeps", all(person, "keeps", plainly)],
    ["What anybody sees of ", person, "", all(person, "open", plainly)],
    ...others.flatMap((other) => [
      ["What ", other, " seems to feel besides", all(other, "feels", (of) => (asked.has(nameOfVariable(of.variable)) ? seems(of) : undefined))],
      ["What ", other, " seems to keep", all(other, "keeps", seems)],
      ["What anybody sees of ", other, "", here.includes(other) ? all(other, "open", now) : []],
    ]),
    ["What is so", "", "", all("", "fact", plainly)],
    ["What only some know", "", "", all("", "secret", (of) => (of.known_to.includes(person) ? now(of) : undefined))],
  ].filter(([, , , several]) => several.length);
}

/** Things of one sort as a sentence. */
export function sortInWords(world, [before, whom, after, several], person) {
  const name = whom ? nameFor(world.people.get(whom), person) : "";
  return sentence(world, `${before}${name}${after}: `, several, person);
}

/** What is known as a sentence, with a full stop where it has none. */
function sentence(world, opening, several, person) {
  const said = `${opening}${several.map((one) => knownInWords(world, one, person)).join(", ")}`;
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** What somebody knows in words: a sentence for themself, then one for each of the others, in the order of the file. */
export function knownInSentences(world, { person, own, others }) {
  const name = nameFor(world.people.get(person), person);
  const found = [own.length ? sentence(world, `What ${name} feels: `, own, person) : `${capital(name, world.cover.language)} feels nothing that has a name.`];
  for (const other of world.people.values()) {
    const seen = others.filter(({ of }) => of.variable.owner === other.name);
    if (seen.length) found.push(sentence(world, `What ${nameFor(other, person)} seems to feel: `, seen, person));
  }
  return found;
}

/** A feeling and its value, as this side says them: `longing strong`, `trust toward Mrs. Pell two`. */
export function knownInWords(world, { of, value }, side) {
  const { name, toward } = of.variable;
  const feeling = toward ? `${name} toward ${nameFor(world.people.get(toward), side)}` : name;
  return `${feeling} ${valueInWords(world, of.type, value)}`;
}

/** A value by its better words, or a number in words; in languages other than English it is left in figures. */
export function valueInWords(world, type, value) {
  if (type.words.length) return type.words[value - type.low];
  return isInWords(world) ? cardinal(value) : String(value);
}
