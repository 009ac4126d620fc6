import { describe, expect, it } from 'vitest';
import { compileQuantity, quantileAt, type Marginal } from '../../src/core/distribution/marginal.ts';
import type { Quantity } from '../../src/core/distribution/quantity.ts';

const marginalOf = (quantity: Quantity): Marginal => compileQuantity(quantity, {}, 'x').marginal;

function lognormalOf(quantity: Quantity): { mu: number; sigma: number; mean: number; sd: number } {
  const marginal = marginalOf(quantity);
  if (marginal.kind !== 'lognormal') throw new Error(`${marginal.kind} is not lognormal`);
  const { mu, sigma } = marginal;
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  return { mu, sigma, mean, sd: mean * Math.sqrt(Math.exp(sigma * sigma) - 1) };
}

/** Relative error. Closed forms of a few logarithms and roundings, against values of 15 digits or more: 1e-14. */
const error = (found: number, expected: number) => Math.abs(found / expected - 1);
const ROUNDING = 1e-14;

describe('lognormal from an interval', () => {
  // Squiggle, packages/squiggle-lang/__tests__/library/sym_test.ts.
  it('{ p5: 2, p95: 5 } as in the tests of Squiggle', () => {
    const { mu, sigma } = lognormalOf({ p5: 2, p95: 5 });
    expect(error(mu, 1.1512925464970227)).toBeLessThan(ROUNDING);
    expect(error(sigma, 0.27853260523016377)).toBeLessThan(ROUNDING);
  });

  it('{ p10: 2, p90: 5 } as in the tests of Squiggle', () => {
    expect(error(lognormalOf({ lognormal: { p10: 2, p90: 5 } }).sigma, 0.3574927285445488)).toBeLessThan(
      ROUNDING,
    );
  });

  it('5 to 12 as in scipy 1.17.1', () => {
    const { mu, sigma, mean, sd } = lognormalOf({ p5: 5, p95: 12 });
    expect(error(mu, 2.04717228111105)).toBeLessThan(ROUNDING);
    expect(error(sigma, 0.266123599999737)).toBeLessThan(ROUNDING);
    expect(error(quantileAt(marginalOf({ p5: 5, p95: 12 }), 0.5), 7.74596669241483)).toBeLessThan(ROUNDING);
    expect(error(mean, 8.02517251795471)).toBeLessThan(ROUNDING);
    expect(error(sd, 2.17406498980142)).toBeLessThan(ROUNDING);
  });

  // riskquant (Netflix-Skunkworks/riskquant), tests and README: frequency x mean loss of a lognormal 90 % range.
  it.each([
    [0.1, 1, 10, 0.4040012826945718],
    [3, 1, 10, 12.120038480837177],
    [0.1, 100_000, 1_000_000, 40_400.128269457266],
    [1, 635_000, 19_000_000, 5_922_706.83351131],
  ])('riskquant: %d a year of %d to %d', (frequency, p5, p95, annual) => {
    expect(error(frequency * lognormalOf({ p5, p95 }).mean, annual)).toBeLessThan(ROUNDING);
  });

  it('riskquant: the rounded figures of its README', () => {
    const annual = [
      [0.1, 10e6, 1e9],
      [0.05, 5e6, 50e6],
      [0.01, 1e6, 10e6],
    ].map(([frequency, p5, p95]) => frequency! * lognormalOf({ p5: p5!, p95: p95! }).mean);
    expect(annual.map((value) => Number(value.toPrecision(3)))).toEqual([26_600_000, 1_010_000, 40_400]);
  });

  it('{ median, gsd } has a geometric sd of gsd: 84.134 % of the mass below median x gsd', () => {
    const marginal = marginalOf({ lognormal: { median: 80, gsd: 2.8 } });
    // P(z < 1) = 0.8413447460685429, 16 digits.
    expect(error(quantileAt(marginal, 0.8413447460685429), 80 * 2.8)).toBeLessThan(ROUNDING);
  });
});

describe('normal from an interval', () => {
  it('-2 to 4 as in the tests of Squiggle', () => {
    const marginal = marginalOf({ normal: { p5: -2, p95: 4 } });
    if (marginal.kind !== 'normal') throw new Error(`${marginal.kind} is not normal`);
    expect(error(marginal.sd, 1.8238704957353071)).toBeLessThan(ROUNDING);
    expect(marginal.mean).toBe(1);
  });
});

describe('metalog p10, p50, p90 = 5, 8, 20 (closed form, Keelin 2016)', () => {
  it.each([
    [{ p10: 5, p50: 8, p90: 20 }, [4.73357467154348, 5.65625, 13.15625, 24.8346536158913]],
    [
      { p10: 5, p50: 8, p90: 20, min: 0 },
      [4.42372199688028, 6.06539890082603, 12.1307978016521, 28.3525105557796],
    ],
  ])('%j has its P5, P25, P75 and P95', (quantity, expected) => {
    const marginal = marginalOf(quantity);
    [0.05, 0.25, 0.75, 0.95].forEach((p, i) => {
      expect(error(quantileAt(marginal, p), expected[i]!)).toBeLessThan(ROUNDING);
    });
  });
});

describe('triangular [0, 2, 10] as in scipy 1.17.1', () => {
  it.each([
    [0.001, 0.14142135623731],
    [0.05, 1],
    [0.5, 3.67544467966324],
    [0.95, 8],
    [0.999, 9.71715728752538],
  ])('at %d is %d', (p, value) => {
    // 14 digits given for the first.
    expect(error(quantileAt(marginalOf({ triangular: [0, 2, 10] }), p), value)).toBeLessThan(4e-14);
  });
});
