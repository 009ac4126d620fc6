import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiErrors } from '../../src/api/problem.ts';
import { blocksOf } from '../rules/markdown.ts';
import { projectRoot } from '../support/project-files.ts';
import { openApp } from './support.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const readme = readFileSync(join(projectRoot, 'src/api/README.md'), 'utf8');
const blocks = blocksOf(readme);
const folder = temporaryFolder();

/** Output of a script of the README, with the address of our server in it. */
async function shell(script: string, address: string): Promise<string> {
  const text = `set -euo pipefail\n${script.replaceAll('http://127.0.0.1:8080', address)}`;
  const run = spawn('bash', ['-c', text], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  run.stdout.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(run, 'close')) as [number];
  expect(code, output).toBe(0);
  return output;
}

// The commands are written for a POSIX shell.
describe.skipIf(process.platform === 'win32')('examples of src/api/README.md', async () => {
  const app = await openApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const [few, event, claim, wrong] = blocks
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text);

  it('estimate from a few facts', async () => {
    expect(JSON.parse(await shell(few!, address))).toMatchObject({
      schema: 'lossrange/estimate@1',
      headline: true,
    });
  });

  it('estimate an event anew, and fetch its table', async () => {
    await shell(event!, address);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const { id, draws, seed } = JSON.parse(read('result.json'));
    expect({ draws, seed }).toEqual({ draws: 5000, seed: 2 });
    expect(read('headers.txt').toLowerCase()).toContain(`location: /v1/estimates/${id}`);
    expect(read('result.csv')).toMatch(/^section,item,quantity,value,unit,source/);
  });

  it('check a claim', async () => {
    expect(JSON.parse(await shell(claim!, address))).toMatchObject({
      schema: 'lossrange/claim@1',
      verdict: 'implausible-high',
    });
  });

  it('are refused as shown', async () => {
    const shown = blocks.find(({ language }) => language === 'json');
    expect(JSON.parse(await shell(wrong!, address))).toEqual(JSON.parse(shown!.text));
  });
});

describe('src/api/README.md', () => {
  it('lists every error, with its status', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\|/gm)];
    expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(apiErrors);
  });
});
