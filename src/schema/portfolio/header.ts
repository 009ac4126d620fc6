import { ImpactError } from '../../core/errors/impact-error.ts';
import { nearestName } from '../../core/units/nearest-name.ts';
import type { CsvHeader, Row } from '../csv/row.ts';
import { quoted } from '../issue.ts';
import {
  readColumns,
  requiredColumns,
  unreadColumns,
  waitingColumns,
  type PortfolioColumn,
} from './columns.ts';

/** More columns are no portfolio. */
const MOST_COLUMNS = 200;

export interface PortfolioHeader extends CsvHeader<PortfolioColumn> {
  /** Columns that nothing reads. */
  readonly ignored: readonly string[];
}

export interface PortfolioRow extends Row<PortfolioColumn> {
  readonly header: PortfolioHeader;
}

/**
 * Reads the header of a portfolio.
 *
 * @throws ImpactError PORTFOLIO_INVALID for missing, doubled or misspelt columns, naming all of them
 */
export function readHeader(names: readonly string[], file: string): PortfolioHeader {
  const fail = (message: string, hint: string): never => {
    throw new ImpactError('PORTFOLIO_INVALID', { path: `${file}: line 1`, message, hint });
  };
  if (names.length > MOST_COLUMNS) {
    fail(
      `has ${names.length} columns; at most ${MOST_COLUMNS} are read`,
      'drop the columns that are not OED',
    );
  }
  const doubled = names.filter((name, place) => names.indexOf(name) !== place);
  if (doubled.length > 0) fail(`has more than one column ${list(doubled)}`, 'keep one of each');
  const known = new Set<string>(readColumns);
  const unknown = names.filter((name) => !known.has(name));
  const missing = missingColumns(names);
  // A column that is there needs no second one beside it, so a slip is looked for among the absent ones.
  const absent = readColumns.filter((column) => !names.includes(column));
  const misspelt = unknown.flatMap((name) => {
    const near = unreadColumns.has(name) ? null : nearestName(name, absent);
    return near === null ? [] : [`${quoted(name)} for ${near}`];
  });
  if (misspelt.length > 0) {
    fail(
      `has misspelt columns: ${misspelt.join(', ')}`,
      'correct the names, or rename columns that mean something else',
    );
  }
  if (missing.length > 0) {
    fail(
      `lacks the columns ${missing.join(', ')}`,
      '`lossrange book --template` prints a file to start from',
    );
  }
  const places = Object.fromEntries(
    readColumns.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)]] : [])),
  );
  return { names, places, ignored: unknown };
}

function missingColumns(names: readonly string[]): string[] {
  const missing: string[] = requiredColumns.filter((column) => !names.includes(column));
  const waits = waitingColumns.some((column) => names.includes(column));
  return waits ? missing : [...missing, waitingColumns.join(' or ')];
}

const separators = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/**
 * Refuses a file whose first line has another separator than commas, before its quotes are looked at.
 *
 * @throws ImpactError PORTFOLIO_INVALID
 */
export function refuseSeparator(firstLine: string, file: string): void {
  if (firstLine.includes(',')) return;
  const found = Object.entries(separators).find(([character]) => firstLine.includes(character));
  if (found === undefined) return;
  throw new ImpactError('PORTFOLIO_INVALID', {
    path: `${file}: line 1`,
    message: `the columns are separated by ${found[1]}`,
    hint: 'save the file again with commas between the columns',
  });
}

const list = (names: readonly string[]): string => [...new Set(names)].map(quoted).join(', ');
