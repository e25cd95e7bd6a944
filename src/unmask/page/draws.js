// The dice: draws a number for a seed, a run, a scene and a choice. run/draws.py in JavaScript.
//
// One promise: what is drawn depends on those numbers alone, and is what every other engine draws. The generator is threefry2x32 with 20
// rounds; tests/vectors.json has known answers.

const PARITY = 0x1bd11bda;
const ROTATIONS = [[13, 15, 26, 6], [17, 29, 16, 24]];
const WORDS = 2 ** 32;

/** Two 32-bit words from a key and a counter of two each. `| 0` keeps sums to 32 bits, `>>> 0` reads the bits as unsigned. */
export function threefry(key, counter) {
  const keys = [key[0], key[1], PARITY ^ key[0] ^ key[1]];
  let a = (counter[0] + keys[0]) | 0;
  let b = (counter[1] + keys[1]) | 0;
  for (let group = 0; group < 5; group++) {
    for (const turn of ROTATIONS[group % 2]) {
      a = (a + b) | 0;
      b = ((b << turn) | (b >>> (32 - turn))) ^ a;
    }
    a = (a + keys[(group + 1) % 3]) | 0;
    b = (b + keys[(group + 2) % 3] + group + 1) | 0;
  }
  return [a >>> 0, b >>> 0];
}

/** The key of a run under a seed, both of 64 bits: numbers, BigInts or decimal text. */
export function keyOf(seed, number) {
  return threefry(wordsOf(seed), wordsOf(number));
}

function wordsOf(value) {
  const whole = BigInt(value);
  return [Number(whole & 0xffffffffn), Number((whole >> 32n) & 0xffffffffn)];
}

/** A whole number in [0, total), each as likely as any, for the choice-th choice of a stream. */
export function below(key, stream, choice, total) {
  // A word from here on up would favour small numbers: it is thrown away, and the next one drawn.
  const fair = Math.floor(WORDS / total) * total;
  for (let block = 0; ; block++) {
    for (const word of threefry(key, [stream, choice | (block << 20)])) {
      if (word < fair) return word % total;
    }
  }
}

/** Which of the weighted options is drawn: the first whose weight, added to all before it, is more than the number drawn. */
export function pick(key, stream, choice, weights) {
  let drawn = below(key, stream, choice, weights.reduce((sum, weight) => sum + weight, 0));
  return weights.findIndex((weight) => (drawn -= weight) < 0);
}

/** The stream of the k-th scene, or of the `meanwhile` after it. */
export function sceneStream(scene, meanwhile) {
  return 2 * scene + (meanwhile ? 1 : 0);
}
