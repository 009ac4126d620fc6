import type { Catalog } from '../../core/catalog.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { Rejected } from '../../report/book/rejects-csv.ts';
import { BOOK_DRAWS, bookLosses, type BookRequest } from '../../services/book-losses.ts';
import type { BookReply, Task } from './messages.ts';
import type { Watch } from './run-task.ts';

/** More rows take a browser minutes, and memory that a phone does not have. */
const MOST_ROWS = 100_000;
/** Two hundred treaties take a few hundredths of it. */
const MOST_TREATY_BYTES = 1_048_576;
/** Between two pieces the worker hears whether anybody still waits. */
const PIECE_BYTES = 65_536;

/** The files that a reader chose. */
export type ChosenBook = Pick<Extract<Task, { readonly kind: 'book' }>, 'file' | 'treaties'>;

/**
 * Puts files that a reader chose through an event, as the command line does. They are read here, piece by piece.
 *
 * @throws ImpactError as `bookLosses`; FILE_UNREADABLE. Its path starts with the field of the task that is at fault, as the
 *   two files may have one name. Any other error says that it was stopped.
 */
export async function bookInPage(
  { file, treaties }: ChosenBook,
  scenario: Scenario,
  catalog: Catalog,
  watch: Watch,
): Promise<BookReply> {
  const refused: Rejected[] = [];
  let columns: readonly string[] = [];
  try {
    const result = await bookLosses(piecesOf(file, 'file', watch), {
      file: 'file',
      mostRows: MOST_ROWS,
      reinsurance: treaties === null ? undefined : treatyFile(treaties, watch),
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

function treatyFile(file: File, watch: Watch): BookRequest['reinsurance'] {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const piece of piecesOf(file, 'treaties', watch)) {
      read += piece.length;
      if (read > MOST_TREATY_BYTES) throw tooLong();
      yield piece;
    }
  }
  return { file: 'treaties', bytes: pieces() };
}

function tooLong(): ImpactError {
  return new ImpactError('PORTFOLIO_INVALID', {
    path: 'treaties',
    message: `is longer than ${MOST_TREATY_BYTES / 1024} KiB, which no file of treaties needs`,
    hint: 'choose a file with the treaties of one book',
  });
}

async function* piecesOf(
  file: File,
  field: keyof ChosenBook,
  { isStopped }: Watch,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const piece = await bytesOf(file, field, from);
    if (isStopped()) throw new Error('stopped');
    yield piece;
  }
}

async function bytesOf(file: File, field: keyof ChosenBook, from: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
  } catch (cause) {
    throw new ImpactError('FILE_UNREADABLE', {
      path: field,
      message: 'could not be read: it may have been changed or moved since it was chosen',
      hint: 'choose it again',
      cause,
    });
  }
}
