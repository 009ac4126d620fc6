import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const events = join(folder, 'events');
mkdirSync(events);
for (const id of ['delta-2016-08-08', 'target-2019-06-15', 'egypt-2011-01-27']) {
  copyFileSync(join(projectRoot, `data/events/${id}.json`), join(events, `${id}.json`));
}
writeFileSync(join(events, 'README.md'), 'not an event');
mkdirSync(join(folder, 'empty'));
mkdirSync(join(folder, 'broken'));
writeFileSync(join(folder, 'broken', 'x.json'), '{');

/** Enough to run; the figures are not looked at. */
const few = ['--draws', '300'];
const backtest = (...args: string[]) => runCli(['backtest', ...args], { cwd: folder });

describe('backtest of a folder', () => {
  it('scores its event files and says which it cannot', () => {
    const { stdout, stderr, exitCode } = backtest('events', ...few);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/^Back-test: 2 past outages of 2 families/);
    expect(stdout).toContain('egypt-2011-01-27');
    expect(stdout).toContain('lossrange backtest events --draws 300\n');
  });

  it('gives the same bytes again, and others for another seed', () => {
    const json = backtest('events', ...few, '--format', 'json').stdout;
    expect(backtest('events', ...few, '--format', 'json').stdout).toBe(json);
    expect(backtest('events', ...few, '--format', 'json', '--seed', '2').stdout).not.toBe(json);
    expect(JSON.parse(json)).toMatchObject({
      schema: 'lossrange/backtest@1',
      scored: 2,
      draws: 300,
      seed: 1,
    });
  });

  it('writes a file', () => {
    const { stdout, exitCode } = backtest('events', ...few, '--format', 'markdown', '--out', 'score.md');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(readFileSync(join(folder, 'score.md'), 'utf8')).toMatch(/^# Back-test: 2 past outages/);
  });

  it('answers in one line', () => {
    expect(backtest('events', ...few, '--quiet').stdout).toMatch(
      /^\d of 2 published figures lie inside .*\.\n$/,
    );
  });
});

describe('backtest refuses', () => {
  it.each([
    [['none'], 'FILE_UNREADABLE at none: does not exist', 1],
    [['empty'], 'FILE_UNREADABLE at empty: holds no JSON file', 1],
    [['events/README.md'], 'FILE_UNREADABLE at events/README.md: is no folder', 1],
    [['broken'], 'FILE_UNREADABLE at broken/x.json', 1],
    [['events', '--draws', '0'], 'PARAMETER_OUT_OF_RANGE', 1],
    [['events', '--draws', 'many'], 'USAGE at --draws', 2],
    [['events', '--format', 'csv'], 'USAGE at --format', 2],
    [['events', '--out', ''], 'USAGE at --out: names no file', 2],
    [['events', 'more'], 'USAGE at backtest', 2],
  ] as const)('%j', (args, error, exit) => {
    const { stdout, stderr, exitCode } = backtest(...args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: exit });
    expect(stderr).toContain(`error ${error}`);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('a folder in which nothing can be scored, with the first reason', () => {
    const out = join(folder, 'out-of-scope');
    mkdirSync(out);
    copyFileSync(join(events, 'egypt-2011-01-27.json'), join(out, 'egypt.json'));
    expect(backtest('out-of-scope').stderr).toContain('NOTHING_TO_SCORE');
    expect(backtest('out-of-scope').stderr).toContain('egypt-2011-01-27: nothing is published');
  });
});
