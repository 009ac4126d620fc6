import { describe, expect, it } from 'vitest';
import { compileQuantity, quantileAt } from '../../../src/core/distribution/marginal.ts';
import { normalCdf } from '../../../src/core/distribution/normal.ts';
import type { Quantity } from '../../../src/core/distribution/quantity.ts';
import { ImpactError } from '../../../src/core/errors/impact-error.ts';

const path = 'outage.durationHours';

function failure(quantity: Quantity, bounds: { min?: number; max?: number } = {}): ImpactError {
  try {
    compileQuantity(quantity, bounds, path);
  } catch (error) {
    if (error instanceof ImpactError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('compileQuantity refuses', () => {
  it.each<[string, Quantity, string, string]>([
    ['a number that is not one', NaN, 'NaN', 'finite'],
    ['infinity', { uniform: [1, Infinity] }, 'Infinity', 'finite'],
    ['p5 of 0', { p5: 0, p95: 4 }, '{p5:0,p95:4}', 'p5 must be above 0'],
    ['a negative range', { p5: -2, p95: 4 }, '{p5:-2,p95:4}', 'p5 must be above 0'],
    ['p5 above p95', { p5: 12, p95: 5 }, 'p5:12', 'p5 must be below p95'],
    ['p5 equal to p95', { p5: 5, p95: 5 }, 'p5:5', 'p5 must be below p95'],
    ['p10 above p50', { p10: 9, p50: 8, p90: 20 }, 'p10:9', 'p10 must be below p50'],
    ['p50 equal to p90', { p10: 5, p50: 20, p90: 20 }, 'p50:20', 'p50 must be below p90'],
    ['a min above p10', { p10: 5, p50: 8, p90: 20, min: 5 }, 'min:5', 'min must be below p10'],
    ['a max below p90', { p10: 5, p50: 8, p90: 20, max: 19 }, 'max:19', 'p90 must be below max'],
    ['an infeasible metalog', { p10: 5, p50: 7, p90: 20 }, 'p50:7', 'between 7.499 and 17.50'],
    [
      'an infeasible metalog with an end',
      { p10: 5, p50: 6, p90: 20, min: 0 },
      'p50:6',
      'between 6.299 and 15.88',
    ],
    [
      'a mode below the low end',
      { pert: [2, 1, 3] },
      'pert:[2,1,3]',
      'the mode must lie between the ends, 2 to 3',
    ],
    ['a mode above the high end', { triangular: [1, 4, 3] }, 'triangular:[1,4,3]', 'the mode'],
    ['ends in the wrong order', { triangular: [3, 2, 1] }, 'triangular', 'the low end must be below'],
    ['a pert without width', { pert: [2, 2, 2] }, 'pert', 'the low end must be below'],
    ['a uniform without width', { uniform: [3, 3] }, 'uniform', 'the low end must be below'],
    ['an sd of 0', { normal: { mean: 5, sd: 0 } }, 'sd:0', 'sd must be above 0'],
    ['a normal interval in the wrong order', { normal: { p5: 4, p95: -2 } }, 'p5:4', 'p5 must be below p95'],
    ['a median of 0', { lognormal: { median: 0, gsd: 2 } }, 'median:0', 'the median must be above 0'],
    ['a gsd of 1', { lognormal: { median: 3, gsd: 1 } }, 'gsd:1', 'gsd must be above 1'],
    ['a negative lognormal interval', { lognormal: { p10: -1, p90: 3 } }, 'p10:-1', 'p10 must be above 0'],
    [
      'a lognormal interval without width',
      { lognormal: { p10: 3, p90: 3 } },
      'p10:3',
      'p10 must be below p90',
    ],
    ['a beta mean in percent', { beta: { mean: 30, sd: 10 } }, 'mean:30', 'inside 0 to 1'],
    ['a beta sd of 0', { beta: { mean: 0.3, sd: 0 } }, 'sd:0', 'sd must be above 0'],
    ['a beta sd that is too large', { beta: { mean: 0.3, sd: 0.46 } }, 'sd:0.46', 'sd must be below 0.458'],
    ['a beta that is a point', { beta: { mean: 0.3, sd: 1e-6 } }, 'sd:0.000001', 'shape parameters'],
    ['tails that overflow', { lognormal: { median: 1e300, gsd: 1e9 } }, 'gsd:1000000000', 'too wide'],
    ['a width that overflows', { triangular: [-1e308, 0, 1e308] }, 'triangular', 'too wide'],
  ])('%s', (_name, quantity, found, allowed) => {
    const error = failure(quantity);
    expect(error).toMatchObject({ code: 'QUANTITY_INVALID', path });
    expect(error.message).toContain(path);
    expect(error.message).toContain(found);
    expect(error.message).toContain(allowed);
    expect(error.hint).not.toBe('');
  });

  it('a range that reaches zero, and says what to use instead', () => {
    expect(failure({ p5: 0, p95: 4 }).hint).toContain('use normal, or {p10, p50, p90}');
  });

  it.each([
    ['a known value below', -0.1, { min: 0, max: 1 }, 'from 0 to 1', '-0.1 lies outside'],
    ['a known value above', 80, { min: 0, max: 1 }, 'from 0 to 1', '80 lies outside'],
    ['below one bound', -1, { min: 0 }, 'at least 0', '-1'],
    ['above one bound', 2, { max: 1 }, 'at most 1', '2'],
    ['half of a uniform', { uniform: [0, 2] } as const, { max: 1 }, 'at most 1', '50 % of {uniform:[0,2]}'],
    ['all of it', { uniform: [2, 3] } as const, { max: 1 }, 'at most 1', '100 % of'],
    ['all of it, below', { uniform: [2, 3] } as const, { min: 4 }, 'at least 4', '100 % of'],
    [
      'a tenth and some at both ends',
      { uniform: [-1.5, 6.5] } as const,
      { min: 0, max: 5 },
      'from 0 to 5',
      '38 % of',
    ],
  ])('%s outside the bounds', (_name, quantity, bounds, allowed, found) => {
    const error = failure(quantity, bounds);
    expect(error).toMatchObject({ code: 'PARAMETER_OUT_OF_RANGE', path });
    expect(error.message).toContain(allowed);
    expect(error.message).toContain(found);
  });

  it('bounds that are no interval: our own bug', () => {
    expect(() => compileQuantity(1, { min: 1, max: 0 }, path)).toThrow('invariant');
  });

  it('a quantity of unknown form: our own bug, the schema lets none through', () => {
    expect(() => compileQuantity({ gamma: 2 } as unknown as Quantity, {}, path)).toThrow('invariant');
  });
});

describe('compileQuantity accepts', () => {
  it('a known value on its bounds', () => {
    for (const value of [0, 1]) {
      const { marginal, cutShare } = compileQuantity(value, { min: 0, max: 1 }, path);
      expect(marginal).toEqual({ kind: 'constant', value });
      expect(cutShare).toBe(0);
    }
  });

  it('a distribution that ends on its bounds, uncut', () => {
    const bounds = { min: 0, max: 1 };
    const quantities: Quantity[] = [
      { triangular: [0, 0.2, 1] },
      { uniform: [0, 1] },
      { pert: [0, 0.5, 1] },
      { beta: { mean: 0.3, sd: 0.1 } },
      { p10: 0.1, p50: 0.2, p90: 0.7, ...bounds },
    ];
    for (const quantity of quantities) {
      expect(compileQuantity(quantity, bounds, path)).toMatchObject({
        marginal: { pLow: 0, pHigh: 1 },
        cutShare: 0,
      });
    }
    expect(compileQuantity({ p5: 1, p95: 2 }, { min: 0 }, path).cutShare).toBe(0);
  });

  it('ends of a metalog that are given as undefined', () => {
    const { marginal } = compileQuantity({ p10: 5, p50: 8, p90: 20, min: undefined }, {}, path);
    expect(marginal).toMatchObject({ lower: -Infinity, upper: Infinity });
  });

  it('and leaves the quantity as it was', () => {
    const quantity = Object.freeze({ pert: Object.freeze([0.2, 0.5, 0.8] as const) });
    expect(() => compileQuantity(quantity, Object.freeze({ min: 0, max: 1 }), path)).not.toThrow();
  });
});

describe('compileQuantity cuts', () => {
  it('exactly the mass outside the bounds', () => {
    const { marginal, cutShare } = compileQuantity({ normal: { mean: 1, sd: 2 } }, { min: -1, max: 5 }, path);
    // z = -1 and 2. The cut is found to one step of the uniforms, 1.1e-16, through a quantile with error 4e-16.
    const [low, high] = [normalCdf(-1), normalCdf(2)];
    expect(Math.abs(cutShare - (low + 1 - high))).toBeLessThan(1e-15);
    // Quantiles of what is left: half of the remaining mass lies below the new median.
    const median = quantileAt(marginal, 0.5);
    expect(Math.abs(normalCdf((median - 1) / 2) - (low + high) / 2)).toBeLessThan(1e-15);
  });

  it('keeps a cut of 19 % and refuses one of 21 %', () => {
    expect(compileQuantity({ uniform: [0, 1] }, { max: 0.81 }, path).cutShare).toBeCloseTo(0.19, 12);
    expect(failure({ uniform: [0, 1] }, { max: 0.79 }).code).toBe('PARAMETER_OUT_OF_RANGE');
  });

  it('reaches both bounds', () => {
    const { marginal } = compileQuantity(
      { lognormal: { median: 6.3, gsd: 3.07 } },
      { min: 1, max: 30 },
      path,
    );
    // The cut is rounded inwards by at most one step of the uniforms.
    expect(quantileAt(marginal, 0)).toBeGreaterThanOrEqual(1);
    expect(quantileAt(marginal, 0)).toBeLessThan(1 + 1e-14);
    expect(quantileAt(marginal, 1)).toBeLessThanOrEqual(30);
    expect(quantileAt(marginal, 1)).toBeGreaterThan(30 - 1e-12);
  });
});
