// Plays runs in JavaScript, as the tests hold them against the reference, and says what was seen of each.
//
// The same in Node (play.mjs) and in a page: it needs nothing but the engine. tests/page/seen.py says in Python what this page says here,
// sign by sign; a digest of a run is the CRC-32 of all of it.

import { keyOf, below, pick, sceneStream, threefry } from "../../src/unmask/page/draws.js";
import { Run } from "../../src/unmask/page/engine.js";
import { readTape, tapeText } from "../../src/unmask/page/tape.js";
import { readWorld } from "../../src/unmask/page/world.js";

/** A task: a world with the runs to play, by numbers, by tapes or by hand; or a text to read as a tape; or numbers to draw. */
export function done(task) {
  if (task.draw) return DRAWS[task.draw](...task.inputs);
  if (task.text !== undefined) return readOrRefused(task.text);
  const world = readWorld(task.world);
  const numbers = task.numbers ?? Array.from({ length: task.runs ?? 0 }, (_, run) => BigInt(task.first) + BigInt(run));
  const runs = numbers.map((number) => new Run(world, task.seed, number, { also: alsoOf(world, task.also) }));
  for (const run of runs) run.step();
  for (const tape of task.tapes ?? []) runs.push(byTape(world, tape));
  if (task.hand) return byHand(world, task.hand);
  return runs.map((run) => seen(run, task.full));
}

const DRAWS = { threefry, keyOf, below, pick, sceneStream };

function readOrRefused(text) {
  try {
    const tape = readTape(text);
    return { tape, again: tapeText(tape) };
  } catch (refused) {
    return { refused: refused.message };
  }
}

/** Beliefs to keep besides, by the number of the variable among those that are declared. */
function alsoOf(world, also = []) {
  return also.map(([observer, number]) => [observer, world.variables[number].variable]);
}

function byTape(world, { seed, number, entries, goOn }) {
  const run = new Run(world, seed, number, { entries });
  if (goOn) run.step();
  return run;
}

/** What each act gives: "luck" takes what the dice take, a number an offer (from the end, where it is negative) and on from there. */
function byHand(world, { seed, number, person, entries, acts }) {
  const run = new Run(world, seed, number, { person, entries });
  const ways = { step: () => run.step(), luck: () => run.take(run.luck()), back: () => run.back() };
  const did = acts.map((act) => (ways[act] ?? (() => run.step(act < 0 ? run.offers.length + act : act)))());
  return { did: did.map((found) => (typeof found === "boolean" ? found : (found.who ?? found.ending))), ...seen(run, true), entries: run.entries };
}

// ── what is seen of a run ──

function seen(run, full) {
  const { record } = run;
  const { over } = record;
  const lines = record.events.map((event) => ofEvent(event, run));
  lines.push(["over", over.ending, over.reason, over.scene, over.moment, ofState(over.state), record.strayed].join("\t"));
  lines.push(...run.entries);
  const found = { number: record.number, ending: over.ending, strayed: record.strayed, events: record.events.length };
  return { ...found, digest: crc(new TextEncoder().encode(lines.join("\n"))), ...(full ? { lines } : {}) };
}

function ofEvent(event, run) {
  const { point } = event;
  return [
    event.sort,
    event.scene,
    event.cast.join(","),
    event.moment,
    event.who,
    event.label,
    event.people.join(","),
    event.scene_number,
    event.meanwhile ? 1 : 0,
    point === null ? "-" : ofPoint(point, run),
    ...event.told.map(ofTold),
  ].join("\t");
}

function ofPoint(point, run) {
  const offers = run.process.offers(point).map(({ what, weight, points, reasons, cast }) => {
    const why = reasons.map((reason) => `${reason.points} ${reason.motive.phrase}`);
    return [what.label ?? what.name, cast.join(","), weight, points, ...why].join("|");
  });
  const { sort, scene_number, choice_number, scene, moment, meanwhile, who, state } = point;
  return [sort, scene_number, choice_number, scene?.name ?? "", moment?.name ?? "", meanwhile, who, ofState(state), ...offers].join(";");
}

function ofTold({ lines, before, after, people }) {
  return [ofState(before), ofState(after), people === null ? "-" : people.join(","), ...lines.map(ofLine)].join(";");
}

const LINES = new WeakMap();

function ofLine(line) {
  if (!LINES.has(line)) LINES.set(line, crc(new TextEncoder().encode(lineText(line))));
  return LINES.get(line);
}

function lineText({ side, manner, joins, template }) {
  return [side, manner, joins ? 1 : 0, templateText(template)].join("|");
}

function templateText(template) {
  return template.map(partText).join("");
}

function partText(part) {
  switch (part.is) {
    case "words":
      return part.text;
    case "say": {
      const { sort, low, high, name, names, words } = part.type;
      return `{say ${expressionText(part.what)} ${part.form} ${[sort, low, high, name, ...names, ...words].join(",")}}`;
    }
    case "mention":
      return `{${part.person} ${part.form} ${part.verb}}`;
    case "why":
      return "{why}";
    case "any":
    case "first":
      return `{${part.is} ${part.choices.map(templateText).join("|")}}`;
    default:
      return `{cases ${part.cases.map(([test, then]) => `${test === null ? "" : expressionText(test)}: ${templateText(then)}`).join("|")}}`;
  }
}

function expressionText(expression) {
  switch (expression.is) {
    case "constant":
      return String(expression.value);
    case "read":
      return `read(${variableText(expression.variable)})`;
    case "seems":
      return `seems(${expression.observer}, ${variableText(expression.variable)})`;
    case "happened":
      return `happened(${[expression.event.word, expression.event.who, expression.event.moment, expression.event.label].join(", ")})`;
    case "was":
      return `was(${expressionText(expression.of)})`;
    case "times":
      return "times";
    default:
      return `${expression.operator}(${expression.operands.map(expressionText).join(", ")})`;
  }
}

function variableText({ owner, name, toward, scene }) {
  return [owner, name, toward, scene].join(".");
}

// ── digests ──

/** A state as 32-bit numbers, the lower byte first. */
function ofState(state) {
  const view = new DataView(new ArrayBuffer(4 * state.length));
  state.forEach((value, place) => view.setInt32(4 * place, value, true));
  return crc(new Uint8Array(view.buffer));
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 255] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
