import { describe, expect, it } from 'vitest';
import { annualLoss } from '../../../../src/core/insurance/curves/average-annual-loss.ts';
import { annualLossOfTable } from '../../../support/closed-forms/event-loss-table.ts';
import { normalQuantile } from '../../../../src/core/distribution/normal.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../../../src/core/random/stream.ts';

describe('annualLoss', () => {
  it('two worlds of two years by hand', () => {
    // Means 2 and 8, variances within 2 and 8; v = 5. Variance of the means 18, t = 18 - 5/2 = 15.5.
    const result = annualLoss(Float64Array.of(1, 3, 6, 10), 2);
    expect(result.averageAnnualLoss).toBe(5);
    // Squares about 5: 16 + 4 + 1 + 25 = 46.
    expect(result.standardDeviation).toBeCloseTo(Math.sqrt(46 / 3), 12);
    expect(result.processStandardDeviation).toBeCloseTo(Math.sqrt(5), 12);
    expect(result.parameterStandardDeviation).toBeCloseTo(Math.sqrt(15.5), 12);
    expect(result.processStandardError).toBeCloseTo(Math.sqrt(5 / 4), 12);
    expect(result.parameterStandardError).toBeCloseTo(Math.sqrt(15.5 / 2), 12);
    // The two add up to the variance of the means over the number of worlds: 18 / 2.
    expect(result.standardError).toBeCloseTo(3, 12);
  });

  it('one world has no parameter error to show: s / sqrt(N)', () => {
    const result = annualLoss(Float64Array.of(0, 0, 10, 2), 1);
    expect(result.parameterStandardError).toBeNull();
    expect(result.standardError).toBeCloseTo(result.standardDeviation / 2, 12);
  });

  it('worlds that differ less than their years let expect have no parameter error', () => {
    const result = annualLoss(Float64Array.of(0, 10, 10, 0), 2);
    expect(result.parameterStandardError).toBe(0);
    expect(result.standardError).toBeCloseTo(result.processStandardError, 12);
  });

  it('finds both spreads of a made-up run', () => {
    // 800 worlds with a mean of sd 2, 50 years each of sd 5 within.
    const worlds = 800;
    const years = 50;
    const z = normals('annual-loss', worlds * (years + 1));
    const yearly = Float64Array.from({ length: worlds * years }, (_, index) => {
      const world = Math.floor(index / years);
      return 100 + 2 * z[worlds * years + world]! + 5 * z[index]!;
    });
    const result = annualLoss(yearly, worlds);
    // Standard errors of a variance v from n values: v sqrt(2 / n); four of them.
    expect(Math.abs(result.processStandardDeviation ** 2 - 25)).toBeLessThan(4 * 25 * Math.sqrt(2 / 39_200));
    const ofMeans = 4 + 25 / years;
    expect(Math.abs(result.parameterStandardDeviation! ** 2 - 4)).toBeLessThan(
      4 * ofMeans * Math.sqrt(2 / 799),
    );
    expect(Math.abs(result.averageAnnualLoss - 100)).toBeLessThan(4 * Math.sqrt(ofMeans / worlds));
  });

  it('refuses years that do not make whole worlds', () => {
    expect(() => annualLoss(Float64Array.of(1, 2, 3), 2)).toThrow('invariant');
    expect(() => annualLoss(Float64Array.of(1, NaN), 1)).toThrow('invariant');
  });
});

describe('annualLossOfTable', () => {
  const table = [
    { rate: 0.5, mean: 10, standardDeviation: 3 },
    { rate: 0.1, mean: 100, standardDeviation: 40 },
  ];

  it('adds rate x mean, and rate x mean square', () => {
    const { averageAnnualLoss, standardDeviation } = annualLossOfTable(table, 0);
    expect(averageAnnualLoss).toBeCloseTo(15, 12);
    // 0.5 (100 + 9) + 0.1 (10,000 + 1,600) = 1,214.5
    expect(standardDeviation ** 2).toBeCloseTo(1_214.5, 9);
  });

  it('contagion adds c AAL^2', () => {
    expect(annualLossOfTable(table, 0.4).standardDeviation ** 2).toBeCloseTo(1_214.5 + 0.4 * 225, 9);
  });

  it('is the compound Poisson of mean 3.297 and variance 14.778 (rate 2, lognormal 0, 1)', () => {
    const mean = Math.exp(0.5);
    const standardDeviation = Math.sqrt(Math.exp(2) - Math.exp(1));
    const result = annualLossOfTable([{ rate: 2, mean, standardDeviation }], 0);
    expect(result.averageAnnualLoss).toBeCloseTo(3.29744254140026, 12);
    expect(result.standardDeviation ** 2).toBeCloseTo(14.7781121978613, 11);
  });
});

function normals(name: string, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let chunk = 0; chunk * CHUNK_DRAWS < n; chunk++) {
    fillUniforms(out.subarray(chunk * CHUNK_DRAWS, (chunk + 1) * CHUNK_DRAWS), 11, name, chunk);
  }
  return out.map(normalQuantile);
}
