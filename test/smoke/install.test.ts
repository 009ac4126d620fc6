import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFiles, projectRoot } from '../support/project-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// What a stranger does with the project: needs the package registry, or its packages in the npm cache.

const workshop = temporaryFolder();

/** Settings that an outer npm hands to its scripts would point the inner npm back at this project. */
const inherited = /^npm_(package|lifecycle|config_local_prefix|config_prefix|command|execpath)|^INIT_CWD$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));

interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, command: string, ...args: string[]): Run {
  // npm and npx are scripts that Windows starts only through its shell.
  const shell = process.platform === 'win32' && command !== process.execPath;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, shell, encoding: 'utf8' });
  return { exitCode: status, stdout, stderr };
}

const install = ['--prefer-offline', '--no-audit', '--no-fund'];

/** npx keeps a link to the folder it runs in; this one must not outlive the test. */
const npx = (cwd: string, ...args: string[]): Run =>
  run(cwd, 'npx', `--cache=${join(workshop, 'npx-cache')}`, ...args);

/** The files that are or would be committed, in a folder of their own. */
function clone(name: string): string {
  const folder = join(workshop, name);
  for (const path of projectFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(projectRoot, path), join(folder, path));
  }
  return folder;
}

function expectSuccess(result: Run): void {
  expect(result.exitCode, result.stderr + result.stdout).toBe(0);
}

function expectHelp(result: Run): void {
  expectSuccess(result);
  expect(result.stdout).toMatch(/usage:? *lossrange/i);
}

function expectEstimate(result: Run): void {
  expectSuccess(result);
  expect(result.stdout).toContain('$');
}

describe('a clone', () => {
  const folder = clone('clone');
  let installed: Run;
  beforeAll(() => {
    // Also shows that no package needs an install script; `prepare`, our own, is run by hand.
    installed = run(folder, 'npm', 'ci', ...install);
  });

  it('installs without a warning', () => {
    expectSuccess(installed);
    expect(installed.stderr).not.toMatch(/EBADENGINE|allow-scripts|install scripts/i);
  });

  it('estimates with npx', () => {
    expectHelp(npx(folder, 'lossrange', '--help'));
    expectEstimate(npx(folder, 'lossrange', 'estimate', 'aws-2025-10-20'));
  });

  it('still does after a new build', () => {
    rmSync(join(folder, 'dist'), { recursive: true });
    expectSuccess(run(folder, 'npm', 'run', 'build'));
    expectHelp(npx(folder, 'lossrange', '--help'));
  });
});

describe('an install without the tools of development', () => {
  it('leaves the build out quietly', () => {
    const folder = clone('production');
    expectSuccess(run(folder, 'npm', 'ci', '--omit=dev', ...install));
    expect(existsSync(join(folder, 'node_modules/typescript'))).toBe(false);
  });
});

describe('the packed product', () => {
  const user = join(workshop, 'user');
  const product = join(user, 'node_modules/lossrange');
  beforeAll(() => {
    mkdirSync(user);
    expectSuccess(run(projectRoot, 'npm', 'pack', '--pack-destination', user));
    const tarball = readdirSync(user).find((name) => name.endsWith('.tgz')) ?? '';
    expectSuccess(run(user, 'npm', 'install', `./${tarball}`, ...install));
  });

  it('holds the program, the models and the data, and nothing else', () => {
    expect(readdirSync(product).sort()).toEqual([
      'LICENSE',
      'README.md',
      'data',
      'dist',
      'models',
      'package.json',
    ]);
  });

  it('runs where it is installed', () => {
    expectHelp(npx(user, 'lossrange', '--help'));
  });

  it('runs from another folder', () => {
    expectEstimate(
      run(tmpdir(), process.execPath, join(product, 'dist/cli/main.js'), 'estimate', 'aws-2025-10-20'),
    );
  });

  it('can be imported', () => {
    const program = "import('lossrange').then((library) => console.log(Object.keys(library).join()))";
    const result = run(user, process.execPath, '--eval', program);
    expectSuccess(result);
    expect(result.stdout).toContain('estimate');
  });
});
