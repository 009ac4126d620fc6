import { invariant } from '../errors/invariant.ts';

/** Share of outcomes that a 90 % range leaves outside. */
export const ALPHA_90 = 0.1;

/**
 * Interval score of a central range: its width, plus 2 / alpha times the distance by which it missed. Rewards ranges
 * that are narrow and hold; lower is better.
 *
 *   IS = (u - l) + 2/alpha (l - y)+ + 2/alpha (y - u)+
 *
 * @param low  l, the alpha/2 quantile, in the unit of `observed`; here log10 of US dollars
 * @param high  u, the 1 - alpha/2 quantile, at least `low`
 * @param alpha  share left outside, inside (0, 1)
 * Source: Gneiting and Raftery (2007), JASA 102, equation 43, https://doi.org/10.1198/016214506000001437
 * @example intervalScore(1, 2, 2.5, 0.1) // 1 + 20 x 0.5 = 11
 */
export function intervalScore(low: number, high: number, observed: number, alpha: number): number {
  invariant(low <= high && alpha > 0 && alpha < 1, `interval score of ${low} to ${high} at ${alpha}`);
  return high - low + (2 / alpha) * (Math.max(0, low - observed) + Math.max(0, observed - high));
}
