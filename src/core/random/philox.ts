const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const ROUNDS = 10;

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit integers; every intermediate stays below 2^53. */
function multiplyHigh(a: number, b: number): number {
  const highPart = (a >>> 16) * b;
  const lowPart = (a & 0xffff) * b;
  return Math.floor((highPart + Math.floor(lowPart / 0x10000)) / 0x10000);
}

/**
 * One block of Philox4x32-10: four 32-bit words that are a fixed, well-mixed function of a counter and a key.
 * Any block can be made on its own, so a stream needs no history.
 *
 * @param counter  four words, each 0 to 2^32-1
 * @param key  two words, each 0 to 2^32-1
 * @param block  takes the four words, unsigned
 * Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11,
 * https://doi.org/10.1145/2063384.2063405
 */
export function philoxBlock(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
  block: Uint32Array,
): void {
  let [word0, word1, word2, word3] = counter;
  let [key0, key1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, word0);
    const low0 = Math.imul(MULTIPLIER_0, word0) >>> 0;
    const high1 = multiplyHigh(MULTIPLIER_1, word2);
    const low1 = Math.imul(MULTIPLIER_1, word2) >>> 0;
    word0 = (high1 ^ word1 ^ key0) >>> 0;
    word1 = low1;
    word2 = (high0 ^ word3 ^ key1) >>> 0;
    word3 = low0;
    key0 = (key0 + KEY_STEP_0) >>> 0;
    key1 = (key1 + KEY_STEP_1) >>> 0;
  }
  block[0] = word0;
  block[1] = word1;
  block[2] = word2;
  block[3] = word3;
}
