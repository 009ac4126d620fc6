// Builds dist/ from src/ with tsc, and the page into dist/web with Vite.
//   node .ci/build.js                          always, with type errors reported
//   node .ci/build.js --if-stale               only when src is newer than dist; quiet when typescript is not installed
//   node .ci/build.js --if-stale --no-check    the same without type errors (`npm run lint` reports those)
//   node .ci/build.js --site [folder]          the page alone, for any file host; into dist-site when no folder is given
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const ifStale = process.argv.includes('--if-stale');

function isFresh() {
  if (!existsSync(join(dist, 'cli', 'main.js'))) return false;
  if (findVite() !== undefined && !existsSync(join(dist, 'web', 'index.html'))) return false;
  const builtAt = statSync(dist).mtimeMs;
  // The page brings models and data along.
  const folders = ['src', 'models', 'data'];
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  const files = ['tsconfig.json', 'vite.config.ts', ...folders, ...inside];
  return files
    .filter((name) => existsSync(join(root, name)))
    .every((name) => statSync(join(root, name)).mtimeMs < builtAt);
}

function findVite() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  } catch {
    return undefined;
  }
}

/** Without Vite there is no page: the command line and the API work without one. */
function buildPage(folder) {
  const vite = findVite();
  if (vite === undefined) return 0;
  const options = [
    'build',
    '--config',
    join(root, 'vite.config.ts'),
    '--outDir',
    folder,
    '--logLevel',
    'warn',
  ];
  return spawnSync(process.execPath, [vite, ...options], { stdio: 'inherit', cwd: root }).status ?? 1;
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
    const pageStatus = buildPage(join(next, 'web'));
    if (pageStatus !== 0) return pageStatus;
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

const site = process.argv.indexOf('--site');
if (site !== -1) {
  if (findVite() === undefined) {
    console.error('vite is not installed: run `npm ci` first');
    process.exit(1);
  }
  process.exit(buildPage(resolve(process.argv[site + 1] ?? join(root, 'dist-site'))));
}

const compiler = findCompiler();
if (ifStale && (compiler === undefined || isFresh())) process.exit(0);
if (compiler === undefined) {
  console.error('typescript is not installed: run `npm ci` first');
  process.exit(1);
}
process.exit(build(compiler));
