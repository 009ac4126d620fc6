import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risingOrder } from '../../../src/core/statistics/rising-order.ts';

/** By comparison: what is not a number last, -0 before 0, equal values by their place. */
function expectedOrder(values: Float64Array): number[] {
  const rank = (value: number): number => (Number.isNaN(value) ? 1 : 0);
  const sign = (value: number): number => (Object.is(value, -0) ? -1 : 0);
  return Array.from(values, (_, i) => i).sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (x < y) return -1;
    if (x > y) return 1;
    return rank(x) - rank(y) || sign(x) - sign(y) || a - b;
  });
}

function expectRising(values: Float64Array): void {
  const copy = values.slice();
  const { order, sorted } = risingOrder(values);
  const expected = expectedOrder(values);
  expect([...order]).toEqual(expected);
  expect(expected.every((index, i) => Object.is(sorted[i], values[index]))).toBe(true);
  expect(values.every((value, i) => Object.is(value, copy[i]))).toBe(true);
}

/** Doubles with the same upper word, or the next one. */
const sameUpperWord = fc
  .tuple(fc.double({ noNaN: true }), fc.array(fc.tuple(fc.boolean(), fc.nat(0xffffffff)), { maxLength: 60 }))
  .map(([start, lowWords]) => {
    const values = new Float64Array(lowWords.length).fill(start);
    const words = new Uint32Array(values.buffer);
    lowWords.forEach(([nextUpper, low], i) => {
      words[2 * i] = low;
      if (nextUpper) words[2 * i + 1]! ^= 1;
    });
    return values.filter((value) => !Number.isNaN(value));
  });

describe('risingOrder', () => {
  it('is that of a sort by comparison, for any doubles', () => {
    fc.assert(fc.property(fc.float64Array({ noNaN: true, maxLength: 300 }), expectRising));
  });

  it('leaves equal values in their places, and tells the zeros apart', () => {
    const few = fc.constantFrom(-2, -1, -0, 0, 1, 2, 5e-324, -5e-324, 1e-310, Infinity, -Infinity);
    fc.assert(
      fc.property(fc.array(few, { maxLength: 100 }), (values) => expectRising(Float64Array.from(values))),
    );
  });

  it('looks at the lower word where the upper ones are equal', () => {
    fc.assert(fc.property(sameUpperWord, expectRising));
  });

  it('holds where an outlier puts all other values into one cell', () => {
    // 3,000 falling values within one part in a billion, whose insertion would take 4.5 million moves.
    const falling = Float64Array.from({ length: 3000 }, (_, i) => (i === 1500 ? 1e300 : 1 - i * 1e-12));
    expectRising(falling);
    expectRising(falling.map((value) => -value));
  });

  it('brings what is not a number to an end', () => {
    expectRising(Float64Array.of(1, NaN, -Infinity, 0, Infinity, -0));
    const { sorted } = risingOrder(Float64Array.of(1, NaN, -Infinity, Infinity));
    expect([...sorted]).toEqual([-Infinity, 1, Infinity, NaN]);
  });

  it('of nothing is nothing', () => {
    expectRising(new Float64Array(0));
  });
});
