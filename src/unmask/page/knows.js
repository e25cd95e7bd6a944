// What somebody knows right now of what is felt: a state and a person come in; data leaves, or sentences of it. A twin of
// telling/knows.py.
//
// One promise: nothing but the person's own feelings, and what others seem to feel to that person. Not what others do feel, no
// plan or debt of anybody, no secret. What others seem to feel is known as far as something in the story asks for it.
import { capital } from "./capitals.js";
import { cardinal, nameFor } from "./english.js";
import { isInWords } from "./teller.js";

/**
 * What somebody knows in a state: `{person, own, others}`, lists of `{of, value}` in the order of the file, `of` a declaration.
 *
 * A feeling of one's own that means others of one's own is not one more, and is left out.
 */
export function known({ world, layout }, state, person) {
  const feelings = world.variables.filter((declared) => declared.word === "feels");
  const own = feelings.filter((declared) => declared.variable.owner === person && declared.means === null);
  const seen = feelings.map((of) => ({ of, value: layout.seems(person, of.variable, state) }));
  return {
    person,
    own: own.map((of) => ({ of, value: layout.now(of.variable, state) })),
    others: seen.filter(({ value }) => value !== undefined),
  };
}

/** What somebody knows in words: a sentence for themself, then one for each of the others, in the order of the file. */
export function knownInSentences(world, { person, own, others }) {
  const sentence = (opening, several) => {
    const said = `${opening}${several.map((one) => knownInWords(world, one, person)).join(", ")}`;
    return /[.!?…]$/.test(said) ? said : `${said}.`;
  };
  const name = nameFor(world.people.get(person), person);
  const found = [own.length ? sentence(`What ${name} feels: `, own) : `${capital(name, world.cover.language)} feels nothing that has a name.`];
  for (const other of world.people.values()) {
    const seen = others.filter(({ of }) => of.variable.owner === other.name);
    if (seen.length) found.push(sentence(`What ${nameFor(other, person)} seems to feel: `, seen));
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
