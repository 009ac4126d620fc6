import { describe, expect, it } from 'vitest';
import {
  meanStandardError,
  percentileStandardError,
} from '../../../src/core/statistics/monte-carlo-error.ts';

describe('standard errors', () => {
  it('are 0 for a single draw', () => {
    expect(percentileStandardError(Float64Array.of(3), 0.95)).toBe(0);
    expect(meanStandardError(Float64Array.of(3))).toBe(0);
  });

  it('of two draws are half of their distance', () => {
    // sd = 4 / sqrt(2), over sqrt(2).
    expect(Math.abs(meanStandardError(Float64Array.of(1, 5)) - 2)).toBeLessThan(1e-15);
  });
});
