import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activitySteps, activityWeek, SLOTS_PER_WEEK } from '../../../src/core/outage/activity.ts';
import { integrate } from '../../../src/core/outage/activity-integral.ts';
import { cloudOutage, catalog, compiled, scenarioOf, sum } from '../../support/engine.ts';

const identity = (hour: number): number => hour;
const MONDAY_MS = Date.UTC(2025, 9, 20);

const shape = fc
  .tuple(
    fc.integer({ min: 0, max: 47 }),
    fc.integer({ min: 1, max: 48 }),
    fc.double({ min: 0.1, max: 10, noNaN: true }),
    fc.double({ min: 0.1, max: 10, noNaN: true }),
  )
  .map(([from, length, weight, otherWeight]) => ({
    fromHour: from / 2,
    toHour: Math.min(48, from + length) / 2,
    weight,
    otherWeight,
  }));
const week = fc.tuple(
  fc.array(shape, { minLength: 1, maxLength: 4 }),
  fc.double({ min: 0, max: 2, noNaN: true }),
);

describe('the week of a sector', () => {
  it('has mean 1 in each of the 20 sectors', () => {
    const { weeks } = compiled(scenarioOf(cloudOutage())).economy!;
    expect(weeks).toHaveLength(catalog.sectors.length);
    for (const hours of weeks) {
      expect(hours).toHaveLength(SLOTS_PER_WEEK);
      // 336 roundings.
      expect(Math.abs(sum(hours) / SLOTS_PER_WEEK - 1)).toBeLessThan(1e-9);
      expect(Math.min(...hours)).toBeGreaterThanOrEqual(0);
    }
  });

  it('has mean 1 for any shape', () => {
    fc.assert(
      fc.property(week, ([shapes, weekend]) => {
        expect(Math.abs(sum(activityWeek(shapes, weekend)) / SLOTS_PER_WEEK - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('by hand: half a day at weight 3, half at 1, nothing at the weekend', () => {
    const hours = activityWeek([{ fromHour: 6, toHour: 18, weight: 3, otherWeight: 1 }], 0);
    // The mean of a weekday is 2, of a week 2 * 5 / 7: 3 / (10/7) = 2.1 at noon, .7 at midnight.
    expect(hours[12 * 2]).toBeCloseTo(2.1, 12);
    expect(hours[0]).toBeCloseTo(0.7, 12);
    expect(hours[5 * 48 + 24]).toBe(0);
  });
});

describe('steps between half hours', () => {
  it('cover the stretch without gap, each within one slot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 * 86_400_000 }),
        fc.constantFrom(-9.5, -5, 0, 5.75, 13),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0.001, max: 400, noNaN: true }),
        (ms, offset, from, length) => {
          const steps = activitySteps(MONDAY_MS + ms, offset, from, from + length);
          expect(steps[0]!.fromHour).toBe(from);
          expect(steps.at(-1)!.toHour).toBe(from + length);
          steps.forEach((step, i) => {
            expect(step.toHour).toBeGreaterThan(step.fromHour);
            // The clock of a date in 2025 counts half a million hours: its last digit is 1e-10 h.
            expect(step.toHour - step.fromHour).toBeLessThanOrEqual(0.5 + 1e-8);
            expect(step.slot).toBeGreaterThanOrEqual(0);
            expect(step.slot).toBeLessThan(SLOTS_PER_WEEK);
            if (i > 0) expect(step.fromHour).toBe(steps[i - 1]!.toHour);
          });
        },
      ),
    );
  });

  it('begin on the slot of the local clock', () => {
    const slot = (ms: number, offset: number) => activitySteps(ms, offset, 0, 0.25)[0]!.slot;
    expect(slot(MONDAY_MS, 0)).toBe(0);
    expect(slot(MONDAY_MS, -0.5)).toBe(SLOTS_PER_WEEK - 1);
    expect(slot(MONDAY_MS, 5.5)).toBe(11);
    // The first of January 1970 was a Thursday, the last day of 1969 a Wednesday.
    expect(slot(0, 0)).toBe(3 * 48);
    expect(slot(-1800_000, 0)).toBe(3 * 48 - 1);
  });

  it('are none for an empty stretch', () => {
    expect(activitySteps(MONDAY_MS, 0, 3, 3)).toEqual([]);
  });
});

describe('the integral of activity', () => {
  it('over any whole week is 168 hours', () => {
    fc.assert(
      fc.property(
        week,
        fc.integer({ min: 0, max: 365 * 86_400_000 }),
        fc.constantFrom(-9.5, -5, 0, 5.75, 13),
        fc.integer({ min: 1, max: 4 }),
        ([shapes, weekend], ms, offset, weeks) => {
          const stretch = { fromHour: 0, toHour: 168 * weeks };
          const [hours] = integrate(
            MONDAY_MS + ms,
            offset,
            stretch,
            [activityWeek(shapes, weekend)],
            identity,
            Infinity,
          );
          // Steps of half an hour on a clock of half a million hours: 1e-10 h each.
          expect(Math.abs(hours! / (168 * weeks) - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is that of an average hour when the start is unknown', () => {
    const weeks = [activityWeek([{ fromHour: 6, toHour: 18, weight: 3, otherWeight: 1 }], 0)];
    expect(integrate(null, 0, { fromHour: 2, toHour: 9 }, weeks, identity, 0)[0]).toBe(7);
    expect(integrate(null, 0, { fromHour: 2, toHour: 9 }, weeks, (hour) => hour ** 2, Infinity)[0]).toBe(
      81 - 4,
    );
  });

  it('is additive: a stretch is the sum of its parts', () => {
    const weeks = [activityWeek([{ fromHour: 8, toHour: 17, weight: 3, otherWeight: 0.5 }], 0.3)];
    const part = (fromHour: number, toHour: number) =>
      integrate(MONDAY_MS + 123_456, -4, { fromHour, toHour }, weeks, (hour) => hour ** 1.3, Infinity)[0]!;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const cut = Math.min(a, b);
          const end = Math.max(a, b);
          expect(Math.abs(part(0, cut) + part(cut, end) - part(0, end))).toBeLessThanOrEqual(
            1e-9 * part(0, end),
          );
        },
      ),
    );
  });

  it('counts whole weeks of an even stretch at once, as step by step', () => {
    const weeks = [activityWeek([{ fromHour: 8, toHour: 17, weight: 3, otherWeight: 0.5 }], 0.3)];
    const stretch = { fromHour: 3.2, toHour: 1700.9 };
    const hours = (linearFrom: number) =>
      integrate(MONDAY_MS + 123_456, 5.75, stretch, weeks, identity, linearFrom)[0]!;
    // Both are sums of some thousand steps of half an hour.
    expect(Math.abs(hours(0) - hours(Infinity))).toBeLessThan(1e-7);
    expect(Math.abs(hours(400) - hours(Infinity))).toBeLessThan(1e-7);
  });

  it('by hand: from 17:30 to 18:30 on a Monday, half in and half out', () => {
    const weeks = [activityWeek([{ fromHour: 6, toHour: 18, weight: 3, otherWeight: 1 }], 0)];
    const hours = integrate(
      MONDAY_MS + 17.5 * 3_600_000,
      0,
      { fromHour: 0, toHour: 1 },
      weeks,
      identity,
      Infinity,
    );
    expect(hours[0]).toBeCloseTo(0.5 * 2.1 + 0.5 * 0.7, 9);
  });
});
