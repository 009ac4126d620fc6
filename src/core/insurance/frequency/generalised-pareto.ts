/** Excess over a threshold: the usual form of long tails. */
export interface GeneralisedPareto {
  readonly kind: 'generalised-pareto';
  /** Every outage is longer than this, hours, >= 0. */
  readonly thresholdHours: number;
  /** > 0; the mean excess is scale / (1 - shape). */
  readonly scaleHours: number;
  /** Below 1, or there is no mean; 0 is exponential, > 0 heavy-tailed. */
  readonly shape: number;
}

/** Below this |shape| the exponential form is exact to the last digits. */
const EXPONENTIAL = 1e-12;

/**
 * -ln S of an excess y: ln(1 + shape y / scale) / shape, y / scale for shape 0; Infinity beyond the end of a
 * distribution with negative shape.
 */
function hazard({ scaleHours, shape }: GeneralisedPareto, excess: number): number {
  const z = excess / scaleHours;
  if (Math.abs(shape) < EXPONENTIAL) return z;
  return shape * z <= -1 ? Infinity : Math.log1p(shape * z) / shape;
}

/**
 * Chance that an outage is longer: S(u) = (1 + shape (u - threshold) / scale)^(-1 / shape), 1 up to the threshold.
 *
 * Source: Coles (2001), "An Introduction to Statistical Modeling of Extreme Values", equation 4.2. Evidence: published
 */
export function paretoSurvival(law: GeneralisedPareto, hours: number): number {
  return Math.exp(-hazard(law, Math.max(hours - law.thresholdHours, 0)));
}

/** Length, hours, that a share `tail` of outages exceeds; tail inside (0, 1]. */
export function paretoLength({ thresholdHours, scaleHours, shape }: GeneralisedPareto, tail: number): number {
  const t = -Math.log(tail);
  const excess = Math.abs(shape) < EXPONENTIAL ? t : Math.expm1(shape * t) / shape;
  return thresholdHours + scaleHours * excess;
}

/**
 * Mean of min(length, hours), hours.
 *
 * Formula, with t = -ln S(hours): threshold + scale (1 - exp(-(1 - shape) t)) / (1 - shape); hours up to the threshold
 * Evidence: derived, the integral of S
 */
export function paretoLimited(law: GeneralisedPareto, hours: number): number {
  if (hours <= law.thresholdHours) return hours;
  const t = hazard(law, hours - law.thresholdHours);
  const rest = 1 - law.shape;
  return law.thresholdHours + (law.scaleHours * -Math.expm1(-rest * t)) / rest;
}
