import { describe, expect, it } from 'vitest';
import { crpsOfDraws, crpsOfNormal } from '../../../src/core/backtest/crps.ts';
import { normalQuantile } from '../../../src/core/distribution/normal.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

const draws = (values: readonly number[]): Float64Array => Float64Array.from(values);

/** The definition, with both means written out. */
function byDefinition(values: Float64Array, observed: number): number {
  const m = values.length;
  let miss = 0;
  let spread = 0;
  for (const x of values) {
    miss += Math.abs(x - observed);
    for (const y of values) spread += Math.abs(x - y);
  }
  return miss / m - spread / (2 * m * m);
}

function uniforms(n: number, name: string): Float64Array {
  const out = new Float64Array(n);
  fillUniforms(out, 5, name, 0);
  return out;
}

describe('CRPS of draws', () => {
  it('of one draw is the absolute error', () => {
    expect(crpsOfDraws(draws([2]), 5)).toBe(3);
    expect(crpsOfDraws(draws([2]), 2)).toBe(0);
  });

  it('by hand: 1 and 3 against 2 is 1 - 1/2 x 1', () => {
    // mean |x - y| = 1; mean |x_i - x_j| over the four pairs = (0 + 2 + 2 + 0) / 4 = 1.
    expect(crpsOfDraws(draws([1, 3]), 2)).toBe(0.5);
  });

  it('by hand: 0, 1, 4 against 2', () => {
    // mean |x - y| = (2 + 1 + 2) / 3; the nine pairs sum to 2 (1 + 4 + 3) = 16, so half their mean is 16 / 18.
    expect(crpsOfDraws(draws([0, 1, 4]), 2)).toBeCloseTo(5 / 3 - 16 / 18, 14);
  });

  it.each([-0.4, 0.1, 0.5, 0.93, 3])('is the double sum for %f', (observed) => {
    const sorted = uniforms(500, 'crps').sort();
    // Sums of 250,000 terms near 1 round at about 1e-13.
    expect(crpsOfDraws(sorted, observed)).toBeCloseTo(byDefinition(sorted, observed), 11);
  });

  it('has no draws to score', () => {
    expect(() => crpsOfDraws(draws([]), 1)).toThrow('no draws');
  });
});

describe('CRPS of a normal', () => {
  it('at its mean is sd (sqrt 2 - 1) / sqrt pi', () => {
    expect(crpsOfNormal(3, 2, 3)).toBeCloseTo((2 * (Math.SQRT2 - 1)) / Math.sqrt(Math.PI), 14);
  });

  it('without spread is the absolute error', () => {
    expect(crpsOfNormal(3, 0, 1)).toBe(2);
  });

  it.each([-2, 0.3, 1, 4])('is that of its quantiles, against %f', (observed) => {
    const m = 4000;
    const sorted = Float64Array.from({ length: m }, (_, i) => 1 + 0.7 * normalQuantile((i + 0.5) / m));
    // 4,000 points in place of the whole distribution: an error of the order of the sd / m.
    expect(crpsOfNormal(1, 0.7, observed)).toBeCloseTo(crpsOfDraws(sorted, observed), 3);
  });
});
