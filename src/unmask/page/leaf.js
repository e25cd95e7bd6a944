// Shows what is told on the page. Words only ever become text.
//
// One promise: what stood there and is told still keeps its element, so that a reader, and a screen reader, meets only what is new.
import { byline, finePrint } from "./cover.js";
import { stretches } from "./italics.js";
import { nameFor } from "./english.js";
import { valueInWords } from "./knows.js";

/** An element with text in it. */
export function element(name, text = "", classes = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

/** An element with words of the story in it, which may run the other way. */
export function words(name, text, classes = "") {
  const made = element(name, text, classes);
  made.dir = "auto";
  return made;
}

/** The same, with what stands between stars in italics. */
export function prose(name, text, classes = "") {
  const made = words(name, "", classes);
  made.append(...stretches(text).map((stretch) => (stretch.italic ? element("em", stretch.text) : stretch.text)));
  return made;
}

/** The cover of a telling; before there is one, that of the story, with its summary. */
export function showCover(place, cover, telling, called) {
  const lines = [words("h1", cover.title || called)];
  const about = telling ?? { cover, side: "world", remembered: false };
  const add = (text, classes, make = words) => text && lines.push(make("p", text, classes));
  add(byline(about), "byline");
  if (!telling) add(cover.summary, "summary", prose);
  add(finePrint(about), "fine");
  for (const note of telling ? cover.notes : []) add(note, "note", prose);
  if (place.textContent !== lines.map((line) => line.textContent).join("")) place.replaceChildren(...lines);
}

/**
 * Shows what is told, and among it what was `chosen`; gives the element at which what happened since event `since` begins, or null.
 *
 * What stood there already, in this order, stays; the rest goes.
 */
export function showTelling(place, telling, since, chosen = [], record = null) {
  let old = place.firstElementChild;
  let first = null;
  for (const { kind, text, event, goesOn } of linesOfTelling(telling, chosen, record)) {
    const found = sameAs(old, kind, text);
    if (found) {
      found.classList.toggle("turn", Boolean(goesOn));
      while (old !== found) old = removed(old);
      old = found.nextElementSibling;
    } else {
      const made = madeOf(kind, text);
      made.classList.toggle("turn", Boolean(goesOn));
      place.insertBefore(made, old);
      if (event >= since) first ??= made;
    }
  }
  while (old) old = removed(old);
  return first;
}

/**
 * Sections with breaks between them, what was chosen before what came of it, then how it ended and what the author says afterwards.
 *
 * A break is only a turn (`goesOn`) where the same scene comes once more.
 */
function linesOfTelling({ sections, ending, cover }, chosen, record) {
  const found = [];
  const waiting = [...chosen];
  const sayChosen = (upTo) => {
    while (waiting.length && waiting[0].event <= upTo) {
      const { label, event } = waiting.shift();
      found.push({ kind: "chosen", text: label, event });
    }
  };
  const nameOf = (scene) => record?.events.find((event) => event.scene_number === scene)?.scene;
  sections.forEach((section, number) => {
    section.forEach(({ text, scenes, began, event }, index) => {
      const breaks = number > 0 && index === 0;
      // What was chosen in the scene before is said before the break.
      sayChosen(breaks ? lastBefore(waiting, began, Math.min(...scenes)) : began);
      if (breaks) found.push({ kind: "hr", text: "", event: -1, goesOn: nameOf(scenes[0]) === nameOf(sections[number - 1].at(-1).scenes.at(-1)) });
      sayChosen(began);
      found.push({ kind: "p", text, event });
    });
  });
  sayChosen(Infinity);
  if (!ending) return found;
  found.push({ kind: "h2", text: ending, event: Infinity });
  for (const word of cover.afterwords) found.push({ kind: "note", text: word, event: Infinity });
  return found;
}

/** The last event up to `event` at which something was chosen in a scene before `scene`; -1 where there is none. */
function lastBefore(chosen, event, scene) {
  return chosen.findLast((one) => one.event <= event && one.scene < scene)?.event ?? -1;
}

function sameAs(from, kind, text) {
  for (let found = from; found; found = found.nextElementSibling) {
    if (found.dataset.kind === kind && found.told === text) return found;
  }
  return null;
}

function removed(old) {
  const next = old.nextElementSibling;
  old.remove();
  return next;
}

function madeOf(kind, text) {
  const made = kind === "hr" ? element("hr") : prose(kind === "h2" ? kind : "p", text, kind);
  made.told = text;
  made.dataset.kind = kind;
  made.classList.add("new");
  return made;
}

/** What somebody knows: a list of their own feelings, and one for each of the others, of how those seem. */
export function showKnown(title, place, world, { person, own, others }) {
  const name = (somebody) => words("bdi", nameFor(world.people.get(somebody), person));
  title.replaceChildren("What ", name(person), " knows");
  const heading = (...parts) => {
    const made = element("h3");
    made.append(...parts);
    return made;
  };
  const found = [heading("What ", name(person), " feels")];
  found.push(own.length ? feelings(world, own, person) : element("p", "Nothing that has a name."));
  for (const other of world.people.keys()) {
    const seen = others.filter(({ of }) => of.variable.owner === other);
    if (seen.length) found.push(heading("What ", name(other), " seems to feel"), feelings(world, seen, person));
  }
  place.replaceChildren(...found);
}

/** All else that they know: a list for each sort. */
export function showBesides(place, world, sorts, person) {
  const lists = sorts.flatMap(([before, whom, after, several]) => {
    const heading = element("h3", before);
    if (whom) heading.append(words("bdi", nameFor(world.people.get(whom), person)), after);
    return [heading, feelings(world, several, person)];
  });
  place.replaceChildren(...lists);
}

function feelings(world, several, person) {
  const list = element("dl");
  for (const { of, value } of several) {
    const row = element("div");
    const what = words("dt", of.variable.name);
    if (of.variable.toward) what.append(" toward ", words("bdi", nameFor(world.people.get(of.variable.toward), person)));
    row.append(what, words("dd", valueInWords(world, of.type, value)));
    list.append(row);
  }
  return list;
}
