import { invariant } from '../../errors/invariant.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import { quantilesOf } from '../../statistics/quantiles.ts';
import type { ExceedanceCurve } from './exceedance-curve.ts';
import type { Interval } from './return-period-interval.ts';
import { yearsAbove } from './tail-value-at-risk.ts';

/** The ends of a 95 % interval of 400 resamples move by a few percent of its width. */
const MOST_RESAMPLES = 400;
/** The ends of one of 100 by twice that, of a width that so many years have made small. */
const FEWEST_RESAMPLES = 100;
/** Years drawn in all resamples: from 50,000 simulated years on there are fewer resamples. */
const MOST_YEARS_DRAWN = 2e7;

/**
 * 95 % intervals of the textbook TVaR (`tailValueAtRisk`) for too few simulated years: the years are drawn again with
 * replacement, 400 times (100 at the fewest, see `resamplesOf`), and each resample serves all return periods. Where N / RP is whole, the TVaR of Oasis
 * (`oasisTailValueAtRisk`) is the same number; elsewhere it is another one, close to it.
 *
 * Years count as independent: what differs between worlds is not in it. No resample has a worse year than the worst
 * simulated, so with few years above a return period the upper end is too low.
 *
 * @param returnPeriodsYears  RP, >= 1, in any order
 * @param seed  of the run
 * @param name  of the curve, such as `gross.aep`: two curves have streams of their own
 * @returns one for each return period; null when it is longer than the N years simulated
 * Source: Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13, percentile interval.
 * Evidence: published
 */
export function bootstrapTails(
  { descending }: ExceedanceCurve,
  returnPeriodsYears: readonly number[],
  seed: number,
  name: string,
): (Interval | null)[] {
  const years = descending.length;
  // Rising, so that one walk down the ranks meets them in turn.
  const above = returnPeriodsYears
    .filter((period) => period <= years)
    .map((period) => yearsAbove(years, period))
    .sort((one, other) => one - other);
  const resamples = resamplesOf(years);
  const tails = above.map(() => new Float64Array(resamples));
  const uniforms = new Float64Array(Math.min(CHUNK_DRAWS, years));
  const times = new Uint32Array(years);
  const chunks = Math.ceil(years / CHUNK_DRAWS);
  for (let resample = 0; above.length > 0 && resample < resamples; resample++) {
    times.fill(0);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const part = uniforms.subarray(0, Math.min(CHUNK_DRAWS, years - chunk * CHUNK_DRAWS));
      fillUniforms(part, seed, name, resample * chunks + chunk, 'bootstrap');
      // Rounded down, as an index is.
      for (let i = 0; i < part.length; i++) times[(part[i]! * years) >>> 0]! += 1;
    }
    fillTails(descending, times, above, tails, resample);
  }
  return returnPeriodsYears.map((period) => {
    if (period > years) return null;
    const [low, high] = quantilesOf(tails[above.indexOf(yearsAbove(years, period))]!, [0.025, 0.975]);
    return { low: low!, high: high! };
  });
}

/** 400 up to 50,000 years, 200 for 100,000, 100 from 200,000 on: what a long run costs stays bounded. */
export function resamplesOf(years: number): number {
  return Math.min(MOST_RESAMPLES, Math.max(FEWEST_RESAMPLES, Math.floor(MOST_YEARS_DRAWN / years)));
}

/**
 * Means of the worst years of one resample, in which the year of rank i from the top came `times[i]` times.
 *
 * @param above  [periods] how many years, in part, rising
 * @param tails  [periods][resamples]
 */
function fillTails(
  descending: Float64Array,
  times: Uint32Array,
  above: readonly number[],
  tails: readonly Float64Array[],
  resample: number,
): void {
  let rank = 0;
  let count = 0;
  let total = 0;
  above.forEach((wanted, period) => {
    while (count + times[rank]! < wanted) {
      count += times[rank]!;
      total += times[rank]! * descending[rank]!;
      rank += 1;
      invariant(rank < descending.length, 'a resample has fewer years than its tail');
    }
    tails[period]![resample] = (total + (wanted - count) * descending[rank]!) / wanted;
  });
}
