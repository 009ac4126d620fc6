import { eventIdOf } from '../../../core/insurance/book-years/event-table.ts';
import type { WorldYears } from '../../../core/insurance/years/run-world.ts';
import { MS_PER_HOUR } from '../../../core/units/time.ts';
import { csvText, type CsvCell } from '../../csv-text.ts';
import { money } from './ord-tables.ts';

const HEADER = [
  ...['Period', 'PeriodWeight', 'EventId', 'Year', 'Month', 'Day', 'Hour', 'Minute'],
  ...['SummaryId', 'SampleId', 'Loss', 'ImpactedExposure'],
];

/** Header of the sample period loss table (SPLT). */
export const spltHeader = `${HEADER.join(',')}\n`;

/**
 * Rows of the sample period loss table for the years of one world: one for each outage that costs the book something. The
 * period is the simulated year, and stands for the calendar year, too.
 *
 * @param byEvent  [events] loss of the whole book, US dollars
 * @param yearStartMs  1 January of the calendar that all years have
 */
export function spltRows(
  { world, starts, source, allRegions, startHour, cells }: WorldYears,
  byEvent: Float64Array,
  { yearStartMs, years }: { readonly yearStartMs: number; readonly years: number },
): string {
  const perWorld = starts.length - 1;
  const rows: CsvCell[][] = [];
  for (let year = 0; year < perWorld; year++) {
    for (let event = starts[year]!; event < starts[year + 1]!; event++) {
      if (byEvent[event] === 0) continue;
      const period = world * perWorld + year + 1;
      const at = new Date(yearStartMs + startHour[event]! * MS_PER_HOUR);
      const struck = cells.reduce((sum, { struckIncome }) => sum + struckIncome[event]!, 0);
      rows.push([
        ...[period, 1 / years, eventIdOf(source[event]!, allRegions[event]!)],
        ...[period, at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()],
        ...[1, 1, money(byEvent[event]!), money(struck)],
      ]);
    }
  }
  return rows.length === 0 ? '' : csvText(HEADER, rows).slice(spltHeader.length);
}
