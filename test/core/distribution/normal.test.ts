import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalFromInterval, normalQuantile } from '../../../src/core/distribution/normal.ts';

describe('normalQuantile', () => {
  it('is infinite at the ends and 0 in the middle', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (k) => {
        const p = k / 2 ** 31; // 1 - p is exact
        expect(normalQuantile(1 - p)).toBe(normalQuantile(p) === 0 ? 0 : -normalQuantile(p));
      }),
    );
  });

  it('rises across the seams of its three formulas', () => {
    for (const seam of [0.075, Math.exp(-25), 0.925]) {
      const around = [-4, -2, 2, 4].map((step) => normalQuantile(seam * (1 + step * 1e-13)));
      expect(around).toEqual([...around].sort((a, b) => a - b));
    }
  });
});

describe('normalCdf', () => {
  it('is 1/2 in the middle, and meets 0 and 1 far out', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
  });

  it('undoes the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-15, max: 0.5, noNaN: true }), (p) => {
        // A relative error of z, 7e-16 at most, moves the tail by z^2 as much, 63 at p = 1e-15; the rest is the cdf's.
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(5e-14);
      }),
    );
  });

  it('rises across the seams of its three formulas', () => {
    for (const seam of [0.66291, Math.sqrt(32)]) {
      for (const sign of [-1, 1]) {
        const around = [-2, -1, 1, 2].map((step) => normalCdf(sign * seam * (1 + sign * step * 1e-12)));
        expect(around).toEqual([...around].sort((a, b) => a - b));
      }
    }
  });
});

describe('normalFromInterval', () => {
  it('has the mean in the middle', () => {
    expect(normalFromInterval(-2, 4)).toMatchObject({ kind: 'normal', mean: 1 });
  });
});
