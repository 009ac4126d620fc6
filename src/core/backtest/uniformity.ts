import { normalCdf } from '../distribution/normal.ts';
import { invariant } from '../errors/invariant.ts';

/**
 * Chance of counts at least this uneven when the values are uniform: Pearson's chi-square over equal bins.
 *
 * @param values  inside [0, 1)
 * @param bins  an even number of them, so that the degrees of freedom (bins - 1) are odd; 5 values or more expected in each
 * @returns p, 0 to 1: small speaks against uniform
 */
export function chiSquareUniform(values: readonly number[], bins = 20): number {
  invariant(bins % 2 === 0 && values.length >= 5 * bins, `${values.length} values in ${bins} bins`);
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    invariant(value >= 0 && value < 1, `${value} is not inside [0, 1)`);
    counts[Math.floor(value * bins)]!++;
  }
  const expected = values.length / bins;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquareAbove(statistic, bins - 1);
}

/**
 * Probability that a chi-square variable exceeds x, odd degrees of freedom; closed form:
 *
 *   Q = 2 Phi(-sqrt x) + 2 phi(sqrt x) · sum over j = 1 .. (df - 1)/2 of x^(j - 1/2) / (1 · 3 · … · (2j - 1))
 *
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.4.4
 * @example chiSquareAbove(30.1435, 19) // 0.05
 */
export function chiSquareAbove(x: number, degrees: number): number {
  invariant(degrees % 2 === 1, `${degrees} degrees of freedom are not odd`);
  const root = Math.sqrt(x);
  let term = root;
  let sum = 0;
  for (let j = 1; 2 * j < degrees; j++) {
    sum += term;
    term *= x / (2 * j + 1);
  }
  return Math.min(1, 2 * normalCdf(-root) + Math.sqrt(2 / Math.PI) * Math.exp(-x / 2) * sum);
}

/**
 * Chance of a distance at least this large between the values and the uniform distribution: Kolmogorov and Smirnov.
 *
 * @param values  inside [0, 1], 5 or more
 * @returns p, 0 to 1: small speaks against uniform; within about 1e-3 of exact from 5 values on
 * Source: Stephens (1970), "Use of the Kolmogorov-Smirnov, Cramer-von Mises and related statistics without extensive
 * tables", Journal of the Royal Statistical Society B 32(1), for sqrt(n) + 0.12 + 0.11 / sqrt(n)
 */
export function kolmogorovSmirnovUniform(values: readonly number[]): number {
  const n = values.length;
  invariant(n >= 5, `${n} values are too few`);
  const sorted = Float64Array.from(values).sort();
  let distance = 0;
  sorted.forEach((value, i) => {
    distance = Math.max(distance, value - i / n, (i + 1) / n - value);
  });
  return kolmogorovAbove((Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance);
}

/**
 * Probability that Kolmogorov's limiting distance exceeds x. Two series, each used where three terms give 1e-12.
 *
 * @example kolmogorovAbove(1.6276) // 0.01
 */
export function kolmogorovAbove(x: number): number {
  if (x <= 0) return 1;
  const odd = [1, 3, 5];
  if (x < 1.18) {
    const step = -((Math.PI / x) ** 2) / 8;
    return 1 - (Math.sqrt(2 * Math.PI) / x) * odd.reduce((sum, k) => sum + Math.exp(k * k * step), 0);
  }
  return 2 * [1, 2, 3].reduce((sum, k) => sum + (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x), 0);
}

/**
 * Chance of a mean at least this far from 1/2 when the values are uniform, from the normal approximation.
 *
 * @param values  inside [0, 1], 12 or more
 */
export function meanUniform(values: readonly number[]): number {
  invariant(values.length >= 12, `${values.length} values are too few`);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return 2 * normalCdf(-Math.abs(mean - 0.5) * Math.sqrt(12 * values.length));
}
