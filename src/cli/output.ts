import {
  accessSync,
  constants,
  fsyncSync,
  openSync,
  closeSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ImpactError } from '../core/errors/impact-error.ts';

/** Where the answer goes: a file when one is named, standard output otherwise. */
export async function writeOutput(
  answer: string | Uint8Array,
  file: string | undefined,
  stdout: NodeJS.WriteStream,
): Promise<void> {
  if (file === undefined) await writeStream(answer, stdout);
  else writeFile(file, answer);
}

/**
 * Whatever stands after `--out` is taken for its value, the next option too.
 *
 * @throws ImpactError USAGE for a value that looks like an option
 */
export function fileAfter(option: string): (value: string) => string {
  return (value) => {
    if (!value.startsWith('--')) return value;
    throw new ImpactError('USAGE', {
      path: option,
      message: `names no file: "${value}" is an option`,
      hint: `write the name of a file after ${option}, or ./${value} for a file of that name`,
    });
  };
}

/**
 * Writes a file so that nobody ever sees half of it: to a temporary file beside it, then renamed. Devices and pipes
 * are written directly, since they cannot be replaced.
 *
 * @throws ImpactError FILE_UNWRITABLE
 */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    const present = statSync(file, { throwIfNoEntry: false });
    if (present === undefined) replace(file, content);
    else if (present.isFile()) {
      // A rename would get around the protection of a read-only file.
      accessSync(file, constants.W_OK);
      // A link keeps pointing at its target.
      replace(realpathSync(file), content);
    } else writeAll(file, 'w', content);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function replace(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeAll(temporary, 'wx', content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(file: string, flag: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const handle = openSync(file, flag);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    if (flag === 'wx') fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeStream(answer: string | Uint8Array, stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      // The reader, such as `head`, has seen enough.
      if ('code' in error && error.code === 'EPIPE') resolve();
      else
        reject(
          unwritable('standard output', error, 'the answer is not complete; write it to a file with --out'),
        );
    };
    stream.once('error', fail);
    stream.write(answer, (error) => {
      if (error === undefined || error === null) resolve();
      else fail(error);
    });
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is not a folder',
};

function unwritable(
  path: string,
  cause: unknown,
  hint = 'nothing was left half-written; choose another place with --out',
): ImpactError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new ImpactError('FILE_UNWRITABLE', {
    path,
    message: `cannot be written: ${reasons[code] ?? (code === '' ? 'unknown reason' : code)}`,
    hint,
    cause,
  });
}
