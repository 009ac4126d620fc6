import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectProblem, openApp } from './support.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const page = join(folder, 'web');
for (const name of ['assets', 'embed']) mkdirSync(join(page, name), { recursive: true });
for (const [name, text] of [
  ['index.html', '<!doctype html><title>page</title>'],
  ['assets/index-abc.js', 'export {};'],
  ['embed/index.html', '<!doctype html><title>embed</title>'],
  ['../secret.txt', 'secret'],
] as const) {
  writeFileSync(join(page, name), text);
}
const app = await openApp({
  pageFolder: page,
  pool: { run: () => Promise.reject(new Error()), isReady: () => true, close: () => Promise.resolve() },
});

describe('the built page', () => {
  it('opens at /, and is asked for again each time', async () => {
    const answer = await app.inject('/');
    expect(answer.body).toContain('<title>page');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['x-frame-options']).toBe('DENY');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('has files that never change under their name', async () => {
    const answer = await app.inject('/assets/index-abc.js');
    expect(answer.headers['content-type']).toMatch(/^text\/javascript|^application\/javascript/);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('may be framed under /embed/ alone', async () => {
    const answer = await app.inject('/embed/?event=aws-2025-10-20');
    expect(answer.body).toContain('<title>embed');
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(answer.headers).not.toHaveProperty('x-frame-options');
    const bare = await app.inject('/embed');
    expect([bare.statusCode, bare.headers.location]).toEqual([301, '/embed/']);
  });

  it.each(['/embed/nothing', '/embedded', '/embed/..%2f..%2fsecret.txt', '/..%2fsecret.txt', '/assets/'])(
    'has nothing at %s, and nothing there may be framed',
    async (url) => {
      const answer = await app.inject(url);
      expect([400, 403, 404]).toContain(answer.statusCode);
      expectProblem(answer, answer.statusCode);
      expect(answer.body).not.toContain('secret\n');
    },
  );

  it('leaves the interface in its place', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expectProblem(await app.inject('/v1/nothing'), 404);
    expectProblem(await app.inject({ method: 'POST', url: '/' }), 404);
  });
});
