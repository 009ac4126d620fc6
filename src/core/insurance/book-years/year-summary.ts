import { annualLoss } from '../curves/average-annual-loss.ts';
import type { YearSummary } from './book-years-result.ts';

/**
 * Mean and spread of simulated years, structural factor as it is and divided by its mean.
 *
 * @param asItIs  [worlds × years] US dollars
 * @param neutral  the same years, mean-neutral
 */
export function yearSummary(asItIs: Float64Array, neutral: Float64Array, worlds: number): YearSummary {
  const loss = annualLoss(neutral, worlds);
  return {
    averageAnnualLossUsd: {
      factorMedianOne: annualLoss(asItIs, worlds).averageAnnualLoss,
      meanNeutral: loss.averageAnnualLoss,
    },
    standardDeviationUsd: loss.standardDeviation,
    standardErrorUsd: { process: loss.processStandardError, parameter: loss.parameterStandardError ?? 0 },
  };
}
