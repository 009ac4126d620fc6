import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { problemResponse } from '../../src/api/schemas/problem.ts';
import { projectRoot } from '../support/project-files.ts';
import { openApp, smallScenario } from './support.ts';

/** What a server says to bytes that need not be HTTP, until it closes the connection. */
async function say(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // The server may close while it is still being sent to.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return Buffer.concat(chunks).toString('utf8');
}

function expectRawProblem(answer: string, status: number): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(problemResponse.parse(JSON.parse(body)).status).toBe(status);
}

async function listening(options: Parameters<typeof openApp>[0] = {}) {
  const app = await openApp(options);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

describe('a connection', async () => {
  const { port } = await listening();

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['TLS', Buffer.from([22, 3, 1, 0, 5, 1, 0, 0, 1, 0]), 400],
    ['a bad header', 'GET /healthz HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n', 400],
    [
      'two lengths',
      'POST /v1/estimates HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
    ],
    ['long headers', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'an unknown expectation',
      'POST /v1/estimates HTTP/1.1\r\nhost: x\r\nexpect: magic\r\ncontent-length: 2\r\n\r\n{}',
      417,
    ],
  ])('that speaks %s gets a problem', async (_what, bytes, status) => {
    expectRawProblem(await say(port, bytes), status);
  });

  it('that announces a long body is answered before it is sent (C1)', async () => {
    const startedAt = performance.now();
    const head =
      'POST /v1/estimates HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 200000000\r\n\r\n{';
    expectRawProblem(await say(port, head), 413);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('that sends a long body in pieces is cut at 1 MiB (C1)', async () => {
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head =
      'POST /v1/estimates HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    expectRawProblem(await say(port, head + piece.repeat(17)), 413);
  });

  it('with a million brackets does not hold the server (C2)', async () => {
    const body = '['.repeat(1_000_000);
    const head = `POST /v1/estimates HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    expectRawProblem(await say(port, head + body), 400);
  });
});

describe('a caller that sends slowly (C10)', () => {
  it('is cut, while others are answered', async () => {
    const arrival = { headersMs: 500, requestMs: 1_000, checkMs: 100 };
    const { port } = await listening({ arrival });
    const slow = Array.from({ length: 60 }, (_, i) =>
      say(
        port,
        i % 2 === 0
          ? 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: '
          : 'POST /v1/estimates HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      ),
    );
    const startedAt = performance.now();
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(healthy.status).toBe(200);
    for (const answer of await Promise.all(slow)) expectRawProblem(answer, 408);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe('many callers', () => {
  it('leave /healthz quick while they wait for estimates (C9), and stop costing when they leave (C11)', async () => {
    const { port } = await listening();
    const address = `http://127.0.0.1:${port}`;
    const { scenario } = (await (await fetch(`${address}/v1/events/aws-2025-10-20`)).json()) as {
      scenario: object;
    };
    const leave = new AbortController();
    const asked = Array.from({ length: 16 }, async (_, seed) => {
      const body = JSON.stringify({ ...scenario, simulation: { draws: 10_000, seed } });
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${address}/v1/estimates`, {
        method: 'POST',
        body,
        headers,
        signal: leave.signal,
      });
      return status;
    });
    const times: number[] = [];
    for (let i = 0; i < 40; i += 1) {
      const startedAt = performance.now();
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      times.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    times.sort((a, b) => a - b);
    // The first contains a new connection; the suite runs beside this test.
    expect(times[20]).toBeLessThan(100);
    leave.abort();
    const settled = await Promise.allSettled(asked);
    expect(settled.some(({ status }) => status === 'rejected')).toBe(true);
    // Nobody waits any more, so the next one has a thread soon.
    const startedAt = performance.now();
    const next = await fetch(`${address}/v1/estimates`, {
      method: 'POST',
      body: JSON.stringify(smallScenario),
      headers: { 'content-type': 'application/json' },
    });
    expect(next.status).toBe(201);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });

  it('are told to come back when too much waits', async () => {
    const { port } = await listening();
    const address = `http://127.0.0.1:${port}`;
    const companies = Array.from({ length: 1_000 }, (_, i) => ({
      name: `c${i}`,
      sector: 'retail-trade',
      annualRevenueUsd: { p5: 1e8, p95: 1e9 },
    }));
    const body = JSON.stringify({
      outage: { kind: 'company-it', durationHours: 4 },
      affected: { companies },
      simulation: { draws: 150_000, seed: 1 },
    });
    const leave = new AbortController();
    const ask = async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/v1/estimates`, {
        method: 'POST',
        body,
        headers,
        signal: leave.signal,
      });
      leave.abort();
      return {
        status: answer.status,
        retryAfter: answer.headers.get('retry-after'),
        problem: await answer.text().catch(() => ''),
      };
    };
    const settled = await Promise.allSettled(Array.from({ length: 5 }, ask));
    const answered = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(answered[0]?.status).toBe(503);
    expect(Number(answered[0]?.retryAfter)).toBeGreaterThan(0);
  });
});

const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => running.splice(0).forEach((server) => server.kill('SIGKILL')));

/** `lossrange serve` in a process of its own. */
async function serve(args: readonly string[], env: Record<string, string> = {}) {
  const main = join(projectRoot, 'dist/cli/main.js');
  const server = spawn(process.execPath, [main, 'serve', ...args], { env: { ...process.env, ...env } });
  running.push(server);
  const output = { stdout: '', stderr: '' };
  server.stderr.on('data', (text) => (output.stderr += String(text)));
  const exited = once(server, 'exit').then(([code]) => code as number | null);
  const address = await Promise.race([
    new Promise<string>((resolve) => {
      server.stdout.on('data', (text) => {
        output.stdout += String(text);
        const found = /http:\/\/\S+/.exec(output.stdout)?.[0];
        if (found !== undefined) resolve(found);
      });
    }),
    exited.then(() => ''),
  ]);
  return { server, address, exited, output };
}

describe('lossrange serve', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', '127.example.org'])(
    'does not listen on %s without a key (D2)',
    async (host) => {
      const { exited, output } = await serve(['--host', host, '--port', '0'], { LOSSRANGE_API_KEY: ' ' });
      expect(await exited).toBe(2);
      expect(output.stderr).toMatch(/^error USAGE at --host: .*LOSSRANGE_API_KEY/);
    },
  );

  it('listens on every address with one', async () => {
    const { address } = await serve(['--host', '0.0.0.0', '--port', '0'], { LOSSRANGE_API_KEY: 'key' });
    const local = address.replace(/\/\/[^:]+/, '//127.0.0.1');
    expect((await fetch(`${local}/healthz`)).status).toBe(200);
    expect((await fetch(`${local}/v1/events`)).status).toBe(401);
    const headers = { authorization: 'Bearer key' };
    expect((await fetch(`${local}/v1/events`, { headers })).status).toBe(200);
  });

  it('takes the next free port', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    try {
      const { address } = await serve(['--port', String(port)]);
      expect(Number(new URL(address).port)).toBeGreaterThan(port);
    } finally {
      blocker.close();
    }
  });

  it.each([
    [['--port', '80800'], {}, /at --port: .*80800/],
    [['--port', '-1'], {}, /--port/],
    [['--port', '0'], { LOSSRANGE_CORS_ORIGINS: '*' }, /at LOSSRANGE_CORS_ORIGINS/],
    [['--port', '0'], { LOSSRANGE_RATE_LIMIT: 'many' }, /at LOSSRANGE_RATE_LIMIT/],
  ])('refuses %j %j', async (args, env, message) => {
    const { exited, output } = await serve(args, env);
    expect(await exited).toBe(2);
    expect(output.stderr).toMatch(message);
  });

  // Windows has no such signal.
  it.skipIf(process.platform === 'win32')('finishes what it has taken when it is stopped (C20)', async () => {
    const { server, address, exited } = await serve(['--port', '0']);
    const event = (await (await fetch(`${address}/v1/events/aws-2025-10-20`)).json()) as { scenario: object };
    const answers = [1, 2, 3].map(async (seed) => {
      const body = JSON.stringify({ ...event.scenario, simulation: { draws: 500, seed } });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/v1/estimates`, { method: 'POST', body, headers });
      return { status: answer.status, length: (await answer.text()).length };
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const startedAt = performance.now();
    server.kill('SIGTERM');
    for (const { status, length } of await Promise.all(answers)) {
      expect(status).toBe(201);
      expect(length).toBeGreaterThan(10_000);
    }
    expect(await exited).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});
