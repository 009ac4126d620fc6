import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { openApp } from './support.ts';

const file = join(projectRoot, 'src/api/openapi.json');
const committed = JSON.parse(readFileSync(file, 'utf8'));
const app = await openApp({
  pool: { run: () => Promise.reject(new Error()), isReady: () => true, close: () => Promise.resolve() },
});

describe('src/api/openapi.json', () => {
  it('is what the routes say (`npm run openapi` writes it)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(app.swagger())));
  });

  it('is served', async () => {
    expect((await app.inject('/openapi.json')).json()).toEqual(committed);
  });

  it('passes a public linter', () => {
    const cli = join(projectRoot, 'node_modules/@redocly/cli/bin/cli.js');
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'lint', '--format', 'json', file], {
      encoding: 'utf8',
      env,
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('names only routes that exist', () => {
    const operations = Object.entries(committed.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase() as 'GET',
        url: path.replace(/\{(\w+)\}/g, ':$1'),
      })),
    );
    expect(operations.length).toBeGreaterThan(10);
    for (const operation of operations) expect(app.hasRoute(operation), operation.url).toBe(true);
  });
});
