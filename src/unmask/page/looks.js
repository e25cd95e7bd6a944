// Brings everybody's beliefs up to what they see.
//
// One promise: a belief without an open route stays as it was, and all beliefs change at once (src/unmask/run/looking.py).

import { nameOfVariable } from "./places.js";

export class Looking {
  constructor(layout) {
    this.layout = layout;
    this.routes = byVariable(layout.world.routes);
    this.readings = byVariable(layout.world.readings);
    this.apart = layout.beliefs.map((belief) => this.news(belief, false));
    this.together = layout.beliefs.map((belief) => this.news(belief, true));
    this.known = new Map();
  }

  /** The state after everybody took in what reaches them; nobody sees what another has just come to believe. */
  after(people, state) {
    let row = null;
    for (const news of this.newsAmong(people)) {
      const arrives = firstOpen(news.routes, state);
      if (!arrives) continue;
      const takenFor = firstOpen(news.readings, state) ?? arrives;
      const value = Math.min(Math.max(takenFor(state), news.low), news.high);
      if (value !== state[news.place]) {
        row ??= [...state];
        row[news.place] = value;
      }
    }
    return row ?? state;
  }

  /** For each belief that can change while these people are together, what can change it. */
  newsAmong(people) {
    const key = people.join("\n");
    if (!this.known.has(key)) {
      const there = new Set(people);
      const found = this.layout.beliefs.map(({ observer, of }, number) =>
        there.has(observer) && there.has(of.owner) ? this.together[number] : this.apart[number],
      );
      this.known.set(key, found.filter((news) => news.routes.length));
    }
    return this.known.get(key);
  }

  /** What is shown where the two are together, and what a bond carries anywhere; routes and readings in the order of the file. */
  news({ observer, of }, together) {
    const name = nameOfVariable(of);
    const routes = (this.routes.get(name) ?? []).filter(
      (route) => ["", observer].includes(route.observer) && (together || route.by === "bond"),
    );
    const readings = (this.readings.get(name) ?? []).filter((reading) => reading.observer === observer);
    const { low, high } = this.layout.typeOf(of);
    return {
      place: this.layout.placeOfBelief(observer, of),
      low,
      high,
      routes: routes.map((route) => this.way(route.condition, route.truth)),
      readings: readings.map((reading) => this.way(reading.condition, reading.value)),
    };
  }

  way(condition, value) {
    return [condition === null ? null : this.layout.reader(condition), this.layout.reader(value)];
  }
}

/** Routes or readings by the name of what they are about, each list in the order of the file. */
function byVariable(all) {
  const found = new Map();
  for (const one of all) {
    const name = nameOfVariable(one.variable);
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
}

function firstOpen(ways, state) {
  return ways.find(([opens]) => opens === null || opens(state))?.[1];
}
