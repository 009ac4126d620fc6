import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/core/distribution/normal.ts';
import { readFixture } from './fixtures/read.ts';

describe('normalQuantile against mpmath 1.3.0, 40 digits (fixtures/make_fixtures.py)', () => {
  const rows = readFixture<[p: number, z: number]>('normal-quantile');

  it('is right to 1e-15 of z at 651 points from p = 1e-300 to 1 - 1e-16', () => {
    expect(rows.length).toBe(651);
    // Wichura states about 1 part in 10^16 for the formula; two or three roundings come on top.
    for (const [p, z] of rows) expect(Math.abs(normalQuantile(p) / z - 1), `p = ${p}`).toBeLessThan(1e-15);
  });

  // scipy 1.17.1 norm.ppf; the first three z are also in every table of the normal distribution.
  it.each([
    [0.95, 1.6448536269514722],
    [0.9, 1.2815515655446004],
    [0.75, 0.6744897501960817],
    [1e-300, -37.0470962993612],
    [1e-16, -8.222082216130435],
    [1e-9, -5.9978070150076865],
    [1 - 1e-9, 5.997807019601637],
    [1 - 1e-12, 7.0344869100478356],
  ])('at %d is %d', (p, z) => {
    // The values are given to 15 digits or more.
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(2e-15);
  });
});

describe('normalCdf against mpmath 1.3.0, 40 digits (fixtures/make_fixtures.py)', () => {
  const rows = readFixture<[z: number, p: number]>('normal-cdf');

  it('is right to 1e-14 of the smaller tail up to |z| = 9, to 1e-13 up to 37.5', () => {
    expect(rows.length).toBe(745);
    for (const [z, p] of rows) {
      // exp(-z^2 / 2) passes on half of the rounding error of z^2: 40 x 1e-16 at 9, 700 x 1e-16 at 37.5.
      const tolerance = Math.abs(z) <= 9 ? 1e-14 : 1e-13;
      expect(Math.abs(normalCdf(z) / p - 1), `z = ${z}`).toBeLessThan(tolerance);
    }
  });

  it('is right to 2e-16 above the middle', () => {
    for (const [z, p] of rows) {
      if (z < 0 && z > -9) expect(Math.abs(normalCdf(-z) - (1 - p)), `z = ${-z}`).toBeLessThan(3e-16);
    }
  });
});
