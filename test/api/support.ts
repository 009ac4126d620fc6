import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InjectOptions } from 'fastify';
import { afterAll, expect } from 'vitest';
import type { Api } from '../../src/api/api.ts';
import { buildApp, type AppOptions } from '../../src/api/build-app.ts';
import { openSimulationPool } from '../../src/api/simulation-pool.ts';
import { problemResponse } from '../../src/api/schemas/problem.ts';

/** An app with one thread, closed after the tests of the file. */
export async function openApp(options: AppOptions = {}): Promise<Api> {
  const app = await buildApp({ pool: openSimulationPool(1), ...options });
  await app.ready();
  afterAll(() => app.close());
  return app;
}

/** An outage that takes milliseconds to estimate. */
export const smallScenario = {
  outage: { kind: 'airline', restorationHours: 30, start: '2024-07-19T04:09:00Z' },
  affected: {
    companies: [{ name: 'Example Air', sector: 'air-transportation', annualRevenueUsd: 6e10 }],
    flightsCancelled: 1000,
  },
  simulation: { draws: 300, seed: 7 },
} as const;

export function post(app: Api, url: string, payload: unknown, headers: Record<string, string> = {}) {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { 'content-type': 'application/json', ...headers },
  } satisfies InjectOptions);
}

interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Checks that an answer is a complete problem of this status, without a stack, with the headers of every answer. */
export function expectProblem(answer: Answer, status: number, code?: string): void {
  expect(answer.statusCode, answer.body).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  const problem = problemResponse.parse(JSON.parse(answer.body));
  expect(problem.status).toBe(status);
  if (code !== undefined) expect(problem.code).toBe(code);
  expect(answer.body).not.toMatch(/\bat .*\.[jt]s:\d+|node_modules/);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(answer.headers).not.toHaveProperty('x-powered-by');
}

/** Libraries of mathematics differ in the last digits from machine to machine. */
const TOLERANCE = 1e-9;

/** Compares a body with its golden file; UPDATE_GOLDEN=1 writes it. Hashes and the id change with every model file. */
export function expectGolden(name: string, body: string): void {
  const file = fileURLToPath(new URL(`golden/${name}.json`, import.meta.url));
  const found = stable(JSON.parse(body));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  expectClose(found, JSON.parse(readFileSync(file, 'utf8')), name);
}

function stable(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/\b[a-z2-7]{26}\b|(?<=lossrange-)[a-z2-7]{8}\b/g, '<id>');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(stable);
  const hidden = 'schema' in value ? ['id', 'versions'] : [];
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (hidden.includes(key) ? [] : [[key, stable(inner)]])),
  );
}

function expectClose(found: unknown, expected: unknown, at: string): void {
  if (typeof found === 'number' && typeof expected === 'number') {
    expect(Math.abs(found - expected), at).toBeLessThanOrEqual(TOLERANCE * Math.abs(expected));
  } else if (
    typeof found === 'object' &&
    found !== null &&
    typeof expected === 'object' &&
    expected !== null
  ) {
    expect(Object.keys(found), at).toEqual(Object.keys(expected));
    for (const [key, inner] of Object.entries(found)) {
      expectClose(inner, (expected as Record<string, unknown>)[key], `${at}/${key}`);
    }
  } else {
    expect(found, at).toEqual(expected);
  }
}
