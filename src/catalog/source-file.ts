import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ImpactError } from '../core/errors/impact-error.ts';

/** Which part of the package a broken file belongs to. */
export type BrokenFile = 'MODEL_INVALID' | 'DATA_INVALID';

/** A file of the package as it stands on disk. */
export interface SourceFile {
  /** Path below the package root, with forward slashes: `models/kinds/cloud.json`. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Larger files are not ours: the largest table is far below 1 MB. */
const LARGEST_BYTES = 4_000_000;

/** Reads one file below the package root; the only place where models and tables touch the disk. */
export function readSourceFile(root: URL, path: string, code: BrokenFile): SourceFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(new URL(path, root));
  } catch (cause) {
    throw new ImpactError(code, {
      path,
      message: 'cannot be read',
      hint: 'the package is incomplete: install it again, or restore the file',
      cause,
    });
  }
  if (bytes.length > LARGEST_BYTES) {
    throw new ImpactError(code, {
      path,
      message: `has ${bytes.length} bytes, more than the ${LARGEST_BYTES} allowed`,
      hint: 'keep only the rows and columns that an estimate uses',
    });
  }
  return { path, text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Names of the folders in a folder of the package, sorted; empty when there is no such folder. */
export function listFolders(root: URL, folder: string): readonly string[] {
  return entries(root, folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Names of the JSON files in a folder of the package without `.json`, sorted; empty when there is no such folder. */
export function listJsonIds(root: URL, folder: string): readonly string[] {
  return entries(root, folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => entry.name.slice(0, -'.json'.length))
    .sort();
}

function entries(root: URL, folder: string) {
  try {
    return readdirSync(new URL(`${folder}/`, root), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
