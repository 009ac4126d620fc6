import { bootstrapTails } from '../curves/bootstrap-tail.ts';
import { exceedanceCurve, lossAtReturnPeriod } from '../curves/exceedance-curve.ts';
import type { ExceedanceCurve } from '../curves/exceedance-curve.ts';
import { returnPeriodInterval } from '../curves/return-period-interval.ts';
import { oasisTailValueAtRisk } from '../curves/tail-value-at-risk.ts';
import type { Interval } from '../curves/return-period-interval.ts';
import type { YearLosses } from '../curves/year-losses.ts';
import type { ExceedancePoint, ExceedanceRow } from './book-years-result.ts';

export const RETURN_PERIODS = [2, 5, 10, 20, 50, 100, 200, 250, 500, 1000] as const;

/**
 * Both curves of simulated years at the usual return periods.
 *
 * @param years  largest and summed loss of each year, US dollars
 * @param premiumUsd  what losses are compared with; null when it is not known
 * @param seed  of the run
 * @param perspective  names the streams of the intervals of the tail
 */
export function exceedanceRows(
  { largest, total }: YearLosses,
  premiumUsd: number | null,
  seed: number,
  perspective: 'gross' | 'net',
): ExceedanceRow[] {
  const [occurrence, aggregate] = [exceedanceCurve(largest), exceedanceCurve(total)];
  const occurrenceTails = bootstrapTails(occurrence, RETURN_PERIODS, seed, `${perspective}.oep`);
  const aggregateTails = bootstrapTails(aggregate, RETURN_PERIODS, seed, `${perspective}.aep`);
  return RETURN_PERIODS.map((returnPeriodYears, row) => ({
    returnPeriodYears,
    yearsBehind: Math.floor(total.length / returnPeriodYears),
    occurrence: pointAt(occurrence, returnPeriodYears, occurrenceTails[row]!, premiumUsd),
    aggregate: pointAt(aggregate, returnPeriodYears, aggregateTails[row]!, premiumUsd),
  }));
}

function pointAt(
  curve: ExceedanceCurve,
  returnPeriodYears: number,
  tail: Interval | null,
  premiumUsd: number | null,
): ExceedancePoint | null {
  const lossUsd = lossAtReturnPeriod(curve, returnPeriodYears);
  if (lossUsd === null || tail === null) return null;
  return {
    lossUsd,
    ...returnPeriodInterval(curve, returnPeriodYears)!,
    tailValueAtRiskUsd: oasisTailValueAtRisk(curve, returnPeriodYears)!,
    tailLow: tail.low,
    tailHigh: tail.high,
    ofPremiumShare: premiumUsd === null ? null : lossUsd / premiumUsd,
  };
}
