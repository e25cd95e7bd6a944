// What the page tells, for tests: questions come in on stdin as JSON, [{ask, …}, …], answers leave on stdout, one for each.
import { readFileSync } from "node:fs";

import { Run } from "../../src/unmask/page/engine.js";
import * as capitals from "../../src/unmask/page/capitals.js";
import * as english from "../../src/unmask/page/english.js";
import { stretches } from "../../src/unmask/page/italics.js";
import * as joints from "../../src/unmask/page/joints.js";
import { known, knownInSentences, sortInWords } from "../../src/unmask/page/knows.js";
import { fromFragment, toFragment } from "../../src/unmask/page/link.js";
import { readWhilePlayed } from "../../src/unmask/page/outline.js";
import { toText } from "../../src/unmask/page/plain_text.js";
import { Session } from "../../src/unmask/page/session.js";
import * as spaces from "../../src/unmask/page/spaces.js";
import { told, toldLabel } from "../../src/unmask/page/teller.js";
import { readWorld } from "../../src/unmask/page/world.js";

const paragraphs = (telling) => telling.sections.map((section) => section.map(({ text }) => text));

function played({ world, seed, number }) {
  const run = new Run(readWorld(world), seed, number);
  if (!run.over) run.step();
  return run;
}

const ANSWERS = {
  /** The text of a whole run from each of the `sides`, [side, remembered]. */
  text(question) {
    const run = played(question);
    return question.sides.map(([side, remembered]) => toText(told(run.process, run.record, side, remembered)));
  },

  /** The paragraphs of a run from a side, after each of its choices; with `played`, as that person reads on while playing. */
  growing({ world, seed, number, side, played: person = "" }) {
    const run = new Run(readWorld(world), seed, number);
    const soFar = () => {
      const read = person ? readWhilePlayed(run.process.world, run.record, person) : undefined;
      return paragraphs(told(run.process, run.record, side, false, read));
    };
    const found = [soFar()];
    while (!run.over) {
      run.take(run.luck());
      found.push(soFar());
    }
    return found;
  },

  /** How many words stand behind a run: before its first choice, and when it is over. */
  behind({ world, seed, number }) {
    const run = new Run(readWorld(world), seed, number);
    const behind = () => told(run.process, run.record).cover.afterwords.length;
    const found = [behind()];
    while (!run.over) run.take(run.luck());
    return [...found, behind()];
  },

  /** The scenes that each paragraph of a run tells of, and its last event. */
  scenes(question) {
    const run = played(question);
    return told(run.process, run.record, question.side).sections.map((section) => section.map(({ scenes, event }) => [scenes, event]));
  },

  /** What each option that was chosen was called. */
  called(question) {
    const run = played(question);
    const chosen = run.record.events.filter(({ sort }) => sort === "option");
    return chosen.map(({ point, who, label }) => toldLabel(run.process, point.moment.options.find((one) => one.label === label), who, point.state));
  },

  /** What each of the people knows after each choice. */
  known({ world, seed, number, people }) {
    const run = new Run(readWorld(world), seed, number);
    const found = [];
    for (;;) {
      found.push(people.map((person) => knownInSentences(run.process.world, known(run.process, run.at.state, person))));
      if (run.over) return found;
      run.take(run.luck());
    }
  },

  /** All else that each of the people knows when so many choices are made. */
  besides({ world, seed, number, people, choices }) {
    const read = readWorld(world);
    const played = new Run(read, seed, number);
    for (let made = 0; made < choices && !played.over; made += 1) played.take(played.luck());
    return people.map((person) => {
      const session = new Session(read, { seed, number, person });
      session.run = played;
      return session.knows().besides.map((sort) => sortInWords(read, sort, person));
    });
  },

  /** The link of what is said, and what each of these fragments says; `LINK` in them stands for that link. */
  links({ world, said, fragments }) {
    const read = readWorld(world);
    const link = toFragment(said);
    return [link, ...fragments.map((one) => fromFragment(one.replace("LINK", link.slice(1)), read))];
  },

  /** Which words of these texts are in italics. */
  italics({ texts }) {
    return texts.map(stretches);
  },

  /** What functions of english.js, joints.js, capitals.js and spaces.js make of their arguments: [name, …]. */
  words({ calls }) {
    const functions = { ...english, ...joints, ...capitals, ...spaces };
    return calls.map(([name, ...given]) => functions[name](...given));
  },

  /** Paragraphs wrapped as plain text, each under a title and over an ending that are the same words. */
  wrapped({ cover, texts, width }) {
    const telling = { side: "world", remembered: false };
    return texts.map((text) => toText({ ...telling, cover: { ...cover, title: text }, sections: [[{ text }]], ending: text }, width));
  },
};

const questions = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(questions.map((question) => ANSWERS[question.ask](question))));
