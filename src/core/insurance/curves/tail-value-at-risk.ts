import { invariant } from '../../errors/invariant.ts';
import { sum } from '../../statistics/sum.ts';
import { lossAtReturnPeriod, oasisRank } from './exceedance-curve.ts';
import type { ExceedanceCurve } from './exceedance-curve.ts';

/**
 * Mean loss of the tail with the loss at the return period itself as its last member: the convention of Oasis.
 *
 * Formula: (v_1 + ... + v_(i-1) + loss at RP) / i, i = ceil(N / RP). On the year's largest events it is a property of
 * the OEP, and no measure of capital.
 *
 * @param returnPeriodYears  RP, >= 1
 * @returns money; null when RP is longer than the N years simulated
 * Source: Oasis Loss Modelling Framework, ktools, `leccalc`. Evidence: published
 */
export function oasisTailValueAtRisk(curve: ExceedanceCurve, returnPeriodYears: number): number | null {
  const last = lossAtReturnPeriod(curve, returnPeriodYears);
  if (last === null) return null;
  const rank = oasisRank(curve.descending.length, returnPeriodYears);
  return (sum(curve.descending.subarray(0, rank - 1)) + last) / rank;
}

/**
 * Tail value at risk as textbooks define it (expected shortfall): the mean of the worst N / RP years, the last of
 * them in part.
 *
 * Formula: TVaR = 1/(1-p) x integral of VaR_u du from p to 1, p = 1 - 1/RP
 *
 * @param returnPeriodYears  1 / (1 - p), >= 1
 * @returns money
 * Source: McNeil, Frey, Embrechts (2015), "Quantitative Risk Management", 2nd edition, definition 2.12.
 * Evidence: published
 */
export function tailValueAtRisk({ descending }: ExceedanceCurve, returnPeriodYears: number): number {
  const above = yearsAbove(descending.length, returnPeriodYears);
  const whole = Math.floor(above);
  const part = above - whole;
  const next = part === 0 ? 0 : descending[whole]!;
  return (sum(descending.subarray(0, whole)) + part * next) / above;
}

/** Number of years above a return period, in part: N / RP. */
export function yearsAbove(years: number, returnPeriodYears: number): number {
  invariant(returnPeriodYears >= 1, `return period ${returnPeriodYears}`);
  return years / returnPeriodYears;
}
