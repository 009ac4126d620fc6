import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot } from '../support/project-files.ts';

// A picture has no text: its bytes spell any word now and then.
const files = projectFiles()
  .filter((path) => !path.endsWith('.png'))
  .map((path) => ({ path, text: readFileSync(`${projectRoot}/${path}`, 'utf8') }));

// Not part of a web address or of a longer path: `https://example.org/work/` is fine.
const machinePath = /(?:^|[^\w.~/-]|file:\/\/)\/(?:work|root|home|Users)\//;
const openTask = /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/;
const narrowedTest = /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only|skip|todo)\b/;

/** Lines of the project that match, as `path:line text`. */
function linesWith(pattern: RegExp, among = files): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, place }) => `${place} ${line.trim().slice(0, 120)}`),
  );
}

describe('text of the project', () => {
  it('is found', () => {
    expect(files.map(({ path }) => path)).toContain('package.json');
  });

  it('names no path of one machine', () => {
    expect(
      linesWith(
        machinePath,
        files.filter(({ path }) => path !== 'test/rules/text.test.ts'),
      ),
    ).toEqual([]);
  });

  it('leaves no open task', () => {
    expect(linesWith(openTask)).toEqual([]);
  });

  it('runs every test', () => {
    const tests = files.filter(({ path }) => path.endsWith('.test.ts') && path !== 'test/rules/text.test.ts');
    expect(linesWith(narrowedTest, tests)).toEqual([]);
  });

  it('has source files in kebab-case', () => {
    const names = files.map(({ path }) => path).filter((path) => /^src\/.*\.ts$/.test(path));
    expect(
      names.filter(
        (path) => !/^src\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(path),
      ),
    ).toEqual([]);
  });
});

describe('the patterns themselves', () => {
  it.each(['/root/.cache', 'see "/home/me/x"', 'file:///home/me/x'])('%s is a machine path', (text) => {
    expect(text).toMatch(machinePath);
  });

  it.each(['https://example.org/work/paper', '../work/x', 'a/root/b'])('%s is not', (text) => {
    expect(text).not.toMatch(machinePath);
  });

  it.each(['it.only(', 'describe.skip.each(', 'test.concurrent.only('])('%s is a narrowed test', (text) => {
    expect(text).toMatch(narrowedTest);
  });

  it('skipIf is not', () => {
    expect('describe.skipIf(windows)').not.toMatch(narrowedTest);
  });
});
