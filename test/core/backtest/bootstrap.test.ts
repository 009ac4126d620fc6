import { describe, expect, it } from 'vitest';
import { familyBootstrap } from '../../../src/core/backtest/bootstrap.ts';

const mean = (rows: readonly { value: number }[]): number =>
  rows.reduce((sum, row) => sum + row.value, 0) / rows.length;

describe('bootstrap over families', () => {
  it('has no doubt when all rows are equal', () => {
    const rows = [1, 2, 3].map((n) => ({ family: `f${n}`, value: 7 }));
    expect(familyBootstrap(rows, { mean }, 1)).toEqual({ mean: [7, 7] });
  });

  it('knows nothing beyond one family', () => {
    const rows = [1, 2, 3].map((value) => ({ family: 'one', value }));
    expect(familyBootstrap(rows, { mean }, 1).mean).toEqual([2, 2]);
  });

  it('is as wide as the standard error of independent rows', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ family: `f${i}`, value: i }));
    const [low, high] = familyBootstrap(rows, { mean }, 1).mean;
    const sd = Math.sqrt((40 ** 2 - 1) / 12);
    const expected = (2 * 1.645 * sd) / Math.sqrt(40);
    // The ends of 2,000 resamples move by about 2 % of the width.
    expect((high - low) / expected).toBeGreaterThan(0.9);
    expect((high - low) / expected).toBeLessThan(1.1);
    expect((low + high) / 2).toBeCloseTo(19.5, 0);
  });

  it('keeps families whole: twins double the doubt, not the evidence', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ family: `f${i}`, value: i }));
    const single = familyBootstrap(rows, { mean }, 1).mean;
    expect(familyBootstrap([...rows, ...rows], { mean }, 1).mean).toEqual(single);
  });

  it('gives the same intervals for the same seed, others for another', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ family: `f${i}`, value: i * i }));
    expect(familyBootstrap(rows, { mean }, 4)).toEqual(familyBootstrap(rows, { mean }, 4));
    expect(familyBootstrap(rows, { mean }, 4)).not.toEqual(familyBootstrap(rows, { mean }, 5));
  });
});
