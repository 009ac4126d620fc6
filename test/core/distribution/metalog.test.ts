import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feasibleMedians, metalog, metalogQuantile } from '../../../src/core/distribution/metalog.ts';

const ends = [
  { lower: -Infinity, upper: Infinity },
  { lower: 0, upper: Infinity },
  { lower: -Infinity, upper: 30 },
  { lower: 0, upper: 30 },
];

describe('metalog', () => {
  it.each(ends)('meets its three points, between $lower and $upper', (end) => {
    const shape = metalog({ p10: 5, p50: 8, p90: 20, ...end });
    // Some ten roundings, and the logit of 0.9 to 1e-16.
    expect(Math.abs(metalogQuantile(shape, 0.1) / 5 - 1)).toBeLessThan(2e-14);
    expect(Math.abs(metalogQuantile(shape, 0.5) / 8 - 1)).toBeLessThan(2e-14);
    expect(Math.abs(metalogQuantile(shape, 0.9) / 20 - 1)).toBeLessThan(2e-14);
  });

  it.each(ends)('reaches its ends and no further, between $lower and $upper', (end) => {
    const shape = metalog({ p10: 5, p50: 8, p90: 20, ...end });
    expect(metalogQuantile(shape, 0)).toBe(end.lower);
    expect(metalogQuantile(shape, 1)).toBe(end.upper);
    expect(metalogQuantile(shape, 1e-16)).toBeGreaterThanOrEqual(end.lower);
    expect(metalogQuantile(shape, 1 - 1e-16)).toBeLessThanOrEqual(end.upper);
  });

  it.each(ends)(
    'rises everywhere just inside the feasible medians, and falls somewhere just outside',
    (end) => {
      const falls = (p50: number) => {
        const shape = metalog({ p10: 5, p50, p90: 20, ...end });
        let previous = -Infinity;
        for (let p = 1 / 4096; p < 1; p += 1 / 4096) {
          const value = metalogQuantile(shape, p);
          if (value < previous) return true;
          previous = value;
        }
        return false;
      };
      const [low, high] = feasibleMedians({ p10: 5, p90: 20, ...end });
      const step = 0.001 * (high - low);
      expect([falls(low + step), falls(high - step)]).toEqual([false, false]);
      expect([falls(low - step), falls(high + step)]).toEqual([true, true]);
    },
  );

  it('has the feasible medians of Keelin (2016), section 4: P10 + 0.166578 (P90 - P10) and the mirror of it', () => {
    const [low, high] = feasibleMedians({ p10: 0, p90: 1, lower: -Infinity, upper: Infinity });
    // The paper's constant 1.66711 has six digits, so its range is 1e-6 off at most.
    expect(Math.abs(low - 0.166578)).toBeLessThan(1e-6);
    expect(Math.abs(high - 0.833422)).toBeLessThan(1e-6);
  });

  it('scales with the unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (scale) => {
        const small = metalog({ p10: 5, p50: 8, p90: 20, lower: 0, upper: Infinity });
        const large = metalog({ p10: 5 * scale, p50: 8 * scale, p90: 20 * scale, lower: 0, upper: Infinity });
        // The logarithm of the scale, up to 14, is added and taken off again: 14 x 1e-16, some times.
        expect(
          Math.abs(metalogQuantile(large, 0.97) / metalogQuantile(small, 0.97) / scale - 1),
        ).toBeLessThan(1e-13);
      }),
    );
  });
});
