import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const event = 'aws-2025-10-20';
/** Enough to run; the figures are not looked at. */
const few = ['--draws', '500'];

/** Error of a run that must fail: one line, in our form. */
function failureOf(...args: string[]): { exitCode: number | null; code: string; path: string; line: string } {
  const { stdout, stderr, exitCode } = runCli(args, { cwd: folder });
  expect(stdout).toBe('');
  const match = /^error ([A-Z_]+) at (.+?): .+[.!?]\n$/.exec(stderr);
  expect(match, stderr).not.toBeNull();
  return { exitCode, code: match?.[1] ?? '', path: match?.[2] ?? '', line: stderr };
}

describe('wrong usage: exit 2', () => {
  it.each([
    [[], 'lossrange'],
    [['estimat'], 'estimat'],
    [['estimate'], 'estimate'],
    [['estimate', event, 'another'], 'estimate'],
    [['estimate', event, '--hors', '3'], '--hors'],
    [['estimate', event, '--hours'], '--hours'],
    [['estimate', event, '--hours', '-3'], '--hours'],
    [['estimate', event, '--hours', 'long'], '--hours'],
    [['estimate', event, '--firms', 'many'], '--firms'],
    [['estimate', event, '--on', 'funday'], '--on'],
    [['estimate', event, '--set', 'nothing'], '--set'],
    [['estimate', event, '--format', 'xml'], '--format'],
    [['estimate', event, '--draws', '1e9'], '--draws'],
    [['estimate', event, '--provider', 'aws'], '--provider'],
    [['estimate', event, '--out', ''], '--out'],
    [['estimate', event, '--save', 'same.txt', '--out', './same.txt'], '--save'],
    [['estimate', event, '--as-of', '2020-01-01'], '--as-of'],
    [['estimate', event, '--start', '2025-10-20T00:00:00Z'], '--start'],
    [['estimate', event, '--compare', event, '--format', 'csv'], '--format'],
    [['estimate', '--hours', '6'], 'estimate'],
    [['estimate', '--kind', 'cloud', '--provider', 'aws', '--region', 'us-east-1', '--on', 'sunday'], '--on'],
    [['explain'], 'explain'],
    [['events', 'extra'], 'events'],
  ])('%j', (args, path) => {
    expect(failureOf(...args)).toMatchObject({ exitCode: 2, code: 'USAGE', path });
  });

  it('offers the option that was meant', () => {
    expect(failureOf('estimate', event, '--hors', '3').line).toContain('Did you mean --hours?');
  });
});

describe('bad input: exit 1', () => {
  writeFileSync(join(folder, 'empty.json'), '');
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(join(folder, 'utf-16.json'), Buffer.from('\uFEFF{"outage":{"kind":"cloud"}}', 'utf16le'));
  writeFileSync(join(folder, 'latin-1.json'), Buffer.from('{"title":"Caf\u00e9"}', 'latin1'));
  writeFileSync(join(folder, 'wrong.json'), '{"outage":{"kind":"cloud","durationHours":-1}}');
  writeFileSync(join(folder, 'no-kind.json'), '{"outage":{"kind":"flood"}}');
  const outage = ['--provider', 'aws', '--hours', '3'];

  it.each([
    [['estimate', 'aws'], 'EVENT_UNKNOWN', 'aws'],
    [['estimate', event, '--compare', 'aws'], 'EVENT_UNKNOWN', 'aws'],
    [['estimate', '.'], 'EVENT_UNKNOWN', '.'],
    [['estimate', './'], 'FILE_UNREADABLE', './'],
    [['estimate', 'none.json'], 'FILE_UNREADABLE', 'none.json'],
    [['estimate', 'empty.json'], 'FILE_UNREADABLE', 'empty.json'],
    [['estimate', 'broken.json'], 'FILE_UNREADABLE', 'broken.json'],
    [['estimate', 'wrong.json'], 'SCENARIO_INVALID', 'wrong.json'],
    [['estimate', 'no-kind.json'], 'KIND_UNKNOWN', 'outage.kind'],
    [['estimate', 'utf-16.json'], 'FILE_UNREADABLE', 'utf-16.json'],
    [['estimate', 'latin-1.json'], 'FILE_UNREADABLE', 'latin-1.json'],
    [['estimate', ''], 'EVENT_UNKNOWN', '""'],
    [['estimate', event, '--hours', '43801'], 'PARAMETER_OUT_OF_RANGE', '--hours'],
    [['estimate', event, '--draws', '0'], 'PARAMETER_OUT_OF_RANGE', 'command line'],
    [['estimate', event, '--as-of', 'soon'], 'SCENARIO_INVALID', 'command line'],
    [['estimate', event, '--set', 'pooling.nothing=1'], 'PARAMETER_UNKNOWN', 'assumptions.pooling.nothing'],
    [
      ['estimate', event, '--set', 'recapture.retail-trade={"p5":5,"p95":2}'],
      'QUANTITY_INVALID',
      'assumptions.recapture.retail-trade',
    ],
    [['estimate', event, '--currency', 'ZZZ'], 'CURRENCY_UNKNOWN', '--currency'],
    [['estimate', ...outage, '--region', 'moon'], 'PROVIDER_UNKNOWN', 'outage.region'],
    [
      ['estimate', '--kind', 'power', '--hours', '3', '--country', 'XX'],
      'COUNTRY_UNKNOWN',
      'affected.coverage[0].country',
    ],
    [['estimate', '--kind', 'platform', '--hours', '3'], 'NO_METHOD_APPLIES', 'affected'],
    [['explain', 'no such thing at all'], 'TERM_UNKNOWN', 'no such thing at all'],
    [['estimate', event, ...few, '--out', 'none/x.txt'], 'FILE_UNWRITABLE', 'none/x.txt'],
  ])('%j', (args, code, path) => {
    expect(failureOf(...args)).toMatchObject({ exitCode: 1, code, path });
  });

  it('offers the event that was meant', () => {
    expect(failureOf('estimate', 'aws-2025').line).toContain('Did you mean "aws-2025-10-20"?');
  });

  it('prints a stack only when asked', () => {
    expect(runCli(['estimate', 'aws']).stderr).not.toContain('    at ');
    expect(runCli(['estimate', 'aws', '--debug']).stderr).toContain('    at ');
  });

  it('saves no scenario that cannot be estimated', () => {
    const saved = join(folder, 'unsaved.json');
    failureOf('estimate', event, '--save', saved, '--set', 'pooling.nothing=1');
    failureOf('estimate', event, '--save', saved, '--compare', 'aws');
    expect(existsSync(saved)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('stops reading a device that never ends', () => {
    expect(failureOf('estimate', '/dev/zero').line).toContain('is larger than 4 MiB');
  });

  it.skipIf(process.platform !== 'linux')('reports a full disk while printing help', () => {
    const full = openSync('/dev/full', 'w');
    for (const option of ['--help', '--version']) {
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(projectRoot, 'dist/cli/main.js'), option],
        { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
      );
      expect(stderr).toMatch(/^error FILE_UNWRITABLE at standard output: .*\n$/);
      expect(status).toBe(1);
    }
    closeSync(full);
  });

  it.skipIf(process.platform !== 'linux')('reports a full disk, as file and as standard output', () => {
    expect(failureOf('estimate', event, ...few, '--out', '/dev/full')).toMatchObject({
      exitCode: 1,
      code: 'FILE_UNWRITABLE',
    });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot, 'dist/cli/main.js'), 'estimate', event, ...few],
      { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
    );
    closeSync(full);
    expect(stderr).toMatch(/^error FILE_UNWRITABLE at standard output: .*\n$/);
    expect(status).toBe(1);
  });
});

describe('answers', () => {
  it('takes ids and codes in capitals or small letters', () => {
    const quiet = ['--hours', '6', '--quiet', ...few];
    const lower = runCli([
      'estimate',
      '--provider',
      'aws',
      '--region',
      'us-east-1',
      '--country',
      'ES',
      ...quiet,
    ]);
    expect(lower.exitCode).toBe(0);
    expect(
      runCli(['estimate', '--provider', 'AWS', '--region', 'US-EAST-1', '--country', ' es', ...quiet]).stdout,
    ).toBe(lower.stdout);
  });

  it('takes the one part of a provider that has only one', () => {
    const run = runCli(['estimate', '--provider', 'crowdstrike', '--hours', '9', ...few]);
    expect(run.stdout).toMatch(/^CrowdStrike endpoint software: /);
  });

  it('gives six hours as a number and as a duration', () => {
    const of = (hours: string): string =>
      runCli(['estimate', event, ...few, '--format', 'json', '--hours', hours]).stdout;
    expect(of('PT6H')).toBe(of('6'));
  });

  it('gives the same bytes for the same input, seed and draws', () => {
    const first = runCli(['estimate', event, ...few, '--format', 'json']);
    expect(first.exitCode).toBe(0);
    expect(runCli(['estimate', event, ...few, '--format', 'json'], { cwd: folder }).stdout).toBe(
      first.stdout,
    );
    expect(runCli(['estimate', event, ...few, '--format', 'json', '--seed', '2']).stdout).not.toBe(
      first.stdout,
    );
  });

  it('writes the answer to a file, and nothing to the terminal', () => {
    const out = join(folder, 'answer.txt');
    const run = runCli(['estimate', event, ...few, '--out', out]);
    expect(run).toEqual({ stdout: '', stderr: '', exitCode: 0 });
    expect(readFileSync(out, 'utf8')).toBe(runCli(['estimate', event, ...few]).stdout);
  });

  it('saves the scenario, which gives the same figures again', () => {
    const saved = join(folder, 'saved.json');
    const facts = [
      '--provider',
      'aws',
      '--region',
      'us-east-1',
      '--hours',
      '6',
      '--firms',
      '800',
      '--reports',
      '2m',
    ];
    const first = runCli(['estimate', ...facts, ...few, '--quiet', '--save', saved]);
    expect(first.exitCode).toBe(0);
    expect(runCli(['estimate', saved, '--quiet']).stdout).toBe(first.stdout);
  });

  it('leaves no file when the run fails', () => {
    const out = join(folder, 'never.txt');
    runCli(['estimate', event, '--currency', 'ZZZ', '--out', out]);
    expect(existsSync(out)).toBe(false);
  });

  it('puts remarks beside JSON on standard error', () => {
    const run = runCli(['estimate', event, ...few, '--hours', '24', '--format', 'json']);
    expect(run.stderr).toBe('note: 24 hours instead of 14.53: every length of time is multiplied by 1.651\n');
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'lossrange/estimate@1' });
  });

  it('compares the same outage with itself', () => {
    const run = runCli(['estimate', event, ...few, '--compare', event, '--quiet']);
    expect(run.stdout).toBe('A and B cost the same in every outcome.\n');
  });

  it('costs more when it lasts longer', () => {
    const run = runCli(['estimate', event, '--hours', '24', '--compare', event, '--quiet']);
    expect(run.stdout).toMatch(/^A costs about 1\.\d times B;/);
  });

  it('has a template that runs as it is', () => {
    const template = join(folder, 'template.json');
    expect(runCli(['new', '--out', template])).toMatchObject({ stdout: '', exitCode: 0 });
    expect(runCli(['estimate', template, ...few, '--quiet'])).toMatchObject({ stderr: '', exitCode: 0 });
  });

  it('has a template from an event that gives the same figures', () => {
    const template = join(folder, 'like.json');
    runCli(['new', '--like', event, '--out', template]);
    expect(runCli(['estimate', template, '--quiet']).stdout).toBe(
      runCli(['estimate', event, '--quiet']).stdout,
    );
  });
});
