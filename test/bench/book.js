// Large books on the command line: `npm run bench:book [-- --policies 100000 --years 10000 --rows 1000000]`.
// Prints time, processor time and the most memory held. Equal bytes for any number of threads are a test, not a bench.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    policies: { type: 'string', default: '100000' },
    years: { type: 'string', default: '10000' },
    rows: { type: 'string', default: '1000000' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'lossrange-bench-'));

/** The sample book over and over, each row an account and a policy of its own. */
async function writeBook(name, count) {
  const [header, ...rows] = readFileSync(join(root, 'data/samples/portfolio.csv'), 'utf8').trim().split('\n');
  const out = createWriteStream(join(folder, name));
  out.write(`${header}\n`);
  for (let row = 0; row < count; row++) {
    const cells = rows[row % rows.length].split(',');
    [cells[1], cells[2]] = [`A${row}`, `P${row}`];
    if (!out.write(`${cells.join(',')}\n`)) await new Promise((drained) => out.once('drain', drained));
  }
  out.end();
  await finished(out);
}

/** The process says itself what it used, on any system. */
const report = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('USED ' + JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});`;

async function run(label, ...options) {
  const startedAt = performance.now();
  const measured = ['--import', `data:text/javascript,${encodeURIComponent(report)}`];
  const child = spawn(process.execPath, [...measured, main, 'book', ...options, '--quiet'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text) => (errors += String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - startedAt) / 1000;
  const used = /USED (.*)/.exec(errors)?.[1];
  if (code !== 0 || used === undefined) throw new Error(`${label}: exit ${String(code)}\n${errors}`);
  const [cpu, megabytes] = JSON.parse(used);
  console.log(
    `${label}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor, ${megabytes.toFixed(0)} MB`,
  );
}

try {
  const { policies, years, rows } = values;
  await writeBook('policies.csv', Number(policies));
  const threads = `up to ${availableParallelism()} threads`;
  await run(
    `${policies} policies x ${years} years, ${threads}`,
    ...['policies.csv', '--catalogue', 'cloud', '--years', years],
  );
  await writeBook('rows.csv', Number(rows));
  await run(`${rows} rows through one event`, 'rows.csv', '--event', 'aws-2025-10-20');
} finally {
  rmSync(folder, { recursive: true });
}
