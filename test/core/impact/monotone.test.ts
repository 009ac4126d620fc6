import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MethodId } from '../../../src/core/result.ts';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  methodRuns,
  overrideSectors,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

/**
 * More of what causes a loss never lowers it. Compared per method, before structural error, draw by draw: all other
 * draws are the same numbers. Of the pool this does not hold, because methods join and leave it.
 */

/** Sums of the same numbers in another order differ in the last digits. */
const ROUNDING = 1e-12;

type Knob = readonly [name: string, range: readonly [number, number], build: (value: number) => Json];

/** Every method that runs must not fall, draw by draw, when the knob goes from the lower to the higher value. */
function checkRising([, [low, high], build]: Knob, numRuns: number, direction: 1 | -1 = 1): void {
  const value = fc.double({ min: low, max: high, noNaN: true });
  fc.assert(
    fc.property(value, value, (x, y) => {
      const [less, more] = x < y ? [x, y] : [y, x];
      const [from, to] = direction === 1 ? [less, more] : [more, less];
      const before = methodRuns(scenarioOf(build(from)));
      const after = methodRuns(scenarioOf(build(to)));
      expect([...before.keys()]).toEqual([...after.keys()]);
      for (const [method, { raw }] of before) expectNotBelow(method, after.get(method)!.raw, raw);
    }),
    { numRuns },
  );
}

function expectNotBelow(method: MethodId, higher: Float64Array, lower: Float64Array): void {
  const falls = [...lower.entries()].filter(([i, usd]) => higher[i]! < usd * (1 - ROUNDING));
  expect(falls, `${method}: draws that fall`).toEqual([]);
}

const starts = ['2025-10-20T14:00:00Z', '2025-10-24T21:00:00Z', '2025-10-26T03:30:00Z'];

describe('a loss does not fall with more hours', () => {
  const knobs: Knob[] = starts.flatMap((start): Knob[] => [
    [`cloud region from ${start}`, [0, 300], (hours) => cloudOutage({ start, durationHours: hours })],
    [`company from ${start}`, [0, 300], (hours) => companyOutage({ start, durationHours: hours })],
  ]);
  knobs.push(
    [
      'cloud region, start unknown',
      [0, 300],
      (hours) => cloudOutage({ start: undefined, durationHours: hours }),
    ],
    [
      'ransomware',
      [0, 2000],
      (hours) => companyOutage({ kind: 'ransomware', durationHours: hours }, { manualFallback: true }),
    ],
    ['airline', [0, 200], (hours) => airlineOutage({ durationHours: hours })],
    ['country cut off', [0, 300], (hours) => telecomOutage({ durationHours: hours })],
    [
      'faulty update of devices',
      [0, 300],
      (hours) => ({
        outage: { kind: 'software-update', start: starts[0], durationHours: hours },
        affected: { devices: 1e6, businesses: [{ count: 50, counted: 'named' }] },
      }),
    ],
  );
  it.each(knobs)('%s', (...knob) => checkRising(knob, 25));

  // Longer down within the same recovery: hours of full loss take the place of hours of partial loss.
  it.each<Knob>([
    ['cloud region', [1, 90], (hours) => cloudOutage({ durationHours: hours, restorationHours: 100 })],
    ['company', [1, 90], (hours) => companyOutage({ durationHours: hours, restorationHours: 100 })],
  ])('of a %s whose recovery is known', (...knob) => checkRising(knob, 25));
});

describe('a loss does not fall with', () => {
  const knobs: Knob[] = [
    ['hours until business is normal', [6, 500], (hours) => cloudOutage({ restorationHours: hours })],
    [
      'hours until a company is normal',
      [6, 500],
      (hours) => companyOutage({ kind: 'ransomware' }, { restorationHours: hours }),
    ],
    ['impairment', [0, 1], (share) => cloudOutage({ impairmentShare: share })],
    ['dependence', [0, 1], (d) => cloudOutage({}, {}, { assumptions: overrideSectors('dependence', d) })],
    [
      'exposure',
      [0, 1],
      (phi) =>
        cloudOutage(
          {},
          {},
          {
            scope: 'US,CA',
            assumptions: { 'exposure.aws.us-east-1.home': phi, 'exposure.aws.us-east-1.elsewhere': phi },
          },
        ),
    ],
    [
      'severity',
      [0.13, 1],
      (share) => cloudOutage({}, {}, { assumptions: { 'severity.maximumShare': share } }),
    ],
    ['firms hit', [0, 1e6], (count) => cloudOutage({}, { businesses: [{ count, counted: 'all' }] })],
    ['firms named', [0, 1e5], (count) => cloudOutage({}, { businesses: [{ count, counted: 'named' }] })],
    [
      'firms counted as a part',
      [0, 1e5],
      (count) => cloudOutage({}, { businesses: [{ count, counted: 'part' }] }),
    ],
    ['user reports', [0, 1e8], (count) => cloudOutage({}, { userReports: [{ count }] })],
    ['devices', [0, 1e8], (devices) => cloudOutage({}, { devices })],
    ['revenue', [0, 1e11], (usd) => companyOutage({}, { affectedUnitRevenueUsd: usd })],
    [
      'revenue under ransomware',
      [0, 1e11],
      (usd) => companyOutage({ kind: 'ransomware' }, { affectedUnitRevenueUsd: usd }),
    ],
    [
      'revenue of a group',
      [0, 1e11],
      (usd) => companyOutage({}, { affectedUnitRevenueUsd: undefined, annualRevenueUsd: usd }),
    ],
    ['flights cancelled', [0, 1e5], (count) => airlineOutage({}, { flightsCancelled: count })],
    ['passengers', [0, 1e7], (count) => airlineOutage({}, { passengers: count })],
    ['share of a country', [0, 1], (share) => telecomOutage({}, share)],
    [
      'share of output that idles',
      [0, 1],
      (share) =>
        cloudOutage(
          {},
          {},
          { assumptions: { 'business-count.lostShare': share, 'user-time.idleShare': share } },
        ),
    ],
  ];
  it.each(knobs)('%s', (...knob) => checkRising(knob, 20));
});

describe('a loss does not rise with', () => {
  const knobs: Knob[] = [
    [
      'recapture',
      [0, 1],
      (r) =>
        cloudOutage(
          {},
          {},
          {
            assumptions: {
              ...overrideSectors('recapture', r),
              'ladder.recapture': r,
              'business-count.recaptureSupplier': r,
              'user-time.recapture': r,
            },
          },
        ),
    ],
    [
      'recapture of a company',
      [0, 1],
      (r) =>
        companyOutage({ kind: 'ransomware' }, {}, { assumptions: { 'company-long-cyber.recapture': r } }),
    ],
    ['what rivals pick up', [0, 1], (w) => cloudOutage({}, {}, { assumptions: { 'rivals.pickupShare': w } })],
    [
      'people sharing a report between services',
      [1, 10],
      (n) => cloudOutage({}, {}, { assumptions: { 'user-time.servicesPerUser': n } }),
    ],
  ];
  it.each(knobs)('%s', (...knob) => checkRising(knob, 20, -1));
});

describe('there is no loss', () => {
  const nothing = { start: '2025-10-20T14:00:00Z', end: '2025-10-20T20:00:00Z', impairmentShare: 0 };
  const scenarios: (readonly [string, Json])[] = [
    ['in zero hours of a cloud region', cloudOutage({ durationHours: 0 })],
    ['in zero hours of a company', companyOutage({ durationHours: 0 })],
    ['in zero hours of an airline', airlineOutage({ durationHours: 0 })],
    ['in zero hours of a country', telecomOutage({ durationHours: 0 })],
    ['without impairment of a cloud region', cloudOutage({ impairmentShare: 0 })],
    ['without impairment of a company', companyOutage({ impairmentShare: 0 })],
    ['without impairment of an airline', airlineOutage({ impairmentShare: 0 })],
    ['without impairment of a country', telecomOutage({ impairmentShare: 0 })],
    [
      'without impairment in any phase',
      cloudOutage({ start: undefined, durationHours: undefined, phases: [nothing] }),
    ],
    ['when restoration is known', cloudOutage({ durationHours: 0, restorationHours: 0 })],
  ];
  it.each(scenarios)('%s', (_, json) => {
    for (const { columns } of methodRuns(scenarioOf(json)).values()) {
      for (const name of ['lost', 'interrupted', 'recaptured', 'extraExpense', 'corporate'] as const) {
        expect(columns[name].every((usd) => usd === 0)).toBe(true);
      }
    }
  });

  it('of no firms, and none of no reports, devices, flights, revenue or coverage', () => {
    const raw = (method: MethodId, json: Json) => methodRuns(scenarioOf(json)).get(method)!.raw;
    const none = { businesses: [{ count: 0, counted: 'all' }], userReports: [{ count: 0 }] };
    for (const draws of [
      raw('business-count', cloudOutage({}, none)),
      raw('user-time', cloudOutage({}, none)),
      raw('user-time', cloudOutage({}, { devices: 0 })),
      raw('airline', airlineOutage({}, { flightsCancelled: 0 })),
      raw('named-companies', companyOutage({}, { affectedUnitRevenueUsd: 0 })),
      raw('gdp-hours-ladder', telecomOutage({}, 0)),
    ]) {
      expect(draws.every((usd) => usd === 0)).toBe(true);
    }
  });
});
