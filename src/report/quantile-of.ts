import type { LossSummary } from '../core/result.ts';

/**
 * Amount at a probability, read off the stored quantiles: between two of them on a log scale where both are
 * positive, since losses span decades, and on a straight line otherwise.
 *
 * @param probability inside the stored range (.01 to .995); outside, the nearest stored quantile is returned
 */
export function quantileOf(loss: LossSummary, probability: number): number {
  const points = loss.quantiles;
  const upper = points.findIndex(([p]) => p >= probability);
  const above = points[upper === -1 ? points.length - 1 : upper];
  if (above === undefined) return loss.p50;
  const below = points[upper - 1];
  if (below === undefined || upper === -1) return above[1];
  const share = (probability - below[0]) / (above[0] - below[0]);
  return between(below[1], above[1], share);
}

/** Chance that the loss is above `amount`, 0-1, read off the stored quantiles; 0 or 1 beyond them. */
export function chanceAbove(loss: LossSummary, amount: number): number {
  const points = loss.quantiles;
  const first = points[0];
  if (first === undefined || amount < first[1]) return 1;
  const upper = points.findIndex(([, value]) => value > amount);
  if (upper === -1) return 0;
  const above = points[upper];
  const below = points[upper - 1];
  if (above === undefined || below === undefined) return 1;
  const share =
    below[1] > 0
      ? Math.log(amount / below[1]) / Math.log(above[1] / below[1])
      : (amount - below[1]) / (above[1] - below[1]);
  return 1 - (below[0] + share * (above[0] - below[0]));
}

function between(low: number, high: number, share: number): number {
  if (low > 0 && high > 0) return low * Math.pow(high / low, share);
  return low + share * (high - low);
}
