/** ln 9, the logit of 0.9. */
const LOGIT_90 = 2.1972245773362196;

/**
 * Largest |a3| / a2 with a rising quantile function: 1 / max over y of (y - 1/2) + y (1 - y) ln(y / (1 - y)).
 * The maximum, at y = 0.91678, was computed with 40 digits; Keelin prints 1.66711.
 */
const LARGEST_SKEW = 1.6671131192019294;

/** Three-term metalog: a distribution through P10, P50 and P90, with an end on neither side, one side or both. */
export interface MetalogShape {
  readonly kind: 'metalog';
  /** Coefficients of the quantile function in the transformed value; `a2` > 0. */
  readonly a1: number;
  readonly a2: number;
  readonly a3: number;
  /** Ends; -Infinity and Infinity where there is none. */
  readonly lower: number;
  readonly upper: number;
}

export interface MetalogPoints {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The metalog through three points.
 *
 * Formula, with z the value, ln(value - lower), -ln(upper - value) or ln((value - lower) / (upper - value)):
 * z(p) = a1 + (a2 + a3 (p - 1/2)) ln(p / (1 - p)); a1 = z50, a2 = (z90 - z10) / (2 ln 9),
 * a3 = (z90 + z10 - 2 z50) / (0.8 ln 9)
 *
 * @param points  lower < p10 < p50 < p90 < upper, and p50 inside `feasibleMedians(points)`
 * Source: Keelin (2016), "The Metalog Distributions", Decision Analysis 13(4), section 4 (SPT metalogs),
 * https://doi.org/10.1287/deca.2016.0338
 */
export function metalog(points: MetalogPoints): MetalogShape {
  const { lower, upper } = points;
  const z10 = toReal(points.p10, lower, upper);
  const z50 = toReal(points.p50, lower, upper);
  const z90 = toReal(points.p90, lower, upper);
  const a2 = (z90 - z10) / (2 * LOGIT_90);
  const a3 = (z90 + z10 - 2 * z50) / (0.8 * LOGIT_90);
  return { kind: 'metalog', a1: z50, a2, a3, lower, upper };
}

/**
 * Open range of medians for which a three-term metalog with these P10, P90 and ends exists: |a3| / a2 < 1.66711.
 *
 * @param points  `p50` is not used
 * @returns [low, high] in the unit of the points
 */
export function feasibleMedians(points: Omit<MetalogPoints, 'p50'>): readonly [number, number] {
  const { lower, upper } = points;
  const z10 = toReal(points.p10, lower, upper);
  const z90 = toReal(points.p90, lower, upper);
  // a3 / a2 = 5 (1 - 2 share) / 2, where share = (z50 - z10) / (z90 - z10).
  const smallestShare = 0.5 - 0.2 * LARGEST_SKEW;
  const margin = smallestShare * (z90 - z10);
  return [fromReal(z10 + margin, lower, upper), fromReal(z90 - margin, lower, upper)];
}

/**
 * Quantile of a metalog.
 *
 * @param p  probability, 0 to 1; at 0 and 1 the ends, -Infinity or Infinity where there is none
 */
export function metalogQuantile(shape: MetalogShape, p: number): number {
  const z = shape.a1 + (shape.a2 + shape.a3 * (p - 0.5)) * Math.log(p / (1 - p));
  return fromReal(z, shape.lower, shape.upper);
}

function toReal(value: number, lower: number, upper: number): number {
  if (lower === -Infinity) return upper === Infinity ? value : -Math.log(upper - value);
  return upper === Infinity ? Math.log(value - lower) : Math.log((value - lower) / (upper - value));
}

function fromReal(z: number, lower: number, upper: number): number {
  if (lower === -Infinity) return upper === Infinity ? z : upper - Math.exp(-z);
  if (upper === Infinity) return lower + Math.exp(z);
  // The smaller share is computed from the nearer end, so that neither end loses digits and none overflows.
  return z < 0
    ? lower + (upper - lower) * (Math.exp(z) / (1 + Math.exp(z)))
    : upper - (upper - lower) * (Math.exp(-z) / (1 + Math.exp(-z)));
}
