import { ImpactError } from '../core/errors/impact-error.ts';

/** Whole records of a CSV file, as text. */
export interface RecordBlock {
  readonly text: string;
  /** Of the first record, from 1. */
  readonly line: number;
}

const LINE_FEED = 10;
const QUOTE = 34;

/**
 * Cuts the bytes of a CSV file into texts of whole records. A line feed ends a record when the quotes before it are
 * even in number, as a quote inside a quoted cell is doubled. No more than the longest record is ever carried over.
 *
 * @throws ImpactError PORTFOLIO_INVALID when a record is longer, or the bytes are not UTF-8 text
 */
export async function* recordBlocks(
  bytes: AsyncIterable<Uint8Array>,
  longestRecord: number,
  file: string,
): AsyncGenerator<RecordBlock> {
  let carried = new Uint8Array(0);
  let line = 1;
  let isFirst = true;
  for await (const piece of bytes) {
    const all = joined(carried, piece);
    if (isFirst && all.length < 4) {
      carried = all;
      continue;
    }
    if (isFirst) refuseUtf16(all, file);
    const end = endOfLastRecord(all);
    if (end > 0) {
      yield { text: decoded(all.subarray(0, end), line, isFirst, file), line };
      line += count(all, LINE_FEED, end);
      isFirst = false;
    }
    // A copy: the piece may be a view of a buffer that is used again.
    carried = all.slice(end);
    if (carried.length > longestRecord) throw tooLong(carried, line, longestRecord, file);
  }
  if (count(carried, QUOTE, carried.length) % 2 === 1) {
    throw invalid(file, line, 'starts a record with a quote that is not closed', doubledQuotes);
  }
  if (carried.length > 0) yield { text: decoded(carried, line, isFirst, file), line };
}

const doubledQuotes = 'a quote inside a quoted cell is doubled';

function joined(before: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(before.length + piece.length);
  all.set(before);
  all.set(piece, before.length);
  return all;
}

/** The place after the last line feed that ends a record; 0 when none does. */
function endOfLastRecord(bytes: Uint8Array): number {
  let end = 0;
  let from = 0;
  let quote = bytes.indexOf(QUOTE);
  // Between an even quote and the next odd one a line feed ends a record; inside a pair it is part of a cell.
  for (;;) {
    const until = quote === -1 ? bytes.length : quote;
    const feed = bytes.subarray(from, until).lastIndexOf(LINE_FEED);
    if (feed !== -1) end = from + feed + 1;
    if (quote === -1) return end;
    const closing = bytes.indexOf(QUOTE, quote + 1);
    if (closing === -1) return end;
    from = closing + 1;
    quote = bytes.indexOf(QUOTE, from);
  }
}

function count(bytes: Uint8Array, byte: number, end: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at !== -1 && at < end; at = bytes.indexOf(byte, at + 1)) found += 1;
  return found;
}

function decoded(bytes: Uint8Array, line: number, isFirst: boolean, file: string): string {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const at = line + count(bytes, LINE_FEED, nul);
    throw invalid(file, at, 'has a NUL byte, which no text has', 'export the file again as CSV in UTF-8');
  }
  try {
    // A byte order mark belongs at the start only.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: !isFirst }).decode(bytes);
  } catch (cause) {
    throw invalid(
      file,
      line,
      'is not UTF-8 text from here on',
      'save it again with the encoding UTF-8',
      cause,
    );
  }
}

/** UTF-16 has a byte order mark of its own, or a NUL in every second byte of Latin text. */
function refuseUtf16(bytes: Uint8Array, file: string): void {
  const [first, second, third, fourth] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const spaced = (first === 0 && third === 0) || (second === 0 && fourth === 0);
  if (marked || spaced) {
    throw invalid(file, 1, 'is UTF-16 text', 'save it again as CSV with the encoding UTF-8');
  }
}

function tooLong(bytes: Uint8Array, line: number, longest: number, file: string): ImpactError {
  const cause = bytes.includes(QUOTE) ? 'a quote is not closed, or a cell is too long' : 'a cell is too long';
  return invalid(
    file,
    line,
    `has a record longer than ${longest / 1024} KiB that starts here: ${cause}`,
    `each row is one line; ${doubledQuotes}`,
  );
}

function invalid(file: string, line: number, message: string, hint: string, cause?: unknown): ImpactError {
  return new ImpactError('PORTFOLIO_INVALID', { path: `${file}: line ${line}`, message, hint, cause });
}
