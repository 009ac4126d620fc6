import { createReadStream } from 'node:fs';
import { ImpactError } from '../core/errors/impact-error.ts';

/** Rows of a piece live until it is done; larger pieces outlive the young generation of the collector. */
const PIECE_BYTES = 131_072;

/**
 * Bytes of a file that the user named, piece by piece.
 *
 * @param start  where to find a file to start from
 * @throws ImpactError FILE_UNREADABLE when it is missing, a folder or not readable
 */
export async function* readBytes(
  path: string,
  start = '`lossrange book --template` prints a file to start from',
): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    const [message, hint]: [string, string] =
      code === 'ENOENT'
        ? ['does not exist', start]
        : code === 'EISDIR'
          ? ['is a folder', 'name a CSV file in it']
          : ['cannot be read', 'check its permissions'];
    throw new ImpactError('FILE_UNREADABLE', { path, message, hint, cause });
  }
}
