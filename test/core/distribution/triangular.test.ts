import { describe, expect, it } from 'vitest';
import { triangular, triangularQuantile } from '../../../src/core/distribution/triangular.ts';

describe('triangularQuantile', () => {
  it.each([
    [0, 2, 10],
    [0, 0, 1],
    [0.6, 0.9, 1],
    [0, 1, 1],
    [-3, -2, 5],
  ])('spans exactly %d, %d, %d', (low, mode, high) => {
    const shape = triangular(low, mode, high);
    expect(triangularQuantile(shape, 0)).toBe(low);
    expect(triangularQuantile(shape, 1)).toBe(high);
    // One square root and a few products.
    expect(Math.abs(triangularQuantile(shape, (mode - low) / (high - low)) - mode)).toBeLessThan(1e-15);
  });
});
