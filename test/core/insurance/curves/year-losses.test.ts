import { describe, expect, it } from 'vitest';
import { yearLosses } from '../../../../src/core/insurance/curves/year-losses.ts';

describe('yearLosses', () => {
  it('takes the largest and the sum, and keeps years without events', () => {
    // Year 0: 30 and 50; year 1: none; year 2: 20.
    const { largest, total } = yearLosses(Uint32Array.of(0, 2, 2, 3), Float64Array.of(30, 50, 20));
    expect([...largest]).toEqual([50, 0, 20]);
    expect([...total]).toEqual([80, 0, 20]);
  });

  it('refuses a negative loss and events that belong to no year', () => {
    expect(() => yearLosses(Uint32Array.of(0, 1), Float64Array.of(-1))).toThrow('invariant');
    expect(() => yearLosses(Uint32Array.of(0, 1), Float64Array.of(1, 2))).toThrow('invariant');
  });
});
