import { describe, expect, it } from 'vitest';
import type { BacktestResult } from '../../../src/core/backtest/backtest-result.ts';
import { scoreBacktest } from '../../../src/services/score-backtest.ts';

/**
 * What the engine must reach on the past outages in the box. The bars stood before the engine was run on them; a change
 * that breaks one is wrong or needs a reason in models/CHANGELOG.md, and none is ever a target to tune to.
 */
const all: BacktestResult = await scoreBacktest();
const { baselines, events, byExposure } = all;

const skillOver = (name: string): number => baselines.find((row) => row.name === name)!.skill;

function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

describe('bars of the back-test', () => {
  it('scores 26 events of 21 families', () => {
    expect(all).toMatchObject({ scored: 26, families: 21 });
  });

  it('holds as many published figures as ranges of that name should', () => {
    expectBetween(all.inside80, 18, 25);
    expectBetween(all.inside90, 21, 26);
  });

  it('has middle estimates near what was published', () => {
    expect(all.medianAbsLog10Error).toBeLessThanOrEqual(0.3);
    expect(all.meanAbsLog10Error).toBeLessThanOrEqual(0.4);
  });

  it.each([
    ['airline', 0.25],
    ['company-long-cyber', 0.35],
    ['systemic', 0.5],
    ['company-it', 0.6],
  ] as const)('the middle miss of %s is at most %f', (exposure, most) => {
    const scores = byExposure.find((row) => row.exposure === exposure)!;
    expect(scores.medianAbsLog10Error).toBeLessThanOrEqual(most);
  });

  it('scores well and beats naive figures', () => {
    expect(all.crps).toBeLessThanOrEqual(0.27);
    expect(all.intervalScore90).toBeLessThanOrEqual(2);
    expect(skillOver('B0')).toBeGreaterThanOrEqual(0.45);
    expect(skillOver('B1')).toBeGreaterThanOrEqual(0.3);
  });

  it('has ranges neither too narrow nor too wide', () => {
    expectBetween(all.meanWidth90, 0.9, 2.2);
    expectBetween(all.pitVarianceTimes12, 0.5, 1.5);
  });

  it.each(events.map((event) => [event.id, event] as const))('%s is wide enough', (_, event) => {
    expect(event.width90).toBeGreaterThanOrEqual(event.exposure === 'systemic' ? 1 : 0.6);
  });
});
