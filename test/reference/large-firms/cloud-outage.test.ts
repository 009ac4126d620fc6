import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { openInsuredModel } from '../../../src/core/insurance/insured/open-insured-model.ts';
import { openBook } from '../../../src/core/insurance/portfolio/open-book.ts';
import { quantilesOf } from '../../../src/core/statistics/quantiles.ts';
import { catalog, overrideSectors, scenarioOf, type Json } from '../../support/engine.ts';
import {
  FIRMS,
  firmsBySector,
  LARGEST_USD,
  largeFirms,
  revenues,
  SMALLEST_USD,
  SOLE_FIRMS,
  TOTAL_USD,
  totalOf,
} from './large-firms.ts';

/**
 * Published losses of the Fortune 500 when the mission-critical services of us-east-1 fail: US dollars, Parametrix 2023,
 * https://www.parametrixinsurance.com/blog/cloud-outage-and-the-fortune-500-loss-scenarios
 *
 * Decided before any loss was computed: services that fail are down, so impairment is 1, and no hour of the day is named, so every
 * hour is an average one. The outage as the model has it when nobody says how deep it is, and a world in which no sale is made up
 * later, were to be shown beside it. `test/reference/README.md` says what came out.
 */
const PUBLISHED = { 24: 3.4e9, 48: 7.8e9 } as const;
type Hours = keyof typeof PUBLISHED;

const firms = largeFirms();

/** Ground-up loss of the book, US dollars, [draws] in ascending order. */
function groundUp(durationHours: Hours, outage: Json, assumptions: Json = {}): Float64Array {
  const scenario = scenarioOf({
    outage: { kind: 'cloud', provider: 'aws', region: 'us-east-1', durationHours, ...outage },
    assumptions,
    simulation: { draws: 10_000, seed: 1 },
  });
  const model = openInsuredModel(scenario, catalog, zoneOffsetHours);
  const event = { provider: 'aws', region: 'us-east-1', strikesClouds: true, startMs: null };
  const book = openBook(model, event, false);
  firms.forEach(book.add);
  return book.sums.groundUp.toSorted();
}

const rangeOf = (draws: Float64Array) => quantilesOf(draws, [0.05, 0.5, 0.95]) as [number, number, number];
/** Share of the outcomes below an amount. */
const shareBelow = (draws: Float64Array, amount: number): number =>
  draws.filter((loss) => loss < amount).length / draws.length;

describe('the invented book', () => {
  it('adds up to the list', () => {
    const all = revenues();
    expect(all).toHaveLength(FIRMS);
    expect(all[0]).toBeCloseTo(LARGEST_USD, -3);
    expect(all.at(-1)).toBeCloseTo(SMALLEST_USD, -3);
    expect(totalOf(all) / TOTAL_USD).toBeCloseTo(1, 9);
    expect(totalOf(Object.values(firmsBySector))).toBe(FIRMS);
  });

  it('rests on us-east-1 alone with a third of its firms', () => {
    const sole = firms.filter(({ insured }) => insured.dependsOn?.[0]?.region === 'us-east-1');
    expect(sole).toHaveLength(SOLE_FIRMS);
    const share = totalOf(sole.map(({ insured }) => insured.annualRevenueUsd)) / TOTAL_USD;
    expect(share).toBeCloseTo(0.36, 2);
  });
});

describe('us-east-1 fails, against the published scenarios', () => {
  const down = { 24: groundUp(24, { impairmentShare: 1 }), 48: groundUp(48, { impairmentShare: 1 }) };

  it.each([24, 48] as const)('%i h: the published figure lies in the upper half of our range', (hours) => {
    const [p5, p50, p95] = rangeOf(down[hours]);
    const published = PUBLISHED[hours];
    expect(published).toBeGreaterThan(p5);
    expect(published).toBeLessThan(p95);
    // Our middle is five times lower: nine outcomes in ten lie below what was published.
    expect(published / p50).toBeGreaterThan(4.5);
    expect(published / p50).toBeLessThan(5.5);
    expect(shareBelow(down[hours], published)).toBeCloseTo(0.92, 1);
  });

  it('loses more than twice as much in twice the time, as published', () => {
    const ratio = rangeOf(down[48])[1] / rangeOf(down[24])[1];
    expect(PUBLISHED[48] / PUBLISHED[24]).toBeCloseTo(2.29, 2);
    expect(Math.abs(ratio / 2.29 - 1)).toBeLessThan(0.05);
  });

  it.each([24, 48] as const)('%i h: with nothing made up later, our middle is 1.4 times lower', (hours) => {
    const [, p50] = rangeOf(groundUp(hours, { impairmentShare: 1 }, overrideSectors('recapture', 0)));
    expect(PUBLISHED[hours] / p50).toBeGreaterThan(1.2);
    expect(PUBLISHED[hours] / p50).toBeLessThan(1.5);
  });

  it.each([24, 48] as const)('%i h: a region that is partly down is above our range', (hours) => {
    const [, p50, p95] = rangeOf(groundUp(hours, {}));
    expect(PUBLISHED[hours] / p95).toBeGreaterThan(1);
    expect(PUBLISHED[hours] / p95).toBeLessThan(1.3);
    expect(PUBLISHED[hours] / p50).toBeLessThan(9.5);
  });
});
