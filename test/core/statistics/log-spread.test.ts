import { describe, expect, it } from 'vitest';
import { log10StandardDeviation } from '../../../src/core/statistics/log-spread.ts';

describe('log10StandardDeviation', () => {
  it('counts powers of ten', () => {
    // Logarithms 1, 2, 3: sd 1. Math.log10 of powers of ten is exact to the last bit or two.
    expect(Math.abs(log10StandardDeviation(Float64Array.of(10, 1000, 100)) - 1)).toBeLessThan(1e-15);
  });

  it('does not change with the unit', () => {
    const draws = Float64Array.of(3, 8, 2, 60, 7);
    const thousands = draws.map((draw) => draw * 1000);
    expect(Math.abs(log10StandardDeviation(draws) - log10StandardDeviation(thousands))).toBeLessThan(1e-14);
  });

  it('leaves out draws without a logarithm', () => {
    expect(log10StandardDeviation(Float64Array.of(0, 10, -3, 1000))).toBe(
      log10StandardDeviation(Float64Array.of(10, 1000)),
    );
  });

  it.each([[[]], [[5]], [[0, 0, 0]], [[0, 5]], [[4, 4, 4]]])('is 0 for %j', (values) => {
    expect(log10StandardDeviation(Float64Array.from(values))).toBe(0);
  });
});
