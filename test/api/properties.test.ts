import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-files.ts';
import { mutationsOf, valuesOf, type Schema } from './schema-arbitrary.ts';
import { expectProblem, openApp, post, smallScenario } from './support.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

const document = JSON.parse(readFileSync(join(projectRoot, 'src/api/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
/** Of one body, spread over its whole. */
const MOST_MUTATIONS = 120;
/** Hundreds of requests, on a machine that runs other tests too. */
const LONG = 180_000;

const { schemas } = document.components;
const app = await openApp();

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, requestBody }]) => ({
    operationId,
    method,
    path,
    body: requestBody?.content['application/json'].schema,
  })),
);
const posts = operations.flatMap((one) => (one.body === undefined ? [] : [{ ...one, body: one.body }]));
const gets = operations.filter(({ method }) => method === 'get');

/** Bodies that are right, for each operation that takes one. */
async function rightBodies(): Promise<Readonly<Record<string, readonly object[]>>> {
  const ids = ['aws-2025-10-20', 'delta-2024-07-19', 'iberia-2025-04-28', 'ovh-2021-03-10', 'jlr-2025-08-31'];
  const scenarios = await Promise.all(
    ids.map(async (id) => ({
      ...((await app.inject(`/v1/events/${id}`)).json().scenario as object),
      simulation: { draws: 20, seed: 1 },
    })),
  );
  const all = [...scenarios, smallScenario];
  const [header, ...rows] = readFileSync(join(projectRoot, 'data/samples/portfolio.csv'), 'utf8').split('\n');
  const csv = [header, ...rows.slice(0, 20)].join('\n');
  return {
    estimate: all,
    compare: all.map((first) => ({ first, second: first })),
    assessClaim: all.flatMap((scenario) => [
      { text: 'It cost hundreds of billions of dollars', scenario },
      { amount: 5.4e9, currency: 'EUR', measure: 'economic-loss', claimLanguage: 'en', scenario },
    ]),
    priceRisk: [
      {
        insured: { annualRevenueUsd: 250e6, sector: 'retail-trade', provider: 'aws', region: 'us-east-1' },
        policy: { waitingHours: 8, limitUsd: 5e6, waitingMode: 'qualifying', annualLimitUsd: 1e7 },
        load: 'cost-of-capital',
        simulation: { worlds: 2, years: 40, seed: 1 },
      },
    ],
    bookLosses: [{ scenario: scenarios[0]!, csv, draws: 50, seed: 2 }],
  };
}

const right = await rightBodies();

/** Numbers among the answer that JSON could not hold would be null; the order of a range must be kept. */
function expectOrdered(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('p5' in value && 'p50' in value && 'p95' in value && !('mean' in value && !('unit' in value))) {
    expect(value.p5).toBeLessThanOrEqual(value.p50 as number);
    expect(value.p50).toBeLessThanOrEqual(value.p95 as number);
  }
  Object.values(value).forEach(expectOrdered);
}

describe.each(posts)('$operationId', ({ operationId, path, body: schema }) => {
  it(
    'answers what is right',
    async () => {
      const bodies = right[operationId]!;
      const seeds = fc.record({
        body: fc.constantFrom(...bodies),
        seed: fc.maxSafeNat(),
        draws: fc.integer({ min: 1, max: 40 }),
      });
      await fc.assert(
        fc.asyncProperty(seeds, async ({ body, seed, draws }) => {
          const simulation =
            operationId === 'priceRisk' ? { worlds: 2, years: 4 + draws, seed } : { draws, seed };
          const sides = Object.entries(body).map(([key, inner]: [string, unknown]) => [
            key,
            ['first', 'second', 'scenario'].includes(key) ? { ...(inner as object), simulation } : inner,
          ]);
          const asked = Object.fromEntries(
            'simulation' in body ? [...sides, ['simulation', simulation]] : sides,
          );
          const answer = await post(app, path, asked);
          expect([200, 201], answer.body).toContain(answer.statusCode);
          expectOrdered(answer.json());
        }),
        { numRuns: 40 },
      );
    },
    LONG,
  );

  it(
    'refuses what is broken in one place, with a problem',
    async () => {
      for (const body of right[operationId]!) {
        const all = mutationsOf(schema, body, schemas);
        expect(all.length).toBeGreaterThan(20);
        const step = Math.ceil(all.length / MOST_MUTATIONS);
        for (const { at, value } of all.filter((_, index) => index % step === 0)) {
          const answer = await post(app, path, value);
          expect([400, 422], `${at}: ${answer.body.slice(0, 300)}`).toContain(answer.statusCode);
          expectProblem(answer, answer.statusCode);
        }
      }
    },
    LONG,
  );

  it(
    'answers or refuses anything of its form, and never fails',
    async () => {
      await fc.assert(
        fc.asyncProperty(valuesOf(schema, schemas), async (body) => {
          const answer = await post(app, path, body);
          if (answer.statusCode >= 400) expectProblem(answer, answer.statusCode);
          expect(answer.statusCode, `${JSON.stringify(body)} ${answer.body}`).toBeLessThan(500);
        }),
        { numRuns: 300 },
      );
    },
    LONG,
  );

  it(
    'answers or refuses any text, and never fails',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), async (text) => {
          const answer = await post(app, path, text);
          expectProblem(answer, answer.statusCode);
          expect(answer.statusCode).toBeLessThan(500);
        }),
        { numRuns: 200 },
      );
    },
    LONG,
  );
});

describe.each(gets)('$operationId', ({ path }) => {
  it('answers or refuses any id, and never fails', async () => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webPath(),
      fc.constantFrom('retail-trade', 'aws-2025-10-20'),
    );
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        const url = path.replace(/\{\w+\}/, () => encodeURIComponent(id.replace(/\p{Surrogate}/gu, '')));
        const answer = await app.inject(url);
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) expectProblem(answer, answer.statusCode);
      }),
      { numRuns: path.includes('{') ? 100 : 3 },
    );
  });
});
