import { describe, expect, it } from 'vitest';
import {
  structuralFactors,
  structuralMean,
} from '../../../../src/core/insurance/insured/structural-factor.ts';
import { quantilesOf } from '../../../../src/core/statistics/quantiles.ts';
import { sum } from '../../../../src/core/statistics/sum.ts';

describe('structural factor', () => {
  // Means of 10^(0.9 s t), t Student with 6 degrees of freedom inside ±3.707, by numerical integration of its density.
  it.each([
    [0, 1],
    [0.25, 1.19],
    [0.33, 1.36],
    [0.45, 1.77],
    [0.5, 2.03],
  ])('of %d has mean %d', (logSd, mean) => {
    expect(structuralMean(logSd)).toBeCloseTo(mean, 2);
  });

  it('draws have that mean and a median of 1', () => {
    const draws = structuralFactors('structural/systemic', 0.25, 7, 4096);
    const mean = sum(draws) / draws.length;
    const spread = Math.sqrt(sum(draws.map((x) => (x - mean) ** 2)) / draws.length);
    expect(Math.abs(mean - structuralMean(0.25))).toBeLessThan((4 * spread) / 64);
    expect(Math.abs(Math.log(quantilesOf(draws, [0.5])[0]!))).toBeLessThan(0.05);
  });
});
