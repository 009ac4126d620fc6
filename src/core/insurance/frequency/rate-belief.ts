import { gammaQuantile } from '../../distribution/gamma.ts';
import { invariant } from '../../errors/invariant.ts';

/** What was seen: so many events in so many years. */
export interface EventCount {
  /** k, whole, >= 0 */
  readonly events: number;
  /** T, > 0; region-years when regions are pooled */
  readonly years: number;
}

/**
 * Events a year at a level of belief after a count. Prior: Jeffreys' for a Poisson rate, density 1 / sqrt(rate), so the
 * belief is a gamma distribution of shape k + 1/2 and mean (k + 1/2) / T.
 *
 * @param u  level, inside (0, 1); a uniform number draws a rate
 * @returns events a year
 * Source: Jeffreys (1961), "Theory of Probability", 3rd edition, section 3.10. Evidence: published
 * @example 3 events in 15 years: 0.072 at 5 %, 0.469 at 95 %
 */
export function rateAt({ events, years }: EventCount, u: number): number {
  invariant(events >= 0 && years > 0, `${events} events in ${years} years`);
  return gammaQuantile(u, events + 0.5) / years;
}

/**
 * Exact 90 % confidence interval of a Poisson rate, to print beside a count. It has no prior: its ends are quantiles
 * of two gamma distributions, of shape k (prior 1 / rate) below and k + 1 (flat prior) above, so it is wider than what
 * any one prior gives.
 *
 * @returns events a year
 * Source: Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442. Evidence: published
 * @example 3 events in 15 years: 0.055 to 0.52
 */
export function exactRateInterval({ events, years }: EventCount): {
  readonly low: number;
  readonly high: number;
} {
  return {
    low: events === 0 ? 0 : gammaQuantile(0.05, events) / years,
    high: gammaQuantile(0.95, events + 1) / years,
  };
}
