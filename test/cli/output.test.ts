import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFile } from '../../src/cli/output.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'out.txt');
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

describe('writeFile', () => {
  it('writes and replaces, and leaves nothing else behind', () => {
    writeFile(file, 'one');
    writeFile(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['out.txt']);
  });

  it('keeps a link pointing at its target', () => {
    writeFileSync(file, 'old');
    const link = join(folder, 'link');
    symlinkSync(file, link);
    writeFile(link, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it.each([
    ['a folder', (): string => folder],
    ['a folder that does not exist', (): string => join(folder, 'none', 'out.txt')],
  ])('refuses %s', (_name, path) => {
    expect(() => writeFile(path(), 'text')).toThrow('cannot be written');
    expect(readdirSync(folder)).toEqual([]);
  });

  // Root may write anywhere, whatever the mode says.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('refuses a read-only file', () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o444);
    expect(() => writeFile(file, 'new')).toThrow('permission is denied');
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it.skipIf(process.platform !== 'linux')('says when the disk is full', () => {
    expect(() => writeFile('/dev/full', 'text')).toThrow('no space is left');
  });
});
