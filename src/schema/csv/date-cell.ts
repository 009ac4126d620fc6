import { refuse, textOf, type Row } from './row.ts';

/** Start of a day in UTC, ms since the epoch; null when blank or refused. */
export function dateOf<Column extends string>(row: Row<Column>, column: NoInfer<Column>): number | null {
  const text = textOf(row, column);
  if (text === '') return null;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // 30 February would become 2 March.
  if (new Date(date).getUTCDate() === Number(text.slice(8))) return date;
  refuse(row, column, 'is no date; write year-month-day, 2025-10-20');
  return null;
}
