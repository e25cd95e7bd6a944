// The meaning of a world: what may be chosen at a point of the story, and where each choice leads. src/unmask/run/step.py in JavaScript.
//
// From a point it makes events and the next point. One promise: the order of things is that of docs/reference/language.md, and nothing is drawn here.

import { Following } from "./following.js";
import { Looking } from "./looks.js";
import { Layout } from "./places.js";

const MOST_POINTS = 12;
const MOST_WEIGHT = 2 ** 31 - 1;
const TO_THE_END = { to: "end", name: "", condition: null };

/** A world as it is played: points, what is offered there, and what follows. */
export class Process {
  constructor(world, also = []) {
    this.world = world;
    this.layout = new Layout(world, also);
    this.following = new Following(this.layout);
    this.looking = new Looking(this.layout);
  }

  /** Before the first scene. */
  begin() {
    return this.nextScene(this.layout.start, 0);
  }

  // ── what may be chosen ──

  /** What may be chosen at a point, in the order of the file. */
  offers(point) {
    if (point.moment) return this.optionOffers(point);
    if (point.scene) return this.castOffers(point.scene, point.state);
    return this.world.scenes
      .filter((scene) => this.mayPlay(scene, point.state))
      .map((scene) => this.offer(scene, this.layout.motivesOf(scene), point.state));
  }

  mayPlay(scene, state) {
    return this.layout.casts(scene).some((cast) => this.mayPlayWith(scene, cast, state));
  }

  mayPlayWith(scene, cast, state) {
    if (scene.once && state[this.layout.placeOfMark(scene.name, cast)]) return false;
    return this.layout.entry(scene, cast).conditions.every((condition) => this.layout.holds(condition, state));
  }

  castOffers(scene, state) {
    return this.layout
      .casts(scene)
      .filter((cast) => this.mayPlayWith(scene, cast, state))
      .map((cast) => ({ ...this.offer(scene, this.layout.entry(scene, cast).motives, state), cast }));
  }

  optionOffers(point) {
    return point.moment.options.filter((option) => this.isOpen(option, point)).map((option) => this.offer(option, option.motives, point.state));
  }

  /** Whether an option is available: its conditions hold, and it was not used up. */
  isOpen(option, { scene, moment, state }) {
    if (option.once && state[this.layout.placeOfMark(scene.name, scene.cast, moment.name, option.label)]) return false;
    return option.guards.every((guard) => this.layout.holds(guard, state));
  }

  /** One point doubles the odds; points count from -12 to 12. */
  offer(what, motives, state) {
    if (what.weight) return { what, weight: this.layout.value(what.weight, state), points: 0, reasons: [], cast: [] };
    const reasons = motives
      .filter((motive) => this.layout.holds(motive.condition, state))
      .map((motive) => ({ motive, points: this.layout.value(motive.points, state) }));
    const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
    const clipped = Math.min(Math.max(points, -MOST_POINTS), MOST_POINTS);
    return { what, weight: 2 ** (clipped + MOST_POINTS), points, reasons, cast: [] };
  }

  // ── where it leads ──

  /** Play what was chosen, up to the next choice. `room` is how many events may still happen, this one included. */
  follow(point, offer, room) {
    return new Walk(this, point, room).play(offer);
  }

  nextScene(state, number) {
    const point = pointOf({ sort: "scene", state, scene_number: number, choice_number: 0 });
    const offers = this.offers(point);
    if (!offers.length) return overOf("unresolved", state, "no scene can be played any more");
    return this.weighed(point, offers);
  }

  /** The point, unless what is offered there cannot be drawn from. */
  weighed(point, offers) {
    const reason = whyDead(offers);
    return reason ? overOf("dead end", point.state, reason, point.scene?.name, point.moment?.name) : point;
  }

  /** The first ending in the file whose condition holds. */
  trueEnding(state) {
    return this.world.endings.find((ending) => ending.condition !== null && this.layout.holds(ending.condition, state));
  }

  /** The state after a passage's effects, each seeing the one before. Values that would leave their range stay at its end. */
  afterEffects(passage, state) {
    if (!passage.effects.length) return state;
    const row = [...state];
    for (const { variable, operator, value, condition } of passage.effects) {
      if (!this.layout.holds(condition, row)) continue;
      const place = this.layout.placeOf(variable);
      const given = this.layout.value(value, row);
      const set = operator === "=" ? given : operator === "+=" ? row[place] + given : row[place] - given;
      row[place] = this.layout.clamped(variable, set);
    }
    return row;
  }
}

/** From one choice to the next: the only thing here that changes as it goes. */
class Walk {
  constructor(process, point, room) {
    this.process = process;
    this.layout = process.layout;
    this.point = point;
    this.state = point.state;
    this.scene = point.scene;
    this.meanwhile = point.meanwhile;
    this.choiceNumber = point.choice_number + 1;
    this.room = room;
    this.events = [];
    this.told = [];
  }

  play(offer) {
    let at = this.played(offer);
    // Arrows are followed here and not where they are found, so that a long way without a choice needs no deep stack.
    while ("to" in at) at = this.go(at);
    this.closeEvent();
    return { events: this.events, at };
  }

  played({ what, cast }) {
    if (this.point.sort === "option") return this.option(what);
    if (this.point.sort === "scene") {
      this.scene = what;
      this.log("scene", { label: what.name });
      if (what.roles.length) return this.choose({ sort: "cast", scene: what });
      return this.enter(this.layout.withCast(what, []));
    }
    const scene = this.layout.withCast(what, cast);
    this.scene = scene;
    this.log("cast", { label: what.name });
    return this.enter(scene);
  }

  // ── a scene ──

  /** Beliefs, the opening, then the first moment or where an arrow of the opening points. */
  enter(scene) {
    this.scene = scene;
    if (scene.once) this.use(this.layout.placeOfMark(scene.name, scene.cast));
    const before = this.state;
    this.look();
    const over = this.passage(scene.opening, before);
    if (over) return over;
    if (this.isFull()) return this.endless();
    const arrow = this.arrow(scene.arrows);
    if (arrow) return arrow;
    if (scene.moments.length) return this.arrive(scene.moments[0]);
    return scene.meanwhile ? TO_THE_END : this.dead("no arrow leads out of its opening");
  }

  /** The opening of a moment. One that nobody decides is an event of its own and goes on by itself. */
  arrive(moment) {
    if (!moment.owner) this.log("moment", { moment: moment.name });
    const over = this.passage(moment.opening);
    if (over) return over;
    if (moment.owner) return this.choose({ sort: "option", scene: this.scene, moment, meanwhile: this.meanwhile });
    return this.isFull() ? this.endless() : this.leave(moment);
  }

  /** Log; effects; beliefs; endings; then the option's own arrow, or the moment's closing and its arrows. */
  option(option) {
    const { scene, moment } = this.point;
    this.log("option", { moment: moment.name, who: moment.owner, label: option.label });
    if (option.once) this.use(this.layout.placeOfMark(scene.name, scene.cast, moment.name, option.label));
    const over = this.passage(option.passage, this.state, true);
    if (over) return over;
    if (this.isFull()) return this.endless();
    return this.arrow(option.arrows) ?? this.passage(moment.closing) ?? this.leave(moment);
  }

  leave(moment) {
    return this.arrow(moment.arrows) ?? this.dead(`no arrow leads out of \`${moment.name}\``, moment.name);
  }

  /** The first arrow that holds. */
  arrow(arrows) {
    return arrows.find((arrow) => this.layout.holds(arrow.condition, this.state));
  }

  go(arrow) {
    if (arrow.to === "moment") return this.arrive(this.scene.moments.find((moment) => moment.name === arrow.name));
    if (arrow.to === "end") return this.endScene();
    return this.finish(this.process.world.endings.find((ending) => ending.name === arrow.name));
  }

  // ── between scenes ──

  /** What was for the scene goes back to its start; then each `meanwhile` in turn; then the next scene. */
  endScene() {
    if (this.meanwhile < 0) {
      const row = [...this.state];
      for (const place of this.layout.short_lived) row[place] = this.layout.start[place];
      this.state = row;
      this.choiceNumber = 0;
    }
    this.meanwhile += 1;
    if (this.meanwhile < this.layout.meanwhiles.length) return this.enter(this.layout.meanwhiles[this.meanwhile]);
    return this.process.nextScene(this.state, this.point.scene_number + 1);
  }

  // ── passages ──

  /** Effects, then beliefs, then endings. A passage without effects changes nothing and ends nothing, unless it is a choice. */
  passage(passage, before = this.state, always = false) {
    const changes = always || passage.effects.length > 0;
    if (changes) {
      this.state = this.process.afterEffects(passage, this.state);
      this.look();
    }
    if (passage.lines.length) {
      this.told.push({ lines: passage.lines, before, after: this.state, people: this.scene.meanwhile ? null : this.scene.people });
    }
    const ending = changes ? this.process.trueEnding(this.state) : undefined;
    return ending && this.finish(ending);
  }

  look() {
    this.state = this.process.looking.after(this.scene.people, this.state);
  }

  use(place) {
    this.state = [...this.state];
    this.state[place] = 1;
  }

  // ── events and ends ──

  /** Begin an event, and move the automata that follow; what was told so far belongs to the one before. */
  log(sort, { moment = "", who = "", label = "" }) {
    this.closeEvent();
    const { scene } = this;
    this.state = this.process.following.after(sort, who, moment, label, this.state);
    this.events.push({
      sort,
      scene: scene.name,
      cast: scene.cast,
      moment,
      who,
      label,
      people: scene.people,
      scene_number: this.point.scene_number,
      meanwhile: scene.meanwhile,
      point: ["scene", "cast", "option"].includes(sort) ? this.point : null,
      told: [],
    });
  }

  closeEvent() {
    if (this.events.length) this.events[this.events.length - 1].told.push(...this.told);
    this.told = [];
  }

  isFull() {
    return this.events.length >= this.room;
  }

  choose(where) {
    if (this.isFull()) return this.endless();
    const point = pointOf({ ...where, state: this.state, scene_number: this.point.scene_number, choice_number: this.choiceNumber });
    return this.process.weighed(point, this.process.offers(point));
  }

  finish(ending) {
    this.log("ending", { label: ending.name });
    this.told.push({ lines: ending.lines, before: this.state, after: this.state, people: null });
    return overOf(ending.name, this.state);
  }

  endless() {
    const { limit } = this.process.world;
    return overOf("endless", this.state, `the story reached its limit of ${withCommas(limit)} event${limit > 1 ? "s" : ""}`);
  }

  dead(reason, moment = "") {
    return overOf("dead end", this.state, reason, this.scene.name, moment);
  }
}

function pointOf({ sort, state, scene_number, choice_number, scene = null, moment = null, meanwhile = -1 }) {
  return { sort, state, scene_number, choice_number, scene, moment, meanwhile, who: moment ? moment.owner : "chance" };
}

function overOf(ending, state, reason = "", scene = "", moment = "") {
  return { ending, state, reason, scene, moment };
}

/** Why nothing can be drawn, or "". */
function whyDead(offers) {
  if (!offers.length) return "every option is shut";
  const weights = offers.map((offer) => offer.weight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.some((weight) => weight < 0)) return "a weight is negative";
  if (sum === 0) return "every weight is 0";
  if (sum > MOST_WEIGHT) return `the weights make ${withCommas(sum)}, more than can be drawn from exactly`;
  return "";
}

function withCommas(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
