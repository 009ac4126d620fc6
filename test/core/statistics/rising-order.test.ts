import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, risingOrder } from '../../../src/core/statistics/rising-order.ts';

describe('risingOrder', () => {
  it('sorts any doubles as the sort of typed arrays does, down to the sign of zero', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true, maxLength: 300 }), (values) => {
        const sorted = inOrder(values, risingOrder(values));
        expect(sorted.every((value, i) => Object.is(value, [...values.slice().sort()][i]))).toBe(true);
      }),
    );
  });

  it('leaves equal values in their places', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 100 }), (values) => {
        const expected = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
        expect([...risingOrder(Float64Array.from(values))]).toEqual(expected);
      }),
    );
  });

  it('brings what is not a number to an end', () => {
    const sorted = inOrder(
      Float64Array.of(1, NaN, -Infinity, Infinity),
      risingOrder(Float64Array.of(1, NaN, -Infinity, Infinity)),
    );
    expect([...sorted]).toEqual([-Infinity, 1, Infinity, NaN]);
  });
});
