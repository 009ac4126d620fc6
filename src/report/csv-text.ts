import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** A cell that a spreadsheet could run: a formula character first, also behind blanks or quotes, in either width. */
const formula = /^[\s"']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/**
 * Rows as CSV with a header. No cell starts with a character that a spreadsheet takes for a formula; amounts to
 * subtract are therefore written without a sign and named so in another column.
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify([header, ...rows.map((row) => row.map(inert))], { escape_formulas: true });
}

function inert(value: CsvCell): string {
  const text = value === null ? '' : String(value);
  return formula.test(text) ? `'${text}` : text;
}
