// Builds dist/ from src/ with tsc.
//   node .ci/build.js                          always, with type errors reported
//   node .ci/build.js --if-stale               only when src is newer than dist; quiet when typescript is not installed
//   node .ci/build.js --if-stale --no-check    the same without type errors (`npm run lint` reports those)
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const ifStale = process.argv.includes('--if-stale');

function isFresh() {
  if (!existsSync(join(dist, 'cli', 'main.js'))) return false;
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name));
  const builtAt = statSync(dist).mtimeMs;
  return ['tsconfig.json', 'src', ...sources].every((name) => statSync(join(root, name)).mtimeMs < builtAt);
}

function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return undefined;
  }
}

/** Two builds may end at the same moment, so that the folder is back between the two steps: try again. */
function replaceDist(built) {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(dist, { recursive: true, force: true, maxRetries: 5 });
    try {
      renameSync(built, dist);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

function build(compiler) {
  // A folder of its own, renamed when complete: programs that run from dist never see it half written.
  // It stands beside dist, at the same depth, so that the source maps stay right.
  const startedAt = new Date();
  const next = join(root, `dist-${String(process.pid)}`);
  const options = [
    '-p',
    root,
    '--outDir',
    next,
    ...(process.argv.includes('--no-check') ? ['--noCheck'] : []),
  ];
  try {
    const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
    const command = join(next, 'cli', 'main.js');
    // tsc writes 0644, and npx sets the execute bit only once.
    if (existsSync(command)) chmodSync(command, 0o755);
    // The start, not the end: a file changed while tsc ran counts as newer.
    utimesSync(next, startedAt, startedAt);
    replaceDist(next);
    return 0;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

const compiler = findCompiler();
if (ifStale && (compiler === undefined || isFresh())) process.exit(0);
if (compiler === undefined) {
  console.error('typescript is not installed: run `npm ci` first');
  process.exit(1);
}
process.exit(build(compiler));
