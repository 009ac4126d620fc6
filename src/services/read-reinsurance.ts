import { ImpactError } from '../core/errors/impact-error.ts';
import type { Treaty } from '../core/insurance/reinsurance/treaty.ts';
import type { CsvHeader } from '../schema/csv/row.ts';
import type { TreatyColumn } from '../schema/reinsurance/columns.ts';
import { readTreatyHeader } from '../schema/reinsurance/header.ts';
import { problemsOfProgram, type TreatyProblem } from '../schema/reinsurance/program.ts';
import { readTreatyRow } from '../schema/reinsurance/treaty-row.ts';
import { recordBlocks } from './record-blocks.ts';
import { headerCells, LONGEST_RECORD, recordsOf } from './read-portfolio.ts';

/** A file of treaties, by its bytes. */
export interface ReinsuranceFile {
  /** Name for messages. */
  readonly file: string;
  /** UTF-8 with or without byte order mark. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** More treaties than any program has. */
const MOST_TREATIES = 200;
/** Problems that one message lists. */
const MOST_LISTED = 12;

/**
 * Reads a treaty file as a whole: half a program would be a wrong net loss, so one wrong cell refuses it.
 *
 * @throws ImpactError PORTFOLIO_INVALID with what is wrong in every row; FILE_UNREADABLE as the bytes have it
 */
export async function readReinsurance(
  { file, bytes }: ReinsuranceFile,
  tables: { readonly usdPerUnit: ReadonlyMap<string, number> },
): Promise<readonly Treaty[]> {
  const treaties: { line: number; treaty: Treaty }[] = [];
  const problems: TreatyProblem[] = [];
  let header: CsvHeader<TreatyColumn> | null = null;
  let count = 0;
  for await (const { text, line: firstLine } of recordBlocks(bytes, LONGEST_RECORD, file)) {
    header ??= readTreatyHeader(headerCells(text, file), file);
    for (const { line, cells } of recordsOf(text, firstLine, file)) {
      if (line === 1) continue;
      count += 1;
      if (count > MOST_TREATIES)
        throw invalid(file, `has more than ${MOST_TREATIES} treaties`, 'keep those of one book');
      const read = readTreatyRow(header, cells, tables);
      if ('terms' in read) treaties.push({ line, treaty: read });
      else problems.push(...read.map((problem) => ({ line, ...problem })));
    }
  }
  if (count === 0) {
    const message = header === null ? 'is empty' : 'has a header and no treaties';
    throw invalid(file, message, 'data/samples/reinsurance.csv is a file to start from');
  }
  problems.push(...problemsOfProgram(treaties));
  if (problems.length > 0) throw refused(file, problems);
  return treaties.map(({ treaty }) => treaty);
}

function refused(file: string, problems: readonly TreatyProblem[]): ImpactError {
  const listed = [...problems]
    .sort((one, other) => one.line - other.line)
    .slice(0, MOST_LISTED)
    .map(({ line, column, value, reason }) => {
      const place = column === '' ? `line ${line}` : `line ${line}, ${column}`;
      return `${place}: ${`${value} ${reason}`.trim()}`;
    });
  const more = problems.length > MOST_LISTED ? `; and ${problems.length - MOST_LISTED} more` : '';
  const [first = '', ...others] = listed;
  const all = others.length === 0 ? '' : ` | ${others.join(' | ')}`;
  return invalid(
    file,
    `is refused as a whole, as half a program would be wrong: ${first}${all}${more}`,
    'correct the cells and run again',
  );
}

function invalid(file: string, message: string, hint: string): ImpactError {
  return new ImpactError('PORTFOLIO_INVALID', { path: file, message, hint });
}
