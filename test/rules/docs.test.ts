import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { blocksOf, examplesOf, matchesLines, type Block } from './markdown.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// Fails, as it should, when there is no README.
const blocks = blocksOf(readFileSync(join(projectRoot, 'README.md'), 'utf8'));
const examples = blocks.flatMap(examplesOf).filter(({ command }) => command.startsWith('npx lossrange'));
const programs = blocks.filter(({ language, text }) => language === 'ts' && /from 'lossrange/.test(text));

// The examples run as in a clone, but what they write stays out of it.
const folder = temporaryFolder();
mkdirSync(join(folder, 'node_modules'));
for (const [name, target] of [
  ['node_modules/lossrange', '.'],
  ['node_modules/@types', 'node_modules/@types'],
  ['data', 'data'],
  ['models', 'models'],
] as const) {
  symlinkSync(join(projectRoot, target), join(folder, name), 'junction');
}
for (const { file, text } of blocks) if (file !== undefined) writeFileSync(join(folder, file), text);

/** Runs a command line of the README on the built program; returns what a terminal would show. */
function runCommand(command: string): { shown: string; exitCode: number | null } {
  const script = `exec 2>&1\nnpx() { shift; "$NODE" "$MAIN" "$@"; }\n${command}`;
  const env = { ...process.env, NODE: process.execPath, MAIN: join(projectRoot, 'dist/cli/main.js') };
  const { stdout, status } = spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
  return { shown: stdout, exitCode: status };
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

// The commands are written for a POSIX shell.
describe.skipIf(process.platform === 'win32')('commands of README.md', () => {
  it('are there', () => {
    expect(examples).not.toEqual([]);
  });

  it.each(examples)('line $line: $command', ({ command, output, exitCode }) => {
    const result = runCommand(command);
    expect(result.exitCode, result.shown).toBe(exitCode);
    const printed = linesOf(result.shown);
    // On a difference the comparison of the two lists shows where.
    if (output !== undefined && !matchesLines(printed, output)) expect(printed).toEqual(output);
  });
});

describe.runIf(programs.length > 0)('programs of README.md', () => {
  const nameOf = ({ line }: Block): string => `example-${line}`;
  let problems = '';

  beforeAll(() => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const block of programs) writeFileSync(join(folder, `${nameOf(block)}.ts`), block.text);
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    const files = programs.map((block) => `${nameOf(block)}.ts`);
    const options =
      '--strict --module nodenext --target es2023 --types node --skipLibCheck --ignoreConfig'.split(' ');
    problems = spawnSync(process.execPath, [compiler, ...options, ...files], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  });

  it.each(programs)('line $line', (block) => {
    expect(problems.split('\n').filter((row) => row.startsWith(nameOf(block)))).toEqual([]);
    const run = spawnSync(process.execPath, [`${nameOf(block)}.js`], { cwd: folder, encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
  });
});
