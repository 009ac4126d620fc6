import { describe, expect, it } from 'vitest';
import { fillUniforms } from '../../../src/core/random/stream.ts';
import { sum } from '../../../src/core/statistics/sum.ts';

describe('sum', () => {
  it('of nothing is 0', () => {
    expect(sum(new Float64Array(0))).toBe(0);
  });

  it('of ten million times 0.1 is a million; plain addition is 1.6e-4 off', () => {
    expect(sum(new Float64Array(10_000_000).fill(0.1))).toBe(1_000_000);
  });

  it('keeps what a large term would swallow', () => {
    expect(sum(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2);
  });

  it('hardly depends on the order', () => {
    const losses = new Float64Array(4096);
    fillUniforms(losses, 1, 'losses', 0);
    losses.forEach((u, i) => (losses[i] = u ** -2));
    const forward = sum(losses);
    // The correction itself is added up with rounding: second order, far below 1e-15.
    expect(Math.abs(sum(losses.toReversed()) / forward - 1)).toBeLessThan(1e-15);
    expect(Math.abs(sum(losses.toSorted()) / forward - 1)).toBeLessThan(1e-15);
  });
});
