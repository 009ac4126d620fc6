import { invariant } from '../../../src/core/errors/invariant.ts';
import type { CountDistribution } from '../../../src/core/insurance/frequency/count-distribution.ts';

/**
 * Exact distribution of a year's total on a grid, when the number of events is Poisson or negative binomial and
 * losses are independent: the cross-check of the simulator.
 *
 * Formula (Panjer recursion): g_0 = P(f_0), P the generating function of the count;
 * g_s = 1 / (1 - a f_0) x sum over j = 1..s of (a + b j / s) f_j g_(s-j)
 *
 * @param count  member of the (a, b, 0) class
 * @param severity  [m] f_j: chance that one event loses j grid steps; sums to 1 or, cut off, a little less
 * @param length  number of grid points wanted, >= 1
 * @returns [length] chance that the year loses s grid steps
 * Source: Panjer (1981), "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12(1), 22-26,
 * https://doi.org/10.1017/S0515036100006796. Evidence: published
 */
export function compoundDistribution(
  count: CountDistribution,
  severity: Float64Array,
  length: number,
): Float64Array {
  const { a, b } = count;
  const f0 = severity[0]!;
  const total = new Float64Array(length);
  total[0] = count.generatingFunction(f0);
  invariant(total[0] > 0, 'so many events that no year without loss has a chance in double precision');
  for (let s = 1; s < length; s++) {
    let value = 0;
    const last = Math.min(s, severity.length - 1);
    for (let j = 1; j <= last; j++) value += (a + (b * j) / s) * severity[j]! * total[s - j]!;
    total[s] = value / (1 - a * f0);
  }
  return total;
}

/**
 * A loss distribution on a grid, each mass at its nearest point.
 *
 * Formula: f_0 = F(h/2), f_j = F(jh + h/2) - F(jh - h/2); the mass above the last cell goes to the last point
 *
 * @param distribution  F, loss -> probability up to it
 * @param step  h, money, > 0
 * @param length  number of points, >= 2
 * Source: Klugman, Panjer, Willmot, "Loss Models", constructing arithmetic distributions, method of rounding. Evidence: published
 */
export function roundedSeverity(
  distribution: (loss: number) => number,
  step: number,
  length: number,
): Float64Array {
  const severity = new Float64Array(length);
  let below = 0;
  for (let j = 0; j < length; j++) {
    const upTo = j === length - 1 ? 1 : distribution((j + 0.5) * step);
    severity[j] = upTo - below;
    below = upTo;
  }
  return severity;
}
