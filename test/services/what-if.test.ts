import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/scenario.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { toScenarioJson } from '../../src/schema/scenario-json.ts';
import {
  asOfDate,
  inRegion,
  onWeekday,
  startingAt,
  withFirms,
  withHours,
  withOverride,
  withReports,
} from '../../src/services/what-if.ts';

const phased = parseScenario({
  outage: {
    kind: 'cloud',
    windows: [{ service: 'a', start: '2025-10-20T06:00:00Z', end: '2025-10-20T08:00:00Z' }],
    phases: [
      { start: '2025-10-20T06:00:00Z', end: '2025-10-20T09:00:00Z', impairmentShare: 0.8 },
      { start: '2025-10-20T10:00:00Z', end: '2025-10-20T12:00:00Z', impairmentShare: 0.2 },
    ],
    restorationHours: { lognormal: { median: 12, gsd: 1.5 } },
  },
  affected: {
    businesses: [
      { count: 2500, counted: 'named', asOf: '2025-10-20' },
      {
        count: 70_000,
        counted: 'all',
        groups: [
          { count: 2000, size: '500+' },
          { count: 68_000, size: '<500' },
        ],
        asOf: '2025-10-28',
      },
    ],
    userReports: [{ count: 11_000_000 }],
    companies: [{ name: 'A', sector: 'retail-trade', restorationHours: 10 }],
    flightsCancelled: 10,
  },
});

const bare = (outage: Record<string, unknown>): Scenario =>
  parseScenario({ outage: { kind: 'cloud', ...outage } });

/** What the schema accepts and gives back unchanged. */
const isValid = (scenario: Scenario): boolean =>
  isDeepStrictEqual(parseScenario(toScenarioJson(scenario)), scenario);

describe('withHours', () => {
  it('stretches windows, phases and times until normal by one factor, from the common start', () => {
    const { scenario, said } = withHours(phased, 12);
    expect(scenario.outage.phases.map(({ start, end }) => [start, end])).toEqual([
      ['2025-10-20T06:00:00Z', '2025-10-20T12:00:00Z'],
      ['2025-10-20T14:00:00Z', '2025-10-20T18:00:00Z'],
    ]);
    expect(scenario.outage.windows[0]?.end).toBe('2025-10-20T10:00:00Z');
    expect(scenario.outage.restorationHours).toEqual({ lognormal: { median: 24, gsd: 1.5 } });
    expect(scenario.affected.companies[0]?.restorationHours).toBe(20);
    expect(said).toEqual([
      '12 hours instead of 6: every length of time is multiplied by 2',
      'flights stay as counted; change them in a file',
    ]);
    expect(isValid(scenario)).toBe(true);
  });

  it('changes nothing when the length is the same', () => {
    expect(withHours(phased, 6).scenario).toEqual(phased);
  });

  it.each([
    [
      { p5: 2, p95: 8 },
      { p5: 4, p95: 16 },
    ],
    [{ pert: [2, 3, 8] }, { pert: [4, 6, 16] }],
    [{ normal: { mean: 5, sd: 1 } }, { normal: { mean: 10, sd: 2 } }],
    [
      { p10: 2, p50: 3, p90: 8, min: 1 },
      { p10: 4, p50: 6, p90: 16, min: 2 },
    ],
  ])('scales a range of hours, %j', (restorationHours, scaled) => {
    const { scenario } = withHours(bare({ durationHours: 1, restorationHours }), 2);
    expect(scenario.outage.durationHours).toBe(2);
    expect(scenario.outage.restorationHours).toEqual(scaled);
  });

  it('replaces a length that is a range or not given', () => {
    const { scenario, said } = withHours(bare({ durationHours: { p5: 1, p95: 5 }, restorationHours: 6 }), 8);
    expect(scenario.outage.durationHours).toBe(8);
    // Business cannot be normal before the service is.
    expect(scenario.outage.restorationHours).toBe(8);
    expect(said).toEqual(['8 hours; the length was not known']);
    expect(withHours(bare({}), 8).scenario.outage.durationHours).toBe(8);
  });

  it('knows no outage of 0 hours', () => {
    const { scenario } = withHours(phased, 0);
    expect(scenario.outage).toMatchObject({ phases: [], durationHours: 0, start: '2025-10-20T06:00:00Z' });
    expect(isValid(scenario)).toBe(true);
  });
});

describe('onWeekday', () => {
  it.each([
    ['sunday', '2025-10-19T06:00:00Z', '1 day earlier'],
    ['Thu', '2025-10-23T06:00:00Z', '3 days later'],
    ['friday', '2025-10-17T06:00:00Z', '3 days earlier'],
  ])('moves a Monday to the nearest %s', (day, start, words) => {
    const { scenario, said } = onWeekday(phased, day);
    expect(scenario.outage.phases[0]?.start).toBe(start);
    expect(said[0]).toContain(words);
    expect(isValid(scenario)).toBe(true);
  });

  it('moves a bare start, and windows with it', () => {
    const scenario = bare({ start: '2025-10-20T23:30:00-04:00', durationHours: 3 });
    // 03:30 on Tuesday in UTC.
    expect(onWeekday(scenario, 'tuesday').said[0]).toBe('it began on a Tuesday already (UTC)');
    expect(onWeekday(scenario, 'monday').scenario.outage.start).toBe('2025-10-20T03:30:00Z');
    expect(onWeekday(phased, 'sunday').scenario.outage.windows[0]?.end).toBe('2025-10-19T08:00:00Z');
  });

  it.each(['funday', 's', ''])('refuses %j', (day) => {
    expect(() => onWeekday(phased, day)).toThrow('is not a day of the week');
  });

  it('needs a start', () => {
    expect(() => onWeekday(bare({ durationHours: 3 }), 'sunday')).toThrow('has no start');
  });
});

describe('counts', () => {
  it('replaces the count in use, of the same sort, with its sizes in proportion', () => {
    const { scenario, said } = withFirms(phased, 35_000);
    expect(scenario.affected.businesses).toEqual([
      {
        count: 35_000,
        counted: 'all',
        groups: [
          { count: 1000, size: '500+' },
          { count: 34_000, size: '<500' },
        ],
      },
    ]);
    expect(said).toEqual(['35,000 organisations in all instead of 70,000']);
    expect(isValid(scenario)).toBe(true);
  });

  it('replaces what was known on the day', () => {
    const onTheDay = asOfDate(phased, '2025-10-20').scenario;
    expect(withFirms(onTheDay, 5000).said).toEqual([
      '5,000 firms named in reports (a floor) instead of 2,500',
    ]);
  });

  it('adds a list of names where nothing was counted', () => {
    const { scenario, said } = withFirms(bare({ durationHours: 1 }), 800);
    expect(scenario.affected.businesses).toEqual([{ count: 800, counted: 'named', groups: [] }]);
    expect(said).toEqual(['800 firms named in reports (a floor)']);
  });

  it('replaces user reports', () => {
    const { scenario, said } = withReports(phased, 2e6);
    expect(scenario.affected.userReports).toEqual([{ count: 2e6 }]);
    expect(said).toEqual(['2,000,000 user reports instead of 11,000,000']);
  });
});

describe('withOverride', () => {
  it('adds to the assumptions', () => {
    const first = withOverride(phased, 'pooling.maximumWeight', 0.4).scenario;
    const { scenario, said } = withOverride(first, 'recapture.retail-trade', { pert: [0.5, 0.7, 0.9] });
    expect(scenario.assumptions).toEqual({
      'pooling.maximumWeight': 0.4,
      'recapture.retail-trade': { pert: [0.5, 0.7, 0.9] },
    });
    expect(said).toEqual(['recapture.retail-trade = {"pert":[0.5,0.7,0.9]}']);
  });
});

it('refuses a date before the outage, when nothing was known', () => {
  expect(() => asOfDate(phased, '2025-10-19')).toThrow(
    'lies before the outage, which began on 20 October 2025',
  );
  // Text that is no date is left to the schema, which says how one is written.
  expect(asOfDate(phased, 'soon').scenario.asOf).toBe('soon');
});

it('no what-if changes its input', () => {
  const before = JSON.stringify(phased);
  for (const change of [
    () => withHours(phased, 3),
    () => onWeekday(phased, 'sunday'),
    () => withFirms(phased, 1),
    () => withReports(phased, 1),
    () => asOfDate(phased, '2025-10-21'),
    () => withOverride(phased, 'pooling.maximumWeight', 1),
  ]) {
    change();
    expect(JSON.stringify(phased)).toBe(before);
  }
});

describe('another start', () => {
  it('moves every window and phase alike', () => {
    const { scenario, said } = startingAt(phased, '2025-10-21T14:30:00Z');
    expect(scenario.outage.windows[0]).toMatchObject({
      start: '2025-10-21T14:30:00Z',
      end: '2025-10-21T16:30:00Z',
    });
    expect(scenario.outage.phases.map(({ start }) => start)).toEqual([
      '2025-10-21T14:30:00Z',
      '2025-10-21T18:30:00Z',
    ]);
    expect(said).toEqual(['from 2025-10-21 14:30 UTC instead of 2025-10-20 06:00']);
  });

  it('is added where none was known', () => {
    const known = parseScenario({ outage: { kind: 'cloud', durationHours: 3 }, affected: {} });
    const { scenario, said } = startingAt(known, '2025-10-21T14:30:00Z');
    expect(scenario.outage.start).toBe('2025-10-21T14:30:00Z');
    expect(said).toEqual(['from 2025-10-21 14:30 UTC']);
  });
});

describe('another region', () => {
  it('replaces the region and leaves the rest', () => {
    const { scenario, said } = inRegion(phased, 'eu-west-1');
    expect(scenario).toEqual({ ...phased, outage: { ...phased.outage, region: 'eu-west-1' } });
    expect(said).toEqual(['region eu-west-1']);
    expect(inRegion(scenario, 'us-east-1').said).toEqual(['region us-east-1 instead of eu-west-1']);
  });
});
