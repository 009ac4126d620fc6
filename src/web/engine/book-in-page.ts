import type { Catalog } from '../../core/catalog.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { Rejected } from '../../report/book/rejects-csv.ts';
import { BOOK_DRAWS, bookLosses } from '../../services/book-losses.ts';
import type { BookReply } from './messages.ts';
import type { Watch } from './run-task.ts';

/** More rows take a browser minutes, and memory that a phone does not have. */
const MOST_ROWS = 100_000;
/** Between two pieces the worker hears whether anybody still waits. */
const PIECE_BYTES = 65_536;

/**
 * Puts a file that a reader chose through an event, as the command line does. The file is read here, piece by piece.
 *
 * @throws ImpactError as `bookLosses`; FILE_UNREADABLE. Any other error says that it was stopped.
 */
export async function bookInPage(
  file: File,
  scenario: Scenario,
  catalog: Catalog,
  watch: Watch,
): Promise<BookReply> {
  const refused: Rejected[] = [];
  let columns: readonly string[] = [];
  try {
    const result = await bookLosses(piecesOf(file, watch), {
      file: file.name,
      mostRows: MOST_ROWS,
      scenario: { ...scenario, simulation: { ...scenario.simulation, draws: BOOK_DRAWS } },
      catalog,
      onFailures: (failures, { names }) => {
        refused.push(...failures);
        columns = names;
      },
      onProgress: watch.onProgress,
    });
    return { result, refused, columns };
  } catch (error) {
    if (!(error instanceof ImpactError) || error.code !== 'PORTFOLIO_TOO_LARGE') throw error;
    const { code, path, message } = error;
    const hint = 'on the command line `lossrange book` reads books of any size';
    throw new ImpactError(code, { path, message, hint });
  }
}

async function* piecesOf(file: File, { isStopped }: Watch): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const piece = await bytesOf(file, from);
    if (isStopped()) throw new Error('stopped');
    yield piece;
  }
}

async function bytesOf(file: File, from: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
  } catch (cause) {
    throw new ImpactError('FILE_UNREADABLE', {
      path: file.name,
      message: 'could not be read: it may have been changed or moved since it was chosen',
      hint: 'choose it again',
      cause,
    });
  }
}
