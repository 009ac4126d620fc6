import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { ImpactError } from '../core/errors/impact-error.ts';

/** Larger files are no scenario; read no further. */
const LARGEST_BYTES = 4_194_304;

/**
 * Text of a file that the user named.
 *
 * @throws ImpactError FILE_UNREADABLE when it is missing, a folder, too large, not readable or not UTF-8
 */
export function readText(path: string): string {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw unreadable(path, 'is a folder', 'name a JSON file in it');
    const bytes = found.size > LARGEST_BYTES ? undefined : readBytes(path);
    if (bytes === undefined) {
      throw unreadable(path, 'is larger than 4 MiB', 'a scenario has a few kilobytes');
    }
    return utf8(bytes, path);
  } catch (error) {
    if (error instanceof ImpactError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing
      ? unreadable(path, 'does not exist', '`lossrange new --out my.json` writes a file to start from', error)
      : unreadable(path, 'cannot be read', 'check its permissions', error);
  }
}

/** All bytes, or undefined when there are too many. A device or pipe does not say its size beforehand. */
function readBytes(path: string): Buffer | undefined {
  const handle = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; total <= LARGEST_BYTES;) {
      const chunk = Buffer.alloc(65_536);
      const read = readSync(handle, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      total += read;
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** Another encoding would turn names into question marks without a word. */
function utf8(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(path, 'is not UTF-8 text', 'save it again with the encoding UTF-8', cause);
  }
}

function unreadable(path: string, message: string, hint: string, cause?: unknown): ImpactError {
  return new ImpactError('FILE_UNREADABLE', { path, message, hint, cause });
}
