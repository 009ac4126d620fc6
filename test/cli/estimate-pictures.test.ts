import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

const event = ['estimate', 'aws-2025-10-20', '--draws', '500'];
const compared = [...event, '--compare', 'crowdstrike-2024-07-19'];

/** A terminal, or a pipe, that keeps what it is given. */
function sink(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const terminal: unknown = Object.assign(stream, { isTTY });
  return { stream: terminal as NodeJS.WriteStream, written: () => Buffer.concat(chunks).toString() };
}

describe('pictures and pages', () => {
  const html = /^<!doctype html>[^]*<\/html>\n$/;
  const svg = /^<svg [^]*<\/svg>\n$/;
  const png = /^\x89PNG\r\n\x1a\n/;

  it.each([
    ['an estimate', event, 'html', html],
    ['an estimate', event, 'svg', svg],
    ['an estimate', event, 'png', png],
    ['a comparison', compared, 'html', html],
    ['a comparison', compared, 'svg', svg],
    ['a comparison', compared, 'png', png],
  ] as const)('write %s (%j) as %s', (_name, args, format, form) => {
    const out = join(folder, `out.${format}`);
    const written = runCli([...args, '--format', format, '--out', out]);
    expect(written).toEqual({ stdout: '', stderr: '', exitCode: 0 });
    expect(readFileSync(out, 'latin1')).toMatch(form);
  });

  it('goes through a pipe byte by byte', () => {
    const out = join(folder, 'piped.png');
    runCli([...event, '--format', 'png', '--out', out]);
    const piped = spawnSync(process.execPath, [
      join(projectRoot, 'dist/cli/main.js'),
      ...event,
      '--format',
      'png',
    ]);
    expect(piped.stdout.equals(readFileSync(out))).toBe(true);
  });

  it('does not go to a terminal, which is told before anything is computed', async () => {
    const [stdout, stderr] = [sink(true), sink(true)];
    const exitCode = await run({
      stdin: process.stdin,
      stdout: stdout.stream,
      stderr: stderr.stream,
      env: {},
      args: ['estimate', 'aws-2025-10-20', '--format', 'png'],
    });
    expect(exitCode).toBe(2);
    expect(stdout.written()).toBe('');
    expect(stderr.written()).toBe(
      'error USAGE at --format: a terminal shows no picture. Name a file with --out, or send it through a pipe.\n',
    );
  });

  it('is in the currency asked for', () => {
    const { stdout } = runCli([...event, '--format', 'svg', '--currency', 'EUR']);
    expect(stdout).toContain('EUR 1 billion');
    expect(stdout).not.toContain('$');
  });

  it('says on standard error what a drawing has no place for', () => {
    const { stderr, stdout } = runCli([...event, '--hours', '24', '--format', 'svg']);
    expect(stderr).toMatch(/^note: 24 hours instead of 14\.53/);
    expect(stdout).toMatch(/^<svg /);
  });
});
