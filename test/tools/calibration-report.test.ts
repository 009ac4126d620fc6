import { describe, expect, it } from 'vitest';
import type { Expectation, WorldRow } from '../../src/core/backtest/run-worlds.ts';
import type { WorldScoreName } from '../../src/core/backtest/synthetic-worlds.ts';
import { calibrationMarkdown, calibrationText } from '../../src/tools/calibration-report.ts';
import { calibrationEventIds } from '../../src/tools/run-calibration.ts';
import type { CalibrationResult } from '../../src/tools/run-calibration.ts';

function row(
  expected: Expectation,
  inside90: number,
  asExpected: boolean,
  failed: WorldScoreName[] = [],
): WorldRow {
  const title = `a world ${inside90}`;
  const scores = {
    worlds: 1000,
    inside: { 50: 500, 80: 800, 90: inside90 },
    meanPit: 0.5,
    pitVarianceTimes12: 1,
    chiSquareP: 0.0004,
    kolmogorovSmirnovP: 0.25,
    meanP: 1,
  };
  return { id: title, title, expected, target: 'pool', scores, failed, asExpected };
}

const result: CalibrationResult = {
  worlds: 1000,
  draws: 999,
  seed: 1,
  events: calibrationEventIds,
  rows: [
    row('honest', 901, true),
    row('honest', 700, false, ['coverage 90', 'KS']),
    row('rejected', 702, true),
    row('rejected', 903, false),
    row('held', 904, true),
    row('held', 830, true),
    row('held', 750, false),
  ],
  widths: [{ width: 1, meanCrps: 0.2, meanIntervalScore90: 1.5 }],
};

describe('the calibration table', () => {
  const lines = calibrationText(result).split('\n');

  it('fits a terminal of 80 columns', () => {
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ['a world 901', 'honest'],
    ['a world 702', 'seen'],
    ['a world 903', 'NOT SEEN'],
    ['a world 904', 'holds'],
    ['a world 830', 'holds, thin'],
    ['a world 750', 'TOO NARROW'],
  ])('gives %s its verdict: %s', (world, verdict) => {
    const line = lines.find((text) => text.includes(world))!;
    expect(line.split(/\s{2,}/).at(-1)).toBe(verdict);
  });

  it('names the scores that failed, and rounds no small chance to nothing', () => {
    const markdown = calibrationMarkdown(result);
    expect(markdown).toContain(
      '| a world 700 | 50.0 | 80.0 | 70.0 | under .001 | .250 | NOT HONEST: coverage 90, KS |',
    );
  });
});
