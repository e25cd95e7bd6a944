// Tells a run from a side: chosen parts to paragraphs, as data. A twin of telling/sentences.py. The process and the record are those of
// engine.js; `toText` in plain_text.js makes of the telling what `unmask tell` prints.
//
// One promise: the same run, side and world make the same words, here and there, to the letter.
import { cardinal, mention, nth, times } from "./english.js";
import { finished, joined, joinedParts, putIn } from "./joints.js";
import { INSERTED } from "./marks.js";
import { sectionsFor, sharedLines } from "./outline.js";
import { Wording } from "./wording.js";

const NO_REASON = "it is what is left";
const NUMBER_FORMS = { cardinal, times, nth };
const IMPLICIT_ENDINGS = ["unresolved", "endless", "dead end"];

/**
 * The run as it is told from a side, or as that person remembers it: `{cover, side, remembered, sections, ending}`.
 *
 * A section is paragraphs, `{text, scenes, began, event}`: the numbers of the scenes it tells of, of its first event and of its last. `ending` is a
 * title, or a sentence where no ending was reached. A run under way is told as far as it goes, its last scene in full; when
 * another scene follows, that one may come to be told in brief. Unless it is among `read`, the numbers of scenes that stay in full
 * because they were read so (see `readWhilePlayed` in outline.js).
 */
export function told(process, record, side = process.world.cover.side, remembered = false, read = new Set()) {
  const { world } = process;
  const telling = new Telling(process, record, { side, remembered }, read);
  const sections = sectionsFor(world, record, telling.eyes, read).map((section) => telling.paragraphs(section));
  // Nothing stands behind a story that is not over.
  const cover = record.over.ending ? world.cover : { ...world.cover, afterwords: [] };
  return { cover, side, remembered, sections: sections.filter((section) => section.length), ending: endingOf(world, record.over) };
}

function endingOf(world, over) {
  const ending = world.endings.find((one) => one.name === over.ending);
  if (ending) return ending.title;
  return `${IMPLICIT_ENDINGS.includes(over.ending) ? "It ends here" : "It breaks off here"}: ${over.reason}.`;
}

/** Whether numbers are told in words: in English. */
export function isInWords(world) {
  return /^en(?:-|$)/iu.test(world.cover.language);
}

/** Somebody by name or pronoun, marked as put in. */
function mentioned({ people, apostrophe, cover }, part, side) {
  return putIn(mention(people.get(part.person), side, part, apostrophe, cover.language), !part.form);
}

/** A value by its name, or a number in words; in languages other than English a number is left in figures. */
function valueSaid(world, type, form, value) {
  if (form === "cardinal" && type.words.length) return type.words[value - type.low];
  return isInWords(world) ? NUMBER_FORMS[form](value) : String(value);
}

/** What an option is called by whoever chooses it, in a state: names as they have them, values as they are. A twin of telling/labels.py. */
export function toldLabel({ world, layout }, { label, told }, chooser, state) {
  if (!told) return label;
  const said = told.map((part) => {
    if (part.is === "words") return part.text;
    if (part.is === "mention") return mentioned(world, part, chooser);
    return putIn(valueSaid(world, part.type, part.form, layout.value(part.what, state)));
  });
  const text = joinedParts(said, isInWords(world));
  return finished(text.startsWith(INSERTED) ? text.slice(1) : text, world.cover.language, world);
}

class Telling {
  constructor({ world, layout }, record, eyes, read) {
    this.world = world;
    this.layout = layout;
    this.record = record;
    this.eyes = eyes;
    this.own = new Wording(layout, record, eyes.side);
    // Everybody's lines are worded in the order of the run, whoever listens.
    const everybody = new Wording(layout, record);
    this.said = record.events.map(() => new Map());
    for (const spoken of sharedLines(world, record, read)) this.said[spoken.event].set(spoken.line, everybody.chosen(spoken));
  }

  /** A line begins a paragraph, unless it goes on with the one before. One that says nothing begins one all the same. */
  paragraphs(section) {
    const found = [];
    let goesOn = false;
    for (const spoken of section) {
      goesOn = goesOn && spoken.joins;
      const text = this.sentence(spoken);
      if (text && goesOn) {
        const last = found.at(-1);
        last.text = joined(last.text, text);
        last.scenes = [...new Set([...last.scenes, ...spoken.scenes])];
        last.event = Math.max(last.event, spoken.event);
      } else if (text) {
        found.push({ text, scenes: spoken.scenes, began: spoken.event, event: spoken.event });
      }
      goesOn = goesOn || text !== "";
    }
    for (const paragraph of found) paragraph.text = finished(paragraph.text, this.world.cover.language, this.world);
    return found;
  }

  sentence(spoken) {
    const chosen = this.said[spoken.event].get(spoken.line) ?? this.own.chosen(spoken);
    return joinedParts(chosen.map((part) => this.words(part, spoken)), isInWords(this.world));
  }

  words(part, spoken) {
    switch (part.is) {
      case "words":
        return part.text;
      case "mention":
        return mentioned(this.world, part, this.eyes.side);
      case "say":
        return putIn(this.value(part, spoken));
      default:
        return putIn(this.reason(spoken));
    }
  }

  value({ what, type, form }, spoken) {
    return valueSaid(this.world, type, form, this.own.worth(what, spoken));
  }

  /** The phrase of the largest motive for the choice that was made; the first in the file, of equals. */
  reason(spoken) {
    const { point, label } = this.record.events[spoken.event];
    const option = point?.moment?.options.find((one) => one.label === label);
    let best = { points: 0, phrase: NO_REASON };
    for (const { points, phrase, condition } of option?.motives ?? []) {
      const worth = this.layout.holds(condition, point.state) ? this.layout.value(points, point.state) : 0;
      if (worth > best.points) best = { points: worth, phrase };
    }
    return best.phrase;
  }
}
