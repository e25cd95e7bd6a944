// Keeps in mind what has happened: moves every automaton by each event.
//
// One promise: conditions see the state before the event (src/unmask/motif/following.py). The automata come with the world.

export class Following {
  constructor(layout) {
    const { sites, followers } = layout.world.following;
    this.moves = new Map(
      sites.map(({ happening, moves }) => [
        happening.join("\n"),
        moves.map(({ follower, conditions, letters }) => ({
          place: layout.firstFollower + follower,
          table: followers[follower].table,
          conditions: conditions.map((condition) => layout.reader(condition)),
          letters,
        })),
      ]),
    );
  }

  /** The state after an event. A cast, and a moment that just happens, have no name that a line of a motif could say. */
  after(sort, who, moment, label, state) {
    const named = sort !== "cast" && sort !== "moment";
    const moves = this.moves.get(named ? [sort, who, moment, label].join("\n") : "moment\n\n\n") ?? [];
    let row = null;
    for (const { place, table, conditions, letters } of moves) {
      // Bit i of the number says whether condition i holds.
      const so = conditions.reduce((bits, condition, bit) => bits + (condition(state) ? 2 ** bit : 0), 0);
      const moved = table[state[place]][letters[so]];
      if (moved !== state[place]) {
        row ??= [...state];
        row[place] = moved;
      }
    }
    return row ?? state;
  }
}
