import { describe, expect, it } from 'vitest';
import { truncatedT6Quantile } from '../../src/core/distribution/student-t6.ts';
import { readFixture } from './fixtures/read.ts';

/** u at which the truncated quantile function meets the whole one at p. */
const uniformOf = (p: number) => (p - 0.005) / 0.99;

describe('truncatedT6Quantile', () => {
  it('agrees with mpmath 1.3.0, 40 digits (fixtures/make_fixtures.py), to 4e-15', () => {
    const rows = readFixture<[u: number, t: number]>('t6-quantile').filter(([, t]) => t !== 0);
    expect(rows.length).toBe(200);
    // Far out, 1 - x^2 loses half a digit.
    for (const [u, t] of rows)
      expect(Math.abs(truncatedT6Quantile(u) / t - 1), `u = ${u}`).toBeLessThan(4e-15);
  });

  // Student t, 6 degrees of freedom: any printed table (scipy 1.17.1 t.ppf(p, 6)); 7 decimals given.
  it.each([
    [0.9, 1.4397557],
    [0.95, 1.9431803],
    [0.99, 3.1426684],
    [0.995, 3.707428],
  ])('meets the whole t6 at p = %d', (p, t) => {
    expect(Math.abs(truncatedT6Quantile(uniformOf(p)) - t)).toBeLessThan(6e-8);
  });

  // Truncated at |t| <= 3.7074280: the same closed form at .005 + .99 u.
  it.each([
    [0.9, 1.410757],
    [0.95, 1.8810251],
  ])('has %d of the truncated mass below %d', (u, t) => {
    expect(Math.abs(truncatedT6Quantile(u) - t)).toBeLessThan(6e-8);
  });

  // Numerical integration of the closed form, five decimals.
  it.each([
    [0.25, 1.18955],
    [0.33, 1.35567],
    [0.45, 1.77094],
    [0.5, 2.03067],
  ])('makes the mean of 10^(0.9 s t) at s = %d equal %d', (s, mean) => {
    const cells = 100_000;
    let total = 0;
    for (let i = 0; i < cells; i++) total += 10 ** (0.9 * s * truncatedT6Quantile((i + 0.5) / cells));
    // The sum over the middles of 100,000 cells is off by less than 1e-7; the rest is the rounding of the value.
    expect(Math.abs(total / cells - mean)).toBeLessThan(6e-6);
  });
});
