import type { ParameterBook } from '../../impact/parameter-book.ts';
import { annualLoss } from '../curves/average-annual-loss.ts';
import { exceedanceCurve } from '../curves/exceedance-curve.ts';
import { tailValueAtRisk } from '../curves/tail-value-at-risk.ts';
import { riskLoad } from '../premium/risk-load.ts';
import { technicalPremium } from '../premium/technical-premium.ts';
import type { PremiumParts } from '../premium/technical-premium.ts';
import type { Risk } from './risk.ts';

/** Loads and expenses, as the parameters have them. */
export interface PricingBasis extends Omit<PremiumParts, 'averageAnnualLoss' | 'riskLoad'> {
  readonly load: Risk['load'];
  readonly standardDeviationMultiple: number;
  readonly costOfCapitalShare: number;
  readonly tailReturnPeriodYears: number;
}

/** Takes `pricing.*` from the book; what the chosen load does not need is left out. */
export function pricingBasis(load: Risk['load'], book: ParameterBook): PricingBasis {
  const read = (name: string): number => book.number(`pricing.${name}`);
  const byDeviation = load === 'standard-deviation';
  return {
    load,
    standardDeviationMultiple: byDeviation ? read('standardDeviationMultiple') : 0,
    costOfCapitalShare: byDeviation ? 0 : read('costOfCapitalShare'),
    tailReturnPeriodYears: byDeviation ? 1 : read('tailReturnPeriodYears'),
    lossAdjustmentShare: read('lossAdjustmentShare'),
    netReinsuranceCost: 0,
    fixedExpense: read('fixedExpenseUsd'),
    commissionShare: read('commissionShare'),
    premiumTaxShare: read('premiumTaxShare'),
    variableExpenseShare: read('variableExpenseShare'),
    profitShare: byDeviation ? read('profitShare') : 0,
  };
}

/** Premium of simulated years with what it is made of, US dollars a year. */
export interface YearsPremium {
  readonly parts: PremiumParts;
  readonly standardDeviation: number;
  readonly technicalPremium: number;
}

/** @param yearly  [years] gross loss, US dollars; two years at least */
export function premiumOfYears(yearly: Float64Array, basis: PricingBasis): YearsPremium {
  const { averageAnnualLoss, standardDeviation } = annualLoss(yearly, 1);
  const load = riskLoad(
    basis.load === 'standard-deviation'
      ? { kind: basis.load, multiple: basis.standardDeviationMultiple, standardDeviation }
      : {
          kind: basis.load,
          rate: basis.costOfCapitalShare,
          tailValueAtRisk: tailValueAtRisk(exceedanceCurve(yearly), basis.tailReturnPeriodYears),
          averageAnnualLoss,
        },
  );
  const parts = { ...basis, averageAnnualLoss, riskLoad: load };
  return { parts, standardDeviation, technicalPremium: technicalPremium(parts) };
}
