import { describe, expect, it } from 'vitest';
import { fillUnitInterval, legalState } from '../../../src/core/random/xoshiro128.ts';

// First ten words from state 1, 2, 3, 4 by the authors' C program xoshiro128plusplus.c, as quoted in the tests of
// rand_xoshiro: https://github.com/rust-random/rngs/blob/master/rand_xoshiro/src/xoshiro128plusplus.rs
const PUBLISHED_WORDS = [
  641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
];

function uniformOfWords(upper: number, lower: number): number {
  const joined = (BigInt(upper) >> 6n) * 2n ** 26n + (BigInt(lower) >> 6n);
  return Number(2n * joined + 1n) / 2 ** 53;
}

describe('fillUnitInterval', () => {
  it('joins the published words two by two', () => {
    const out = new Float64Array(5);
    fillUnitInterval(out, Uint32Array.of(1, 2, 3, 4));
    const expected = [0, 2, 4, 6, 8].map((i) => uniformOfWords(PUBLISHED_WORDS[i]!, PUBLISHED_WORDS[i + 1]!));
    expect([...out]).toEqual(expected);
  });

  it('goes on where it stopped', () => {
    const whole = new Float64Array(7);
    fillUnitInterval(whole, Uint32Array.of(5, 6, 7, 8));
    const state = Uint32Array.of(5, 6, 7, 8);
    const parts = [new Float64Array(3), new Float64Array(4)];
    parts.forEach((part) => fillUnitInterval(part, state));
    expect(parts.flatMap((part) => [...part])).toEqual([...whole]);
  });
});

describe('legalState', () => {
  it('leaves other states alone and replaces all zero, which would give one number for ever', () => {
    expect([...legalState(Uint32Array.of(0, 0, 7, 0))]).toEqual([0, 0, 7, 0]);
    const out = new Float64Array(64);
    fillUnitInterval(out, legalState(new Uint32Array(4)));
    expect(new Set(out).size).toBeGreaterThan(32);
  });
});
