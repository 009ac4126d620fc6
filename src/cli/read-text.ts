import { readFileSync, statSync } from 'node:fs';
import { ImpactError } from '../core/errors/impact-error.ts';

/** Larger files are no scenario; read no further. */
const LARGEST_BYTES = 4_194_304;

/**
 * Text of a file that the user named.
 *
 * @throws ImpactError FILE_UNREADABLE when it is missing, a folder, too large or not readable
 */
export function readText(path: string): string {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw unreadable(path, 'is a folder', 'name a JSON file in it');
    if (found.size > LARGEST_BYTES)
      throw unreadable(path, 'is larger than 4 MiB', 'a scenario has a few kilobytes');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ImpactError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing
      ? unreadable(path, 'does not exist', '`lossrange new --out my.json` writes a file to start from', error)
      : unreadable(path, 'cannot be read', 'check its permissions', error);
  }
}

function unreadable(path: string, message: string, hint: string, cause?: unknown): ImpactError {
  return new ImpactError('FILE_UNREADABLE', { path, message, hint, cause });
}
