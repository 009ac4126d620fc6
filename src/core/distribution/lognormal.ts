export interface LognormalShape {
  readonly kind: 'lognormal';
  /** Mean and standard deviation (> 0) of the natural logarithm. */
  readonly mu: number;
  readonly sigma: number;
}

/**
 * The lognormal with two points given, equally far from its median in probability.
 *
 * Formula: mu = (ln low + ln high) / 2, sigma = (ln high - ln low) / (2 z)
 *
 * @param low  > 0
 * @param high  > low
 * @param z  standard normal score of `high`: `Z_95` when the two are P5 and P95, `Z_90` for P10 and P90
 */
export function lognormalFromInterval(low: number, high: number, z: number): LognormalShape {
  const logLow = Math.log(low);
  const logHigh = Math.log(high);
  return { kind: 'lognormal', mu: (logLow + logHigh) / 2, sigma: (logHigh - logLow) / (2 * z) };
}

/**
 * The lognormal with a given median and geometric standard deviation.
 *
 * Formula: mu = ln median, sigma = ln gsd
 *
 * @param median  > 0
 * @param gsd  > 1; two thirds of the mass lie between median / gsd and median x gsd
 */
export function lognormalFromMedian(median: number, gsd: number): LognormalShape {
  return { kind: 'lognormal', mu: Math.log(median), sigma: Math.log(gsd) };
}
