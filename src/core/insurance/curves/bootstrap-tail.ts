import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import { quantilesOf } from '../../statistics/quantiles.ts';
import type { ExceedanceCurve } from './exceedance-curve.ts';
import type { Interval } from './return-period-interval.ts';
import { yearsAbove } from './tail-value-at-risk.ts';

/** Resamples: the ends of a 95 % interval of 400 move by a few percent of its width. */
const RESAMPLES = 400;

/**
 * 95 % interval of the textbook TVaR for too few simulated years: the years are drawn again with replacement, 400 times.
 *
 * @param returnPeriodYears  RP, >= 1
 * @param seed  of the run
 * @param name  of the curve, such as `gross.aep`: two curves have streams of their own
 * Source: Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13, percentile interval.
 * Evidence: published
 */
export function bootstrapTail(
  { descending }: ExceedanceCurve,
  returnPeriodYears: number,
  seed: number,
  name: string,
): Interval {
  const years = descending.length;
  const above = yearsAbove(years, returnPeriodYears);
  const uniforms = new Float64Array(Math.min(CHUNK_DRAWS, years));
  const times = new Uint32Array(years);
  const tails = new Float64Array(RESAMPLES);
  const chunks = Math.ceil(years / CHUNK_DRAWS);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times.fill(0);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const part = uniforms.subarray(0, Math.min(CHUNK_DRAWS, years - chunk * CHUNK_DRAWS));
      fillUniforms(part, seed, name, resample * chunks + chunk, 'bootstrap');
      for (const u of part) times[Math.floor(u * years)]! += 1;
    }
    tails[resample] = tailOf(descending, times, above);
  }
  const [low, high] = quantilesOf(tails, [0.025, 0.975]);
  return { low: low!, high: high! };
}

/** Mean of the worst `above` years when year i, from the top, came `times[i]` times. */
function tailOf(descending: Float64Array, times: Uint32Array, above: number): number {
  let left = above;
  let total = 0;
  for (let rank = 0; left > 0 && rank < descending.length; rank++) {
    const taken = Math.min(left, times[rank]!);
    total += taken * descending[rank]!;
    left -= taken;
  }
  return total / above;
}
