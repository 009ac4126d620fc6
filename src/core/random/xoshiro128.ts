const TWO_TO_26 = 2 ** 26;
const TWO_TO_MINUS_52 = 2 ** -52;

/**
 * Makes any four words a legal state of xoshiro128++. All zero is the one state that the generator never leaves,
 * so it is replaced by a fixed other one.
 *
 * @param words  four words, changed in place
 */
export function legalState(words: Uint32Array): Uint32Array {
  if ((words[0]! | words[1]! | words[2]! | words[3]!) === 0) words[0] = 1;
  return words;
}

/**
 * Fills an array with uniforms from xoshiro128++, two 32-bit words each.
 *
 * Formula: (k + 1/2) / 2^52, with k the upper 26 bits of two consecutive words joined. The values are the middles of
 * 2^52 equal cells: exact in a double, symmetric about 1/2, from 2^-53 to 1 - 2^-53, so never 0 or 1.
 *
 * @param out  every element is written
 * @param state  four words, not all zero; advanced in place, so that calls continue the sequence
 * Source: Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47(4),
 * https://doi.org/10.1145/3460772; generator xoshiro128++ 1.0, https://prng.di.unimi.it/xoshiro128plusplus.c
 */
export function fillUnitInterval(out: Float64Array, state: Uint32Array): void {
  // Signed 32-bit locals: V8 keeps them in registers; only the bits matter.
  let s0 = state[0]! | 0;
  let s1 = state[1]! | 0;
  let s2 = state[2]! | 0;
  let s3 = state[3]! | 0;
  for (let i = 0; i < out.length; i++) {
    // The step is written out twice because a call that returns five numbers would allocate.
    let mixed = (s0 + s3) | 0;
    const upper = (((mixed << 7) | (mixed >>> 25)) + s0) | 0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    mixed = (s0 + s3) | 0;
    const lower = (((mixed << 7) | (mixed >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    out[i] = ((upper >>> 6) * TWO_TO_26 + (lower >>> 6) + 0.5) * TWO_TO_MINUS_52;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}
