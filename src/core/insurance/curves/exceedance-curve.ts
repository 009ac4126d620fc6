import { invariant } from '../../errors/invariant.ts';
import { sortedCopy } from '../../statistics/quantiles.ts';

/** Losses of simulated years from the largest down; with the year's largest events it is an OEP, with its sums an AEP. */
export interface ExceedanceCurve {
  /** [years] >= 0, falling; years without loss stay in. */
  readonly descending: Float64Array;
}

/** @param yearly  [years] loss of each year, money, >= 0, in any order */
export function exceedanceCurve(yearly: Float64Array): ExceedanceCurve {
  const descending = sortedCopy(yearly).reverse();
  invariant(descending.at(-1)! >= 0, 'a year has a negative loss');
  return { descending };
}

/**
 * Loss at a return period, by the rule of Oasis: rank i = ceil(N / RP) has the return period N / i; between the
 * ranks i and i - 1 the loss is linear in the return period.
 *
 * @param returnPeriodYears  RP, >= 1; the loss is exceeded with a chance of 1 / RP a year
 * @returns money; null when RP is longer than the N years simulated
 * Source: Oasis Loss Modelling Framework, ktools, `leccalc`.
 * Evidence: published
 * @example five years 100, 80, 50, 20, 0 at RP 2: i = 3, N/i = 1.667 and 2.5 around it, 50 + 30 x 0.4 = 62
 */
export function lossAtReturnPeriod(curve: ExceedanceCurve, returnPeriodYears: number): number | null {
  const years = curve.descending.length;
  if (returnPeriodYears > years) return null;
  const rank = oasisRank(years, returnPeriodYears);
  const loss = curve.descending[rank - 1]!;
  const period = years / rank;
  if (rank === 1 || period >= returnPeriodYears) return loss;
  const nextPeriod = years / (rank - 1);
  const nextLoss = curve.descending[rank - 2]!;
  return loss + ((nextLoss - loss) * (returnPeriodYears - period)) / (nextPeriod - period);
}

/** Rank from the top, 1 to N, at or just below a return period: ceil(N / RP). */
export function oasisRank(years: number, returnPeriodYears: number): number {
  invariant(returnPeriodYears >= 1 && returnPeriodYears <= years, `return period ${returnPeriodYears}`);
  return Math.ceil(years / returnPeriodYears);
}
