export interface UniformShape {
  readonly kind: 'uniform';
  readonly low: number;
  /** Above `low`. */
  readonly high: number;
}

/**
 * Quantile of the uniform distribution on [low, high].
 *
 * Formula: low + p (high - low)
 *
 * @param p  probability, 0 to 1
 */
export function uniformQuantile(shape: UniformShape, p: number): number {
  return shape.low + p * (shape.high - shape.low);
}
