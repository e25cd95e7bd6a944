// Reads a world that is kept as JSON into objects with the names of src/unmask/world/model.py.
//
// One promise: nothing of docs/reference/world-format.md is left for others to know: no number of a table, and no default.

const FORMAT = 1;

/** The world that a page holds. */
export function readWorld(json) {
  if (json.format !== FORMAT) throw new Error(`This page reads worlds of format ${FORMAT}, and this one has format ${json.format}.`);
  return new WorldReader(json).world();
}

class WorldReader {
  constructor(json) {
    this.json = json;
    this.types = json.types.map(({ sort, low, high, name = "", names = [], words = names }) => ({ sort, low, high, name, names, words }));
    this.variables = json.variables.map(({ owner = "", name, toward = "", scene = "" }) => ({ owner, name, toward, scene }));
    this.expressions = [];
    // What an expression is made of stands before it.
    for (const written of json.expressions) this.expressions.push(this.expression(written));
  }

  world() {
    const { json } = this;
    return {
      fingerprint: json.fingerprint,
      cover: coverOf(json.cover),
      variables: (json.declared ?? []).map((declared, number) => this.declared(declared, this.variables[number])),
      people: new Map((json.people ?? []).map((person) => [person.name, this.person(person)])),
      kinds: new Map(json.kinds ?? []),
      routes: (json.routes ?? []).map((route) => this.route(route)),
      readings: (json.readings ?? []).map((reading) => this.reading(reading)),
      expectations: (json.expectations ?? []).map(([observer, variable, value]) => ({ observer, variable: this.variables[variable], value })),
      scenes: (json.scenes ?? []).map((scene) => this.scene(scene)),
      meanwhiles: (json.meanwhiles ?? []).map((scene) => this.scene(scene)),
      endings: (json.endings ?? []).map((ending) => this.ending(ending)),
      beliefs: (json.beliefs ?? []).map(([observer, variable]) => ({ observer, of: this.variables[variable] })),
      following: this.following(json.following ?? {}),
      limit: json.limit,
      apostrophe: json.apostrophe ?? "'",
      abbreviations: (json.abbreviations ?? "").split(" "),
      figuresRank: json.figures_rank ?? false,
    };
  }

  // ── expressions ──

  expression(written) {
    if (typeof written === "number") return { is: "constant", value: written };
    const [word, ...rest] = written;
    switch (word) {
      case "read":
        return { is: "read", variable: this.variables[rest[0]] };
      case "seems":
        return { is: "seems", observer: rest[0], variable: this.variables[rest[1]] };
      case "happened":
        return { is: "happened", event: eventOf(rest) };
      case "was":
        return { is: "was", of: this.expressions[rest[0]] };
      case "times":
        return { is: "times" };
      default:
        return { is: "operation", operator: word, operands: rest.map((number) => this.expressions[number]) };
    }
  }

  /** The expression of a number; null where there is none. */
  numbered(number) {
    return number === undefined || number === null ? null : this.expressions[number];
  }

  all(numbers = []) {
    return numbers.map((number) => this.expressions[number]);
  }

  // ── people and what they make of each other ──

  declared({ word, type, start, for_scene = false, means, known_to = [], unlisted = false }, variable) {
    return { variable, word, type: this.types[type], start, for_scene, means: this.numbered(means), known_to, unlisted };
  }

  person({ name, display = "", pronouns = [], plural = false, called = [], kinds = [], tendencies = [] }) {
    return { name, display, pronouns, plural, called, kinds, tendencies: tendencies.map(([tag, motive]) => [tag, this.motive(motive)]) };
  }

  route({ by, variable, observer = "", truth, condition }) {
    return { by, variable: this.variables[variable], observer, truth: this.numbered(truth), condition: this.numbered(condition) };
  }

  reading({ observer, variable, value, condition }) {
    return { observer, variable: this.variables[variable], value: this.numbered(value), condition: this.numbered(condition) };
  }

  // ── what happens ──

  scene({ name, roles = [], people = [], conditions, once = false, motives, opening, arrows, moments = [], in_brief = [], meanwhile = false }) {
    return {
      name,
      roles: roles.map(({ name: role, kind, present = false }) => ({ name: role, kind, present })),
      people,
      conditions: this.all(conditions),
      once,
      motives: this.motives(motives),
      opening: this.passage(opening),
      arrows: this.arrows(arrows),
      moments: moments.map((moment) => this.moment(moment)),
      in_brief: in_brief.map((line) => this.prose(line)),
      cast: [],
      meanwhile,
    };
  }

  moment({ name, owner = "", opening, options = [], closing, arrows }) {
    return {
      name,
      owner,
      opening: this.passage(opening),
      options: options.map((option) => this.option(option)),
      closing: this.passage(closing),
      arrows: this.arrows(arrows),
    };
  }

  option({ label, told, guards, once = false, weight, motives, tags = [], passage, arrows }) {
    return {
      label,
      told: told === undefined ? null : this.template(told),
      guards: this.all(guards),
      once,
      weight: this.numbered(weight),
      motives: this.motives(motives),
      tags,
      passage: this.passage(passage),
      arrows: this.arrows(arrows),
    };
  }

  motives(written = []) {
    return written.map((motive) => this.motive(motive));
  }

  motive([points, phrase = "", condition]) {
    return { points: this.numbered(points), phrase, condition: this.numbered(condition) };
  }

  arrows(written = []) {
    return written.map(([to, name = "", condition]) => ({ to, name, condition: this.numbered(condition) }));
  }

  passage({ lines = [], effects = [] } = {}) {
    return { lines: lines.map((line) => this.prose(line)), effects: effects.map((effect) => this.effect(effect)) };
  }

  effect([variable, operator, value, condition]) {
    return { variable: this.variables[variable], operator, value: this.numbered(value), condition: this.numbered(condition) };
  }

  ending({ name, title = "", condition, lines = [] }) {
    return { name, title, condition: this.numbered(condition), lines: lines.map((line) => this.prose(line)) };
  }

  // ── prose ──

  prose([template, side = "", joins = 0, manner = ""]) {
    return { side, manner, joins: joins === 1, template: this.template(template) };
  }

  template(written) {
    return typeof written === "string" ? [{ is: "words", text: written }] : written.map((part) => this.part(part));
  }

  part(written) {
    if (typeof written === "string") return { is: "words", text: written };
    const [word, ...rest] = written;
    switch (word) {
      case "say":
        return { is: "say", what: this.expressions[rest[0]], type: this.types[rest[1]], form: rest[2] ?? "cardinal" };
      case "mention":
        return { is: "mention", person: rest[0], form: rest[1] ?? "", verb: rest[2] ?? "", one: rest[3] ?? rest[2] ?? "" };
      case "why":
        return { is: "why" };
      case "any":
      case "first":
        return { is: word, choices: rest.map((choice) => this.template(choice)) };
      case "cases":
        return { is: "cases", cases: rest.map(([test, then]) => [this.numbered(test), this.template(then)]) };
      default:
        throw new Error(`${word} is no part of a line`);
    }
  }

  // ── what has happened ──

  following({ automata = [], followers = [], asked = [], sites = [] }) {
    return {
      followers: followers.map(([motif, automaton]) => ({ motif, ...automata[automaton] })),
      asked: asked.map(([event, numbers]) => ({ event: eventOf(event), followers: numbers })),
      sites: sites.map(([happening, moves]) => ({
        happening,
        moves: moves.map(([follower, conditions, letters]) => ({ follower, conditions: this.all(conditions), letters })),
      })),
    };
  }
}

function eventOf([word, who, moment, label]) {
  return { word, who, moment, label };
}

function coverOf(written = {}) {
  const empty = { title: "", author: "", series: "", part: null, summary: "", notes: [], afterwords: [], rating: "", warnings: [], tags: [] };
  return { ...empty, language: "en", side: "world", ...written };
}
