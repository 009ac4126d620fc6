import { describe, expect, it } from 'vitest';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  estimated,
  eventScenario,
  scenarioOf,
  telecomOutage,
} from '../support/engine.ts';

const simulation = { draws: 2000, seed: 1 };

describe('an estimate', () => {
  const result = estimated(scenarioOf(cloudOutage(), simulation));

  it('echoes the scenario, seed and draws', () => {
    expect(result).toMatchObject({
      schema: 'lossrange/estimate@1',
      seed: 1,
      draws: 2000,
      scenario: scenarioOf(cloudOutage(), simulation),
    });
  });

  it('lists all six methods: those used with figures, the others with a reason', () => {
    expect(result.methods.map((row) => row.method).toSorted()).toEqual([
      'airline',
      'business-count',
      'footprint',
      'gdp-hours-ladder',
      'named-companies',
      'user-time',
    ]);
    for (const row of result.methods) {
      expect(row.raw === null).toBe(row.notUsedBecause !== null);
      expect(row.economicLoss === null).toBe(row.notUsedBecause !== null);
      expect(row.notUsedBecause?.length ?? 99).toBeGreaterThan(10);
    }
  });

  it('measures what its scope can lose', () => {
    const measures = (json: Parameters<typeof scenarioOf>[0]) =>
      Object.keys(estimated(scenarioOf(json)).measures);
    expect(measures(cloudOutage())).toEqual([
      'economic-loss',
      'interrupted-output',
      'corporate-interruption',
      'revenue',
      'insured-industry',
      'household-time',
    ]);
    expect(measures(telecomOutage())).toEqual(['economic-loss']);
    expect(measures(companyOutage())).toEqual(['revenue', 'cost', 'profit']);
    expect(measures(airlineOutage())).toEqual(['cost']);
    expect(estimated(scenarioOf(airlineOutage())).economicLoss).toMatchObject({
      measure: 'cost',
      scope: 'Air',
    });
    expect(result.economicLoss).toMatchObject({ measure: 'economic-loss', scope: 'US', unit: 'USD' });
  });

  it('interrupts more than is lost, and insures less than is interrupted', () => {
    const { measures } = estimated(scenarioOf(cloudOutage({}, { businesses: [] }), simulation));
    for (const p of ['p5', 'p50', 'p95'] as const) {
      expect(measures['interrupted-output']![p]).toBeGreaterThan(measures['economic-loss']![p]);
      expect(measures['interrupted-output']![p]).toBeGreaterThan(measures['corporate-interruption']![p]);
      expect(measures['insured-industry']![p]).toBeLessThan(measures['corporate-interruption']![p]);
    }
  });

  it('a company: profit below revenue, cost above profit', () => {
    const { revenue, cost, profit } = estimated(scenarioOf(companyOutage(), simulation)).measures;
    expect(profit!.p50).toBeLessThan(revenue!.p50);
    expect(cost!.p50).toBeGreaterThan(profit!.p50);
  });

  it('sets the loss beside all that the scope makes, and beside past losses', () => {
    expect(result.ceiling!.hours).toBe(6);
    expect(result.ceiling!.shareOfScope).toBeCloseTo(result.economicLoss!.p50 / result.ceiling!.scopeUsd, 12);
    expect(result.ceiling!.worldUsd).toBeGreaterThan(result.ceiling!.scopeUsd);
    expect(result.lossFraction!.nearest).toHaveLength(3);
    expect(result.lossFraction!.p50).toBeGreaterThan(0);
    expect(estimated(scenarioOf(cloudOutage({ durationHours: 0 }))).lossFraction).toEqual({
      p50: 0,
      nearest: [],
    });
  });

  it('names what the range rests on, most first, each with words', () => {
    const overall = result.drivers.filter((driver) => driver.within === null);
    const shares = overall.map((driver) => driver.share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(overall.map((driver) => driver.input)).toContain('structural/systemic');
    // Then, for each method that is pooled, the input that it hangs on most.
    const within = result.drivers.slice(overall.length);
    expect(within.map((driver) => driver.within)).toEqual([
      'footprint',
      'gdp-hours-ladder',
      'business-count',
      'user-time',
    ]);
    for (const { share, words } of result.drivers) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(words.length).toBeGreaterThan(5);
    }
    expect(
      estimated(scenarioOf(companyOutage(), simulation)).drivers.map((driver) => driver.input),
    ).not.toContain('pooling.method');
  });

  it('an input that alone is uncertain is the first driver', () => {
    const json = companyOutage({}, { affectedUnitRevenueUsd: { p5: 1e6, p95: 1e11 } });
    expect(estimated(scenarioOf(json, simulation)).drivers[0]!.input).toBe(
      'affected.companies.Shop.affectedUnitRevenueUsd',
    );
  });

  it('AWS, 20 October 2025: the loss of most draws is below five billion dollars', () => {
    expect(estimated(eventScenario('aws-2025-10-20', simulation)).economicLoss!.p50).toBeLessThan(5e9);
  });

  it('a full outage of a region of twice the length costs 1.8 to 2.8 times as much', () => {
    const p50 = (durationHours: number) => {
      const json = cloudOutage({ durationHours, impairmentShare: 1 }, { businesses: [], userReports: [] });
      return estimated(scenarioOf(json, simulation)).measures['interrupted-output']!.p50;
    };
    const ratio = p50(48) / p50(24);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.8);
  });
});
