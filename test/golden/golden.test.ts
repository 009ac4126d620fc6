import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';

/**
 * What users see, byte by byte: one folder a command, with `command.txt` as typed and what it prints. After a change
 * that is meant to show, `UPDATE_GOLDEN=1 npx vitest run test/golden` writes the new text; read every difference.
 */
const root = join(projectRoot, 'test/golden');
const update = process.env['UPDATE_GOLDEN'] === '1';
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Words of a command line; a name and value in front go into the environment, single quotes keep spaces. */
function parseCommand(line: string): { args: string[]; env: Record<string, string> } {
  const words = [...line.trim().matchAll(/(?:'([^']*)'|([^\s']+))(?=\s|$)/g)].map(
    (word) => word[1] ?? word[2] ?? '',
  );
  const name = words.indexOf('lossrange');
  expect(name, `no lossrange in ${line}`).not.toBe(-1);
  const env = Object.fromEntries(words.slice(0, name).map((word) => word.split('=') as [string, string]));
  return { args: words.slice(name + 1), env };
}

describe('golden output', () => {
  it('is there', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const at = (file: string): string => join(root, name, file);
    const { args, env } = parseCommand(readFileSync(at('command.txt'), 'utf8'));
    const { stdout, stderr, exitCode } = runCli(args, { env });
    const printed = { 'stdout.txt': stdout, 'stderr.txt': stderr, 'exit.txt': `${exitCode ?? 'killed'}\n` };
    for (const [file, text] of Object.entries(printed)) {
      if (update) writeFileSync(at(file), text);
      else expect(text, file).toBe(existsSync(at(file)) ? readFileSync(at(file), 'utf8') : undefined);
    }
  });
});
