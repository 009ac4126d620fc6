import type { LossSummary } from '../result.ts';
import { isMeanStable } from './mean-stability.ts';
import { meanStandardError, percentileStandardError } from './monte-carlo-error.ts';
import { requireFinite, sortedCopy, sortedQuantile } from './quantiles.ts';
import { sum } from './sum.ts';
import { giveBack } from '../memory/lent-arrays.ts';

/** .01 to .99 in hundredths, and .995. */
const PROBABILITIES: readonly number[] = [
  ...Array.from({ length: 99 }, (_, index) => (index + 1) / 100),
  0.995,
];

/**
 * Everything that a result says about one set of draws.
 *
 * @param draws  [n], n at least 1, all finite; not changed
 * @param unit  of the draws, copied to the summary
 * @param rising  the same draws in rising order, for callers that have them
 */
export function summarise(draws: Float64Array, unit: string, rising?: Float64Array): LossSummary {
  const sorted = rising ?? sortedCopy(draws);
  requireFinite(sorted);
  const total = sum(draws);
  const mean = total / draws.length;
  const summary = {
    unit,
    p5: sortedQuantile(sorted, 0.05),
    p10: sortedQuantile(sorted, 0.1),
    p25: sortedQuantile(sorted, 0.25),
    p50: sortedQuantile(sorted, 0.5),
    p75: sortedQuantile(sorted, 0.75),
    p90: sortedQuantile(sorted, 0.9),
    p95: sortedQuantile(sorted, 0.95),
    quantiles: PROBABILITIES.map((p) => [p, sortedQuantile(sorted, p)] as const),
    mean,
    meanStable: isMeanStable(sorted, total),
    monteCarloStandardError: {
      p5: percentileStandardError(sorted, 0.05),
      p50: percentileStandardError(sorted, 0.5),
      p95: percentileStandardError(sorted, 0.95),
      mean: meanStandardError(draws, mean),
    },
  };
  if (rising === undefined) giveBack(sorted);
  return summary;
}
