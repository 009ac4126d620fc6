import { mean } from 'simple-statistics';
import { sortedQuantile } from '../statistics/quantiles.ts';
import { crpsOfDraws } from './crps.ts';
import { ALPHA_90, intervalScore } from './interval-score.ts';

/** Scores that reward a range for being narrow and for holding, log10; lower is better. */
export interface Sharpness {
  /** [worlds] */
  readonly crps: readonly number[];
  /** [worlds] */
  readonly intervalScore90: readonly number[];
  /** Mean over worlds. */
  readonly meanCrps: number;
  readonly meanIntervalScore90: number;
}

/**
 * Scores ranges made narrower or wider around their median, to show that the honest width is the best one.
 *
 * @param ranges  [worlds][draws] in rising order, US dollars, above 0
 * @param truths  [worlds], US dollars, above 0
 * @param width  factor on the spread of log10: 1 as it is, 0.7 too narrow, 1.5 too wide
 */
export function sharpnessOf(
  ranges: readonly Float64Array[],
  truths: readonly number[],
  width: number,
): Sharpness {
  const crps: number[] = [];
  const intervalScore90: number[] = [];
  ranges.forEach((range, k) => {
    const logs = range.map(Math.log10);
    const middle = sortedQuantile(logs, 0.5);
    const scaled = logs.map((log) => middle + width * (log - middle));
    const truth = Math.log10(truths[k]!);
    crps.push(crpsOfDraws(scaled, truth));
    const low = sortedQuantile(scaled, ALPHA_90 / 2);
    const high = sortedQuantile(scaled, 1 - ALPHA_90 / 2);
    intervalScore90.push(intervalScore(low, high, truth, ALPHA_90));
  });
  return { crps, intervalScore90, meanCrps: mean(crps), meanIntervalScore90: mean(intervalScore90) };
}
