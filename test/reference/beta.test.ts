import { describe, expect, it } from 'vitest';
import { betaQuantile, betaTable } from '../../src/core/distribution/beta.ts';
import { compileQuantity, quantileAt } from '../../src/core/distribution/marginal.ts';
import { tableQuantile } from '../../src/core/distribution/octave-table.ts';
import { pertParameters } from '../../src/core/distribution/pert.ts';
import { readFixture } from './fixtures/read.ts';

type Row = [alpha: number, beta: number, tail: number, lower: number, upper: number];

describe('beta quantiles against scipy 1.17.1 (fixtures/make_fixtures.py)', () => {
  const rows = readFixture<Row>('beta-quantile');

  it('jstat is right to 1e-8 for shapes of 1 and more, to 2e-8 below', () => {
    expect(rows.length).toBe(168);
    for (const [alpha, beta, tail, lower, upper] of rows) {
      const place = `beta(${alpha}, ${beta}) at ${tail}`;
      // jstat stops at a step of 1e-8; 1.6e-8 was measured for beta(0.19, 3.56).
      const tolerance = Math.min(alpha, beta) >= 1 ? 1e-8 : 2e-8;
      expect(Math.abs(betaQuantile(tail, alpha, beta) / lower - 1), place).toBeLessThan(tolerance);
      expect(Math.abs(1 - betaQuantile(tail, beta, alpha) - upper), place).toBeLessThan(tolerance);
    }
  });

  it('the table adds what linear interpolation over 1/64 of an octave costs', () => {
    const tables = new Map<string, Float64Array>();
    for (const [alpha, beta, tail, lower, upper] of rows) {
      const place = `beta(${alpha}, ${beta}) at ${tail}`;
      const nodes = tables.get(`${alpha} ${beta}`) ?? betaTable({ alpha, beta }, 0, 1).nodes;
      tables.set(`${alpha} ${beta}`, nodes);
      // The tail goes as tail^(1/shape); its second derivative over a cell gives (k^2 - k) / 32,768, k = 1/shape.
      const bend = (shape: number) => Math.max(1e-5, (1 / shape - 1) / shape / 32_768);
      expect(Math.abs(tableQuantile(nodes, tail) / lower - 1), place).toBeLessThan(bend(alpha));
      // Absolute here: 1 - upper has few digits left when the shape is small.
      expect(Math.abs(tableQuantile(nodes, 1 - tail) - upper), place).toBeLessThan(
        bend(beta) * (1 - upper) + 1e-8,
      );
    }
  });

  // scipy 1.17.1 beta.ppf of beta(2, 5) at .001, .05, .5, .95, .999.
  it.each([
    [0.001, 0.00825549278774668],
    [0.05, 0.0628498917083544],
    [0.5, 0.26444998329566],
    [0.95, 0.581803409252026],
    [0.999, 0.818613866919134],
  ])('beta(2, 5) at %d', (p, value) => {
    const { nodes } = betaTable({ alpha: 2, beta: 5 }, 0, 1);
    expect(Math.abs(tableQuantile(nodes, p) / value - 1)).toBeLessThan(1e-5); // the table, as above
    const exact = p <= 0.5 ? betaQuantile(p, 2, 5) : 1 - betaQuantile(1 - p, 5, 2);
    expect(Math.abs(exact / value - 1)).toBeLessThan(1e-8); // jstat, as above
  });
});

describe('PERT', () => {
  it('[10, 20, 60] has shapes 1.8 and 4.2', () => {
    expect(pertParameters(10, 20, 60)).toEqual({ alpha: 1.8, beta: 4.2 });
  });

  // Mean (low + 4 mode + high) / 6; quantiles by scipy 1.17.1 beta.ppf.
  it.each([
    [[10, 20, 60], 25, [12.948869380591, 23.833612969626, 41.06383620081]],
    [[0.1, 0.3, 0.9], 0.366666666666667, [0.16115231312986, 0.35104813636456, 0.62592665440091]],
    [[2, 3, 8], 3.66666666666667, [2.2903832382932, 3.5117238628477, 5.5758723614742]],
  ] as const)('%j has its mean, P5, P50 and P95', (pert, mean, [p5, p50, p95]) => {
    const { marginal } = compileQuantity({ pert }, {}, 'x');
    const width = pert[2] - pert[0];
    // Table error: 1e-5 of the distance from the nearer end, so at most 5e-6 of the width.
    for (const [p, value] of [
      [0.05, p5],
      [0.5, p50],
      [0.95, p95],
    ] as const) {
      expect(Math.abs(quantileAt(marginal, p) - value)).toBeLessThan(5e-6 * width);
    }
    const cells = 20_000;
    let total = 0;
    for (let i = 0; i < cells; i++) total += quantileAt(marginal, (i + 0.5) / cells);
    expect(Math.abs(total / cells - mean)).toBeLessThan(5e-6 * width);
  });
});
