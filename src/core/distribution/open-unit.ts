/**
 * Smallest and largest probability at which draws are made. Uniforms go from 2^-53, and a cut may shrink them a little;
 * only probabilities that were rounded to 0 or 1, as correlated inputs may hand over, are moved.
 */
export const SMALLEST_PROBABILITY = 2 ** -60;
export const LARGEST_PROBABILITY = 1 - 2 ** -53;

/** A probability moved inside (0, 1), where every quantile is finite. */
export function openUnit(p: number): number {
  return Math.min(LARGEST_PROBABILITY, Math.max(SMALLEST_PROBABILITY, p));
}
