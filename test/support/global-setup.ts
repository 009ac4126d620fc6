import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Builds dist once before the tests, because the CLI and golden tests run from it.
 * Type errors are left to `npm run build` and `npm run lint`.
 */
export function setup(): void {
  const script = fileURLToPath(new URL('../../.ci/build.js', import.meta.url));
  execFileSync(process.execPath, [script, '--if-stale', '--no-check'], { stdio: 'inherit' });
}
