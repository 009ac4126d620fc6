export interface TriangularShape {
  readonly kind: 'triangular';
  readonly low: number;
  readonly high: number;
  /** Probability below the mode, 0 to 1. */
  readonly modeProbability: number;
  /** (high - low)(mode - low) and (high - low)(high - mode). */
  readonly lowProduct: number;
  readonly highProduct: number;
}

/**
 * Triangular distribution on [low, high].
 *
 * @param low  at most `mode`, below `high`
 * @param mode  at most `high`; it may equal either end
 */
export function triangular(low: number, mode: number, high: number): TriangularShape {
  const width = high - low;
  return {
    kind: 'triangular',
    low,
    high,
    modeProbability: (mode - low) / width,
    lowProduct: width * (mode - low),
    highProduct: width * (high - mode),
  };
}

/**
 * Quantile of the triangular distribution.
 *
 * Formula: low + sqrt(p (high - low)(mode - low)) up to the mode, high - sqrt((1 - p)(high - low)(high - mode)) above
 *
 * @param p  probability, 0 to 1
 */
export function triangularQuantile(shape: TriangularShape, p: number): number {
  return p < shape.modeProbability
    ? shape.low + Math.sqrt(p * shape.lowProduct)
    : shape.high - Math.sqrt((1 - p) * shape.highProduct);
}
