import { parse } from 'csv-parse/sync';
import { ImpactError } from '../core/errors/impact-error.ts';
import { quoted } from '../schema/issue.ts';
import type { SourceFile } from './source-file.ts';

/** A record longer than this is a missing quote, not a row. */
const LONGEST_RECORD = 20_000;

/** A row of a table: its cells as text, and its line for messages. */
export interface Row<Column extends string> {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Rows of a CSV file (RFC 4180, UTF-8, header in the first line) whose header is exactly `columns`, in this order.
 * Cells stay text: nothing is trimmed or guessed, so the country code NA is a code, not a gap.
 */
export function readTable<Column extends string>(
  file: SourceFile,
  columns: readonly Column[],
): readonly Row<Column>[] {
  const [header, ...records] = parseCsv(file);
  const found = header?.record ?? [];
  if (found.length !== columns.length || columns.some((column, index) => column !== found[index])) {
    throw new ImpactError('DATA_INVALID', {
      path: `${file.path}: line 1`,
      message: `must have the columns ${columns.join(', ')}; found ${quoted(found.join(', '))}`,
      hint: 'columns may not be added, renamed or moved without their reader in src/catalog',
    });
  }
  return records.map(({ record, info }) => ({
    file: file.path,
    line: info.lines,
    cells: Object.fromEntries(columns.map((column, index) => [column, record[index]])) as Record<
      Column,
      string
    >,
  }));
}

/** The text of a cell; empty means missing. */
export function textCell<Column extends string>(row: Row<Column>, column: Column): string | null {
  const text = row.cells[column];
  return text === '' ? null : text;
}

/** The text of a cell that may not be empty. */
export function requiredText<Column extends string>(row: Row<Column>, column: Column): string {
  return textCell(row, column) ?? failCell(row, column, 'may not be empty', 'fill it from the source');
}

/** The number of a cell; empty means missing, and anything that is not a plain decimal number is an error. */
export function numberCell<Column extends string>(row: Row<Column>, column: Column): number | null {
  const text = row.cells[column];
  if (text === '') return null;
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
    return failCell(
      row,
      column,
      'is not a number',
      'write digits with a point, no thousands separators or units',
    );
  }
  return Number(text);
}

/** The number of a cell that may not be empty. */
export function requiredNumber<Column extends string>(row: Row<Column>, column: Column): number {
  return numberCell(row, column) ?? failCell(row, column, 'may not be empty', 'fill it from the source');
}

/** Stops with the file, line, column and value of a cell. */
export function failCell<Column extends string>(
  row: Row<Column>,
  column: Column,
  wrong: string,
  hint: string,
): never {
  throw new ImpactError('DATA_INVALID', {
    path: `${row.file}: line ${row.line}, column ${column}`,
    message: `${quoted(row.cells[column])} ${wrong}`,
    hint,
  });
}

function parseCsv(file: SourceFile): readonly ParsedRecord[] {
  try {
    // With `info` each record comes with its line; the typings know only the form without.
    return parse(file.text, {
      bom: true,
      info: true,
      max_record_size: LONGEST_RECORD,
    }) as unknown as ParsedRecord[];
  } catch (cause) {
    throw notATable(file, cause instanceof Error ? cause.message : 'unknown reason', cause);
  }
}

function notATable(file: SourceFile, reason: string, cause: unknown): ImpactError {
  return new ImpactError('DATA_INVALID', {
    path: file.path,
    message: `is not a valid table: ${reason}`,
    hint: 'each row needs the same number of cells as the header; a cell with commas or quotes needs quotes',
    cause,
  });
}
