import { normalCdf } from '../distribution/normal.ts';
import { invariant } from '../errors/invariant.ts';

/**
 * Continuous ranked probability score of equally likely draws: distance between what was foreseen and what came, in the
 * unit of the draws; lower is better, 0 only when every draw hits.
 *
 *   CRPS = mean |x_i - y| - 1/2 mean |x_i - x_j|;  second term = sum over ranks i of (2 i - m - 1) x_(i) / m^2
 *
 * @param sorted  [m], m at least 1, in rising order; here log10 of US dollars
 * @param observed  y, in the same unit
 * @returns at least 0
 * Source: Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and estimation", JASA 102,
 * equation 21, https://doi.org/10.1198/016214506000001437
 */
export function crpsOfDraws(sorted: Float64Array, observed: number): number {
  const m = sorted.length;
  invariant(m > 0, 'CRPS of no draws');
  let miss = 0;
  let spread = 0;
  for (let i = 0; i < m; i++) {
    miss += Math.abs(sorted[i]! - observed);
    // Ranks count from 1.
    spread += (2 * (i + 1) - m - 1) * sorted[i]!;
  }
  // Rounding can leave a hair below 0.
  return Math.max(0, miss / m - spread / (m * m));
}

const INVERSE_SQRT_PI = 1 / Math.sqrt(Math.PI);
const INVERSE_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/**
 * CRPS of a normal distribution, closed form:  sd (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)),  z = (y - mean) / sd.
 * A lognormal loss is a normal on log10. Without spread it is the absolute error.
 *
 * @param sd  at least 0, in the unit of `mean` and `observed`
 * Source: Gneiting, Raftery, Westveld and Goldman (2005), Monthly Weather Review 133, equation 5,
 * https://doi.org/10.1175/MWR2904.1
 */
export function crpsOfNormal(mean: number, sd: number, observed: number): number {
  if (sd === 0) return Math.abs(observed - mean);
  const z = (observed - mean) / sd;
  const density = INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * z * z);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - INVERSE_SQRT_PI);
}
