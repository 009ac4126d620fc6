import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coTailValueAtRisk } from '../../../../src/core/insurance/accumulation/co-tvar.ts';
import { exceedanceCurve } from '../../../../src/core/insurance/curves/exceedance-curve.ts';
import { tailValueAtRisk } from '../../../../src/core/insurance/curves/tail-value-at-risk.ts';

function totalsOf(parts: readonly Float64Array[]): Float64Array {
  return parts[0]!.map((_, year) => parts.reduce((sum, losses) => sum + losses[year]!, 0));
}

describe('coTailValueAtRisk', () => {
  it('four years by hand: the two worst are years 1 and 3', () => {
    const aws = Float64Array.of(0, 90, 10, 20);
    const azure = Float64Array.of(5, 10, 0, 60);
    expect([...coTailValueAtRisk([aws, azure], totalsOf([aws, azure]), 2)]).toEqual([55, 35]);
  });

  it('a year at the edge counts in part, and equal years share the edge alike', () => {
    // 4 / (8/3) = 1.5 years: all of year 0, and half a year shared by years 1 and 2 of equal total.
    const one = Float64Array.of(100, 40, 0, 0);
    const two = Float64Array.of(0, 10, 50, 0);
    const [first, second] = coTailValueAtRisk([one, two], totalsOf([one, two]), 8 / 3);
    expect(first).toBeCloseTo((100 + 0.25 * 40) / 1.5, 12);
    expect(second).toBeCloseTo((0.25 * 10 + 0.25 * 50) / 1.5, 12);
  });

  it('adds up to the TVaR of the total, and the order of years changes nothing', () => {
    const money = fc.integer({ min: 0, max: 1_000 });
    const years = fc.array(fc.tuple(money, money, money), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(years, fc.double({ min: 1, max: 50, noNaN: true }), (rows, period) => {
        const partsOf = (list: readonly (readonly number[])[]) =>
          [0, 1, 2].map((part) => Float64Array.from(list, (row) => row[part]!));
        const parts = partsOf(rows);
        const totals = totalsOf(parts);
        const contributions = coTailValueAtRisk(parts, totals, period);
        const sum = contributions.reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(tailValueAtRisk(exceedanceCurve(totals), period), 6);
        const turned = partsOf([...rows].reverse());
        coTailValueAtRisk(turned, totalsOf(turned), period).forEach((value, part) =>
          expect(value).toBeCloseTo(contributions[part]!, 6),
        );
      }),
    );
  });
});
