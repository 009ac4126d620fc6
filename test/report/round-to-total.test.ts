import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addingColumn } from '../../src/report/amount-column.ts';
import { roundToTotal } from '../../src/report/round-to-total.ts';

/** Whole cents keep the sum of the parts exact, so that only the rounding is under test. */
const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 30 });

describe('roundToTotal', () => {
  it('parts add up to the rounded total, in ten thousand random tables', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10 }), (parts, exponent) => {
        const step = new Decimal(10).pow(exponent);
        const total = parts.reduce((sum, part) => sum + part, 0);
        const rounded = roundToTotal(parts, total, step);
        const sum = rounded.parts.reduce((all, part) => all.plus(part), new Decimal(0));
        expect(sum.toFixed()).toBe(rounded.total.toFixed());
        rounded.parts.forEach((part, index) => {
          expect(part.mod(step).isZero()).toBe(true);
          expect(
            part
              .minus(parts[index] ?? 0)
              .abs()
              .lt(step),
          ).toBe(true);
        });
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the odd step to the largest remainder', () => {
    const { parts, total } = roundToTotal([1.4, 1.4, 2.2], 5, new Decimal(1));
    expect(parts.map(Number)).toEqual([2, 1, 2]);
    expect(total.toNumber()).toBe(5);
  });

  it('leaves an exact zero alone', () => {
    expect(roundToTotal([0, 0.6, 0.6, 0], 1.2, new Decimal(1)).parts.map(Number)).toEqual([0, 1, 0, 0]);
  });
});

describe('addingColumn', () => {
  it('printed figures add up to the printed total', () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const column = addingColumn(parts, total);
        const read = (text: string): Decimal => new Decimal(text.replaceAll(',', ''));
        const sum = column.parts.reduce((all, part) => all.plus(read(part)), new Decimal(0));
        expect(sum.toFixed()).toBe(read(column.total).toFixed());
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps two digits of the total', () => {
    expect(addingColumn([0.9049e9, -0.5526e9, 0.1428e9], 0.4951e9)).toEqual({
      unit: { name: 'bn', size: 1e9 },
      parts: ['0.91', '-0.55', '0.14'],
      total: '0.50',
    });
  });
});
