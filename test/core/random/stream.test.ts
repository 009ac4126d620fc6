import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_DRAWS, fillUniforms, type Purpose } from '../../../src/core/random/stream.ts';
import { sha256Hex } from '../../../src/core/units/hash.ts';

const LARGEST_SEED = 2 ** 53 - 1;

interface StreamChoice {
  seed?: number;
  name?: string;
  chunk?: number;
  purpose?: Purpose;
}

function uniforms(
  n: number,
  { seed = 1, name = 'recapture.retail-trade', chunk = 0, purpose = 'sampling' }: StreamChoice = {},
): Float64Array {
  const out = new Float64Array(n);
  fillUniforms(out, seed, name, chunk, purpose);
  return out;
}

function mean(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Pearson correlation of two columns of uniforms. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [da, db] = [value - meanA, b[i]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}

/** `n` draws of one stream over its chunks. */
function column(n: number, seed: number, name: string): Float64Array {
  const out = new Float64Array(n);
  for (let start = 0, chunk = 0; start < n; start += CHUNK_DRAWS, chunk++) {
    fillUniforms(out.subarray(start, start + CHUNK_DRAWS), seed, name, chunk);
  }
  return out;
}

describe('fillUniforms', () => {
  it('keeps its bytes', () => {
    // Made by test/reference/fixtures/golden_stream.py, a second implementation from the definitions.
    // It may change only with the engine version.
    const seed = 20_211_004 * 2 ** 16 + 5;
    const bytes = new Uint8Array(column(10_000, seed, 'recapture.retail-trade').buffer);
    expect(sha256Hex(bytes)).toBe('35afc9e682fe7601bed9bf49898472479f741487a9d9bca757ff3adc55607729');
  });

  it('stays strictly inside 0 to 1, whatever the seed, name and chunk', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), fc.nat(), (seed, name, chunk) => {
        const draws = uniforms(64, { seed, name, chunk });
        expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
      }),
    );
  });

  it('gives a shorter array the same leading values', () => {
    const whole = uniforms(CHUNK_DRAWS, { chunk: 24 });
    for (const n of [0, 1, 2, 1696, CHUNK_DRAWS - 1]) {
      expect([...uniforms(n, { chunk: 24 })]).toEqual([...whole.subarray(0, n)]);
    }
  });

  it('makes chunks in any order, or one alone', () => {
    const forward = [0, 1, 2].map((chunk) => uniforms(8, { chunk }));
    const backward = [2, 1, 0].map((chunk) => uniforms(8, { chunk })).reverse();
    expect(backward).toEqual(forward);
  });

  it('accepts the first and the last seed, and tells seeds apart in both halves', () => {
    const seeds = [0, 1, 2 ** 32, 2 ** 32 + 1, LARGEST_SEED - 1, LARGEST_SEED];
    expect(new Set(seeds.map((seed) => uniforms(1, { seed })[0])).size).toBe(seeds.length);
  });

  it('uses sampling as the purpose when none is given', () => {
    const out = new Float64Array(4);
    fillUniforms(out, 1, 'recapture.retail-trade', 0);
    expect(out).toEqual(uniforms(4));
  });

  it('gives streams that do not correlate: other name, chunk, seed or purpose', () => {
    const variants = [
      uniforms(CHUNK_DRAWS),
      uniforms(CHUNK_DRAWS, { name: 'recapture.retail-tradf' }),
      uniforms(CHUNK_DRAWS, { name: 'dependence.retail-trade' }),
      uniforms(CHUNK_DRAWS, { chunk: 1 }),
      uniforms(CHUNK_DRAWS, { chunk: 2 }),
      uniforms(CHUNK_DRAWS, { seed: 0 }),
      uniforms(CHUNK_DRAWS, { seed: 2 }),
      uniforms(CHUNK_DRAWS, { seed: LARGEST_SEED }),
      uniforms(CHUNK_DRAWS, { purpose: 'sobol-scramble' }),
      uniforms(CHUNK_DRAWS, { purpose: 'bootstrap' }),
      uniforms(CHUNK_DRAWS, { purpose: 'event-years' }),
    ];
    // 4 standard errors of a correlation of n independent pairs; by chance one of 55 in 16,000.
    const limit = 4 / Math.sqrt(CHUNK_DRAWS);
    for (const [i, a] of variants.entries()) {
      for (const b of variants.slice(i + 1)) expect(Math.abs(correlation(a, b))).toBeLessThan(limit);
    }
  });

  it('does not correlate with itself one draw later', () => {
    const draws = uniforms(CHUNK_DRAWS);
    // As above: 4 standard errors.
    expect(Math.abs(correlation(draws.subarray(1), draws.subarray(0, -1)))).toBeLessThan(4 / 63.9);
  });

  it('is uniform: chi-square over 100 cells', () => {
    const counts = new Float64Array(100);
    for (const u of column(200_000, 3, 'uniformity')) counts[Math.floor(100 * u)]!++;
    const chiSquare = counts.reduce((total, count) => total + (count - 2000) ** 2 / 2000, 0);
    // 0.01 % and 99.99 % points of chi-square with 99 degrees of freedom (scipy 1.17.1): 54.99 and 160.06.
    expect(chiSquare).toBeGreaterThan(54.99);
    expect(chiSquare).toBeLessThan(160.06);
  });

  it('makes the error of a mean fall with the square root of the draws, over seeds', () => {
    const spread = (n: number) => {
      const means = Float64Array.from({ length: 16 }, (_, seed) => mean(column(n, seed, 'spread')));
      const centre = mean(means);
      return Math.sqrt(means.reduce((total, value) => total + (value - centre) ** 2, 0) / 15);
    };
    // sqrt(64,000 / 1,000) = 8; the ratio of two sds from 16 seeds stays within a factor 2.2 in 99.6 % of cases.
    const ratio = spread(1000) / spread(64_000);
    expect(ratio).toBeGreaterThan(8 / 2.2);
    expect(ratio).toBeLessThan(8 * 2.2);
  });

  it('stops on a seed, chunk or length that the streams do not have', () => {
    expect(() => uniforms(1, { seed: 2 ** 53 })).toThrow('seed');
    expect(() => uniforms(1, { seed: -1 })).toThrow('seed');
    expect(() => uniforms(1, { seed: 1.5 })).toThrow('seed');
    expect(() => uniforms(1, { chunk: -1 })).toThrow('chunk');
    expect(() => uniforms(1, { chunk: 2 ** 32 })).toThrow('chunk');
    expect(() => uniforms(CHUNK_DRAWS + 1)).toThrow('4097');
  });
});
