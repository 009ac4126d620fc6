import { describe, expect, it } from 'vitest';
import type { BacktestEvent } from '../../../src/core/backtest/backtest-result.ts';
import { scoreBaselines } from '../../../src/core/backtest/baselines.ts';
import { crpsOfNormal } from '../../../src/core/backtest/crps.ts';
import { scoredEvent } from '../../support/scored-event.ts';

/** An event whose published figure is 1 and whose naive figure is a power of ten. */
function event(family: string, naive: number | null, changes: Partial<BacktestEvent> = {}): BacktestEvent {
  return scoredEvent({
    id: `${family}-${naive}`,
    family,
    published: { low: null, central: 1, high: null },
    baselineUsd: naive === null ? null : 10 ** naive,
    crps: 0.1,
    ...changes,
  });
}

const named = (events: readonly BacktestEvent[], name: 'B0' | 'B1') =>
  scoreBaselines(events).find((baseline) => baseline.name === name);

describe('baselines', () => {
  it('B0 is as wide as the misses of the other families', () => {
    const events = [event('a', 1), event('b', 2), event('c', 3)];
    const spreads = [Math.sqrt((4 + 9) / 2), Math.sqrt((1 + 9) / 2), Math.sqrt((1 + 4) / 2)];
    const crps = spreads.reduce((sum, spread, i) => sum + crpsOfNormal(i + 1, spread, 0), 0) / 3;
    const b0 = named(events, 'B0')!;
    expect(b0.crps).toBeCloseTo(crps, 12);
    expect(b0.medianAbsLog10Error).toBe(2);
    expect(b0.skill).toBeCloseTo(1 - 0.1 / crps, 12);
  });

  it('B0 never sees its own family', () => {
    // With its own miss of 6, the twin would be far wider than 1.
    const b0 = named([event('a', 0), event('twins', 6), event('twins', 1), event('b', 1)], 'B0')!;
    const spread = (values: readonly number[]): number =>
      Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
    const expected = [
      crpsOfNormal(0, spread([6, 1, 1]), 0),
      crpsOfNormal(6, spread([0, 1]), 0),
      crpsOfNormal(1, spread([0, 1]), 0),
      crpsOfNormal(1, spread([0, 6, 1]), 0),
    ];
    expect(b0.crps).toBeCloseTo(expected.reduce((a, b) => a + b, 0) / 4, 12);
  });

  it('B1 learns the ratio of its kind: a constant factor leaves no miss', () => {
    const events = [
      ...['a', 'b', 'c'].map((family) => event(family, 2, { exposure: 'airline' })),
      ...['d', 'e', 'f'].map((family) => event(family, -1, { exposure: 'systemic' })),
    ];
    const b1 = named(events, 'B1')!;
    expect(b1.medianAbsLog10Error).toBeCloseTo(0, 12);
    expect(b1.crps).toBeCloseTo(0, 12);
    expect(named(events, 'B0')!.medianAbsLog10Error).toBeCloseTo(1.5, 12);
  });

  it('leave out what they cannot score', () => {
    const events = [event('a', 1), event('b', null), event('c', 2), event('d', 1, { exposure: 'airline' })];
    expect(named(events, 'B0')!.events).toBe(3);
    // The only airline has no other to learn from; two others have one each, whose own miss cannot be known.
    expect(named(events, 'B1')).toBeUndefined();
    expect(scoreBaselines([event('a', 1)])).toEqual([]);
  });
});
