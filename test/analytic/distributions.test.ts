import { describe, expect, it } from 'vitest';
import { compileQuantity, fillQuantiles, quantileAt } from '../../src/core/distribution/marginal.ts';
import { normalCdf, normalQuantile } from '../../src/core/distribution/normal.ts';
import type { Quantity } from '../../src/core/distribution/quantity.ts';
import { truncatedT6Quantile } from '../../src/core/distribution/student-t6.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../src/core/random/stream.ts';
import { log10StandardDeviation } from '../../src/core/statistics/log-spread.ts';
import { percentileRanks } from '../../src/core/statistics/order-ranks.ts';
import { rangeSharesRemoved } from '../../src/core/statistics/range-removed.ts';
import { risingOrder } from '../../src/core/statistics/rising-order.ts';
import { summarise } from '../../src/core/statistics/summary.ts';

const N = 100_000;
const SEED = 20_240_719;

function uniforms(name: string, n = N): Float64Array {
  const out = new Float64Array(n);
  for (let chunk = 0; chunk * CHUNK_DRAWS < n; chunk++) {
    fillUniforms(out.subarray(chunk * CHUNK_DRAWS, (chunk + 1) * CHUNK_DRAWS), SEED, name, chunk);
  }
  return out;
}

function draws(quantity: Quantity, name: string): Float64Array {
  const out = uniforms(name);
  fillQuantiles(compileQuantity(quantity, {}, name).marginal, out, out, out.length);
  return out;
}

// Every limit below is 4 Monte Carlo standard errors: right code fails once in 16,000 checks.
describe('100,000 draws have the exact mean', () => {
  it.each<[string, Quantity, number]>([
    ['interval 5 to 12', { p5: 5, p95: 12 }, 8.02517251795471],
    ['PERT', { pert: [10, 20, 60] }, 25],
    ['triangular', { triangular: [0, 2, 10] }, 4],
    ['uniform', { uniform: [1, 4] }, 2.5],
    ['normal', { normal: { mean: 5, sd: 2 } }, 5],
    [
      'lognormal of median 80 and gsd 2.8',
      { lognormal: { median: 80, gsd: 2.8 } },
      80 * Math.exp(Math.log(2.8) ** 2 / 2),
    ],
    ['beta', { beta: { mean: 0.3, sd: 0.1 } }, 0.3],
    // Closed form of the mean of an unbounded three-term metalog: a1 + a3 / 2.
    ['metalog', { p10: 5, p50: 8, p90: 20 }, 8 + 9 / (0.8 * Math.log(9)) / 2],
  ])('%s', (name, quantity, mean) => {
    const summary = summarise(draws(quantity, name), '1');
    expect(Math.abs(summary.mean - mean)).toBeLessThan(4 * summary.monteCarloStandardError.mean);
  });

  it('a normal cut at 0: the mean of what is left', () => {
    const { marginal } = compileQuantity({ normal: { mean: 1, sd: 1 } }, { min: 0 }, 'cut');
    const out = uniforms('cut');
    fillQuantiles(marginal, out, out, N);
    const density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
    const summary = summarise(out, '1');
    expect(Math.abs(summary.mean - (1 + density / normalCdf(1)))).toBeLessThan(
      4 * summary.monteCarloStandardError.mean,
    );
  });

  it('the structural factor 10^(0.9 s t), s = 0.33', () => {
    const factors = uniforms('structural/systemic').map((u) => 10 ** (0.9 * 0.33 * truncatedT6Quantile(u)));
    const summary = summarise(factors, '1');
    expect(Math.abs(summary.mean - 1.35567)).toBeLessThan(4 * summary.monteCarloStandardError.mean);
  });
});

describe('100,000 draws have the exact percentiles', () => {
  it.each<[string, Quantity]>([
    ['interval', { p5: 5, p95: 12 }],
    ['pert', { pert: [0.1, 0.3, 0.9] }],
    ['metalog', { p10: 5, p50: 8, p90: 20, min: 0 }],
  ])('%s', (name, quantity) => {
    const { marginal } = compileQuantity(quantity, {}, name);
    const { p5, p50, p95, monteCarloStandardError } = summarise(draws(quantity, name), '1');
    expect(Math.abs(p5 - quantileAt(marginal, 0.05))).toBeLessThan(4 * monteCarloStandardError.p5);
    expect(Math.abs(p50 - quantileAt(marginal, 0.5))).toBeLessThan(4 * monteCarloStandardError.p50);
    expect(Math.abs(p95 - quantileAt(marginal, 0.95))).toBeLessThan(4 * monteCarloStandardError.p95);
  });
});

describe('the spread of a lognormal', () => {
  it('is log10 of its geometric sd', () => {
    const found = log10StandardDeviation(draws({ lognormal: { median: 3, gsd: 2.8 } }, 'spread'));
    // The standard error of an sd of n normal draws is sd / sqrt(2n).
    expect(Math.abs(found / Math.log10(2.8) - 1)).toBeLessThan(4 / Math.sqrt(2 * N));
  });
});

describe('the share of the range that an input removes', () => {
  it('is 1 - sqrt(1 - its share of the log variance) for a product of lognormals', () => {
    const variances = [0.5, 0.3, 0.15, 0.05];
    const inputs = variances.map((_, i) => uniforms(`input ${i}`));
    const losses = new Float64Array(N);
    losses.forEach((_, draw) => {
      const log = inputs.reduce(
        (total, u, i) => total + Math.sqrt(variances[i]!) * normalQuantile(u[draw]!),
        0,
      );
      losses[draw] = Math.exp(log);
    });
    const share = rangeSharesRemoved(risingOrder(losses));
    variances.forEach((variance, i) => {
      // A bin leaves some of the input in it, most in the outer two: 0.02 for half of the variance. Noise: 4 x 0.003.
      const found = share(inputs[i]!);
      expect(Math.abs(found - (1 - Math.sqrt(1 - variance)))).toBeLessThan(0.012 + 0.04 * variance);
    });
  });
});

describe('the order-statistic interval', () => {
  it('covers the true P95 in 95 % of 2,000 samples of 400', () => {
    const { low, high } = percentileRanks(400, 0.95);
    let covered = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const sorted = new Float64Array(400);
      fillUniforms(sorted, SEED, `coverage ${sample}`, 0);
      sorted.sort();
      if (sorted[low - 1]! < 0.95 && sorted[high - 1]! > 0.95) covered++;
    }
    // Exact coverage for whole ranks, scipy 1.17.1 binom.cdf(high - 1) - binom.cdf(low - 1): 0.9619. 4 standard errors.
    expect(Math.abs(covered / 2000 - 0.9619)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 2000));
  });
});
