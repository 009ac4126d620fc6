import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHours } from '../../../src/core/insurance/count-hours.ts';
import type { OutageClock } from '../../../src/core/insurance/insured-outage.ts';
import type { WaitingPeriod } from '../../../src/core/insurance/policy.ts';
import { anyCase, plain } from './support.ts';

type Row = readonly [service: string, fromHour: number, toHour: number, impairmentShare?: number];

const outageOf = (rows: readonly Row[], restorationHours = 0): OutageClock => ({
  stretches: rows.map(([service, fromHour, toHour, impairmentShare = 1]) => ({
    service,
    fromHour,
    toHour,
    impairmentShare,
  })),
  restorationHours,
});

const count = (
  rows: readonly Row[],
  change: Partial<WaitingPeriod> = {},
  services: readonly string[] | null = null,
  restorationHours = 0,
) => countHours(outageOf(rows, restorationHours), services, { ...plain.policy.waiting, ...change });

describe('countHours', () => {
  const rows: readonly Row[] = [
    ['b', 7, 12],
    ['a', 0, 3],
    ['a', 2, 5],
  ];

  it('joins what overlaps, and takes the first of equal runs', () => {
    expect(count(rows)).toEqual({
      runs: [{ fromHour: 0, toHour: 5 }],
      hours: 5,
      services: ['a'],
      clock: 'provider-outage',
    });
  });

  it('adds all runs up', () => {
    expect(count(rows, { count: 'cumulative' })).toMatchObject({
      runs: [
        { fromHour: 0, toHour: 5 },
        { fromHour: 7, toHour: 12 },
      ],
      hours: 10,
      services: ['a', 'b'],
    });
  });

  it('lengthens the last run by the restoration, on the clock of the insured', () => {
    const found = count(rows, { clock: 'insured-interruption' }, null, 1);
    expect(found).toMatchObject({ runs: [{ fromHour: 7, toHour: 13 }], hours: 6, services: ['b'] });
  });

  it('finds the first of runs that differ by rounding only', () => {
    const found = count([
      ['a', 0, 0.3],
      ['a', 1, 1.3],
    ]);
    expect(found.runs[0]!.fromHour).toBe(0);
  });

  it('sees no gap that subtraction made', () => {
    const found = count([
      ['a', 0, 0.3],
      ['a', 0.1 + 0.2, 1],
    ]);
    expect(found.hours).toBe(1);
  });

  it.each<readonly [string, Row]>([
    ['of negative hours', ['a', 3, 2]],
    ['before the start', ['a', -1, 2]],
    ['without an end', ['a', 0, Infinity]],
    ['of an impossible impairment', ['a', 0, 1, 1.5]],
    ['of no number', ['a', 0, 1, NaN]],
  ])('refuses a stretch %s', (_, row) => {
    expect(() => count([row])).toThrow('invariant');
  });

  it('refuses negative restoration', () => {
    expect(() => count([['a', 0, 1]], {}, null, -1)).toThrow('restoration');
  });

  it('counts no more continuous than cumulative hours, and no fewer services than it must', () => {
    fc.assert(
      fc.property(anyCase, ({ outage, services, policy: { waiting } }) => {
        const longest = countHours(outage, services, { ...waiting, count: 'continuous' });
        const all = countHours(outage, services, { ...waiting, count: 'cumulative' });
        expect(longest.hours).toBeLessThanOrEqual(all.hours);
        expect(longest.runs.length).toBe(Math.min(all.runs.length, 1));
        expect(all.services.length > 0).toBe(all.hours > 0);
        const everything = countHours(outage, null, { ...waiting, count: 'cumulative' });
        expect(all.hours).toBeLessThanOrEqual(everything.hours);
        const shuffled = countHours(
          { ...outage, stretches: outage.stretches.toReversed() },
          services,
          waiting,
        );
        expect(shuffled.runs).toEqual(countHours(outage, services, waiting).runs);
      }),
    );
  });
});
