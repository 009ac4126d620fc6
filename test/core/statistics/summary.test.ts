import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/core/distribution/normal.ts';
import { isMeanStable } from '../../../src/core/statistics/mean-stability.ts';
import { summarise } from '../../../src/core/statistics/summary.ts';

describe('summarise', () => {
  const oneToThousand = Float64Array.from({ length: 1000 }, (_, index) => ((index * 7) % 1000) + 1);

  it('lists the quantiles .01 to .99 and .995, rising, and repeats the named ones', () => {
    const summary = summarise(oneToThousand, 'USD');
    const table = new Map(summary.quantiles.map(([p, value]) => [p, value]));
    expect(table.size).toBe(100);
    expect([summary.quantiles[0]![0], summary.quantiles[28]![0], summary.quantiles[99]![0]]).toEqual([
      0.01, 0.29, 0.995,
    ]);
    const { p5, p10, p25, p50, p75, p90, p95, unit } = summary;
    expect([p5, p10, p25, p50, p75, p90, p95]).toEqual(
      [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map((p) => table.get(p)),
    );
    const values = [...table.values()];
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(unit).toBe('USD');
  });

  it('has the exact mean and the textbook error of it', () => {
    const { mean, monteCarloStandardError } = summarise(oneToThousand, 'USD');
    expect(mean).toBe(500.5);
    // Variance of 1 to n with n - 1: n(n + 1)/12; divided by n: 1001/12. Some roundings of the square root.
    expect(Math.abs(monteCarloStandardError.mean / Math.sqrt(1001 / 12) - 1)).toBeLessThan(1e-14);
  });

  it('has the distribution-free error of percentiles: the draws of rank 936 and 964 for P95 of 1,000', () => {
    const { monteCarloStandardError } = summarise(oneToThousand, 'USD');
    expect(Math.abs(monteCarloStandardError.p95 - (964 - 936) / 2 / 1.959963984540054)).toBeLessThan(1e-14);
  });

  it('agrees with sqrt(p(1-p)/n) / density for lognormal(0, 1), n = 10,000', () => {
    // Asymptotic formula, scipy 1.17.1. Draws at the middles of 10,000 equal cells, so that no noise enters; ranks are
    // whole numbers near 1.96 x 21.8 (p5, p95) and 1.96 x 50, so 1/43 of rounding is allowed, and the bend of the tail.
    const draws = Float64Array.from({ length: 10_000 }, (_, i) =>
      Math.exp(normalQuantile((i + 0.5) / 10_000)),
    );
    const { p5, p50, p95 } = summarise(draws, '1').monteCarloStandardError;
    expect(Math.abs(p5 / 0.00407931443 - 1)).toBeLessThan(0.03);
    expect(Math.abs(p50 / 0.01253314137 - 1)).toBeLessThan(0.03);
    expect(Math.abs(p95 / 0.1094684299 - 1)).toBeLessThan(0.03);
  });

  it.each([
    ['one draw', [42]],
    ['a constant', Array<number>(500).fill(42)],
  ])('of %s is that value without error', (_name, values) => {
    const summary = summarise(Float64Array.from(values), 'USD');
    expect(new Set(summary.quantiles.map(([, value]) => value))).toEqual(new Set([42]));
    expect(summary).toMatchObject({ p5: 42, p50: 42, p95: 42, mean: 42, meanStable: true });
    expect(summary.monteCarloStandardError).toEqual({ p5: 0, p50: 0, p95: 0, mean: 0 });
  });

  it('of zeros is zero', () => {
    const summary = summarise(new Float64Array(200), 'USD');
    expect(summary).toMatchObject({ p5: 0, p95: 0, mean: 0, meanStable: true });
  });

  it('leaves the draws as they were, and stops without any', () => {
    const draws = Float64Array.of(3, 1, 2);
    summarise(draws, 'USD');
    expect([...draws]).toEqual([3, 1, 2]);
    expect(() => summarise(new Float64Array(0), 'USD')).toThrow('invariant');
  });
});

describe('isMeanStable', () => {
  /** 1,000 sorted draws: 990 of 1 and the top 1 % of `top`. */
  const withTop = (top: number) => Float64Array.from({ length: 1000 }, (_, i) => (i < 990 ? 1 : top));

  it('turns when the top 1 % carries over half', () => {
    expect(isMeanStable(withTop(99))).toBe(true); // 990 of 1,980: exactly half
    expect(isMeanStable(withTop(99.1))).toBe(false);
  });

  it('takes a part of the largest draw when there are fewer than 100', () => {
    const oneHuge = (n: number) => Float64Array.from({ length: n }, (_, i) => (i < n - 1 ? 1 : 1e9));
    expect(isMeanStable(oneHuge(90))).toBe(false);
    // Half of a draw carries half of the total at most: 50 draws cannot tell.
    expect(isMeanStable(oneHuge(50))).toBe(true);
    expect(isMeanStable(Float64Array.of(1))).toBe(true);
  });

  it('is true where there is no total', () => {
    expect(isMeanStable(new Float64Array(200))).toBe(true);
    expect(isMeanStable(Float64Array.of(-5, 1))).toBe(true);
  });
});
