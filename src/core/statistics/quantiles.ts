import { quantileSorted } from 'simple-statistics';
import { invariant } from '../errors/invariant.ts';
import { asNumbers } from './as-numbers.ts';
import { risingOrder } from './rising-order.ts';
import { giveBack } from '../memory/lent-arrays.ts';

/**
 * A sorted copy of draws, in rising order.
 *
 * @param draws  [n], n at least 1, all finite
 */
export function sortedCopy(draws: Float64Array): Float64Array {
  const { order, sorted } = risingOrder(draws);
  giveBack(order);
  requireFinite(sorted);
  return sorted;
}

/** Refuses no draws, or draws that are not finite. What is not finite comes to one of the ends: two looks check them all. */
export function requireFinite(sorted: Float64Array): void {
  invariant(
    Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1)),
    'quantiles of no draws, or of draws that are not finite',
  );
}

/**
 * Quantile of type 7: linear between the draws of rank 1 + (n - 1) p.
 *
 * @param sorted  [n], n at least 1, in rising order
 * @param p  probability, 0 to 1
 * Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50(4),
 * definition 7, https://doi.org/10.1080/00031305.1996.10473566; computed by simple-statistics
 */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  return quantileSorted(asNumbers(sorted), p);
}

/**
 * Quantiles of type 7 of unsorted draws; one sort serves all.
 *
 * @param draws  [n], n at least 1, all finite; not changed
 * @param ps  probabilities, 0 to 1
 * @returns one quantile for each probability, in the same order
 */
export function quantilesOf(draws: Float64Array, ps: readonly number[]): number[] {
  const sorted = sortedCopy(draws);
  const quantiles = ps.map((p) => sortedQuantile(sorted, p));
  giveBack(sorted);
  return quantiles;
}
