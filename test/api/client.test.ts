import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { generateClient } from './generate-client.ts';
import { openApp } from './support.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

/** The compiler starts from nothing, on a machine that runs other tests too. */
const COMPILER_MS = 120_000;

function compiles(file: string): string {
  const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
  const options =
    '--strict --exactOptionalPropertyTypes --module nodenext --target es2023 --lib es2023,dom --ignoreConfig';
  const { stdout } = spawnSync(process.execPath, [compiler, ...options.split(' '), file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}

describe('a client generated from openapi.json', async () => {
  const document = JSON.parse(readFileSync(join(projectRoot, 'src/api/openapi.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'client.ts'), await generateClient(document));
  writeFileSync(
    join(folder, 'use.ts'),
    `import * as client from './client.js';
     export async function use(base: string) {
       const made = await client.estimate(base, {
         outage: { kind: 'power', durationHours: { p5: 8, p95: 14 } },
         affected: { coverage: [{ country: 'ES', share: 0.9 }] },
         simulation: { draws: 200, seed: 1 },
       });
       const middle: number | undefined = made.economicLoss?.p50;
       const again = await client.readEstimate(base, made.id);
       const table: string = await client.readEstimateCsv(base, made.id);
       const { events } = await client.listEvents(base);
       const event = await client.readEvent(base, events[0]!.id);
       const figure: number | null | undefined = event.published[0]?.lowUsd;
       const refused: client.Problem = await client
         .estimate(base, { outage: { kind: 'clod' } })
         .then(() => { throw new Error('taken'); }, (error: { problem: client.Problem }) => error.problem);
       return { middle, same: again.id === made.id, table, figure, refused, state: (await client.ready(base)).status };
     }`,
  );

  it(
    'compiles',
    () => {
      expect(compiles('use.ts')).toBe('');
    },
    COMPILER_MS,
  );

  it(
    'keeps a caller from misspelling a fact',
    () => {
      writeFileSync(
        join(folder, 'wrong.ts'),
        `import { estimate } from './client.js';
       void estimate('', { outage: { kind: 'cloud', durationHour: 3 } });`,
      );
      expect(compiles('wrong.ts')).toContain('durationHour');
    },
    COMPILER_MS,
  );

  it('calls the running server', async () => {
    const app = await openApp();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const { use } = (await import(pathToFileURL(join(folder, 'use.js')).href)) as {
      use: (base: string) => Promise<unknown>;
    };
    expect(await use(`http://127.0.0.1:${port}`)).toMatchObject({
      middle: expect.any(Number),
      same: true,
      table: expect.stringMatching(/^section,item/),
      refused: { status: 422, code: 'KIND_UNKNOWN', hint: 'did you mean "cloud"?' },
      state: 'ready',
    });
  });
});
