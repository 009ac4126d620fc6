import { normalCdf, normalQuantile } from '../../distribution/normal.ts';

/** Lengths whose logarithm is normal. */
export interface LognormalLength {
  readonly kind: 'lognormal';
  /** > 0 */
  readonly medianHours: number;
  /** Standard deviation of the natural logarithm, > 0. */
  readonly sigma: number;
}

/** Standard score of a length, hours, > 0. */
function score({ medianHours, sigma }: LognormalLength, hours: number): number {
  return Math.log(hours / medianHours) / sigma;
}

/** Chance that an outage is longer: S(u) = Phi(-ln(u / median) / sigma). */
export function lognormalSurvival(law: LognormalLength, hours: number): number {
  return hours <= 0 ? 1 : normalCdf(-score(law, hours));
}

/** Length, hours, that a share `tail` of outages exceeds; tail inside (0, 1). */
export function lognormalLength({ medianHours, sigma }: LognormalLength, tail: number): number {
  return medianHours * Math.exp(-sigma * normalQuantile(tail));
}

/**
 * Mean of min(length, hours), hours.
 *
 * Formula: median exp(sigma^2 / 2) Phi(z - sigma) + hours Phi(-z), z = ln(hours / median) / sigma
 * Source: Klugman, Panjer, Willmot, "Loss Models", appendix A, lognormal, E[X ^ x]. Evidence: published
 */
export function lognormalLimited(law: LognormalLength, hours: number): number {
  if (hours <= 0) return 0;
  const z = score(law, hours);
  const mean = law.medianHours * Math.exp(law.sigma ** 2 / 2);
  return mean * normalCdf(z - law.sigma) + hours * normalCdf(-z);
}
