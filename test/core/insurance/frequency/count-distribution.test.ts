import { describe, expect, it } from 'vitest';
import { countAt, countDistribution } from '../../../../src/core/insurance/frequency/count-distribution.ts';

/** Chances of 0 to n - 1 events. */
function chances(mean: number, contagion: number, n: number): number[] {
  const { a, b, p0 } = countDistribution(mean, contagion);
  const list = [p0];
  for (let k = 1; k < n; k++) list.push(list[k - 1]! * (a + b / k));
  return list;
}

describe('countDistribution', () => {
  it.each([
    [0.2, 0],
    [3, 0],
    [3, 0.5],
    [0.7, 2],
    [3, 1e-6],
  ])('mean %d, contagion %d: mean and variance', (mean, contagion) => {
    const list = chances(mean, contagion, 400);
    const moment = (power: number) => list.reduce((sum, p, k) => sum + p * k ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 12);
    expect(moment(1)).toBeCloseTo(mean, 10);
    expect(moment(2) - mean ** 2).toBeCloseTo(mean * (1 + contagion * mean), 8);
  });

  it('generating function: sum of p_k z^k', () => {
    const { generatingFunction } = countDistribution(2, 0.8);
    const sum = chances(2, 0.8, 300).reduce((total, p, k) => total + p * 0.6 ** k, 0);
    expect(generatingFunction(0.6)).toBeCloseTo(sum, 12);
    expect(generatingFunction(1)).toBe(1);
  });
});

describe('countAt', () => {
  it('is the smallest count whose cumulative chance reaches u', () => {
    const poisson = countDistribution(1, 0);
    const p0 = Math.exp(-1);
    expect(countAt(poisson, p0)).toBe(0);
    expect(countAt(poisson, p0 * 1.0000001)).toBe(1);
    expect(countAt(poisson, 2 * p0)).toBe(1);
    expect(countAt(poisson, 2.4 * p0)).toBe(2);
    expect(countAt(poisson, 2.6 * p0)).toBe(3);
  });

  it('ends in the far tail, and gives 0 for no events', () => {
    expect(countAt(countDistribution(300, 0), 1 - 2 ** -53)).toBeGreaterThan(430);
    expect(countAt(countDistribution(300, 0), 1 - 2 ** -53)).toBeLessThan(480);
    expect(countAt(countDistribution(0, 0), 0.999)).toBe(0);
    expect(countAt(countDistribution(0, 0.5), 0.999)).toBe(0);
  });

  it('never falls as u rises', () => {
    const law = countDistribution(4, 0.6);
    let before = 0;
    for (let u = 0.0005; u < 1; u += 0.001) {
      const count = countAt(law, u);
      expect(count).toBeGreaterThanOrEqual(before);
      before = count;
    }
  });
});
