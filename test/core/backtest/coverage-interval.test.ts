import { describe, expect, it } from 'vitest';
import { coverageInterval } from '../../../src/core/backtest/coverage-interval.ts';

/** P(X <= k) of a binomial, by summing. */
function cumulative(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

describe('exact binomial interval', () => {
  // Clopper and Pearson by R: binom.test(18, 20)$conf.int gives 0.6830173 and 0.9876515.
  it('is that of R for 18 of 20', () => {
    const [low, high] = coverageInterval(18, 20);
    expect(low).toBeCloseTo(0.6830173, 6);
    expect(high).toBeCloseTo(0.9876515, 6);
  });

  it.each([
    [1, 26],
    [13, 26],
    [24, 26],
  ])('%i of %i: each end leaves 2.5 percent', (hits, events) => {
    const [low, high] = coverageInterval(hits, events);
    // The beta quantile is good to 1e-8.
    expect(1 - cumulative(hits - 1, events, low)).toBeCloseTo(0.025, 6);
    expect(cumulative(hits, events, high)).toBeCloseTo(0.025, 6);
  });

  it('ends at 0 and 1', () => {
    expect(coverageInterval(0, 5)[0]).toBe(0);
    const [low, high] = coverageInterval(26, 26);
    expect(high).toBe(1);
    // All of n: low = .025^(1/n).
    expect(low).toBeCloseTo(0.025 ** (1 / 26), 8);
  });

  it('refuses more hits than events', () => {
    expect(() => coverageInterval(3, 2)).toThrow('3 of 2');
  });
});
