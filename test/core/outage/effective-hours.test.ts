import { describe, expect, it } from 'vitest';
import { effectiveHours, restorationTail } from '../../../src/core/outage/effective-hours.ts';
import type { Timing } from '../../../src/core/outage/timing.ts';
import { openParameterBook } from '../../../src/core/impact/parameter-book.ts';
import { compileTiming } from '../../../src/core/outage/timing.ts';
import { catalog, scenarioOf } from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('effectiveHours', () => {
  const timing: Timing = {
    startMs: 0,
    phases: [
      { fromHour: 0, toHour: 2, impairment: 1, weight: 1, impairmentIsNumber: true },
      { fromHour: 6, toHour: 10, impairment: 2, weight: 0.5, impairmentIsNumber: true },
    ],
    middleHours: 10,
    duration: 0,
    scaleNodes: [1],
    restoration: null,
    impairmentStated: true,
    nothingStopped: false,
  };

  it('weighs each phase by its impairment, and the gap between them by none', () => {
    // 2 h at .9 and 4 h at half of .5: 2.8; twice as long, twice that.
    const inputs = [column(10, 20), column(0.9, 0.9), column(0.5, 0.5)];
    expect(effectiveHours(timing, inputs, 0)).toBeCloseTo(2.8, 12);
    expect(effectiveHours(timing, inputs, 1)).toBeCloseTo(5.6, 12);
  });

  it('is 0 for no length', () => {
    expect(effectiveHours({ ...timing, middleHours: 0 }, [column(0), column(1), column(1)], 0)).toBe(0);
  });

  it('of the phases of AWS, 20 October 2025, at their middle: 5.33 h, low 3.20, high 7.75', () => {
    const ends = ['06:48', '09:40', '12:30', '17:36', '21:09', '21:20'];
    const hours = (shares: readonly number[]) => {
      const phases = shares.map((impairmentShare, i) => ({
        start: `2025-10-20T${ends[i]!}:00Z`,
        end: `2025-10-20T${ends[i + 1]!}:00Z`,
        impairmentShare,
      }));
      const { timing: found } = timed({ phases });
      const inputs = [column(found.middleHours), ...shares.map((share) => column(share))];
      const plain = found.phases.map((phase, i) => ({ ...phase, impairment: i + 1 }));
      return effectiveHours({ ...found, phases: plain, duration: 0 }, inputs, 0);
    };
    // Stated to two decimals.
    expect(Math.abs(hours([0.8, 0.25, 0.35, 0.15, 0.05]) - 5.33)).toBeLessThan(0.006);
    expect(Math.abs(hours([0.6, 0.1, 0.2, 0.05, 0]) - 3.2)).toBeLessThan(0.006);
    expect(Math.abs(hours([0.95, 0.4, 0.55, 0.3, 0.1]) - 7.75)).toBeLessThan(0.025);
  });
});

describe('restorationTail', () => {
  it('is the hours after the end, at the share that idles then, over the hours before', () => {
    expect(restorationTail(16, 10, 0.5)).toBe(0.3);
    expect(restorationTail(10, 10, 0.5)).toBe(0);
  });

  it('is none when business was normal before the end, or nothing was down', () => {
    expect(restorationTail(8, 10, 0.5)).toBe(0);
    expect(restorationTail(8, 0, 0.5)).toBe(0);
  });
});

function timed(outage: Json, kindId = 'cloud') {
  const scenario = scenarioOf({ outage: { kind: kindId, ...outage } });
  const book = openParameterBook(catalog, scenario);
  return { timing: compileTiming(scenario.outage, catalog.kinds.get(kindId)!, book), book };
}

describe('compileTiming', () => {
  it('counts hours from the first phase', () => {
    const { timing } = timed({
      phases: [
        { start: '2025-10-20T10:00:00Z', end: '2025-10-20T11:30:00Z', impairmentShare: 0.5 },
        {
          start: '2025-10-20T16:00:00+02:00',
          end: '2025-10-20T16:00:00Z',
          impairmentShare: { uniform: [0, 1] },
        },
      ],
    });
    expect(
      timing.phases.map(({ fromHour, toHour, impairmentIsNumber }) => [fromHour, toHour, impairmentIsNumber]),
    ).toEqual([
      [0, 1.5, true],
      [4, 6, false],
    ]);
    expect(timing).toMatchObject({
      middleHours: 6,
      scaleNodes: [1],
      startMs: Date.UTC(2025, 9, 20, 10),
      nothingStopped: false,
    });
  });

  it('starts with the earliest window when nothing else says when', () => {
    const windows = [
      { service: 'b', start: '2025-10-20T12:00:00Z', end: '2025-10-20T13:00:00Z' },
      { service: 'a', start: '2025-10-20T10:00:00Z', end: '2025-10-20T11:00:00Z' },
    ];
    expect(timed({ windows, durationHours: 3 }).timing.startMs).toBe(Date.UTC(2025, 9, 20, 10));
    expect(timed({ durationHours: 3 }).timing.startMs).toBeNull();
  });

  it('spreads the profile of its kind over the length', () => {
    const { timing } = timed({ durationHours: 72 }, 'software-update');
    const { profile } = catalog.kinds.get('software-update')!;
    expect(timing.phases).toHaveLength(profile!.length);
    expect(timing.phases[0]!.fromHour).toBe(0);
    // The shares of the profile are decimals that sum to 1.
    expect(timing.phases.at(-1)!.toHour).toBeCloseTo(72, 9);
    expect(timing.phases[1]!.fromHour).toBeCloseTo(10, 3);
    expect(timing.phases[2]!.fromHour).toBeCloseTo(34, 3);
  });

  it('an uncertain length has nodes from end to end, around its median', () => {
    const { timing } = timed({ durationHours: { p5: 2, p95: 32 } });
    // The median of a lognormal is the geometric middle of its range.
    expect(timing.middleHours).toBeCloseTo(8, 6);
    expect(timing.scaleNodes).toHaveLength(24);
    expect(timing.scaleNodes).toEqual(timing.scaleNodes.toSorted((a, b) => a - b));
    expect(timing.scaleNodes[0]! * 8).toBeLessThan(2);
    expect(timing.scaleNodes.at(-1)! * 8).toBeGreaterThan(32);
  });

  it('a prior stands in for a length that is not given, and is named', () => {
    const { timing, book } = timed({});
    expect(timing.scaleNodes).toHaveLength(24);
    expect(book.warnings.map((row) => row.message).join()).toContain('kind.cloud.durationHours');
  });

  it.each<readonly [string, Json, boolean]>([
    ['no hours', { durationHours: 0 }, true],
    ['no impairment', { durationHours: 5, impairmentShare: 0 }, true],
    ['some hours', { durationHours: 5 }, false],
    ['a range that begins at 0', { durationHours: 5, impairmentShare: { uniform: [0, 1] } }, false],
  ])('%s: nothing stopped is %s', (_, outage, nothing) => {
    expect(timed(outage).timing.nothingStopped).toBe(nothing);
  });
});
