import type { ExceedanceRow } from '../../core/insurance/book-years/book-years-result.ts';
import { grouped } from '../amounts.ts';
import { signsOf } from '../range-picture.ts';

/** Columns of the largest bound. */
const WIDTH = 56;

/**
 * The curve of a year's sum (AEP) as lines of text, one a return period: a bar to the lower end of its interval, a thin line
 * to the upper end, a mark at the loss. Empty when no year loses anything.
 */
export function curvePicture(rows: readonly ExceedanceRow[], unicode: boolean): readonly string[] {
  const points = rows.flatMap(({ returnPeriodYears, aggregate }) =>
    aggregate === null ? [] : [{ returnPeriodYears, ...aggregate }],
  );
  const largest = Math.max(0, ...points.map(({ high }) => high));
  if (largest === 0) return [];
  const signs = signsOf(unicode);
  const column = (usd: number): number => Math.round((usd / largest) * WIDTH);
  const names = points.map(({ returnPeriodYears }) => grouped(returnPeriodYears));
  const room = Math.max(...names.map((name) => name.length));
  return points.map(({ lossUsd, low, high }, row) => {
    const [from, at, to] = [column(low), column(lossUsd), column(high)];
    const line = signs.middleHalf.repeat(from) + signs.eightInTen.repeat(Math.max(0, to - from));
    const place = Math.max(0, at - 1);
    return `${names[row]!.padStart(room)} ${line.slice(0, place)}${signs.mark}${line.slice(place + 1)}`;
  });
}
