// Load on a real server: `npm run bench:load [-- --clients 16 --seconds 20 --draws 10000 --event aws-2025-10-20]`.
// Prints how long estimates and /healthz take while every client asks again as soon as it has its answer.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '20' },
    draws: { type: 'string', default: '10000' },
    event: { type: 'string', default: 'aws-2025-10-20' },
  },
});
const [clients, seconds, draws] = [values.clients, values.seconds, values.draws].map(Number);

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const server = spawn(process.execPath, [main, 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'ignore'],
  env: { ...process.env, LOSSRANGE_RATE_LIMIT: '1000000' },
});
const address = await new Promise((resolve, reject) => {
  server.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)));
  server.stdout.on('data', (text) => {
    const found = /http:\/\/\S+/.exec(String(text));
    if (found !== null) resolve(found[0]);
  });
});

const agent = new Agent({ keepAlive: true });

/** Status and milliseconds of one request. */
function ask(method, path, body) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const call = request(new URL(path, address), { method, agent, headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode, ms: performance.now() - startedAt, text });
      });
    });
    call.on('error', () => resolve({ status: 0, ms: performance.now() - startedAt, text: '' }));
    call.end(body);
  });
}

/** Memory of the server in MB, where the system tells it. */
function residentMegabytes() {
  try {
    const status = readFileSync(`/proc/${String(server.pid)}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return NaN;
  }
}

/** Seconds of processor time that the server has used. */
function processorSeconds() {
  try {
    const fields = readFileSync(`/proc/${String(server.pid)}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

function quantile(sorted, p) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)];
}

function line(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p99, most] = [quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1)].map((ms) =>
    `${ms.toFixed(0)} ms`.padStart(9),
  );
  return `${name.padEnd(12)} ${String(sorted.length).padStart(6)} answers   p50 ${p50}   p99 ${p99}   max ${most}`;
}

const { scenario } = JSON.parse((await ask('GET', `/v1/events/${values.event}`)).text);
let seed = 0;
let errors = 0;

async function client(until, times) {
  while (performance.now() < until) {
    seed += 1;
    const body = JSON.stringify({ ...scenario, simulation: { draws, seed } });
    const { status, ms } = await ask('POST', '/v1/estimates', body);
    if (status === 201) times.push(ms);
    else errors += 1;
  }
}

async function watch(until, times) {
  while (performance.now() < until) {
    const { status, ms } = await ask('GET', '/healthz');
    if (status === 200) times.push(ms);
    else errors += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function run(forSeconds) {
  const until = performance.now() + forSeconds * 1000;
  const [estimates, health] = [[], []];
  const all = Array.from({ length: clients }, () => client(until, estimates));
  await Promise.all([...all, watch(until, health)]);
  return { estimates, health };
}

await run(Math.min(5, seconds));
errors = 0;
const [memoryBefore, processorBefore] = [residentMegabytes(), processorSeconds()];
const memory = [];
const sampling = setInterval(() => memory.push(residentMegabytes()), (seconds * 1000) / 6);
const { estimates, health } = await run(seconds);
clearInterval(sampling);
const used = processorSeconds() - processorBefore;

console.log(`${clients} clients, ${seconds} s, ${draws} draws, ${values.event}`);
console.log(line('estimates', estimates));
console.log(line('healthz', health));
console.log(`errors       ${errors}`);
console.log(`rate         ${(estimates.length / seconds).toFixed(1)} estimates a second`);
console.log(
  `processor    ${((1000 * used) / estimates.length).toFixed(0)} ms an estimate, ${(used / seconds).toFixed(2)} cores in use`,
);
console.log(`memory       ${[memoryBefore, ...memory].join(', ')} MB, sixth by sixth`);

const ended = new Promise((resolve) => server.once('exit', resolve));
server.kill('SIGTERM');
await ended;
agent.destroy();
