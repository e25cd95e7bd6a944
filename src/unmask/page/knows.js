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
export function unaskedOf(world, person) {
  const names = (variables) => new Set(variables.map(nameOfVariable));
  const reaching = names(world.routes.filter(({ observer }) => ["", person].includes(observer)).map(({ variable }) => variable));
  const asked = names(world.beliefs.filter(({ observer }) => observer === person).map(({ of }) => of));
  return world.variables
    .map(({ variable }) => variable)
    .filter((variable) => variable.owner !== person && reaching.has(nameOfVariable(variable)) && !asked.has(nameOfVariable(variable)))
    .map((variable) => [person, variable]);
}

/**
 * All else that somebody knows, in sorts `{before, whom, after, several}`: what they keep, what is open about those who are `here`, facts,
 * secrets that are known to them, and what was shown to them though nobody in the story asks (`unasked`, as far as it is kept).
 *
 * Of what is worked out from what they know already nothing is said. `scene` is the one whose facts count, "" for none.
 */
export function knownBesides({ world, layout }, state, person, here, scene, unasked) {
  const listed = world.variables.filter(({ unlisted }) => !unlisted);
  const now = (owner, word, workedOut = false) =>
    listed
      .filter((one) => one.word === word && one.variable.owner === owner && (workedOut || one.means === null))
      .filter(({ variable }) => ["", scene].includes(variable.scene))
      .map((of) => ({ of, value: layout.now(of.variable, state) }));
  const isUnasked = new Set(unasked.map(([, variable]) => nameOfVariable(variable)));
  const seems = (owner, word, fits = () => true) =>
    listed
      .filter(({ word: sort, variable }) => sort === word && variable.owner === owner && fits(nameOfVariable(variable)))
      .map((of) => ({ of, value: layout.seems(person, of.variable, state) }))
      .filter(({ value }) => value !== undefined);
  const sorts = [
    { before: "What ", whom: person, after: " keeps", several: now(person, "keeps") },
    { before: "What anybody sees of ", whom: person, after: "", several: now(person, "open") },
  ];
  for (const other of world.people.keys()) {
    if (other === person) continue;
    sorts.push({ before: "What ", whom: other, after: " seems to feel besides", several: seems(other, "feels", (name) => isUnasked.has(name)) });
    sorts.push({ before: "What ", whom: other, after: " seems to keep", several: seems(other, "keeps") });
    sorts.push({ before: "What anybody sees of ", whom: other, after: "", several: here.includes(other) ? now(other, "open", true) : [] });
  }
  sorts.push({ before: "What is so", whom: "", after: "", several: now("", "fact") });
  const secrets = now("", "secret", true).filter(({ of }) => of.known_to.includes(person));
  sorts.push({ before: "What only some know", whom: "", after: "", several: secrets });
  return sorts.filter(({ several }) => several.length);
}

/** Things of one sort as a sentence. */
export function sortInWords(world, { before, whom, after, several }, person) {
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
