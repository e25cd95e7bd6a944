// Who may be played, and from whose side it may be told, in the order of the file.

/** Everybody who has something to choose somewhere: by name, or by a role that they may have. */
export function thoseWhoChoose(world) {
  const found = new Set();
  for (const scene of [...world.scenes, ...world.meanwhiles]) {
    for (const { owner } of scene.moments) for (const name of whoMayBe(world, scene, owner)) found.add(name);
  }
  return [...world.people.keys()].filter((name) => found.has(name));
}

/** Everybody whose memory differs from what was: who recalls something, or denies it. */
export function thoseWhoRemember(world) {
  const found = new Set();
  for (const scene of [...world.scenes, ...world.meanwhiles]) {
    for (const { side, manner } of linesOfScene(scene)) if (manner) for (const name of whoMayBe(world, scene, side)) found.add(name);
  }
  for (const { lines } of world.endings) for (const { side, manner } of lines) if (manner) found.add(side);
  return [...world.people.keys()].filter((name) => found.has(name));
}

/** A person, or everybody of a role's kind. */
function whoMayBe(world, scene, name) {
  const role = scene.roles.find((one) => one.name === name);
  return role ? (world.kinds.get(role.kind) ?? []) : [name];
}

function linesOfScene({ opening, in_brief, moments }) {
  const passages = moments.flatMap((moment) => [moment.opening, moment.closing, ...moment.options.map((option) => option.passage)]);
  return [...in_brief, ...[opening, ...passages].flatMap((passage) => passage.lines)];
}
