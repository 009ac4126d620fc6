import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/core/impact/result-identity.ts';
import { cloudOutage, estimated, scenarioOf } from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const versions = { 'models/a.json': 'abc', 'data/b.csv': 'def' };
const FEW = { draws: 2000, seed: 1 };
const idOf = (json: Json, simulation = FEW): string => identify(scenarioOf(json, simulation), versions, []);
const first = idOf(cloudOutage());

/** The same JSON with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('the id of a result', () => {
  it('is 26 characters of base 32', () => {
    expect(first).toMatch(/^[a-z2-7]{26}$/);
    expect(estimated(scenarioOf(cloudOutage())).id).toMatch(/^[a-z2-7]{26}$/);
  });

  it('does not depend on the order of keys', () => {
    expect(idOf(reversed(cloudOutage()) as Json)).toBe(first);
    expect(identify(scenarioOf(cloudOutage(), FEW), reversed(versions) as Record<string, string>, [])).toBe(
      first,
    );
  });

  it.each<readonly [string, Json]>([
    ['its id and title', { ...cloudOutage(), id: 'mine', title: 'Mine' }],
    ['sources', { ...cloudOutage(), sources: { press: { title: 'A paper' } } }],
    [
      'the source of a fact',
      {
        ...cloudOutage({}, { businesses: [{ count: 70_000, counted: 'all', source: 'press' }] }),
        sources: { press: { title: 'A paper' } },
      },
    ],
  ])('does not depend on %s', (_, json) => {
    expect(idOf(json)).toBe(first);
  });

  it.each<readonly [string, Json]>([
    ['a fact', cloudOutage({}, { businesses: [{ count: 70_001, counted: 'all' }] })],
    ['the length', cloudOutage({ durationHours: 6.1 })],
    ['the start', cloudOutage({ start: '2025-10-20T15:00:00Z' })],
    ['an override', cloudOutage({}, {}, { assumptions: { 'user-time.recapture': 0.2 } })],
    ['the scope', cloudOutage({}, {}, { scope: 'CA' })],
    ['a date', cloudOutage({}, {}, { asOf: '2025-12-31' })],
  ])('depends on %s', (_, json) => {
    expect(idOf(json)).not.toBe(first);
  });

  it('depends on seed, draws and the files used', () => {
    expect(idOf(cloudOutage(), { draws: 2000, seed: 2 })).not.toBe(first);
    expect(idOf(cloudOutage(), { draws: 2001, seed: 1 })).not.toBe(first);
    const scenario = scenarioOf(cloudOutage(), FEW);
    expect(identify(scenario, { ...versions, 'models/a.json': 'abd' }, [])).not.toBe(first);
    expect(identify(scenario, { 'models/a.json': 'abc' }, [])).not.toBe(first);
  });

  it('names the files that were used, with their hashes', () => {
    const { versions: used } = estimated(scenarioOf(cloudOutage()));
    expect(Object.keys(used.models)).toContain('models/providers/aws.json');
    expect(Object.keys(used.models)).toContain('models/kinds/cloud.json');
    expect(Object.keys(used.models)).not.toContain('models/airline/airline.json');
    for (const hash of [...Object.values(used.models), ...Object.values(used.data)]) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
