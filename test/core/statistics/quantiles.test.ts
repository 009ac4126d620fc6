import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantilesOf, sortedCopy } from '../../../src/core/statistics/quantiles.ts';

const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const draws = fc.array(finite, { minLength: 1, maxLength: 50 }).map((list) => Float64Array.from(list));

describe('quantilesOf', () => {
  it('is of type 7: the 99.5 % point of 1 to 1000 is 995.005 (type 6 has 995.995, nearest rank 995)', () => {
    const oneToThousand = Float64Array.from({ length: 1000 }, (_, index) => 1000 - index);
    // The rank 994.005 carries a rounding error of 1e-13.
    expect(Math.abs(quantilesOf(oneToThousand, [0.995])[0]! - 995.005)).toBeLessThan(1e-12);
  });

  it('agrees with R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1))', () => {
    // By the definition: rank 1 + 7p of 1 1 2 3 4 5 6 9; numpy.quantile 2.4.6 gives the same.
    const expected = [1, 1, 1.75, 3.5, 6.9, 9];
    const found = quantilesOf(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6), [0, 0.1, 0.25, 0.5, 0.9, 1]);
    // 7 x 0.9 is rounded.
    found.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-14));
  });

  it('lies between the smallest and the largest draw and never falls', () => {
    fc.assert(
      fc.property(draws, (values) => {
        const ps = [0, 0.01, 0.05, 0.5, 0.95, 0.99, 1];
        const found = quantilesOf(values, ps);
        expect(found[0]).toBe(Math.min(...values));
        expect(found.at(-1)).toBe(Math.max(...values));
        // An interpolation between equal draws may be off by the last bit.
        for (let i = 1; i < ps.length; i++) {
          expect(found[i - 1]! - found[i]!).toBeLessThanOrEqual(1e-15 * Math.abs(found[i]!));
        }
      }),
    );
  });

  it('leaves the draws as they were', () => {
    const values = Float64Array.of(3, 1, 2);
    quantilesOf(values, [0.5]);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('answers for one draw', () => {
    expect(quantilesOf(Float64Array.of(7), [0, 0.05, 1])).toEqual([7, 7, 7]);
  });
});

describe('sortedCopy', () => {
  it.each([[[]], [[1, NaN, 2]], [[1, Infinity]], [[-Infinity, 1]]])('stops on %j', (values) => {
    expect(() => sortedCopy(Float64Array.from(values))).toThrow('invariant');
  });
});
