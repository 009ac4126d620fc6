import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { runChunk, chunkCount, chunkSize } from '../../../src/core/impact/run-chunk.ts';
import { pool } from '../../../src/core/impact/pool.ts';
import { simulate } from '../../../src/core/impact/simulate.ts';
import type { Simulation } from '../../../src/core/impact/simulate.ts';
import {
  catalog,
  cloudOutage,
  companyOutage,
  compiled,
  estimated,
  eventScenario,
  methodRuns,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';

const DRAWS = { draws: 3 * 4096 + 100, seed: 4 };
const scenario = scenarioOf(cloudOutage({ durationHours: { p5: 3, p95: 9 } }), DRAWS);

/** Every number of a simulation, so that two can be compared to the byte. */
function bytesOf(simulation: Simulation): Buffer {
  const columns = simulation.methods.flatMap(({ raw, columns: filled }) => [raw, ...filled.values()]);
  const all = [simulation.pick, ...columns, ...simulation.detail.flat()];
  if (simulation.insuredShare !== null) all.push(simulation.insuredShare);
  return Buffer.concat(all.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)));
}

describe('chunks', () => {
  const { model } = compiled(scenario);
  const straight = simulate(model);

  it('cover the draws', () => {
    expect(chunkCount(model.draws)).toBe(4);
    expect([0, 1, 2, 3].map((chunk) => chunkSize(model.draws, chunk))).toEqual([4096, 4096, 4096, 100]);
    expect(chunkCount(4096)).toBe(1);
    expect(chunkCount(1)).toBe(1);
  });

  it('give equal bytes in any order', () => {
    const expected = bytesOf(straight);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        expect(bytesOf(simulate(model, null, order)).equals(expected)).toBe(true);
      }),
      { numRuns: 4 },
    );
  });

  it('give equal bytes alone, from a copy of the model, as they would in another thread', () => {
    const copy = structuredClone(model);
    for (const chunk of [3, 1]) {
      const alone = runChunk(copy, chunk);
      alone.methods.forEach(({ raw, columns }, m) => {
        const whole = straight.methods[m]!;
        const part = (column: Float64Array) => column.slice(chunk * 4096, chunk * 4096 + raw.length);
        expect(raw).toEqual(part(whole.raw));
        expect(columns.lost).toEqual(part(whole.columns.get('lost')!));
      });
      expect(alone.pick).toEqual(straight.pick.slice(chunk * 4096, chunk * 4096 + alone.pick.length));
    }
    expect(bytesOf(simulate(copy)).equals(bytesOf(straight))).toBe(true);
    expect(pool(copy, straight)).toEqual(pool(model, straight));
  });

  it('leave the draws before them as they were when more are asked for', () => {
    const short = methodRuns(scenarioOf(cloudOutage(), { draws: 100, seed: 4 }));
    const long = methodRuns(scenarioOf(cloudOutage(), { draws: 5000, seed: 4 }));
    for (const [method, { raw }] of short) expect(long.get(method)!.raw.slice(0, 100)).toEqual(raw);
  });
});

describe('common random numbers: another input leaves the draws of the others unchanged', () => {
  const before = methodRuns(scenarioOf(cloudOutage()));

  it.each([
    [
      'companies',
      cloudOutage(
        {},
        { companies: [{ name: 'A', sector: 'hospitals', annualRevenueUsd: { p5: 1e9, p95: 4e9 } }] },
      ),
    ],
    ['an override that no method uses', cloudOutage({}, {}, { assumptions: { 'airline.recoveryHours': 3 } })],
    [
      'a later count that is set aside',
      cloudOutage(
        {},
        { userReports: [{ count: 1e7 }, { count: 9e9, asOf: '2026-01-01' }] },
        { asOf: '2025-12-01' },
      ),
    ],
  ])('%s', (_, json) => {
    const after = methodRuns(scenarioOf(json));
    for (const [method, { raw }] of before) expect(after.get(method)!.raw).toEqual(raw);
  });

  it('a method that leaves does not move the others', () => {
    const after = methodRuns(scenarioOf(cloudOutage({}, { userReports: [] })));
    expect(after.has('user-time')).toBe(false);
    for (const [method, { raw }] of after) expect(before.get(method)!.raw).toEqual(raw);
  });

  it('an override moves only what it is about', () => {
    const json = cloudOutage({}, {}, { assumptions: { 'user-time.recapture': 0.2 } });
    const after = methodRuns(scenarioOf(json));
    for (const [method, { raw }] of before) {
      if (method === 'user-time') expect(after.get(method)!.raw).not.toEqual(raw);
      else expect(after.get(method)!.raw).toEqual(raw);
    }
  });

  it('one company more leaves the others as they were', () => {
    const company = (name: string) => ({
      name,
      sector: 'hospitals',
      country: 'US',
      annualRevenueUsd: { p5: 1e9, p95: 4e9 },
    });
    const inputs = (names: readonly string[]) => {
      const { model } = compiled(
        scenarioOf({ ...companyOutage(), affected: { companies: names.map(company) } }),
      );
      const table = runChunk(model, 0).inputs;
      return new Map(model.inputs.map(({ name }, i) => [name, table[i]!]));
    };
    const both = inputs(['A', 'B']);
    for (const [name, column] of inputs(['A'])) expect(both.get(name)).toEqual(column);
  });
});

describe('a seed', () => {
  const p50 = (seed: number) =>
    estimated(scenarioOf(companyOutage(), { draws: 500, seed })).economicLoss!.p50;

  it('gives the same numbers again, and others numbers otherwise', () => {
    const seeds = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    const values = seeds.map(p50);
    expect(seeds.map(p50)).toEqual(values);
    expect(new Set(values).size).toBe(seeds.length);
    expect(values.every((usd) => usd > 0 && Number.isFinite(usd))).toBe(true);
  });
});

describe('an estimate', () => {
  const machine = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = machine;
  });

  it('does not depend on the time zone of the machine', () => {
    const json = eventScenario('aws-2025-10-20', { draws: 200, seed: 1 });
    const offsets = new Set<number>();
    const results = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'].map((zone) => {
      process.env['TZ'] = zone;
      offsets.add(new Date(2025, 9, 20).getTimezoneOffset());
      return JSON.stringify(estimated(json));
    });
    // Node reads the variable again: otherwise this test could not fail.
    expect(offsets.size).toBe(4);
    expect(new Set(results).size).toBe(1);
  });

  it('changes neither scenario nor catalog', () => {
    const companies = [{ name: 'A', sector: 'hospitals', annualRevenueUsd: 1e9 }];
    const plain = scenarioOf(cloudOutage({}, { companies }));
    const frozen = deepFreeze(structuredClone(plain));
    const frozenCatalog = deepFreeze({ ...catalog });
    const { hashes, parameters } = frozenCatalog;
    const sizes = [hashes.size, parameters.size, frozenCatalog.kinds.size, frozenCatalog.providers.size];
    const result = estimated(frozen, frozenCatalog);
    expect(frozen).toEqual(plain);
    expect(result).toEqual(estimated(plain));
    expect([hashes.size, parameters.size, frozenCatalog.kinds.size, frozenCatalog.providers.size]).toEqual(
      sizes,
    );
  });

  it('is plain data: what is read back from JSON is the same', () => {
    for (const json of [cloudOutage(), companyOutage(), telecomOutage({ start: undefined })]) {
      const result = estimated(scenarioOf(json));
      expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(structuredClone(result))));
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
    }
  });
});

/** Objects and arrays at every depth; a map cannot be frozen, but what it holds can. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  if (value instanceof Map) value.forEach((inner) => deepFreeze(inner));
  Object.values(value).forEach((inner) => deepFreeze(inner));
  return Object.freeze(value);
}
