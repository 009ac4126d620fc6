import { csvText } from '../csv-text.ts';

/** What a row that is not used says, as `readPortfolio` gives it. */
export interface Rejected {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly { readonly column: string; readonly value: string; readonly reason: string }[];
}

/** Header of the file of refused rows: what is wrong, then the columns of the portfolio. */
export function rejectsHeader(columns: readonly string[]): string {
  return csvText(['line', 'column', 'value', 'reason', ...columns].map(inertName), []);
}

/** One line for each thing that is wrong, with the row as it was. Safe to open in a spreadsheet. */
export function rejectsCsv(rows: readonly Rejected[]): string {
  const lines = rows.flatMap(({ line, cells, problems }) =>
    problems.map(({ column, value, reason }) => [line, column, value, reason, ...cells]),
  );
  return csvText([], lines).replace(/^\n/, '');
}

/** A header of someone else's file could start with a formula, too. */
const inertName = (name: string): string => (/^[\s"']*[=+\-@]/.test(name) ? `'${name}` : name);
