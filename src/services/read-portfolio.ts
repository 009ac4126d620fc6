import { parse } from 'csv-parse/sync';
import { ImpactError } from '../core/errors/impact-error.ts';
import type { InsuredPolicy } from '../core/insurance/portfolio/insured-policy.ts';
import type { RowProblem } from '../schema/csv/row.ts';
import { readHeader, refuseSeparator, type PortfolioHeader } from '../schema/portfolio/header.ts';
import { readPolicyRow } from '../schema/portfolio/policy-row.ts';
import type { PortfolioTables } from '../schema/portfolio/tables.ts';
import { recordBlocks } from './record-blocks.ts';

/** A row that is not used, and why. */
export interface RejectedRow {
  readonly line: number;
  /** As in the file. */
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Some rows, in the order of the file. */
export interface PortfolioBatch {
  readonly header: PortfolioHeader;
  readonly rows: readonly InsuredPolicy[];
  readonly failures: readonly RejectedRow[];
}

export interface PortfolioOptions {
  /** Name for messages. */
  readonly file: string;
  readonly mostRows: number;
  /** Stop at the first row that is wrong. */
  readonly strict?: boolean;
}

/** Longest record, bytes; a longer one is a quote that is not closed. */
export const LONGEST_RECORD = 65_536;

/**
 * Reads a portfolio piece by piece: a file, the body of a request, a file that a page was given. Memory holds one piece
 * and the keys of the rows, whatever the size of the file.
 *
 * @param bytes  UTF-8 with or without byte order mark; pieces may end anywhere
 * @throws ImpactError PORTFOLIO_INVALID when the file is no portfolio, or a row is wrong and `strict`;
 *   PORTFOLIO_TOO_LARGE
 */
export async function* readPortfolio(
  bytes: AsyncIterable<Uint8Array>,
  tables: PortfolioTables,
  options: PortfolioOptions,
): AsyncGenerator<PortfolioBatch> {
  const { file, mostRows } = options;
  const keys = new Map<string, number>();
  let header: PortfolioHeader | null = null;
  let count = 0;
  for await (const block of recordBlocks(bytes, LONGEST_RECORD, file)) {
    const rows: InsuredPolicy[] = [];
    const failures: RejectedRow[] = [];
    header ??= readHeader(headerCells(block.text, file), file);
    for (const { line, cells } of recordsOf(block.text, block.line, file)) {
      if (line === 1) continue;
      count += 1;
      if (count > mostRows) throw tooLarge(file, line, mostRows);
      const row = withoutDouble(readPolicyRow(header, cells, line, tables), keys);
      if ('key' in row) rows.push(row);
      else if (options.strict === true) throw firstProblem(row[0]!, file, line);
      else failures.push({ line, cells, problems: row });
    }
    yield { header, rows, failures };
  }
  if (count === 0) {
    throw new ImpactError('PORTFOLIO_INVALID', {
      path: file,
      message: header === null ? 'is empty' : 'has a header and no rows',
      hint: '`lossrange book --template` prints a file to start from',
    });
  }
}

/** The header is the first line: known before the quotes of other lines are looked at. */
export function headerCells(text: string, file: string): string[] {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  refuseSeparator(firstLine, file);
  return parsed(firstLine, 1, file)[0] ?? [''];
}

interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

/** Records of a text that holds whole ones only; blank lines are left out. */
export function* recordsOf(text: string, firstLine: number, file: string): Generator<CsvRecord> {
  let line = firstLine;
  const hasQuotes = text.includes('"');
  for (const cells of parsed(text, firstLine, file)) {
    const isBlank = cells.length === 1 && cells[0] === '';
    if (!isBlank) yield { line, cells };
    line += 1 + (hasQuotes ? newlinesIn(cells) : 0);
  }
}

function parsed(text: string, firstLine: number, file: string): string[][] {
  try {
    return parse(text, {
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    });
  } catch (cause) {
    throw notCsv(cause, firstLine, file);
  }
}

function notCsv(cause: unknown, firstLine: number, file: string): ImpactError {
  const text = cause instanceof Error ? cause.message : '';
  const within = Number(/at line (\d+)/.exec(text)?.[1] ?? 1);
  return new ImpactError('PORTFOLIO_INVALID', {
    path: `${file}: line ${firstLine + within - 1}`,
    message: text.startsWith('Max Record Size')
      ? `has a record longer than ${LONGEST_RECORD / 1024} KiB`
      : 'has a quote that is not closed, or text beside a quoted cell',
    hint: 'a cell with commas or quotes stands in double quotes, and a quote inside it is doubled',
    cause,
  });
}

function newlinesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

/** A row unless an earlier one has the same key. */
function withoutDouble(
  row: InsuredPolicy | readonly RowProblem[],
  keys: Map<string, number>,
): InsuredPolicy | readonly RowProblem[] {
  if (!('key' in row)) return row;
  const { portNumber, accNumber, polNumber, layerNumber } = row.key;
  const key = [portNumber, accNumber, polNumber, layerNumber].join('\u001f');
  const before = keys.get(key);
  if (before === undefined) {
    keys.set(key, row.line);
    return row;
  }
  const reason = `line ${before} has the same PortNumber, AccNumber, PolNumber and LayerNumber`;
  return [{ column: 'PolNumber', value: JSON.stringify(polNumber.slice(0, 60)), reason }];
}

function firstProblem({ column, value, reason }: RowProblem, file: string, line: number): ImpactError {
  return new ImpactError('PORTFOLIO_INVALID', {
    path: `${file}: line ${line}${column === '' ? '' : `, column ${column}`}`,
    message: `${value} ${reason}`.trim(),
    hint: 'without --strict the other rows are used, and this one is listed as refused',
  });
}

function tooLarge(file: string, line: number, mostRows: number): ImpactError {
  return new ImpactError('PORTFOLIO_TOO_LARGE', {
    path: `${file}: line ${line}`,
    message: `has more than ${mostRows.toLocaleString('en-US')} rows`,
    hint: 'split the file; the totals of its parts do not add up to a range of the whole',
  });
}
