import { describe, expect, it } from 'vitest';
import { expectProblem, openApp, post, smallScenario } from './support.ts';

const pool = {
  run: () => Promise.reject(new Error('nothing runs here')),
  isReady: () => true,
  close: () => Promise.resolve(),
};

describe('headers (D3)', async () => {
  const app = await openApp({ pool });

  it.each(['/', '/healthz', '/v1/events', '/docs', '/openapi.json', '/nowhere', '/v1/estimates'])(
    'of %s',
    async (url) => {
      const { headers } = await app.inject(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|upgrade-insecure-requests/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('has HSTS only when told', async () => {
    const behindTls = await openApp({ pool, hsts: true });
    expect((await behindTls.inject('/healthz')).headers).toHaveProperty('strict-transport-security');
  });
});

describe('other origins (D4)', async () => {
  const closed = await openApp({ pool });
  const open = await openApp({ pool, corsOrigins: ['https://good.example'] });
  const preflight = (origin: string) =>
    ({
      method: 'OPTIONS',
      url: '/v1/estimates',
      headers: { origin, 'access-control-request-method': 'POST' },
    }) as const;

  it('get no permission unless listed', async () => {
    for (const [app, origin] of [
      [closed, 'https://good.example'],
      [open, 'https://evil.example'],
      [open, 'null'],
      [open, 'https://good.example.evil.example'],
    ] as const) {
      const answer = await app.inject({ url: '/v1/events', headers: { origin } });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      const asked = await app.inject(preflight(origin));
      expect(asked.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('get it when listed, never with credentials', async () => {
    const asked = await open.inject(preflight('https://good.example'));
    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': 'https://good.example',
      'access-control-allow-methods': 'GET, HEAD, POST',
      vary: 'Origin',
    });
    const answer = await open.inject({ url: '/v1/events', headers: { origin: 'https://good.example' } });
    expect(answer.headers['access-control-allow-origin']).toBe('https://good.example');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  });
});

describe('the rate limit (D5)', () => {
  it('stops one address, whatever it says it was forwarded for', async () => {
    const app = await openApp({ pool, requestsPerMinute: 50 });
    const answers = [];
    for (let i = 0; i < 60; i += 1) {
      answers.push(await app.inject({ url: '/v1/sectors', headers: { 'x-forwarded-for': `10.0.0.${i}` } }));
    }
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(50);
    const last = answers.at(-1)!;
    expectProblem(last, 429, 'RATE_LIMITED');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.headers).toMatchObject({ 'ratelimit-limit': '50', 'ratelimit-remaining': '0' });
    // A monitor still sees the server.
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('counts addresses that do not exist, and wrong keys', async () => {
    const app = await openApp({ pool, requestsPerMinute: 5, apiKey: 'right' });
    const statuses = [];
    for (let i = 0; i < 8; i += 1) statuses.push((await app.inject('/v1/sectors')).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const lost = [];
    for (let i = 0; i < 8; i += 1) lost.push((await app.inject('/nowhere')).statusCode);
    expect(lost).toContain(429);
  });
});

describe('the key', async () => {
  const app = await openApp({ pool, apiKey: 'a-long-random-text' });
  const withKey = (authorization: string | undefined, url = '/v1/sectors') =>
    app.inject({ url, headers: authorization === undefined ? {} : { authorization } });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer wrong',
    'Basic a-long-random-text',
    'a-long-random-text',
  ])('is asked for: %s', async (authorization) => {
    const answer = await withKey(authorization);
    expectProblem(answer, 401, 'UNAUTHORIZED');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('opens the interface, whose answers are then private', async () => {
    expect((await withKey('Bearer a-long-random-text')).statusCode).toBe(200);
  });

  it.each(['/', '/healthz', '/readyz', '/openapi.json', '/docs'])('is not asked for at %s', async (url) => {
    expect((await withKey(undefined, url)).statusCode).toBe(200);
  });

  it.each(['/v1/nowhere', '/v1'])('is asked for at %s, which does not exist', async (url) => {
    expectProblem(await withKey(undefined, url), 401);
  });
});

describe('the log (D6)', () => {
  it('holds neither bodies nor keys, whatever goes wrong', async () => {
    const lines: string[] = [];
    const log = { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream;
    const app = await openApp({ log, apiKey: 'planted-key' });
    const planted = Array.from({ length: 20 }, (_, i) => `Planted Firm ${i}`);
    const headers = { authorization: 'Bearer planted-key' };
    for (const name of planted) {
      const companies = [{ name, sector: 'air-transportation', annualRevenueUsd: 1e9 }];
      await post(app, '/v1/estimates', { ...smallScenario, affected: { companies } }, headers);
      await post(
        app,
        '/v1/estimates',
        { ...smallScenario, affected: { companies: [{ name, sector: name }] } },
        headers,
      );
      await post(app, '/v1/estimates', { [name]: 1 }, headers);
      await post(app, '/v1/estimates', `{"a": "${name}`, headers);
      await post(app, `/v1/estimates?${encodeURIComponent(name)}`, smallScenario, headers);
      await app.inject({ url: `/v1/events/${encodeURIComponent(name)}`, headers });
      await app.inject({ url: `/v1/events`, headers: { authorization: name } });
    }
    const text = lines.join('');
    expect(lines.length).toBeGreaterThan(planted.length);
    expect(text).not.toMatch(/Planted/);
    expect(text).not.toContain('planted-key');
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
  });
});

describe('text that would be markup (D9)', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    `"'><svg/onload=alert(1)>`,
    '{{constructor.constructor("alert(1)")()}}',
  ])('%s stays text', async (title) => {
    const app = await openApp();
    const answer = await post(app, '/v1/estimates', { ...smallScenario, title });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json().scenario.title).toBe(title);
    const csv = await app.inject(`${String(answer.headers.location)}.csv`);
    expect(csv.headers['content-disposition']).toMatch(/^attachment/);
  });

  it('cannot turn its direction', async () => {
    const app = await openApp();
    expectProblem(await post(app, '/v1/estimates', { ...smallScenario, title: 'a\u202Eb' }), 422);
  });
});
