import { describe, expect, it } from 'vitest';
import { honestWorlds } from '../../../src/core/backtest/honest-worlds.ts';
import { runWorlds } from '../../../src/core/backtest/run-worlds.ts';
import { sharpnessOf } from '../../../src/core/backtest/sharpness.ts';
import {
  drawRanges,
  drawTruths,
  failedScores,
  fixedWeights,
  scoreWorlds,
} from '../../../src/core/backtest/synthetic-worlds.ts';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { normalQuantile } from '../../../src/core/distribution/normal.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';
import { calibrationEvents } from '../../../src/tools/run-calibration.ts';
import { catalog, compiled, sum } from '../../support/engine.ts';

const events = calibrationEvents();
const groups = honestWorlds(events, catalog, zoneOffsetHours);
const RUN = { worlds: 1000, draws: 999, seed: 1 };
// One chance in a hundred that an honest engine fails a score somewhere among all worlds of this file (Bonferroni).
const LEVEL = 0.01 / groups.flatMap(({ worlds }) => worlds).length;
// A million draws or so each: about 10 seconds alone, several times that on a machine that does other things too.
const PATIENCE_MS = 180_000;

describe('truths drawn from the engine itself', () => {
  it.each(groups.map((group) => [group.worlds.map(({ title }) => title).join('; '), group] as const))(
    'rank evenly in its ranges: %s',
    (_, group) => {
      for (const { title, scores, failed } of runWorlds(group, RUN, LEVEL)) {
        expect({ title, scores, failed }).toEqual({ title, scores, failed: [] });
      }
    },
    PATIENCE_MS,
  );

  it('rank evenly when a range spans several chunks of draws', () => {
    const airline = groups.find(({ range }) => range.structural.exposure === 'airline')!;
    // 9,999 draws lie in three chunks.
    const [row] = runWorlds(airline, { worlds: 200, draws: 9999, seed: 1 }, LEVEL);
    expect(row).toMatchObject({ failed: [] });
  });

  it('cover every kind of event', () => {
    const kinds = groups.map(({ range }) => range.structural.exposure);
    expect(new Set(kinds)).toEqual(new Set(Object.keys(events)));
  });

  it('are one draw of an estimate with the seed of the world', () => {
    const { model } = compiled(events.airline);
    const weights = fixedWeights(model);
    const run = { worlds: 3, draws: 999, seed: 40 };
    const ranges = drawRanges(model, weights, ['pool'], run).get('pool')!;
    const truths = drawTruths(() => model, weights, 'pool', run);
    // Range k has seed 40 + 2k, truth k the odd one after it: no draw is used twice.
    const again = drawRanges(model, weights, ['pool'], { ...run, worlds: 1, seed: 44 }).get('pool')!;
    expect(ranges[2]).toEqual(again[0]);
    const all = [...ranges.flatMap((range) => [...range]), ...truths];
    expect(new Set(all).size).toBe(all.length);
  });
});

/** Worlds with a standard normal truth and a range that believes otherwise: what the scores must tell apart. */
function normalWorlds(shift: number, spread: number): { ranges: Float64Array[]; truths: number[] } {
  const worlds = 1000;
  const uniforms = new Float64Array(999);
  const ranges = Array.from({ length: worlds }, (_, k) => {
    fillUniforms(uniforms, k, 'range', 0);
    return uniforms.map((u) => shift + spread * normalQuantile(u)).sort();
  });
  const truths = new Float64Array(worlds);
  fillUniforms(truths, 5000, 'truth', 0);
  return { ranges, truths: Array.from(truths, normalQuantile) };
}

function failures(shift: number, spread: number): readonly string[] {
  const { ranges, truths } = normalWorlds(shift, spread);
  return failedScores(scoreWorlds(ranges, truths, 1), 0.01);
}

describe('the scores', () => {
  it('accept honest ranges', () => {
    expect(failures(0, 1)).toEqual([]);
  });

  it('see a bias that coverage does not see', () => {
    const failed = failures(-0.3, 1);
    expect(failed).toEqual(expect.arrayContaining(['chi-square', 'KS', 'mean']));
    expect(failed).not.toContain('coverage 90');
  });

  it.each([0.7, 1.5])('see a spread of %d times the true one', (spread) => {
    expect(failures(0, spread)).toEqual(
      expect.arrayContaining(['coverage 50', 'coverage 80', 'coverage 90', 'chi-square', 'KS']),
    );
  });

  it('break ties by chance, so that a loss without doubt is no failure', () => {
    const ranges = Array.from({ length: 1000 }, () => new Float64Array(999).fill(7));
    const { chiSquareP, kolmogorovSmirnovP, inside } = scoreWorlds(ranges, new Array(1000).fill(7), 1);
    expect(Math.min(chiSquareP, kolmogorovSmirnovP)).toBeGreaterThan(0.01);
    expect(inside).toEqual({ 50: 1000, 80: 1000, 90: 1000 });
  });
});

describe('narrower and wider ranges', () => {
  const { model } = compiled(events['company-long-cyber']);
  const weights = fixedWeights(model);
  const ranges = drawRanges(model, weights, ['pool'], RUN).get('pool')!;
  const truths = drawTruths(() => model, weights, 'pool', RUN);
  const honest = sharpnessOf(ranges, truths, 1);

  it.each([0.7, 1.5])('score worse at %d times the spread', (width) => {
    const other = sharpnessOf(ranges, truths, width);
    for (const score of ['crps', 'intervalScore90'] as const) {
      const worse = other[score].map((value, k) => value - honest[score][k]!);
      const mean = sum(worse) / worse.length;
      const sd = Math.sqrt(sum(worse.map((value) => (value - mean) ** 2)) / (worse.length - 1));
      // Two standard errors of the paired difference: no accident of these worlds.
      expect(mean).toBeGreaterThan((2 * sd) / Math.sqrt(worse.length));
    }
  });
});
