import { describe, expect, it } from 'vitest';
import {
  airlineOutage,
  cloudOutage,
  estimated,
  methodRuns,
  rawDraws,
  scenarioOf,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const used = (json: Json): Record<string, boolean> =>
  Object.fromEntries(estimated(scenarioOf(json)).facts.map((row) => [row.path, row.used]));

describe('of several dated statements', () => {
  const counts = [
    { count: 500, counted: 'named', asOf: '2025-10-20' },
    { count: 1000, counted: 'named', asOf: '2025-10-21' },
    { count: 2500, counted: 'named', asOf: '2025-10-23' },
  ];
  const cloud = (affected: Json, asOf?: string) =>
    cloudOutage({}, affected, asOf === undefined ? {} : { asOf });

  it.each([
    ['2025-10-22', 1],
    ['2025-10-23', 2],
    ['2025-10-20', 0],
    [undefined, 2],
  ])('the latest that was known on %s is used', (asOf, index) => {
    const json = cloud({ businesses: counts }, asOf);
    expect(used(json)).toMatchObject({
      'affected.businesses[0]': index === 0,
      'affected.businesses[1]': index === 1,
      'affected.businesses[2]': index === 2,
    });
    // The same as if it had been stated alone, up to the name of the input, which no number depends on.
    const alone = cloud({ businesses: [counts[index]] }, asOf);
    expect(rawDraws('business-count', scenarioOf(json))).toEqual(
      rawDraws('business-count', scenarioOf(alone)),
    );
  });

  it('none is used that became known later', () => {
    const json = cloudOutage(
      { start: '2025-10-18T06:00:00Z' },
      { businesses: counts },
      { asOf: '2025-10-19' },
    );
    expect(methodRuns(scenarioOf(json)).has('business-count')).toBe(false);
    expect(Object.values(used(json)).filter(Boolean)).toHaveLength(1);
  });

  it('a complete count is preferred to a part, however late the part', () => {
    const json = cloud({
      businesses: [
        { count: 10, counted: 'all', asOf: '2025-01-01' },
        { count: 5, counted: 'part', asOf: '2025-12-01' },
      ],
    });
    expect(used(json)).toMatchObject({ 'affected.businesses[0]': true, 'affected.businesses[1]': false });
  });

  it('of user reports too', () => {
    const userReports = [
      { count: 1e6, asOf: '2025-10-20' },
      { count: 1e7, asOf: '2025-10-21' },
    ];
    expect(used(cloud({ businesses: [], userReports }, '2025-10-20'))).toMatchObject({
      'affected.userReports[0]': true,
      'affected.userReports[1]': false,
    });
  });
});

describe('a fact dated later than the scenario is no input', () => {
  it.each<readonly [string, string, (fact: unknown) => Json]>([
    [
      'flights',
      'affected.flightsCancelled',
      (fact) => airlineOutage({}, { flightsCancelled: fact }, { asOf: '2025-10-21' }),
    ],
    [
      'passengers',
      'affected.passengers',
      (fact) => airlineOutage({}, { passengers: fact }, { asOf: '2025-10-21' }),
    ],
    [
      'devices',
      'affected.devices',
      (fact) => cloudOutage({}, { devices: fact, userReports: [] }, { asOf: '2025-10-21' }),
    ],
  ])('%s', (_, path, build) => {
    expect(used(build({ value: 5000, asOf: '2025-10-21' }))[path]).toBe(true);
    expect(used(build({ value: 5000, asOf: '2026-02-01' }))[path]).toBe(false);
    const names = compiledInputs(build({ value: 5000, asOf: '2026-02-01' }));
    expect(names).not.toContain(path);
  });
});

describe('a fact is marked as used when the estimate used it', () => {
  it('devices in place of reports, passengers in place of flights', () => {
    expect(used(cloudOutage({}, { devices: 100 }))).toMatchObject({
      'affected.devices': true,
      'affected.userReports[0]': false,
    });
    expect(used(airlineOutage({}, { passengers: 100 }))).toMatchObject({
      'affected.passengers': true,
      'affected.flightsCancelled': false,
    });
  });

  it('and not when no method asks for it', () => {
    // Flights count in an airline event only; firms and reports never in a company's own view.
    expect(used(cloudOutage({}, { flightsCancelled: 100 }))['affected.flightsCancelled']).toBe(false);
    const companies = [{ name: 'A', sector: 'hospitals', annualRevenueUsd: 1e9 }];
    const company = used(cloudOutage({}, { companies }, { scope: 'company' }));
    expect(company).toEqual({ 'affected.businesses[0]': false, 'affected.userReports[0]': false });
  });

  it('with its words, date and source', () => {
    const json = {
      ...cloudOutage(
        {},
        { businesses: [{ count: 7, counted: 'named', asOf: '2025-10-20', source: 'press' }] },
      ),
      sources: { press: { title: 'A paper' } },
    };
    expect(estimated(scenarioOf(json)).facts[0]).toEqual({
      path: 'affected.businesses[0]',
      value: 7,
      words: 'businesses named in reports',
      asOf: '2025-10-20',
      source: 'press',
      used: true,
    });
  });
});

function compiledInputs(json: Json): string[] {
  return estimated(scenarioOf(json)).provenance.map((row) => row.parameter);
}
