// A run as somebody plays it, choice by choice, with how it came so far as a way (for a link) and as a tape (for a file).
//
// One promise: whoever goes the way, or follows the tape, stands where this one stands.
import { Run } from "./engine.js";
import { known, knownBesides, unaskedOf } from "./knows.js";
import { tapeText } from "./tape.js";
import { toldLabel } from "./teller.js";

const NOTE_OF_WHO = /^# played as (.+)$/m;

export class Session {
  /** Before the first choice. `seed` and `number` are decimal text; `person` is "" for one who only watches. */
  constructor(world, { seed, number, person }) {
    this.world = world;
    this.seed = seed;
    this.number = number;
    this.person = person;
    this.run = new Run(world, seed, number, { person });
    this.turns = []; // for each choice so far: the number of the offer, and whether luck would have chosen it
    this.strayed = "";
  }

  get isOver() {
    return this.run.over;
  }

  /** What may be chosen now, each with its number among all offers: those without weight cannot be chosen by anybody. */
  get choices() {
    const { process, at } = this.run;
    return this.run.offers
      .map(({ what, weight }, offer) => ({ offer, label: toldLabel(process, what, at.who, at.state), weight }))
      .filter(({ weight }) => weight > 0);
  }

  /** What that person chose so far: the words, the number of the event that it was, and that of its scene. */
  get chosen() {
    const events = this.run.record.events.flatMap((event, number) => (event.point ? [{ ...event, number }] : []));
    return events
      .filter((_, turn) => this.turns[turn].own)
      .map((event) => ({ label: this.called(event), event: event.number, scene: event.scene_number }));
  }

  /** What was chosen, as it was called then. */
  called({ point, who, label }) {
    const option = point.moment.options.find((one) => one.label === label);
    return toldLabel(this.run.process, option, who, point.state);
  }

  get canUndo() {
    return this.turns.some(({ own }) => own);
  }

  choose(offer) {
    this.take(offer);
    this.goOn();
  }

  /** Luck chooses for everybody else, up to that person's next choice or the end. */
  goOn() {
    while (!this.run.over && this.run.at.who !== this.person) this.take(this.run.luck());
  }

  undo() {
    if (!this.run.back()) return false;
    this.turns.length = this.run.entries.length;
    return true;
  }

  take(offer) {
    this.turns.push({ offer, lucky: offer === this.run.luck(), own: this.run.at.who === this.person });
    this.run.take(offer);
  }

  /** What that person knows, and all else that they know besides. What was shown and nobody asks about is seen by playing it again. */
  knows() {
    const { world, person, run } = this;
    const unasked = unaskedOf(run.process, run.at.state, person);
    const again = new Run(world, this.seed, this.number, { person, entries: run.entries, also: unasked });
    const { people, name } = this.isOver ? { people: [], name: "" } : run.at.scene;
    const besides = knownBesides(again.process, again.at.state, person, people, name, unasked);
    return { knowledge: known(run.process, run.at.state, person), besides };
  }

  // ── the way, for a link ──

  /** How it came so far: `12-0.3` is twelve choices as luck has them, then the first on offer, then three by luck. */
  get way() {
    const legs = [];
    let lucky = 0;
    for (const turn of this.turns) {
      if (turn.lucky) {
        lucky += 1;
        continue;
      }
      legs.push(`${lucky}-${turn.offer}`);
      lucky = 0;
    }
    return [...legs, ...(lucky ? [lucky] : [])].join(".");
  }

  /** Goes a way as far as it can be gone, and then on to that person's next choice. */
  goBy(way) {
    for (const [, lucky, offer] of way.matchAll(/(\d+)(?:-(\d+))?/g)) {
      for (let left = Number(lucky); left > 0 && !this.run.over; left -= 1) this.take(this.run.luck());
      if (offer === undefined) continue;
      if (!(this.run.offers[Number(offer)]?.weight > 0)) {
        this.strayed = `choice ${this.turns.length + 1} cannot be made here`;
        break;
      }
      this.take(Number(offer));
    }
    this.goOn();
  }

  // ── the tape, for a file ──

  /** The tape of the run so far, with a note of who was played, which other readers of tapes pass over. */
  tape(side) {
    const { seed, number, world } = this;
    const text = tapeText({ fingerprint: world.fingerprint, seed, number, side, entries: this.run.entries });
    return this.person ? `${text}# played as ${this.person}\n` : text;
  }

  /** The run that a tape tells of, as far as it can be followed, and on to that person's next choice. */
  static fromTape(world, tape, person) {
    const { seed, number, entries } = tape;
    const followed = new Run(world, seed, number, { person, entries });
    const session = new Session(world, { seed, number, person });
    for (const event of followed.record.events) {
      if (event.point) session.take(followed.process.offers(event.point).findIndex((offer) => isOf(event, offer)));
    }
    session.strayed = followed.strayed;
    session.goOn();
    return session;
  }
}

/** Whether an event is what came of an offer. */
function isOf(event, { what, cast }) {
  if (event.sort === "option") return what.label === event.label;
  return what.name === event.label && (event.sort === "scene" || cast.join("\n") === event.cast.join("\n"));
}

/** Who was played, as a tape's note says it; "" where it says nothing. */
export function playedIn(text) {
  return text.match(NOTE_OF_WHO)?.[1].trim() ?? "";
}
