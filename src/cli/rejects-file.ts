import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ImpactError } from '../core/errors/impact-error.ts';

/** A file of refused rows, written while they are found, and seen whole or not at all. */
export interface RejectsFile {
  readonly append: (text: string) => void;
  /** @returns whether anything was written */
  readonly finish: () => boolean;
  readonly discard: () => void;
}

/** Opens the file at the first row only: without refused rows there is none. */
export function openRejects(path: string): RejectsFile {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let handle: number | null = null;
  const close = (): void => {
    if (handle !== null) closeSync(handle);
  };
  return {
    append: (text) => {
      try {
        handle ??= openSync(temporary, 'wx');
        writeSync(handle, text);
      } catch (cause) {
        throw unwritable(path, cause);
      }
    },
    finish: () => {
      if (handle === null) return false;
      close();
      renameSync(temporary, path);
      return true;
    },
    discard: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

function unwritable(path: string, cause: unknown): ImpactError {
  return new ImpactError('FILE_UNWRITABLE', {
    path,
    message: 'the refused rows cannot be written',
    hint: 'name another place with --rejects',
    cause,
  });
}
