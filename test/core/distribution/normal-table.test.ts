import { describe, expect, it } from 'vitest';
import {
  drawnNormalCdf,
  drawnNormalQuantile,
  drawnNormalScore,
} from '../../../src/core/distribution/normal-table.ts';
import { normalCdf, normalQuantile } from '../../../src/core/distribution/normal.ts';

const N = 200_003;
const inside = Array.from({ length: N - 1 }, (_, i) => (i + 1) / N);

describe('the tables of the normal distribution', () => {
  it.each([
    ['lines', drawnNormalScore, 1e-5],
    ['parabolas', drawnNormalQuantile, 1.5e-7],
  ])('give the quantile by %s within the error they state, and it never falls', (_, read, most) => {
    const worst = inside.reduce((error, p) => Math.max(error, Math.abs(read(p) - normalQuantile(p))), 0);
    expect(worst).toBeLessThan(most);
    // The bound is no wider than it must be.
    expect(worst).toBeGreaterThan(0.8 * most);
    inside.reduce((before, p) => {
      const score = read(p);
      expect(score).toBeGreaterThanOrEqual(before);
      return score;
    }, -Infinity);
  });

  it('give the distribution function within 5e-7, and within 2e-4 of the smaller tail', () => {
    for (const p of inside) {
      const z = 18 * p - 9;
      const [found, exact] = [drawnNormalCdf(z), normalCdf(z)];
      expect(Math.abs(found - exact)).toBeLessThan(5e-7);
      if (z < 0) expect(Math.abs(found / exact - 1)).toBeLessThan(2e-4);
    }
  });

  it('meet the exact functions at their ends and beyond', () => {
    for (const p of [0, 1e-300, 1e-9, 1 / 64, 63 / 64, 1 - 2 ** -53, 1]) {
      expect(drawnNormalScore(p)).toBe(normalQuantile(p));
      expect(drawnNormalQuantile(p)).toBe(normalQuantile(p));
    }
    for (const z of [-Infinity, -40, -8, 0, 8, 40, Infinity]) expect(drawnNormalCdf(z)).toBe(normalCdf(z));
  });
});
