import { describe, expect, it } from 'vitest';
import { compoundDistribution, roundedSeverity } from '../support/closed-forms/panjer.ts';
import { countDistribution } from '../../src/core/insurance/frequency/count-distribution.ts';

const sumOf = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe('compoundDistribution', () => {
  it('Poisson of mean 2, losses 1 or 2 with chance 1/2, by hand', () => {
    // g0 = e^-2, g1 = g0, g2 = g0 (1/2 + 1), g3 = g0 (1/6 + 1), from the sums over the number of events.
    const total = compoundDistribution(countDistribution(2, 0), Float64Array.of(0, 0.5, 0.5), 4);
    [1, 1, 1.5, 7 / 6].forEach((times, s) => expect(total[s]! / Math.exp(-2)).toBeCloseTo(times, 14));
  });

  it('a loss of exactly one step gives the count back', () => {
    const poisson = compoundDistribution(countDistribution(3, 0), Float64Array.of(0, 1), 30);
    poisson.forEach((p, k) => {
      let expected = Math.exp(-3);
      for (let i = 1; i <= k; i++) expected *= 3 / i;
      expect(p).toBeCloseTo(expected, 15);
    });
  });

  it('losses that may be 0 thin the count: Poisson 5 with chance 0.4 is Poisson 2', () => {
    const thinned = compoundDistribution(countDistribution(5, 0), Float64Array.of(0.6, 0.4), 20);
    const poisson = compoundDistribution(countDistribution(2, 0), Float64Array.of(0, 1), 20);
    thinned.forEach((p, k) => expect(p).toBeCloseTo(poisson[k]!, 14));
    const contagion = compoundDistribution(countDistribution(5, 0.7), Float64Array.of(0.6, 0.4), 20);
    const negative = compoundDistribution(countDistribution(2, 0.7), Float64Array.of(0, 1), 20);
    contagion.forEach((p, k) => expect(p).toBeCloseTo(negative[k]!, 14));
  });

  // Quenouille (1949), "A relation between the logarithmic, Poisson, and negative binomial series", Biometrics 5(2),
  // 162-164: a Poisson number of logarithmic losses is negative binomial.
  it('Poisson of logarithmic losses is negative binomial', () => {
    const size = 1.5;
    const q = 0.6; // chance of the logarithmic and the negative-binomial series
    const severity = Float64Array.from({ length: 200 }, (_, k) =>
      k === 0 ? 0 : -(q ** k) / (k * Math.log1p(-q)),
    );
    const total = compoundDistribution(countDistribution(-size * Math.log1p(-q), 0), severity, 60);
    let expected = (1 - q) ** size;
    total.forEach((p, k) => {
      if (k > 0) expected *= (q * (size + k - 1)) / k;
      expect(p).toBeCloseTo(expected, 14);
    });
  });

  // Geometric number of exponential losses: with N of mean beta and losses of mean 1 the total has
  // P(S > x) = beta / (1 + beta) exp(-x / (1 + beta)); the moment generating function is 1 / (1 - beta (M - 1)), M = 1 / (1 - t).
  it('a geometric number of exponential losses has an exponential tail', () => {
    const beta = 1.5;
    const step = 0.01;
    const severity = roundedSeverity((x) => -Math.expm1(-x), step, 4_000);
    const total = compoundDistribution(countDistribution(beta, 1), severity, 1_501);
    for (const x of [0, 1, 5, 15]) {
      const cells = total.subarray(0, Math.round(x / step) + 1);
      // P(S <= x) with half of the mass of the cell around x.
      const upTo = sumOf(cells) - (x === 0 ? 0 : cells.at(-1)! / 2);
      const above = (beta / (1 + beta)) * Math.exp(-x / (1 + beta));
      // Without mass near 0 for the first cell; rounding to the grid costs the order of a step.
      expect(Math.abs(1 - upTo - above)).toBeLessThan(step / 2);
    }
  });

  // Compound Poisson with exponential losses of mean 1: density of S at x > 0 is
  // exp(-lambda - x) sqrt(lambda / x) I_1(2 sqrt(lambda x)), summed here term by term: each number n of events gives an Erlang.
  it('a Poisson number of exponential losses has the Bessel density', () => {
    const lambda = 2;
    const step = 0.005;
    const severity = roundedSeverity((x) => -Math.expm1(-x), step, 4_000);
    const total = compoundDistribution(countDistribution(lambda, 0), severity, 2_001);
    for (const x of [0.5, 2, 6, 10]) {
      let bessel = 0;
      let term = Math.sqrt(lambda * x);
      for (let k = 0; k < 60; k++) {
        bessel += term;
        term *= (lambda * x) / ((k + 1) * (k + 2));
      }
      const density = Math.exp(-lambda - x) * Math.sqrt(lambda / x) * bessel;
      expect(total[Math.round(x / step)]! / step / density).toBeCloseTo(1, 2);
    }
  });

  it('keeps the mean and the variance of the compound', () => {
    const severity = Float64Array.of(0.1, 0.2, 0.3, 0.4);
    const total = compoundDistribution(countDistribution(4, 0.5), severity, 400);
    const moment = (power: number, of: Float64Array) => of.reduce((m, p, k) => m + p * k ** power, 0);
    const mean = 4 * moment(1, severity);
    expect(sumOf(total)).toBeCloseTo(1, 12);
    expect(moment(1, total)).toBeCloseTo(mean, 10);
    expect(moment(2, total) - mean ** 2).toBeCloseTo(4 * moment(2, severity) + 0.5 * mean ** 2, 8);
  });

  it('says when a year without loss has no chance left', () => {
    const many = countDistribution(2_000, 0);
    expect(() => compoundDistribution(many, Float64Array.of(0, 1), 10)).toThrow('invariant');
  });
});

describe('roundedSeverity', () => {
  it('gives each point the mass of its cell, the last one the rest', () => {
    expect([...roundedSeverity((x) => Math.min(x / 4, 1), 1, 4)]).toEqual([0.125, 0.25, 0.25, 0.375]);
  });
});
