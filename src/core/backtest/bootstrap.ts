import { fillUniforms } from '../random/stream.ts';
import { quantilesOf } from '../statistics/quantiles.ts';
import { byFamily } from './family-weights.ts';

/** Resamples: the ends of a 90 % interval then move by about 2 % of its width from seed to seed. */
export const RESAMPLES = 2000;

const STREAM = 'backtest/families';

/**
 * 90 % intervals of statistics by resampling whole families: as many families as there are, drawn with replacement,
 * each with all its rows. What they leave open is which outages happened to be on record, nothing else.
 *
 * @param rows  at least one
 * @param statistics  functions of resampled rows, which are never empty, by name
 * @param seed  integer, 0 to 2^53-1; the same seed draws the same families
 * @returns the 5 % and 95 % points (type 7) over 2,000 resamples, by name
 * Source: Efron and Tibshirani (1993), "An Introduction to the Bootstrap", section 13.3 (percentile interval); whole
 * groups as units: Davison and Hinkley (1997), "Bootstrap Methods and their Application", section 3.8
 */
export function familyBootstrap<Row extends { readonly family: string }, Name extends string>(
  rows: readonly Row[],
  statistics: Readonly<Record<Name, (resampled: readonly Row[]) => number>>,
  seed: number,
): Readonly<Record<Name, readonly [number, number]>> {
  const families = [...byFamily(rows).values()];
  const names = Object.keys(statistics) as Name[];
  const values = names.map(() => new Float64Array(RESAMPLES));
  const uniforms = new Float64Array(families.length);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    fillUniforms(uniforms, seed, STREAM, resample, 'bootstrap');
    const drawn = Array.from(uniforms, (u) => families[Math.floor(u * families.length)]!).flat();
    names.forEach((name, n) => (values[n]![resample] = statistics[name](drawn)));
  }
  const intervals = names.map((name, n) => {
    const [low, high] = quantilesOf(values[n]!, [0.05, 0.95]);
    return [name, [low!, high!] as const] as const;
  });
  return Object.fromEntries(intervals) as Record<Name, readonly [number, number]>;
}
