import jStat from 'jstat';
import { invariant } from '../errors/invariant.ts';
import { octaveTable, type TableShape } from './octave-table.ts';

export interface BetaParameters {
  /** Shape parameters, > 0. */
  readonly alpha: number;
  readonly beta: number;
}

/** Shapes outside this range are refused: below, the density is a spike at an end; above, jstat loses its digits. */
export const BETA_SHAPE_RANGE = { min: 0.001, max: 100_000 } as const;

/**
 * Quantile of the beta distribution on [0, 1], from jstat. Relative error, measured at p from 2^-25 to 1/2:
 * below 1e-8 for shapes 1 to 500, 2e-8 down to 0.19, 1.2e-7 down to 0.05. Slow: about a microsecond, for building tables only.
 *
 * @param p  probability, 0 to 1/2; above, use 1 - betaQuantile(1 - p, beta, alpha), which keeps the digits
 */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  const x = jStat.beta.inv(p, alpha, beta);
  invariant(x >= 0 && x <= 1, `beta(${alpha}, ${beta}) has quantile ${x} at ${p}`);
  return x;
}

/**
 * Shape parameters of a beta distribution with given mean and standard deviation.
 *
 * Formula: alpha + beta = mean (1 - mean) / sd^2 - 1, alpha = mean (alpha + beta)
 *
 * @param mean  inside (0, 1)
 * @param sd  > 0, with sd^2 < mean (1 - mean)
 */
export function betaFromMoments(mean: number, sd: number): BetaParameters {
  const total = (mean * (1 - mean)) / (sd * sd) - 1;
  return { alpha: mean * total, beta: (1 - mean) * total };
}

/** Tables kept, 25 kB each: those of the models and of a few scenarios. */
const MOST_TABLES = 256;
const tables = new Map<string, TableShape>();

/**
 * Quantile table of a beta distribution stretched to [low, high]. Making one takes milliseconds and depends on nothing
 * else, and the parameters of the models come back in every estimate, so tables are kept.
 */
export function betaTable({ alpha, beta }: BetaParameters, low: number, high: number): TableShape {
  const key = [alpha, beta, low, high].join(' ');
  const known = tables.get(key);
  if (known !== undefined) return known;
  const width = high - low;
  const table = octaveTable(
    (p) => low + width * betaQuantile(p, alpha, beta),
    (tail) => high - width * betaQuantile(tail, beta, alpha),
  );
  const [oldest] = tables.keys();
  if (oldest !== undefined && tables.size >= MOST_TABLES) tables.delete(oldest);
  tables.set(key, table);
  return table;
}
