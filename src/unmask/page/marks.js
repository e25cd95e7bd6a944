// Signs that no story can hold. They stand in a paragraph while it is put together, and are gone when it is told. A twin of
// telling/marks.py.

/** Something was left unsaid here. */
export const GAP = "\0";
/** A name or a value follows that was put in. */
export const INSERTED = "\x01";
/** The stop before it belongs to the name or the abbreviation that was put in. */
export const OWN = "\x02";
/** The stop before it ends a sentence that was put in. */
export const ENDS = "\x03";
/** `a` or `an` stands before it, and what follows was put in or chosen. */
export const ARTICLE = "\x04";
