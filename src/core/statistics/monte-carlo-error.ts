import { normalQuantile } from '../distribution/normal.ts';
import { percentileRanks } from './order-ranks.ts';
import { sum } from './sum.ts';

const Z_975 = normalQuantile(0.975);

/**
 * Monte Carlo standard error of a percentile: half of its 95 % order-statistic interval over 1.96. No density is
 * needed. 0 for a single draw, which says nothing about its own error.
 *
 * @param sorted  [n], n at least 1, in rising order
 * @param p  probability, inside (0, 1)
 */
export function percentileStandardError(sorted: Float64Array, p: number): number {
  const { low, high } = percentileRanks(sorted.length, p);
  return (sorted[high - 1]! - sorted[low - 1]!) / 2 / Z_975;
}

/**
 * Monte Carlo standard error of a mean: sd / sqrt(n), sd with n - 1. 0 for a single draw.
 *
 * @param mean  of the draws, for callers that have it
 */
export function meanStandardError(draws: Float64Array, mean = sum(draws) / draws.length): number {
  const n = draws.length;
  if (n < 2) return 0;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (draws[i]! - mean) * (draws[i]! - mean);
  return Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
}
