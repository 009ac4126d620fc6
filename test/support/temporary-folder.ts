import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** An empty folder for one file of tests, gone after them, also when a program they started is still writing there. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lossrange-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}
