import { quoted } from '../issue.ts';
import type { PortfolioColumn } from './columns.ts';
import type { PortfolioHeader } from './header.ts';

/** What is wrong with one cell of a portfolio. */
export interface RowProblem {
  /** Empty when the row as a whole is wrong. */
  readonly column: string;
  /** Shortened. */
  readonly value: string;
  /** What is wrong, and what to write instead. */
  readonly reason: string;
}

/** One row while it is read; what is wrong is collected, so that its author sees all of it at once. */
export interface Row {
  readonly header: PortfolioHeader;
  readonly cells: readonly string[];
  readonly problems: RowProblem[];
}

/** Text of a cell without blanks around it; empty when the column is absent. */
export function textOf({ header, cells }: Row, column: PortfolioColumn): string {
  const place = header.places[column];
  return place === undefined ? '' : trimmed(cells[place]!);
}

/** ASCII blanks only: others are mistakes to be shown. */
function trimmed(text: string): string {
  if (text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32) return text;
  return text.replace(/^ +| +$/g, '');
}

export function refuse(row: Row, column: PortfolioColumn, reason: string): void {
  row.problems.push({ column, value: quoted(textOf(row, column)), reason });
}
