import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ImpactError } from '../../src/core/errors/impact-error.ts';

const project = new URL('../../', import.meta.url);

/** A copy of models/ and data/ in a temporary folder, for tests that break one file of it. */
export interface TempPackage {
  readonly root: URL;
  /** Replaces the text of one file. */
  readonly edit: (path: string, change: (text: string) => string) => void;
  readonly remove: (path: string) => void;
  readonly dispose: () => void;
}

export function tempPackage(): TempPackage {
  const folder = mkdtempSync(join(tmpdir(), 'lossrange-'));
  const root = pathToFileURL(`${folder}/`);
  for (const part of ['models', 'data'])
    cpSync(new URL(part, project), new URL(part, root), { recursive: true });
  return {
    root,
    edit: (path, change) => {
      const file = new URL(path, root);
      const before = readFileSync(file, 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`the edit of ${path} changed nothing`);
      writeFileSync(file, after);
    },
    remove: (path) => rmSync(new URL(path, root)),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

/** The ImpactError that `run` throws; anything else fails the test. */
export function impactErrorOf(run: () => unknown): ImpactError {
  try {
    run();
  } catch (error) {
    if (error instanceof ImpactError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
