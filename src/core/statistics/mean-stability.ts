import { sum } from './sum.ts';

const TOP_SHARE = 0.01;
const LARGEST_TOP_CONTRIBUTION = 0.5;

/**
 * Whether a mean says something about the bulk of the draws: false when the top 1 % of them carries over half of the
 * total. With fewer than 100 draws, the largest one counts for n / 100 of a draw.
 *
 * @param sorted  [n], n at least 1, in rising order
 * @param total  their sum, for callers that have it; with 0 or less there is no such share: true
 */
export function isMeanStable(sorted: Float64Array, total = sum(sorted)): boolean {
  const n = sorted.length;
  if (total <= 0) return true;
  const topCount = n * TOP_SHARE;
  const whole = Math.floor(topCount);
  const next = sorted[n - 1 - whole]!;
  const top = sum(sorted.subarray(n - whole)) + (topCount - whole) * next;
  return top <= LARGEST_TOP_CONTRIBUTION * total;
}
