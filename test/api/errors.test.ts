import { describe, expect, it } from 'vitest';
import { apiErrors } from '../../src/api/problem.ts';
import { problemResponse } from '../../src/api/schemas/problem.ts';
import { expectProblem, openApp, post, smallScenario } from './support.ts';

const app = await openApp();
const estimates = '/v1/estimates';

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

describe('a body that cannot be read', () => {
  it.each([
    ['', 400, 'FILE_UNREADABLE'],
    ['{', 400, 'FILE_UNREADABLE'],
    ['{"outage":NaN}', 400, 'FILE_UNREADABLE'],
    ['"text"', 422, 'SCENARIO_INVALID'],
    ['[]', 422, 'SCENARIO_INVALID'],
    ['null', 422, 'SCENARIO_INVALID'],
    ['{"outage":{"kind":"cloud"},"outage":{"kind":"cloud"}}', 422, 'SCENARIO_INVALID'],
  ])('%s: %i', async (body, status, code) => {
    expectProblem(await post(app, estimates, body), status, code);
  });

  it('is longer than 1 MiB (C1)', async () => {
    const long = JSON.stringify({ title: 'x'.repeat(1_048_576) });
    expectProblem(await post(app, estimates, long), 413, 'BODY_TOO_LARGE');
  });

  it.each([33, 5_000, 20_000, 500_000])('nests %i deep (C2)', async (depth) => {
    const body = `{"outage":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const took = await milliseconds(async () => expectProblem(await post(app, estimates, body), 400));
    // 50 ms alone on a machine; the tests run beside each other.
    expect(took).toBeLessThan(1_000);
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip', 'zstd'])('is packed with %s (C5)', async (coding) => {
    const answer = await post(app, estimates, smallScenario, { 'content-encoding': coding });
    expectProblem(answer, 415, 'MEDIA_TYPE_UNSUPPORTED');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/jsonx',
    'application/json\tx',
  ])('is of type %s', async (type) => {
    expectProblem(await post(app, estimates, '{}', { 'content-type': type }), 415, 'MEDIA_TYPE_UNSUPPORTED');
  });

  it('has no type', async () => {
    const answer = await app.inject({ method: 'POST', url: estimates, payload: Buffer.from('{}') });
    expectProblem(answer, 415, 'MEDIA_TYPE_UNSUPPORTED');
  });

  it('is absent', async () => {
    const answer = await app.inject({ method: 'POST', url: estimates });
    expectProblem(answer, 422, 'SCENARIO_INVALID');
    expect(answer.json().errors[0].pointer).toBe('#');
  });
});

describe('a scenario that is wrong', () => {
  it('is told place by place, with the way out', async () => {
    const answer = await post(app, estimates, {
      outage: { kind: 'cloud', durationHour: 3, impairmentShare: 80 },
      affected: { businesses: [{ count: -1, counted: 'named' }] },
      assumptions: { 'recapture.retail-trade': 'much' },
    });
    expectProblem(answer, 422, 'SCENARIO_INVALID');
    const { errors } = problemResponse.parse(answer.json());
    expect(errors?.map(({ pointer, hint }) => [pointer, hint])).toEqual([
      ['#/outage', 'did you mean "durationHours"?'],
      ['#/outage/impairmentShare', 'is this percent? write 0.8'],
      ['#/affected/businesses/0/count', 'write 0 or more'],
      ['#/assumptions/recapture.retail-trade', expect.stringContaining('{"p5","p95"}')],
    ]);
  });

  it.each([
    [{ outage: { kind: 'clod' } }, 'KIND_UNKNOWN', '#/outage/kind'],
    [{ outage: { kind: 'cloud', provider: 'nobody' } }, 'PROVIDER_UNKNOWN', '#/outage/provider'],
    [{ ...smallScenario, assumptions: { 'no.such': 1 } }, 'PARAMETER_UNKNOWN', '#/assumptions/no.such'],
    [
      { outage: { kind: 'power', durationHours: 2 }, affected: { coverage: [{ country: 'XX', share: 1 }] } },
      'COUNTRY_UNKNOWN',
      '#/affected/coverage/0/country',
    ],
    [
      { ...smallScenario, affected: { companies: [{ name: 'A', sector: 'no-such' }] } },
      'SECTOR_UNKNOWN',
      '#/affected/companies/0/sector',
    ],
    [{ outage: { kind: 'platform', durationHours: 3 } }, 'NO_METHOD_APPLIES', '#/affected'],
  ])('%j is refused by the engine with %s', async (scenario, code, pointer) => {
    const answer = await post(app, estimates, scenario);
    expectProblem(answer, 422, code);
    expect(answer.json().errors).toMatchObject([{ pointer, code }]);
  });

  it('lists at most 20 problems', async () => {
    const businesses = Array.from({ length: 100 }, () => ({ count: -1, counted: 'named' }));
    const answer = await post(app, estimates, { outage: { kind: 'cloud' }, affected: { businesses } });
    expectProblem(answer, 422);
    expect(answer.json().errors).toHaveLength(20);
  });

  const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  it.each(inherited)('uses %s as key or name, and changes nothing by it (C3)', async (name) => {
    const before = (await post(app, estimates, smallScenario)).body;
    const bodies = [
      `{"outage":{"kind":"cloud","durationHours":1},"${name}":{"polluted":true}}`,
      `{"outage":{"kind":"cloud","${name}":{"polluted":true}}}`,
      `{"outage":{"kind":"${name}"}}`,
      `{"outage":{"kind":"cloud","provider":"${name}","region":"${name}"}}`,
      `{"outage":{"kind":"power","durationHours":1},"affected":{"coverage":[{"country":"${name}","share":1}]}}`,
      `{"outage":{"kind":"airline"},"affected":{"companies":[{"name":"a","sector":"${name}"}]}}`,
      `{"outage":{"kind":"cloud","durationHours":1},"assumptions":{"${name}":1}}`,
      `{"outage":{"kind":"cloud","durationHours":1},"sources":{"${name}":{"title":"x"}}}`,
    ];
    for (const body of bodies) expectProblem(await post(app, estimates, body), 422);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect((await post(app, estimates, smallScenario)).body).toBe(before);
  });

  it.each(['9', ' ', ',', 'a', '(', '-', '.', '2025-', 'P1'])(
    'repeats %j for a long time in every text, and is refused soon (C7)',
    async (piece) => {
      const text = piece.repeat(50_000 / piece.length);
      const scenario = {
        id: text,
        title: text,
        asOf: text,
        outage: { kind: text, provider: text, region: text, start: text, durationHours: text },
        affected: { companies: [{ name: text, sector: text, country: text }] },
        scope: text,
        exposure: text,
        sources: { a: { title: text, href: text, published: text } },
      };
      const took = await milliseconds(async () => expectProblem(await post(app, estimates, scenario), 422));
      expect(took).toBeLessThan(1_000);
    },
  );
});

describe('work that is too much (C8)', () => {
  it.each([1e12, 1_000_001, 2 ** 53, -1, 0, 1.5])('%d draws', async (draws) => {
    const answer = await post(app, estimates, { ...smallScenario, simulation: { draws, seed: 1 } });
    expectProblem(answer, 422, 'PARAMETER_OUT_OF_RANGE');
    expect(answer.json().errors[0]).toMatchObject({ pointer: '#/simulation/draws' });
    expect(answer.json().detail).toContain('1,000,000');
  });

  it('is refused with the number that fits', async () => {
    const companies = Array.from({ length: 1_000 }, (_, i) => ({ name: `c${i}`, sector: 'retail-trade' }));
    const scenario = { outage: { kind: 'company-it', durationHours: 4 }, affected: { companies } };
    const answer = await post(app, estimates, { ...scenario, simulation: { draws: 1_000_000, seed: 1 } });
    expectProblem(answer, 422, 'COST_TOO_HIGH');
    expect(answer.json().errors[0]).toMatchObject({
      pointer: '#/simulation/draws',
      hint: expect.stringContaining('150,000 draws fit'),
    });
  });

  it.each([
    ['phases', { outage: { kind: 'cloud', phases: Array.from({ length: 10_000 }, () => ({})) } }],
    [
      'companies',
      { outage: { kind: 'cloud' }, affected: { companies: Array.from({ length: 1_001 }, () => ({})) } },
    ],
    [
      'values',
      {
        outage: { kind: 'cloud' },
        x: Array.from({ length: 999 }, () => Array.from({ length: 100 }, () => 0)),
      },
    ],
  ])('has more %s than allowed', async (_what, scenario) => {
    expectProblem(await post(app, estimates, scenario), 422);
  });
});

describe('an address that does not exist', () => {
  const strange = [
    ...['../package.json', '..%2fpackage.json', '%2e%2e%2fpackage.json', '%252e%252e%252fpackage.json'],
    ...[
      '..\\package.json',
      '%5c..%5cpackage.json',
      '/etc/passwd',
      '%2fetc%2fpasswd',
      'C:%5cwindows',
      'a%00b',
    ],
    ...['%20', 'a'.repeat(300), '__proto__', 'constructor'],
  ];
  it.each(strange)('under events, sectors and estimates: %s (C18)', async (name) => {
    for (const folder of ['/v1/events', '/v1/sectors', '/v1/estimates', '/docs/static', '']) {
      const answer = await app.inject(`${folder}/${name}`);
      expect([400, 403, 404, 405, 414], `${folder}/${name}: ${answer.body}`).toContain(answer.statusCode);
      expect(answer.body).not.toMatch(/root:|"dependencies"/);
      expectProblem(answer, answer.statusCode);
    }
  });

  it.each(['/%zz', '/v1/events/%zz', '/v1/events/%c0%ae'])('cannot be read: %s', async (url) => {
    expectProblem(await app.inject(url), 400, 'REQUEST_MALFORMED');
  });

  it('has too long a part', async () => {
    expectProblem(await app.inject(`/v1/events/${'a'.repeat(101)}`), 414, 'PATH_TOO_LONG');
  });

  it.each(['/v1', '/v1/', '/v2/estimates', '/v1/estimates/', '/V1/events'])('%s', async (url) => {
    expectProblem(await app.inject(url), 404, 'NOT_FOUND');
  });
});

describe('a method or query that an address does not take', () => {
  it.each([
    ['GET', '/v1/estimates', 'POST'],
    ['DELETE', '/v1/estimates', 'POST'],
    ['PUT', '/v1/comparisons', 'POST'],
    ['POST', '/v1/events', 'GET, HEAD'],
    ['DELETE', '/v1/estimates/aaaaaaaaaaaaaaaaaaaaaaaaaa', 'GET, HEAD'],
    ['POST', '/v1/estimates/a.csv', 'GET, HEAD'],
    ['PATCH', '/healthz', 'GET, HEAD'],
  ] as const)('%s %s', async (method, url, allow) => {
    const answer = await app.inject({ method, url });
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers['allow']).toBe(allow);
  });

  it('a query is refused rather than ignored', async () => {
    expectProblem(await post(app, '/v1/estimates?draws=10', smallScenario), 400, 'REQUEST_MALFORMED');
  });
});

describe('a fault of the server', () => {
  it('tells nothing of itself', async () => {
    const lines: string[] = [];
    const broken = await openApp({
      pool: {
        run: () => Promise.reject(new Error('secret of the inside')),
        isReady: () => true,
        close: () => Promise.resolve(),
      },
      log: { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream,
    });
    const answer = await post(broken, estimates, smallScenario);
    expectProblem(answer, 500, 'INTERNAL');
    expect(answer.body).not.toContain('secret');
    // Its log has the reason.
    expect(lines.join('')).toContain('secret of the inside');
  });
});

describe('the catalogue of errors', () => {
  it('has a status for each code', () => {
    expect(Object.values(apiErrors).every((status) => status >= 400 && status < 600)).toBe(true);
  });
});
