import { describe, expect, it } from 'vitest';
import type { EstimateResult } from '../../../src/core/result.ts';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  estimated,
  eventIds,
  eventScenario,
  scenarioOf,
  sum,
  telecomOutage,
} from '../../support/engine.ts';

/** Sums of some thousand numbers, each rounded once. */
const TOLERANCE = 1e-9;

type Part = 'bySector' | 'byCountry' | 'timeline';

function expectPartsToSum(result: EstimateResult, parts: readonly Part[]): void {
  const steps = result.waterfall;
  const last = steps.at(-1)!;
  expect(last.step).toBe('lost-for-good');
  if (steps.length > 1) {
    const total = sum(steps.slice(0, -1).map((row) => row.usd));
    expect(Math.abs(total - last.usd)).toBeLessThanOrEqual(TOLERANCE * last.usd);
  }
  for (const part of ['bySector', 'byCountry', 'timeline'] as const) {
    expect(result[part].length > 0, part).toBe(parts.includes(part));
    if (!parts.includes(part)) continue;
    const total = sum(result[part].map((row) => row.usd));
    expect(Math.abs(total - last.usd), part).toBeLessThanOrEqual(TOLERANCE * last.usd);
  }
}

const simulation = { draws: 2000, seed: 3 };

describe('sectors, countries, hours and steps each sum to the loss', () => {
  it.each<readonly [string, readonly Part[]]>([
    ['aws-2025-10-20', ['bySector', 'byCountry', 'timeline']],
    ['aws-2025-10-20-us', ['bySector', 'byCountry', 'timeline']],
    // An uncertain length, a restoration profile and an exposure of the whole world.
    ['crowdstrike-2024-07-19', ['bySector', 'byCountry', 'timeline']],
    ['jlr-2025-08-31', ['bySector', 'byCountry']],
    ['mns-coop-2025-04-19', ['bySector', 'byCountry']],
    ['rogers-2022-07-08', ['byCountry']],
    // Two countries cut off.
    ['iberia-2025-04-28', ['byCountry']],
    // Counts say how much, not where.
    ['facebook-2021-10-04', []],
    ['delta-2024-07-19', []],
  ])('%s', (id, parts) => {
    expectPartsToSum(estimated(eventScenario(id, simulation)), parts);
  });

  it.each([1, 2, 13])('in %i draws', (draws) => {
    for (const id of ['aws-2025-10-20', 'jlr-2025-08-31', 'rogers-2022-07-08']) {
      const all = estimated(eventScenario(id, simulation));
      const parts = (['bySector', 'byCountry', 'timeline'] as const).filter((part) => all[part].length > 0);
      expectPartsToSum(estimated(eventScenario(id, { draws, seed: 8 })), parts);
    }
  });

  it('an outage of a week that covers the whole world, in rows of hours', () => {
    const json = cloudOutage({ durationHours: 168, restorationHours: 200 }, {}, { scope: 'world' });
    const result = estimated(scenarioOf(json, simulation));
    expectPartsToSum(result, ['bySector', 'byCountry', 'timeline']);
    // 48 rows of 3.5 h, and one for what came after.
    expect(result.timeline).toHaveLength(49);
    expect(result.timeline[1]!.fromHour).toBe(3.5);
    expect(result.timeline.at(-1)).toMatchObject({ fromHour: null });
    expect(result.timeline.at(-1)!.usd).toBeGreaterThan(0);
  });

  it('with rivals that pick up a part', () => {
    const rivals = { assumptions: { 'rivals.pickupShare': 0.3 } };
    for (const [json, parts] of [
      [cloudOutage({}, {}, rivals), ['bySector', 'byCountry', 'timeline']],
      [companyOutage({}, {}, { scope: 'US', ...rivals }), ['bySector', 'byCountry']],
    ] as const) {
      const result = estimated(scenarioOf(json, simulation));
      expectPartsToSum(result, parts);
      expect(result.waterfall.find((row) => row.step === 'moved-to-rivals')!.usd).toBeLessThan(0);
    }
  });

  it('when the method that splits the loss finds none', () => {
    const none = { 'exposure.aws.us-east-1.home': 0, 'exposure.aws.us-east-1.elsewhere': 0 };
    const json = cloudOutage({}, { businesses: [], userReports: [{ count: 1e6 }] }, { assumptions: none });
    const result = estimated(scenarioOf(json, simulation));
    const last = result.waterfall.at(-1)!.usd;
    expect(last).toBeGreaterThan(0);
    for (const part of ['bySector', 'byCountry', 'timeline'] as const) {
      // Either it is split whole, or it is said that it cannot be split.
      if (result[part].length === 0) continue;
      const total = sum(result[part].map((row) => row.usd));
      expect(Math.abs(total - last), part).toBeLessThanOrEqual(TOLERANCE * last);
    }
  });

  it('nothing lost: nothing to split', () => {
    for (const json of [
      cloudOutage({ durationHours: 0 }),
      companyOutage({ durationHours: 0 }),
      telecomOutage({ durationHours: 0 }),
      airlineOutage({ durationHours: 0 }),
    ]) {
      const result = estimated(scenarioOf(json, simulation));
      expect(result.waterfall.every((row) => row.usd === 0)).toBe(true);
      for (const part of ['bySector', 'byCountry', 'timeline'] as const) {
        expect(sum(result[part].map((row) => row.usd))).toBe(0);
      }
      expect(result.economicLoss).toMatchObject({ p5: 0, p50: 0, p95: 0, mean: 0 });
    }
  });

  it('a company without a country is not put in one', () => {
    const result = estimated(scenarioOf(companyOutage({}, { country: undefined }), simulation));
    expectPartsToSum(result, ['bySector']);
  });

  it('two companies of one sector are one row', () => {
    const rows = ['A', 'B'].map((name) => ({
      name,
      sector: 'hospitals',
      country: 'US',
      annualRevenueUsd: 1e9,
    }));
    const result = estimated(scenarioOf({ ...companyOutage(), affected: { companies: rows } }, simulation));
    expect(result.bySector.map((row) => row.id)).toEqual(['health-care']);
    expect(result.byCountry.map((row) => row.id)).toEqual(['US']);
  });

  it('largest first', () => {
    const { bySector } = estimated(eventScenario('aws-2025-10-20', simulation));
    const usd = bySector.map((row) => row.usd);
    expect(usd).toEqual(usd.toSorted((a, b) => b - a));
    expect(bySector).toHaveLength(20);
  });
});

describe('every bundled event', () => {
  it.each(eventIds)('%s has ordered, finite figures', (id) => {
    const result = estimated(eventScenario(id, simulation));
    expect(result.headline).toBe(true);
    const { p5, p50, p95 } = result.economicLoss!;
    expect(p5).toBeGreaterThan(0);
    expect(p50).toBeGreaterThan(p5);
    expect(p95).toBeGreaterThan(p50);
    expect(notFinite(result)).toEqual([]);
  });
});

/** Paths of the numbers that JSON would print as null. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}/${key}`));
}
