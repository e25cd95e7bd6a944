// What stands before a telling, in a line of words, "" where there is nothing to say. Twins of the functions of these names in
// telling/to_text.py.

/** Who wrote it, of what it is a part, and from whose side it is told. */
export function byline({ cover, side, remembered }) {
  const parts = cover.author ? [`by ${cover.author}`] : [];
  if (cover.series) parts.push(cover.part === null ? cover.series : `${cover.series}, part ${cover.part}`);
  if (remembered) parts.push(`as ${side} remembers it`);
  else if (side !== "world") parts.push(`from ${side}'s side`);
  return parts.join(" · ");
}

/** What a reader is to know before the first line: rating, warnings, tags. */
export function finePrint({ cover }) {
  const parts = cover.rating ? [`rated ${cover.rating}`] : [];
  if (cover.warnings.length) parts.push(`warnings: ${cover.warnings.join("; ")}`);
  if (cover.tags.length) parts.push(`tags: ${cover.tags.join(", ")}`);
  return parts.join(" · ");
}
