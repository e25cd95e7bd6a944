// A run to what is told of it, and in what order: scenes in full or in brief, section by section. No wording here. A twin of
// telling/outline.py.
//
// One promise: everybody who was there tells the same scenes in full, so that both sides of a quarrel tell the same quarrel.
//
// A record may be one that still grows: it is told as if it broke off here.

export const WORLD_SIDE = "world";

/** Whether a line is for these eyes (`side` and `remembered`), told of something that these people were there for. */
function sees(eyes, line, people) {
  if (line.manner === "recalls" && !eyes.remembered) return false;
  if (line.manner === "denies" && eyes.remembered) return false;
  if (line.side) return line.side === eyes.side;
  return people === null || eyes.side === WORLD_SIDE || people.includes(eyes.side);
}

/**
 * The scenes of a run, each with the `meanwhile` after it: the numbers of its events, who was there, whether it is told in full.
 *
 * One is told in full if an option taken in it is new to somebody there, or if it is the last for somebody. The all-seeing
 * telling, `side` world, has heard of everything that was told: there an option is new once. `read` are the numbers of scenes that
 * were read in full while the run grew, each of them the last at its time; they stay in full.
 */
export function episodes(world, record, side = "", read = new Set()) {
  const groups = new Map();
  record.events.forEach((event, number) => {
    if (!groups.has(event.scene_number)) groups.set(event.scene_number, []);
    groups.get(event.scene_number).push(number);
  });
  const brief = new Set(world.scenes.filter((scene) => scene.in_brief.length).map((scene) => scene.name));
  const told = new Set();
  const found = [];
  for (const [number, events] of groups) {
    const { scene, people } = sceneOf(events.map((event) => record.events[event]));
    const heardBy = side === WORLD_SIDE ? [WORLD_SIDE] : [WORLD_SIDE, ...people];
    const taken = [];
    for (const at of events) {
      const event = record.events[at];
      if (event.sort !== "option" || event.meanwhile) continue;
      for (const somebody of heardBy) taken.push([somebody, event.scene, event.moment, event.label].join("\n"));
    }
    const isNew = taken.some((option) => !told.has(option));
    found.push({ number, scene, events, people, in_full: !brief.has(scene) || isNew || read.has(number) });
    for (const option of taken) told.add(option);
  }
  return withLastInFull(found);
}

/**
 * The scenes, by number, that whoever plays a person read in full as the run grew: at each choice of theirs the scene they were in,
 * and those that were the last with somebody until then.
 */
export function readWhilePlayed(world, record, person) {
  const found = new Set();
  const last = new Map();
  for (const { number, people, events } of episodes(world, record)) {
    for (const somebody of people) last.set(somebody, number);
    if (!events.some((at) => record.events[at].sort === "option" && record.events[at].who === person)) continue;
    for (const scene of [number, ...last.values()]) found.add(scene);
  }
  return found;
}

/** What scene the events make, and who is there: the cast is known after the scene's own event. */
function sceneOf(events) {
  const inScene = events.filter((event) => !event.meanwhile);
  const within = inScene.length ? inScene : events;
  const cast = within.find((event) => event.sort !== "scene" && event.sort !== "ending") ?? within[0];
  return { scene: within[0].scene, people: cast.people };
}

function withLastInFull(found) {
  const last = new Map();
  found.forEach((episode, index) => episode.people.forEach((person) => last.set(person, index)));
  const ends = new Set([...last.values(), found.length - 1]);
  return found.map((episode, index) => (ends.has(index) ? { ...episode, in_full: true } : episode));
}

/**
 * What these eyes are told, section by section. Neighbouring scenes in brief make one section together, and what passes between
 * two scenes opens the section of the second.
 *
 * A section is lines to be told: where each comes from (`event` and the numbers of its `scenes`), the states it looks at
 * (`before`, `after`), whether it goes on with the paragraph before (`joins`), in a brief line how many scenes it stands for (`times`).
 */
export function sectionsFor(world, record, eyes, read) {
  const found = [];
  let waiting = [];
  let opening = [];
  for (const episode of episodes(world, record, eyes.side, read)) {
    if (!episode.in_full) {
      if (eyes.side === WORLD_SIDE || episode.people.includes(eyes.side)) waiting.push(episode);
      continue;
    }
    const [inScene, after] = linesOf(episode, record, eyes);
    if (waiting.length && (inScene.length || after.length)) {
      found.push([...opening, ...inBrief(waiting, world, record, eyes)]);
      waiting = [];
      opening = [];
    }
    if (inScene.length) {
      found.push([...opening, ...inScene]);
      opening = [];
    }
    opening = [...opening, ...after];
  }
  if (opening.length || waiting.length) found.push([...opening, ...inBrief(waiting, world, record, eyes)]);
  return found;
}

/** The lines for everybody in scenes that anybody tells in full, in the order of the run: all sides quote the same words. */
export function sharedLines(world, record, read) {
  const everybody = { side: WORLD_SIDE, remembered: false };
  const found = [];
  for (const episode of episodes(world, record, "", read)) {
    if (!episode.in_full) continue;
    for (const number of episode.events) {
      for (const told of record.events[number].told) {
        found.push(...linesFor(everybody, told, number, [episode.number]).filter((spoken) => !spoken.line.side));
      }
    }
  }
  return found;
}

/** The lines of a scene, and those of the `meanwhile` after it with the ending that may come there. */
function linesOf(episode, record, eyes) {
  const inScene = [];
  const after = [];
  let passed = false;
  for (const number of episode.events) {
    const event = record.events[number];
    for (const told of event.told) {
      passed ||= event.meanwhile || (told.people === null && event.sort !== "ending");
      (passed ? after : inScene).push(...linesFor(eyes, told, number, [episode.number]));
    }
  }
  return [inScene, after];
}

/** The lines of a passage for these eyes. What somebody recalls stands for all the others. */
function linesFor(eyes, told, event, scenes) {
  const recalled = told.lines.filter((line) => eyes.remembered && line.manner === "recalls" && line.side === eyes.side);
  return (recalled.length ? recalled : told.lines)
    .filter((line) => sees(eyes, line, told.people))
    .map((line) => ({ line, event, scenes, before: told.before, after: told.after, joins: line.joins, times: 0 }));
}

/**
 * The brief lines of neighbouring scenes, in one paragraph: for each scene's name its own, in the order in which the names came.
 *
 * They look at the world as the next scene finds it, and back to how the first of these scenes found it.
 */
function inBrief(waiting, world, record, eyes) {
  const names = [...new Set(waiting.map((episode) => episode.scene))];
  return names.flatMap((name, place) => {
    const same = waiting.filter((episode) => episode.scene === name);
    const event = same.at(-1).events.at(-1);
    // No run ends with a scene in brief, so that there is always a next one, and a scene begins with a choice.
    const [before, after] = [same[0].events[0], event + 1].map((number) => record.events[number].point.state);
    const scenes = same.map((episode) => episode.number);
    return world.scenes
      .find((scene) => scene.name === name)
      .in_brief.filter((line) => sees(eyes, line, null))
      .map((line, index) => ({
        line, event, scenes, before, after, joins: line.joins || (place > 0 && index === 0), times: same.length,
      }));
  });
}
