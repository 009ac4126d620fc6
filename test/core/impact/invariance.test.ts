import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  estimated,
  largestDifference,
  methodRuns,
  rawDraws,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

/** What must not change a result, and what must change it in proportion. */

const at = (hour: number): string => new Date(Date.UTC(2025, 9, 20) + hour * 3_600_000).toISOString();
const phase = (from: number, to: number, impairmentShare: unknown): Json => ({
  start: at(from),
  end: at(to),
  impairmentShare,
});
const phased = (build: (outage: Json) => Json, phases: readonly Json[]): Json =>
  build({ start: undefined, durationHours: undefined, phases });

/** Largest relative difference of any method's raw draws between two scenarios. */
function differenceOf(a: Json, b: Json, from: Catalog = catalog): number {
  const before = methodRuns(scenarioOf(a));
  const after = methodRuns(scenarioOf(b), from);
  expect([...before.keys()]).toEqual([...after.keys()]);
  return Math.max(...[...before].map(([method, { raw }]) => largestDifference(raw, after.get(method)!.raw)));
}

const families: (readonly [string, (outage: Json) => Json])[] = [
  ['a cloud region', (outage) => cloudOutage(outage)],
  ['a company', (outage) => companyOutage(outage)],
  ['a long cyber incident', (outage) => companyOutage({ ...outage, kind: 'ransomware' })],
  ['an airline', (outage) => airlineOutage(outage)],
  ['a country', (outage) => telecomOutage(outage)],
];

describe('splitting a phase in two adjacent ones changes nothing', () => {
  it.each(families)('for %s', (_, build) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom<unknown>(0.7, { pert: [0.2, 0.5, 0.9] }, { uniform: [0, 1] }),
        (hours, share, impairment) => {
          // The cut falls on a whole millisecond, as instants do.
          const cut = Math.max(1 / 3_600_000, Math.min(hours * share, hours - 1e-6));
          const whole = phased(build, [phase(3, 3 + hours, impairment)]);
          const split = phased(build, [phase(3, 3 + cut, impairment), phase(3 + cut, 3 + hours, impairment)]);
          expect(differenceOf(whole, split)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a gap between phases is a time without loss', () => {
  // Hours 3 to 4 and 8 to 9; written out, the hours between have impairment 0.
  const gap = [phase(3, 4, 0.8), phase(8, 9, 0.8)];
  const zero = [phase(3, 4, 0.8), phase(4, 8, 0), phase(8, 9, 0.8)];

  it.each(families)('as an impairment of 0 is, for %s', (_, build) => {
    expect(differenceOf(phased(build, gap), phased(build, zero))).toBeLessThan(1e-9);
  });

  // A long incident and an airline are counted until business is normal, whatever was up in between.
  it.each(families.slice(0, 2))('and costs less than if it were filled, for %s', (_, build) => {
    const filled = [phase(3, 9, 0.8)];
    const withGap = methodRuns(scenarioOf(phased(build, gap)));
    for (const [method, { raw }] of methodRuns(scenarioOf(phased(build, filled)))) {
      expect(raw.every((usd, i) => withGap.get(method)!.raw[i]! < usd)).toBe(true);
    }
  });
});

describe('an impairment that is stated is used', () => {
  it.each<readonly [string, Json, (share: number) => Json]>([
    ['cloud', {}, (share) => cloudOutage({ impairmentShare: share })],
    [
      'software-update',
      {},
      (share) => ({
        outage: { kind: 'software-update', start: at(14), durationHours: 24, impairmentShare: share },
        affected: { devices: 1e6 },
      }),
    ],
  ])('for %s: a tenth of it costs less', (_, __, build) => {
    const little = methodRuns(scenarioOf(build(0.1)));
    for (const [method, { raw }] of methodRuns(scenarioOf(build(1)))) {
      expect(raw.every((usd, i) => little.get(method)!.raw[i]! < usd)).toBe(true);
    }
  });
});

describe('order changes nothing beyond rounding', () => {
  const groups = [
    { count: 100, size: 'fortune-500' },
    { count: 300, size: '500+' },
    { count: 400, size: '20-99' },
    { count: 200, size: '<500' },
  ];
  const firms = (order: readonly number[]): Json =>
    cloudOutage({}, { businesses: [{ count: 1000, counted: 'all', groups: order.map((i) => groups[i]!) }] });
  const companies = ['retail-trade', 'hospitals', 'manufacturing', 'information'].map((sector, i) => ({
    name: `Company ${i}`,
    sector,
    country: ['US', 'GB', 'JP', 'IN'][i],
    annualRevenueUsd: 1e9 * (i + 1),
  }));
  const covered = ['CA', 'FR', 'JP', 'BR'].map((country, i) => ({ country, share: 0.2 * (i + 1) }));
  const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });

  it.each<readonly [string, (order: readonly number[]) => Json]>([
    ['of size groups', firms],
    [
      'of companies',
      (order) => ({ ...companyOutage(), affected: { companies: order.map((i) => companies[i]!) } }),
    ],
    [
      'of countries cut off',
      (order) => ({ ...telecomOutage(), affected: { coverage: order.map((i) => covered[i]!) } }),
    ],
    [
      'of countries in the scope',
      (order) => cloudOutage({}, {}, { scope: order.map((i) => covered[i]!.country).join(',') }),
    ],
  ])('%s', (_, build) => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(differenceOf(build([0, 1, 2, 3]), build(order))).toBeLessThan(1e-12);
      }),
      { numRuns: 8 },
    );
  });

  it('of sectors and countries in the tables', () => {
    const reversed = {
      ...catalog,
      sectors: catalog.sectors.toReversed(),
      countries: catalog.countries.toReversed(),
    };
    const world = cloudOutage({}, {}, { scope: 'world' });
    expect(differenceOf(world, world, reversed)).toBeLessThan(1e-12);
    expect(differenceOf(companyOutage(), companyOutage(), reversed)).toBeLessThan(1e-12);
    const first = estimated(scenarioOf(world));
    const second = estimated(scenarioOf(world), reversed);
    const rows = ({ bySector, byCountry }: typeof first) =>
      new Map([...bySector, ...byCountry].map((row) => [row.id, row.usd]));
    const other = rows(second);
    for (const [id, usd] of rows(first))
      expect(Math.abs(other.get(id)! - usd)).toBeLessThanOrEqual(1e-9 * usd);
  });
});

describe('all amounts of money scaled alike scale the loss alike', () => {
  const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
  const expectScaled = (small: Float64Array, large: Float64Array, factor: number): void =>
    expect(
      largestDifference(
        small.map((usd) => usd * factor),
        large,
      ),
    ).toBeLessThan(1e-12);

  it('a company, whose loss is linear in its revenue', () => {
    fc.assert(
      fc.property(factors, (factor) => {
        const raw = (usd: number) =>
          rawDraws('named-companies', scenarioOf(companyOutage({}, { affectedUnitRevenueUsd: usd })));
        expectScaled(raw(1e9), raw(1e9 * factor), factor);
      }),
      { numRuns: 10 },
    );
  });

  it('a company in a long cyber incident, with the revenue that the power law refers to', () => {
    fc.assert(
      fc.property(factors, (factor) => {
        const raw = (scale: number) =>
          rawDraws(
            'named-companies',
            scenarioOf(
              companyOutage(
                { kind: 'ransomware' },
                { affectedUnitRevenueUsd: 1e9 * scale },
                {
                  assumptions: { 'company-long-cyber.referenceRevenueUsd': 15e9 * scale },
                },
              ),
            ),
          );
        expectScaled(raw(1), raw(factor), factor);
      }),
      { numRuns: 10 },
    );
  });

  it('a cloud region and a country, with the GDP of the tables', () => {
    const factor = 7.3;
    const richer: Catalog = {
      ...catalog,
      countries: catalog.countries.map((country) => ({
        ...country,
        gdpUsd: country.gdpUsd === null ? null : country.gdpUsd * factor,
      })),
      usGdpByYear: new Map([...catalog.usGdpByYear].map(([year, usd]) => [year, usd * factor])),
    };
    // Without a count of organisations the footprint holds no amount of money per organisation.
    const cloud = scenarioOf(cloudOutage({}, { businesses: [] }, { scope: 'world' }));
    expectScaled(rawDraws('footprint', cloud), rawDraws('footprint', cloud, richer), factor);
    expectScaled(rawDraws('gdp-hours-ladder', cloud), rawDraws('gdp-hours-ladder', cloud, richer), factor);
    const country = scenarioOf(telecomOutage());
    expectScaled(
      rawDraws('gdp-hours-ladder', country),
      rawDraws('gdp-hours-ladder', country, richer),
      factor,
    );
  });
});

describe('a fact that is missing never narrows a method', () => {
  /** log10 of P95 over P5 of the raw draws; with fixed draws, so the same for every run. */
  const widths = (json: Json): Map<string, number> =>
    new Map(
      estimated(scenarioOf(json, { draws: 4096, seed: 5 })).methods.flatMap(({ method, raw }) =>
        raw === null ? [] : [[method, Math.log10(raw.p95 / raw.p5)]],
      ),
    );
  // How much of the service was down, or for how long, is a number in the first and a prior in the second.
  it.each<readonly [string, Json, Json]>([
    ['length of a cloud outage', cloudOutage(), cloudOutage({ durationHours: undefined })],
    ['length of an outage of a country', telecomOutage(), telecomOutage({ durationHours: undefined })],
    ['length of an outage of a company', companyOutage(), companyOutage({ durationHours: undefined })],
    [
      'revenue of the unit',
      companyOutage(),
      companyOutage({}, { affectedUnitRevenueUsd: undefined, annualRevenueUsd: 5e9 }),
    ],
    [
      'number of passengers',
      airlineOutage({}, { passengers: 50_000, flightsCancelled: undefined, companies: [] }),
      airlineOutage({}, { companies: [] }),
    ],
  ])('%s', (_, known, unknown) => {
    const before = widths(known);
    const after = widths(unknown);
    for (const [method, width] of before) expect(after.get(method), method).toBeGreaterThanOrEqual(width);
  });
});
