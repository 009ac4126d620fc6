import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../../src/core/distribution/gamma.ts';

describe('gammaQuantile', () => {
  // scipy 1.17.1, gamma(2, scale 3).
  it.each([
    [0.001, 0.136206053308469],
    [0.05, 1.06608453209599],
    [0.5, 5.03504097004998],
    [0.95, 14.2315935551717],
    [0.999, 27.7002404293548],
  ])('shape 2 at %d', (p, x) => {
    expect((3 * gammaQuantile(p, 2)) / x).toBeCloseTo(1, 9);
  });

  // Half a chi-square with 1 degree of freedom: z(0.95)^2 / 2 at 0.9.
  it('shape 1/2 is half a squared normal', () => {
    expect(gammaQuantile(0.9, 0.5)).toBeCloseTo(1.6448536269514722 ** 2 / 2, 9);
  });

  it('shape 1 is exponential', () => {
    for (const p of [1e-9, 0.01, 0.5, 0.99]) expect(gammaQuantile(p, 1) / -Math.log1p(-p)).toBeCloseTo(1, 8);
  });

  it('refuses shapes that were not measured', () => {
    expect(() => gammaQuantile(0.5, 0.1)).toThrow('invariant');
  });
});
