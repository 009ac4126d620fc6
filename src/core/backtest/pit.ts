import { sampleVariance } from 'simple-statistics';

/**
 * Probability integral transform: where a figure lies among the draws. Uniform over many events when ranges are honest.
 *
 *   PIT = (#{x < y} + U (#{x = y} + 1)) / (m + 1)
 *
 * Ties, as at a ceiling, count by half instead of by chance, so that a back-test needs no draws of its own; a uniform U
 * makes the PIT of honest ranges exactly uniform. The result is never 0 or 1. A figure published as a range is placed by its central value.
 *
 * @param sorted  [m], in rising order
 * @param observed  y, in the same unit
 * @param uniform  U, inside (0, 1)
 * @returns inside (0, 1)
 * Source: Gneiting, Balabdaoui and Raftery (2007), J. R. Statist. Soc. B 69, section 3.1,
 * https://doi.org/10.1111/j.1467-9868.2007.00587.x
 */
export function pitOf(sorted: Float64Array, observed: number, uniform = 0.5): number {
  let below = 0;
  while (below < sorted.length && sorted[below]! < observed) below++;
  let equal = 0;
  while (below + equal < sorted.length && sorted[below + equal]! === observed) equal++;
  return (below + uniform * (equal + 1)) / (sorted.length + 1);
}

/**
 * 12 x variance of PIT values (divisor n - 1): 1 when uniform, above 1 for ranges too narrow, below 1 for ranges too
 * wide. It does not see a bias that shifts them all. 0 for fewer than two, which have no variance.
 *
 * @param pits  each inside (0, 1)
 */
export function pitVarianceTimes12(pits: readonly number[]): number {
  return pits.length < 2 ? 0 : 12 * sampleVariance([...pits]);
}
