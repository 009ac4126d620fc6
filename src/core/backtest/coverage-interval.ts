import { betaQuantile } from '../distribution/beta.ts';
import { invariant } from '../errors/invariant.ts';

/** Probability left out on each side of a 95 % interval. */
const TAIL = 0.025;

/**
 * True shares with which a count of hits is consistent: the exact (Clopper-Pearson) 95 % interval of a binomial share.
 *
 *   low = B(.025; k, n - k + 1),  high = B(.975; k + 1, n - k),  B the beta quantile; 0 and 1 at the ends
 *
 * Exact for independent events; past outages of one family are not, so it is the narrowest that can be claimed.
 *
 * @param hits  k, 0 to n
 * @param events  n, at least 1
 * @returns shares, 0 to 1
 * Source: Clopper and Pearson (1934), Biometrika 26(4), https://doi.org/10.1093/biomet/26.4.404
 * @example coverageInterval(18, 20) // [0.683, 0.988]
 */
export function coverageInterval(hits: number, events: number): readonly [number, number] {
  invariant(Number.isInteger(hits) && hits >= 0 && hits <= events && events > 0, `${hits} of ${events}`);
  const misses = events - hits;
  return [
    hits === 0 ? 0 : betaQuantile(TAIL, hits, misses + 1),
    // Of the mirrored distribution, whose lower tail keeps its digits.
    misses === 0 ? 1 : 1 - betaQuantile(TAIL, misses, hits + 1),
  ];
}
