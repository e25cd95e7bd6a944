// Plays a world in the browser, choice by choice, and records everything that happened.
//
// One promise: for the same world, seed, run and choices it gives what src/unmask/run gives, event for event and number for number.
//
// For whoever uses it (Run is imported from "./engine.js", all else from the module that is named; they are joined in this order:
// draws, values, world, ground, places, looks, following, process, tape, engine):
//
//   readWorld(json)                world.js. The World that a page holds: names as in src/unmask/world/model.py, with every default filled
//                                  in and every number of a table replaced by what it stands for. Lists are arrays; `people` and `kinds`
//                                  are Maps by name, in the order of the file; `variables` is an array of declarations, each with its
//                                  `variable`. Expressions and parts of templates say in `is` what they are, in lower case: constant,
//                                  read, seems, happened, was, times, operation; words, say, mention, why, any, first, cases.
//                                  Besides: `fingerprint`, `beliefs` and `following`. Throws an Error for a format that it does not know.
//   new Run(world, seed, number, {person = "", entries = [], also = []} = {})
//                                  A run under way. seed and number: whole numbers to 2^64 - 1, as number, BigInt or decimal text.
//                                  `entries` are a tape's lines, followed before anything else; `also` are beliefs to keep although the
//                                  world does not ask for them, [[observer, variable], …] (they can be looked at and change nothing).
//     .at                          the Point where something is to be chosen, or the Over: {ending, state, reason, scene, moment}
//     .over                        whether .at is an Over
//     .offers                      what is on offer at the point, in the order of the file: [{what, weight, points, reasons, cast}], where
//                                  `what` is a scene or an option and a reason is {motive, points}; [] when it is over
//     .step(choice)                with a number: takes that offer (its number in .offers); then luck chooses for everybody but
//                                  `person`, until it is that person's turn or it is over. Without one: goes on by luck until then.
//                                  Returns .at. A run without a person plays to its end at the first step().
//     .take(choice)                takes that offer and stops at the very next point, whoever it belongs to. Returns .at.
//     .luck()                      the number of the offer that the dice would take here
//     .back()                      to the point of that person's last choice (for a run without a person, the last choice of anybody);
//                                  false where there is none. What luck chose, luck chooses again.
//     .record                      {seed, number, events, over, strayed} as run/record.py has it, seed and number as decimal text.
//                                  Under way, `over` has "" as its ending, the state of now, and as its reason why nobody went on.
//     .strayed                     "" or, in words, where `entries` could not be followed, or were left over
//     .entries                     the tape's lines for all choices so far
//     .process                     the Process: .world, .layout, .offers(point)
//   Point                          {sort: "scene" | "cast" | "option", state, scene_number, choice_number, scene, moment, meanwhile, who}
//   Event                          {sort: "scene" | "cast" | "option" | "moment" | "ending", scene, cast, moment, who, label, people,
//                                  scene_number, meanwhile, point, told}, told: [{lines, before, after, people}]; lines are Prose with
//                                  people in the place of roles: the same objects each time that the same line is told with the same cast
//   process.layout                 places.js. .value(expression, state), .holds(condition, state) with null for "always"; .scenes, a Map
//                                  by name; .seems(observer, variable, state), a number, or undefined for a belief that is not kept;
//                                  .now(variable, state), computed ones included. A state is an array of numbers.
//   operate(operator, numbers)     values.js. What an operation makes of numbers.
//   keyOf(seed, number), threefry(key, counter), below(key, stream, choice, total), pick(…)   draws.js, as in run/draws.py.
//   readTape(text), tapeText(tape) tape.js. {fingerprint, seed, number, side, entries}, seed and number as decimal text; throws NoTape.

import { keyOf, pick, sceneStream } from "./draws.js";
import { Process } from "./process.js";
import { carried, entryOf, existsIn, shortened } from "./tape.js";

export class Run {
  constructor(world, seed, number, { person = "", entries = [], also = [] } = {}) {
    this.process = processOf(world, also);
    this.seed = wholeText("seed", seed);
    this.number = wholeText("run", number);
    this.key = keyOf(seed, number);
    this.person = person;
    this.strayed = "";
    this.events = [];
    this.past = []; // for each choice: the point where it was made, its line in a tape, and how many events there were before it
    this.arrive(this.process.begin());
    this.followEntries(entries);
  }

  get over() {
    return "ending" in this.at;
  }

  get entries() {
    return this.past.map((choice) => choice.entry);
  }

  get record() {
    const { seed, number, events, strayed } = this;
    const reason = strayed || "the tape ends here";
    const over = this.over ? this.at : { ending: "", state: this.at.state, reason, scene: "", moment: "" };
    return { seed, number, events: [...events], over, strayed };
  }

  step(choice) {
    if (choice !== undefined) this.take(choice);
    while (!this.over && !(this.person && this.at.who === this.person)) this.take(this.luck());
    return this.at;
  }

  take(choice) {
    const offer = this.offers[choice];
    if (!offer) throw new Error(`there are ${this.offers.length} offers here, and number ${choice} is none of them`);
    this.past.push({ at: this.at, entry: entryOf(this.at, offer), events: this.events.length });
    const turn = this.process.follow(this.at, offer, this.process.world.limit - this.events.length);
    // One by one, for there may be more of them than a call may have arguments.
    for (const event of turn.events) this.events.push(event);
    return this.arrive(turn.at);
  }

  luck() {
    const { scene_number, meanwhile, choice_number } = this.at;
    return pick(this.key, sceneStream(scene_number, meanwhile >= 0), choice_number, this.offers.map((offer) => offer.weight));
  }

  back() {
    const last = this.past.findLastIndex((choice) => !this.person || choice.at.who === this.person);
    if (last < 0) return false;
    const { at, events } = this.past[last];
    this.past.length = last;
    this.events.length = events;
    this.arrive(at);
    return true;
  }

  arrive(at) {
    this.at = at;
    this.offers = this.over ? [] : this.process.offers(at);
    return at;
  }

  /** A tape's lines, up to the first that cannot be followed. */
  followEntries(entries) {
    for (const [number, wanted] of entries.entries()) {
      if (this.over) {
        this.strayed = `the story is over before entry ${number + 1}, \`${shortened(wanted)}\``;
        return;
      }
      const possible = this.offers.map((offer) => (offer.weight ? entryOf(this.at, offer) : ""));
      const exact = possible.indexOf(wanted);
      const choice = exact < 0 && carried(wanted) ? possible.map(carried).indexOf(carried(wanted)) : exact;
      if (choice < 0) {
        const what = existsIn(this.process.world, wanted) ? "cannot be chosen here" : "names nothing in this story";
        this.strayed = `entry ${number + 1}, \`${shortened(wanted)}\`, ${what}`;
        return;
      }
      this.take(choice);
    }
  }
}

const PROCESSES = new WeakMap();

/** Runs of one world share a process, and with it everything that is worked out once. */
function processOf(world, also) {
  if (also.length) return new Process(world, also);
  if (!PROCESSES.has(world)) PROCESSES.set(world, new Process(world));
  return PROCESSES.get(world);
}

function wholeText(what, value) {
  const whole = BigInt(value);
  if (whole < 0n || whole >= 2n ** 64n) throw new RangeError(`the ${what} is a whole number from 0 to 2^64 - 1, and ${whole} is none`);
  return String(whole);
}
