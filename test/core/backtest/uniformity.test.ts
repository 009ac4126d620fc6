import { describe, expect, it } from 'vitest';
import { binomialBand } from '../../../src/core/backtest/binomial-band.ts';
import {
  chiSquareAbove,
  chiSquareUniform,
  kolmogorovAbove,
  kolmogorovSmirnovUniform,
  meanUniform,
} from '../../../src/core/backtest/uniformity.ts';

/** n values spread evenly: the middles of n equal cells. */
const even = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 0.5) / n);

describe('chi-square', () => {
  it.each([
    // Printed tables of the upper points, three decimals.
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [16.919, 9, 0.05],
    [21.666, 9, 0.01],
    [30.144, 19, 0.05],
    [36.191, 19, 0.01],
    [43.82, 19, 0.001],
    [11.651, 19, 0.9],
  ])('%d at %d degrees of freedom leaves %d above', (x, degrees, p) => {
    // Half a unit of the last printed digit of x, times a density below 0.12.
    expect(Math.abs(chiSquareAbove(x, degrees) - p)).toBeLessThan(6e-5);
  });

  it('is 1 for values spread evenly and falls with a full bin', () => {
    expect(chiSquareUniform(even(1000))).toBe(1);
    // 36 values of 50 moved from one bin to another: 2 × 36² / 50 = 51.84.
    const moved = even(1000).map((value, i) => (i < 36 ? value + 0.5 : value));
    expect(chiSquareUniform(moved)).toBeCloseTo(chiSquareAbove(51.84, 19), 12);
    expect(chiSquareUniform(moved)).toBeLessThan(1e-3);
  });
});

describe('Kolmogorov and Smirnov', () => {
  it.each([
    // Critical points of the limiting distribution: Smirnov (1948), Annals of Mathematical Statistics 19.
    [1.2238, 0.1],
    [1.3581, 0.05],
    [1.6276, 0.01],
    [1.9495, 0.001],
    [0.8276, 0.5],
  ])('%d is exceeded with chance %d', (x, p) => {
    // Half a unit of the last printed digit of x, times a density below 1.7.
    expect(Math.abs(kolmogorovAbove(x) - p)).toBeLessThan(1e-4);
  });

  it('has no step where its two series meet', () => {
    // The slope is below 1.7 everywhere.
    expect(Math.abs(kolmogorovAbove(1.18 - 1e-9) - kolmogorovAbove(1.18))).toBeLessThan(1e-8);
  });

  it('takes the largest distance on either side of a step', () => {
    // Everything moved up by 0.05: the largest distance is 0.05 and half a cell.
    const moved = even(1000).map((value) => 0.05 + 0.95 * value);
    const scale = Math.sqrt(1000) + 0.12 + 0.11 / Math.sqrt(1000);
    expect(kolmogorovSmirnovUniform(moved)).toBeCloseTo(kolmogorovAbove(scale * 0.05045), 3);
    expect(kolmogorovSmirnovUniform(moved.map((value) => 1 - value))).toBeCloseTo(
      kolmogorovSmirnovUniform(moved),
      12,
    );
    expect(kolmogorovSmirnovUniform(even(1000))).toBe(1);
  });
});

describe('the mean', () => {
  it('is 1 at one half, and 0.05 at 1.96 standard errors of a uniform mean', () => {
    expect(meanUniform(even(1200))).toBeCloseTo(1, 12);
    // Standard error of a mean of 1,200 uniforms: 1 / sqrt(12 × 1200) = 1/120.
    const moved = even(1200).map((value) => value + 1.959964 / 120);
    expect(meanUniform(moved)).toBeCloseTo(0.05, 6);
  });
});

describe('the binomial band', () => {
  it.each([
    // Published bands of a true 90 % range, 95 and 99 %.
    [20, 0.05, 15, 20],
    [20, 0.01, 14, 20],
    [30, 0.05, 23, 30],
    [30, 0.01, 22, 30],
    [50, 0.05, 41, 49],
    [50, 0.01, 39, 50],
    [100, 0.05, 84, 95],
    [100, 0.01, 82, 97],
    [200, 0.05, 171, 188],
    [200, 0.01, 168, 190],
    [1000, 0.05, 881, 918],
    [1000, 0.01, 875, 924],
  ])('of %d tries at level %d is %d to %d', (n, level, low, high) => {
    expect(binomialBand(n, 0.9, level)).toEqual({ low, high });
  });

  it('is symmetric, and does not underflow', () => {
    const wide = binomialBand(10_000, 0.9, 0.01);
    const mirrored = binomialBand(10_000, 0.1, 0.01);
    expect(mirrored).toEqual({ low: 10_000 - wide.high, high: 10_000 - wide.low });
    // 2.576 standard deviations of 30, within one step.
    expect(Math.abs(wide.low - (9000 - 77))).toBeLessThanOrEqual(1);
  });
});
