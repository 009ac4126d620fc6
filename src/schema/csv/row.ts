import { quoted } from '../issue.ts';

/** What is wrong with one cell of a file. */
export interface RowProblem {
  /** Empty when the row as a whole is wrong. */
  readonly column: string;
  /** Shortened. */
  readonly value: string;
  /** What is wrong, and what to write instead. */
  readonly reason: string;
}

export interface CsvHeader<Column extends string> {
  /** As in the file. */
  readonly names: readonly string[];
  /** Place of each column that is read; absent ones have none. */
  readonly places: Readonly<Partial<Record<Column, number>>>;
}

/** One row while it is read; what is wrong is collected, so that its author sees all of it at once. */
export interface Row<Column extends string> {
  readonly header: CsvHeader<Column>;
  readonly cells: readonly string[];
  readonly problems: RowProblem[];
}

/** Text of a cell without blanks around it; empty when the column is absent. */
export function textOf<Column extends string>(
  { header, cells }: Row<Column>,
  column: NoInfer<Column>,
): string {
  const place = header.places[column];
  return place === undefined ? '' : trimmed(cells[place]!);
}

/** ASCII blanks only: others are mistakes to be shown. */
function trimmed(text: string): string {
  if (text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32) return text;
  return text.replace(/^ +| +$/g, '');
}

export function refuse<Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  reason: string,
): void {
  row.problems.push({ column, value: quoted(textOf(row, column)), reason });
}
