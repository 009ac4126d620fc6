import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listEventIds, readEventText } from '../../src/catalog/event-files.ts';
import { impactErrorOf } from './temp-package.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const root = pathToFileURL(`${folder}/`);
mkdirSync(join(folder, 'data', 'events'), { recursive: true });
for (const name of ['delta-2024.json', 'aws-2025.json', 'README.md', 'Not An Id.json']) {
  writeFileSync(join(folder, 'data', 'events', name), `text of ${name}`);
}
writeFileSync(join(folder, 'data', 'secret.json'), 'secret');

describe('event files', () => {
  it('lists ids by file name', () => {
    expect(listEventIds(root)).toEqual(['aws-2025', 'delta-2024']);
  });

  it('reads the text of one', () => {
    expect(readEventText('aws-2025', root)).toEqual({
      text: 'text of aws-2025.json',
      file: 'data/events/aws-2025.json',
    });
  });

  it('lists nothing when there is no folder', () => {
    expect(listEventIds(new URL('nowhere/', root))).toEqual([]);
  });

  it.each(['../secret', 'aws-2025.json', '..', '', 'constructor', 'Not An Id', '/etc/passwd'])(
    'knows no event called "%s"',
    (id) => {
      expect(impactErrorOf(() => readEventText(id, root)).code).toBe('EVENT_UNKNOWN');
    },
  );

  it('suggests the nearest id', () => {
    expect(impactErrorOf(() => readEventText('aws-2024', root)).hint).toContain('aws-2025');
  });

  it('lists only valid ids of the package', () => {
    for (const id of listEventIds()) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
  });
});
