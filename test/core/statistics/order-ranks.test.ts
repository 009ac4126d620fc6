import { describe, expect, it } from 'vitest';
import { percentileRanks } from '../../../src/core/statistics/order-ranks.ts';

describe('percentileRanks', () => {
  // scipy 1.17.1: binom.ppf(.025, n, p) and binom.ppf(.975, n, p) + 1, kept within 1 to n.
  it.each([
    [1000, 0.95, 936, 964],
    [10_000, 0.996, 9947, 9973],
    [1000, 0.05, 37, 65],
    [1000, 0.5, 469, 532],
    [100, 0.05, 1, 11],
    [100, 0.95, 90, 100],
    [10, 0.5, 2, 9],
    [2, 0.5, 1, 2],
    [1, 0.5, 1, 1],
    [1, 0.95, 1, 1],
    [20, 0.995, 19, 20],
    [10_000_000, 0.05, 498650, 501352],
    [10_000_000, 0.5, 4996901, 5003100],
  ])('of %d draws at %d', (n, p, low, high) => {
    expect(percentileRanks(n, p)).toEqual({ low, high });
  });
});
