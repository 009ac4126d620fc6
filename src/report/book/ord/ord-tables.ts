import { annualLoss } from '../../../core/insurance/curves/average-annual-loss.ts';
import { exceedanceCurve, lossAtReturnPeriod } from '../../../core/insurance/curves/exceedance-curve.ts';
import { oasisTailValueAtRisk } from '../../../core/insurance/curves/tail-value-at-risk.ts';
import type { YearLosses } from '../../../core/insurance/curves/year-losses.ts';
import type {
  CatalogueEvent,
  EventMoments,
  Summary,
  SummarySet,
} from '../../../core/insurance/book-years/event-table.ts';
import { RETURN_PERIODS } from '../../../core/insurance/book-years/exceedance-rows.ts';
import { csvText, type CsvCell } from '../../csv-text.ts';

/**
 * Tables of the Open Results Data standard, in the columns that the engine of Oasis writes.
 * Source: https://github.com/OasisLMF/ODS_OpenResultsData. Evidence: published
 */

/** Losses are sampled, not worked out from a mean. */
const SAMPLED = 2;
/** Full uncertainty: years with everything uncertain drawn. */
const FULL_UNCERTAINTY = 2;
/** OEP, its TVaR, AEP, its TVaR. */
const CURVES = { occurrence: 1, occurrenceTail: 2, aggregate: 3, aggregateTail: 4 };

/** US dollars to the cent. */
export const money = (usd: number): number => Math.round(usd * 100) / 100;

/** What an EventId stands for. */
export function eventsCsv(events: readonly CatalogueEvent[]): string {
  return csvText(
    ['EventId', 'EventDescription', 'EventRate'],
    events.map(({ id, provider, region, serviceClass, allRegions, rate }) => [
      ...[id, `${provider} ${allRegions ? 'all regions' : region} ${serviceClass}`, rate],
    ]),
  );
}

/** What a SummaryId stands for; the exposure is the annual income of the insureds. */
export function summaryInfoCsv(set: SummarySet, summaries: readonly Summary[]): string {
  const column = { book: '_not_set_', sector: 'Sector', provider: 'CloudVendor' }[set];
  return csvText(
    ['summary_id', column, 'tiv'],
    summaries.map(({ id, name, incomeUsd }) => [id, name === '' ? 'All-Risks' : name, money(incomeUsd)]),
  );
}

/** Moment event loss table (MELT). */
export function meltCsv(moments: readonly EventMoments[]): string {
  const header = [
    ...['EventId', 'SummaryId', 'SampleType', 'EventRate', 'ChanceOfLoss', 'MeanLoss', 'SDLoss', 'MaxLoss'],
    ...['FootprintExposure', 'MeanImpactedExposure', 'MaxImpactedExposure'],
  ];
  const rows = moments.toSorted((a, b) => a.eventId - b.eventId || a.summaryId - b.summaryId);
  return csvText(
    header,
    rows.map((row) => [
      ...[row.eventId, row.summaryId, SAMPLED, row.rate, row.chanceOfLoss],
      ...[row.mean, row.standardDeviation, row.largest].map(money),
      ...[row.footprintIncome, row.meanStruckIncome, row.largestStruckIncome].map(money),
    ]),
  );
}

/** Average loss table (ALT). @param years  [summaries] */
export function paltCsv(years: readonly YearLosses[]): string {
  return csvText(
    ['SummaryId', 'SampleType', 'MeanLoss', 'SDLoss'],
    years.map(({ total }, s) => {
      const { averageAnnualLoss, standardDeviation } = annualLoss(total, 1);
      return [s + 1, SAMPLED, money(averageAnnualLoss), money(standardDeviation)];
    }),
  );
}

/** Exceedance probability table (EPT). @param years  [summaries] */
export function eptCsv(years: readonly YearLosses[]): string {
  return csvText(
    ['SummaryId', 'EPCalc', 'EPType', 'ReturnPeriod', 'Loss'],
    years.flatMap(({ largest, total }, s) => [
      ...curveRows(s + 1, largest, CURVES.occurrence, CURVES.occurrenceTail),
      ...curveRows(s + 1, total, CURVES.aggregate, CURVES.aggregateTail),
    ]),
  );
}

function curveRows(summary: number, yearly: Float64Array, type: number, tailType: number): CsvCell[][] {
  const curve = exceedanceCurve(yearly);
  const periods = RETURN_PERIODS.filter((period) => period <= yearly.length).toReversed();
  const rows = (epType: number, lossAt: (period: number) => number | null): CsvCell[][] =>
    periods.map((period) => [summary, FULL_UNCERTAINTY, epType, period, money(lossAt(period)!)]);
  return [
    ...rows(type, (period) => lossAtReturnPeriod(curve, period)),
    ...rows(tailType, (period) => oasisTailValueAtRisk(curve, period)),
  ];
}
