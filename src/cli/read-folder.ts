import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ImpactError } from '../core/errors/impact-error.ts';
import { readText } from './read-text.ts';

/**
 * The JSON files of a folder that the user named, by name.
 *
 * @throws ImpactError FILE_UNREADABLE when it is no folder, cannot be read, or holds no JSON file
 */
export function readFolder(folder: string): readonly { readonly file: string; readonly text: string }[] {
  const files = namesIn(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0) throw unreadable(folder, 'holds no JSON file');
  return files.sort().map((name) => ({ file: join(folder, name), text: readText(join(folder, name)) }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is no folder' : 'cannot be read';
    throw unreadable(folder, problem, cause);
  }
}

function unreadable(path: string, message: string, cause?: unknown): ImpactError {
  const hint = 'name a folder of event files, or none for the past outages in the box';
  return new ImpactError('FILE_UNREADABLE', { path, message, hint, cause });
}
