import { describe, expect, it } from 'vitest';
import { crpsOfNormal } from '../../../src/core/backtest/crps.ts';
import { intervalScore } from '../../../src/core/backtest/interval-score.ts';
import { Z_95, normalQuantile } from '../../../src/core/distribution/normal.ts';

describe('interval score', () => {
  it.each([
    { observed: 1.5, score: 1, why: 'inside: the width' },
    { observed: 1, score: 1, why: 'at an end: the width' },
    { observed: 2.5, score: 11, why: 'half above: 1 + 20 x 0.5' },
    { observed: 0.9, score: 3, why: 'a tenth below: 1 + 20 x 0.1' },
  ])('of 1 to 2 against $observed is $score ($why)', ({ observed, score }) => {
    expect(intervalScore(1, 2, observed, 0.1)).toBeCloseTo(score, 12);
  });

  it('refuses a range upside down', () => {
    expect(() => intervalScore(2, 1, 1, 0.1)).toThrow('interval score');
  });
});

describe('both scores know an honest range', () => {
  // A thousand truths from a standard normal, at its own quantiles: no chance involved.
  const n = 1000;
  const truths = Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
  const mean = (score: (truth: number) => number): number =>
    truths.reduce((sum, truth) => sum + score(truth), 0) / n;
  const scores = (sd: number) => ({
    interval: mean((truth) => intervalScore(-Z_95 * sd, Z_95 * sd, truth, 0.1)),
    crps: mean((truth) => crpsOfNormal(0, sd, truth)),
    coverage: mean((truth) => (Math.abs(truth) <= Z_95 * sd ? 1 : 0)),
  });
  const honest = scores(1);

  it('has the expected score of a normal', () => {
    // E CRPS = 1 / sqrt pi; E IS = 2 phi(z) / (alpha / 2). 1,000 quantiles stand for the normal to about 1 %.
    expect(honest.crps).toBeCloseTo(1 / Math.sqrt(Math.PI), 2);
    expect(honest.interval).toBeCloseTo(4.125, 1);
    expect(honest.coverage).toBeCloseTo(0.9, 2);
  });

  it('one half wider covers more and scores worse', () => {
    const wide = scores(1.5);
    expect(wide.coverage).toBeGreaterThan(0.98);
    expect(wide.interval).toBeGreaterThan(honest.interval * 1.1);
    expect(wide.crps).toBeGreaterThan(honest.crps * 1.02);
  });

  it('a third narrower covers less and scores worse', () => {
    const narrow = scores(0.7);
    expect(narrow.coverage).toBeLessThan(0.8);
    expect(narrow.interval).toBeGreaterThan(honest.interval * 1.05);
    expect(narrow.crps).toBeGreaterThan(honest.crps * 1.02);
  });
});
