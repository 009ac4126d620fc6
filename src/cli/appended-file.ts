import { closeSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ImpactError } from '../core/errors/impact-error.ts';

/** A file, or some, written bit by bit, and seen whole or not at all. */
export interface Appended {
  /** @returns whether anything was written */
  readonly finish: () => boolean;
  readonly discard: () => void;
}

export interface AppendedFile extends Appended {
  readonly append: (text: string) => void;
}

export interface AppendedFolder extends Appended {
  readonly append: (file: string, text: string) => void;
  /** Number of files so far. */
  readonly count: () => number;
}

/**
 * Opens the file when the first text comes: without any there is none.
 *
 * @param option  of the command line that names it
 */
export function openAppendedFile(path: string, option: string): AppendedFile {
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
        throw unwritable(path, option, cause);
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

/** Files of one folder, which is made when only it is missing; files of the same names are replaced. */
export function openAppendedFolder(path: string, option: string): AppendedFolder {
  const files = new Map<string, AppendedFile>();
  let made = false;
  return {
    append: (name, text) => {
      let file = files.get(name);
      if (file === undefined) {
        try {
          if (!isFolder(path)) {
            mkdirSync(path);
            made = true;
          }
        } catch (cause) {
          throw unwritable(path, option, cause);
        }
        files.set(name, (file = openAppendedFile(join(path, name), option)));
      }
      file.append(text);
    },
    count: () => files.size,
    finish: () => {
      made = false;
      return [...files.values()].map((file) => file.finish()).includes(true);
    },
    discard: () => {
      for (const file of files.values()) file.discard();
      if (made) rmdirSync(path);
    },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A path that ends with a slash, or where a folder is. */
export function namesFolder(path: string): boolean {
  return /[/\\]$/.test(path) || isFolder(path);
}

function unwritable(path: string, option: string, cause: unknown): ImpactError {
  return new ImpactError('FILE_UNWRITABLE', {
    path,
    message: 'cannot be written',
    hint: `name another place with ${option}`,
    cause,
  });
}
