import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-files.ts';

export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** Runs the built program as a user would, with a UTF-8 locale unless told otherwise. */
export function runCli(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): CliRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'dist/cli/main.js'), ...args],
    {
      encoding: 'utf8',
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
      // No terminal and nothing typed.
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return { stdout, stderr, exitCode: status };
}
