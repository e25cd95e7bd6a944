// What a story keeps while it is told: a Layout knows where in the row of numbers each variable, belief, mark of `once` and automaton
// stands, where each starts, and what an expression says of a row.
//
// One promise: the row is that of the reference engine, place for place (src/unmask/world/places.py, src/unmask/run/state.py).

import { castsOf, groundedEntry, groundedScene, motivesOfScene } from "./ground.js";
import { readerOf } from "./values.js";

export class Layout {
  constructor(world, also = []) {
    this.world = world;
    this.scenes = new Map(world.scenes.map((scene) => [scene.name, scene]));
    this.declared = new Map(world.variables.map((declared) => [nameOfVariable(declared.variable), declared]));
    this.castsByScene = new Map(world.scenes.map((scene) => [scene.name, castsOf(world, scene)]));
    this.motives = new Map(world.scenes.map((scene) => [scene.name, motivesOfScene(scene)]));
    this.grounded = new Map();
    this.entries = new Map();
    this.readers = new Map();
    this.variableReaders = new Map();
    this.meanwhiles = world.meanwhiles.map((scene) => groundedScene(world, scene, []));
    this.beliefs = this.keptBeliefs(also);
    this.places = new Map();
    this.start = [];
    this.short_lived = [];
    this.layOut();
  }

  // ── where everything stands ──

  keptBeliefs(also) {
    const kept = new Map(this.world.beliefs.map((belief) => [nameOfBelief(belief.observer, belief.of), belief]));
    for (const [observer, of] of also) kept.set(nameOfBelief(observer, of), { observer, of });
    return [...kept.values()].sort((one, other) => compare(partsOf(one), partsOf(other)));
  }

  /** Variables, then beliefs, then what can happen only once, then what is followed. */
  layOut() {
    for (const declared of this.world.variables) {
      if (declared.means === null) this.place(nameOfVariable(declared.variable), declared.start, declared.for_scene);
    }
    // The first that is about a belief counts: of the pairs of a Map the last does.
    const expected = new Map(this.world.expectations.map((one) => [nameOfBelief(one.observer, one.variable), one.value]).reverse());
    for (const { observer, of } of this.beliefs) {
      const name = nameOfBelief(observer, of);
      const { type, for_scene } = this.declared.get(nameOfVariable(of));
      this.place(name, expected.get(name) ?? type.low, for_scene);
    }
    for (const scene of this.world.scenes) this.placeOnce(scene, this.casts(scene));
    for (const scene of this.world.meanwhiles) this.placeOnce(scene, [[]]);
    this.firstFollower = this.start.length;
    for (const _ of this.world.following.followers) this.start.push(0);
  }

  place(name, start, forScene) {
    if (forScene) this.short_lived.push(this.start.length);
    this.places.set(name, this.start.length);
    this.start.push(start);
  }

  placeOnce(scene, casts) {
    const marks = scene.once ? [["", ""]] : [];
    for (const moment of scene.moments) {
      for (const option of moment.options) if (option.once) marks.push([moment.name, option.label]);
    }
    if (!marks.length) return;
    for (const cast of casts) for (const [moment, label] of marks) this.place(nameOfMark(scene.name, cast, moment, label), 0, false);
  }

  placeOf(variable) {
    return this.known(nameOfVariable(variable));
  }

  placeOfBelief(observer, variable) {
    return this.known(nameOfBelief(observer, variable));
  }

  /** Where it stands whether a scene with this cast, or an option in it, was used up. */
  placeOfMark(scene, cast, moment = "", label = "") {
    return this.known(nameOfMark(scene, cast, moment, label));
  }

  known(name) {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`this world keeps no ${name.split("\n").filter(Boolean).join(", ")}`);
    return place;
  }

  // ── scenes with people in them ──

  casts(scene) {
    return this.castsByScene.get(scene.name);
  }

  /** The scene with these people in its roles; made once. */
  withCast(scene, cast) {
    return madeOnce(this.grounded, [scene.name, ...cast].join("\n"), () => groundedScene(this.world, scene, cast));
  }

  /** The motives that choose a scene. */
  motivesOf(scene) {
    return this.motives.get(scene.name);
  }

  /** What decides whether the scene plays with these people, and the motives that choose these; made once. */
  entry(scene, cast) {
    return madeOnce(this.entries, [scene.name, ...cast].join("\n"), () => groundedEntry(scene, cast));
  }

  // ── what an expression says of a state ──

  value(expression, state) {
    return this.reader(expression)(state);
  }

  /** Whether a condition holds; one that is not there does. */
  holds(condition, state) {
    return condition === null || this.reader(condition)(state) !== 0;
  }

  reader(expression) {
    return madeOnce(this.readers, expression, () => readerOf(expression, this));
  }

  readerOfVariable(variable) {
    return madeOnce(this.variableReaders, nameOfVariable(variable), () => {
      const { means } = this.declared.get(nameOfVariable(variable));
      if (means !== null) return readerOf(means, this);
      const place = this.placeOf(variable);
      return (state) => state[place];
    });
  }

  /** Where each automaton stands that can say that an event, or a motif, has happened, with what its states say. */
  waysToHappen(event) {
    const name = nameOfEvent(event);
    const asked = this.world.following.asked.find((one) => nameOfEvent(one.event) === name);
    return asked.followers.map((follower) => [this.firstFollower + follower, this.world.following.followers[follower].accepting]);
  }

  /** The value of a variable, kept or computed. */
  now(variable, state) {
    return this.readerOfVariable(variable)(state);
  }

  /** What the observer takes a value to be; undefined for a belief that is not kept. */
  seems(observer, variable, state) {
    return state[this.places.get(nameOfBelief(observer, variable))];
  }

  typeOf(variable) {
    return this.declared.get(nameOfVariable(variable)).type;
  }

  /** Assignment saturates: a value past the end of its range stays at the end. */
  clamped(variable, value) {
    const { low, high } = this.typeOf(variable);
    return Math.min(Math.max(value, low), high);
  }
}

// No name has a line feed or a colon in it, so names that are put together with these cannot be mistaken for each other.

export function nameOfVariable({ owner, name, toward, scene }) {
  return [owner, name, toward, scene].join("\n");
}

function nameOfBelief(observer, variable) {
  return ["belief:", observer, nameOfVariable(variable)].join("\n");
}

function nameOfMark(scene, cast, moment, label) {
  return ["once:", scene, ...cast, moment, label].join("\n");
}

function nameOfEvent({ word, who, moment, label }) {
  return [word, who, moment, label].join("\n");
}

function madeOnce(known, key, make) {
  if (!known.has(key)) known.set(key, make());
  return known.get(key);
}

function partsOf({ observer, of }) {
  return [observer, of.owner, of.name, of.toward, of.scene].map((text) => [...text].map((sign) => sign.codePointAt(0)));
}

/** Texts in the order of their signs' numbers: JavaScript's own order is another one beyond the first 65,536. */
function compare(one, other) {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    if (at >= one.length) return -1;
    if (at >= other.length) return 1;
    const found = Array.isArray(one[at]) ? compare(one[at], other[at]) : one[at] - other[at];
    if (found) return found;
  }
  return 0;
}
