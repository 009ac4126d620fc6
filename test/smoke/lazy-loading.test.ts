import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

const recorder = pathToFileURL(join(projectRoot, 'test/support/record-modules.js')).href;

/** Addresses of all modules that `node <args>` loads. */
function modulesLoadedBy(...args: string[]): string[] {
  const log = join(folder, 'modules.txt');
  execFileSync(process.execPath, ['--import', recorder, ...args], {
    env: { ...process.env, MODULE_LOG: log },
  });
  const modules = readFileSync(log, 'utf8').trim().split('\n');
  rmSync(log);
  return modules;
}

const ofPackages = (modules: readonly string[], names: readonly string[]): string[] =>
  modules.filter((url) => names.some((name) => url.includes(`/node_modules/${name}/`)));

// Each costs a tenth of a second or more to load.
const heavy = ['zod', 'csv-parse', 'fastify', '@observablehq/plot', 'linkedom', '@resvg/resvg-js'];

describe('what is loaded', () => {
  it('--help loads no heavy package', () => {
    const modules = modulesLoadedBy(join(projectRoot, 'dist/cli/main.js'), '--help');
    // The recorder works: it saw the parser of the command line.
    expect(ofPackages(modules, ['commander'])).not.toEqual([]);
    expect(ofPackages(modules, heavy)).toEqual([]);
  });

  it('importing the library loads no heavy package and reads no file', () => {
    const entry = pathToFileURL(join(projectRoot, 'dist/index.js')).href;
    const modules = modulesLoadedBy(
      '--input-type=module',
      '--eval',
      `await import(${JSON.stringify(entry)})`,
    );
    expect(modules).toContain(entry);
    expect(ofPackages(modules, heavy)).toEqual([]);
    expect(modules.filter((url) => /^node:fs\b/.test(url))).toEqual([]);
  });
});
