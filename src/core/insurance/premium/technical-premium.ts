import { ImpactError } from '../../errors/impact-error.ts';

/** What a premium pays for; money per year, shares of the premium 0–1. */
export interface PremiumParts {
  /** Mean loss a year. */
  readonly averageAnnualLoss: number;
  /** Cost of handling claims, as a share of losses, >= 0. */
  readonly lossAdjustmentShare: number;
  /** Ceded premium less expected recoveries less commission on it; 0 when the mean loss is already net. */
  readonly netReinsuranceCost: number;
  readonly riskLoad: number;
  readonly fixedExpense: number;
  readonly commissionShare: number;
  readonly premiumTaxShare: number;
  readonly variableExpenseShare: number;
  /** 0 with a cost-of-capital load, which already pays for capital. */
  readonly profitShare: number;
}

/**
 * Premium that pays losses, their handling, reinsurance, risk and expenses.
 *
 * Formula: (AAL (1 + LAE) + net cost of reinsurance + risk load + fixed expense) / (1 - commission - tax - variable expense - profit)
 *
 * @returns money per year
 * @throws ImpactError PARAMETER_OUT_OF_RANGE when the shares leave nothing of the premium for losses
 * Source: Werner and Modlin (2016), "Basic Ratemaking", 5th edition, chapters 7 and 8. Evidence: published
 * @example AAL 100k, LAE 10 %, load 30k, shares 35 %: 140k / 0.65 = 215.4k
 */
export function technicalPremium(parts: PremiumParts): number {
  const { commissionShare, premiumTaxShare, variableExpenseShare, profitShare } = parts;
  const shares = commissionShare + premiumTaxShare + variableExpenseShare + profitShare;
  if (shares >= 1) {
    throw new ImpactError('PARAMETER_OUT_OF_RANGE', {
      path: 'premium',
      message: `commission, premium tax, variable expense and profit take ${shares} of the premium; they must leave some of it`,
      hint: 'write 0.2 for 20 percent, and make the four sum to less than 1',
    });
  }
  const losses = parts.averageAnnualLoss * (1 + parts.lossAdjustmentShare);
  return (losses + parts.netReinsuranceCost + parts.riskLoad + parts.fixedExpense) / (1 - shares);
}

/**
 * Premium for each unit of limit, a share.
 *
 * @param limit  money, >= 0; null is unlimited
 * @returns null where there is no limit to share it by
 */
export function rateOnLine(premium: number, limit: number | null): number | null {
  return limit === null || limit === 0 ? null : premium / limit;
}
