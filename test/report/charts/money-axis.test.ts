import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyDomain } from '../../../src/report/charts/money-axis.ts';

describe('an axis of money', () => {
  it('labels powers of ten when there are three of them', () => {
    expect(moneyDomain([3e7, 4e10], 6)).toMatchObject({ ticks: [1e8, 1e9, 1e10], inTens: true });
  });

  it('leaves out labels that have no room, and then does not speak of steps of ten', () => {
    const { ticks, inTens } = moneyDomain([1.5e3, 9e14], 6);
    expect(ticks).toEqual([1e4, 1e7, 1e10, 1e13]);
    expect(inTens).toBe(false);
  });

  it('labels amounts between when there are few powers of ten, as many as fit', () => {
    expect(moneyDomain([1.8e8, 1.5e9], 7).ticks).toEqual([2e8, 5e8, 1e9]);
    expect(moneyDomain([1e8, 6e9], 6).ticks).toEqual([1e8, 3e8, 1e9, 3e9]);
  });

  it('holds all amounts, and at least one label when they span some range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 12 }),
        (amounts, labels) => {
          const { low, high, ticks } = moneyDomain(amounts, labels);
          expect(low).toBeLessThan(Math.min(...amounts));
          expect(high).toBeGreaterThan(Math.max(...amounts));
          expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
          if (high / low >= 2.5) expect(ticks).not.toEqual([]);
        },
      ),
    );
  });
});
