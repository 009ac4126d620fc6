import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotStacks } from '../../../src/report/charts/dot-stacks.ts';

describe('stacks of dots', () => {
  it('stand in the middle of the dots that they hold', () => {
    expect(dotStacks([0, 1, 4, 10], 5)).toEqual([
      { at: 2, level: 0, index: 0 },
      { at: 2, level: 1, index: 1 },
      { at: 2, level: 2, index: 2 },
      { at: 10, level: 0, index: 3 },
    ]);
  });

  it('keep every dot, in order, within half a stack of its place', () => {
    const places = fc.array(fc.double({ min: 0, max: 700, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, fc.double({ min: 1, max: 90, noNaN: true }), (list, width) => {
        const sorted = list.toSorted((a, b) => a - b);
        const dots = dotStacks(sorted, width);
        expect(dots.map(({ index }) => index)).toEqual(sorted.map((_, index) => index));
        dots.forEach(({ at }, index) => expect(Math.abs(at - sorted[index]!)).toBeLessThanOrEqual(width / 2));
      }),
    );
  });
});
