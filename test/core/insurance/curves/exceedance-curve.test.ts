import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapTails, resamplesOf } from '../../../../src/core/insurance/curves/bootstrap-tail.ts';
import {
  exceedanceCurve,
  lossAtReturnPeriod,
} from '../../../../src/core/insurance/curves/exceedance-curve.ts';
import { returnPeriodInterval } from '../../../../src/core/insurance/curves/return-period-interval.ts';
import {
  oasisTailValueAtRisk,
  tailValueAtRisk,
} from '../../../../src/core/insurance/curves/tail-value-at-risk.ts';
import { yearLosses } from '../../../../src/core/insurance/curves/year-losses.ts';
import { percentileRanks } from '../../../../src/core/statistics/order-ranks.ts';

// Five years, one without loss. Ranks 1 to 5 have the return periods 5, 2.5, 1.667, 1.25 and 1.
const five = exceedanceCurve(Float64Array.of(20, 100, 0, 80, 50));

describe('loss at a return period, five years by hand', () => {
  it.each([
    [5, 100],
    [2.5, 80],
    [1.25, 20],
    [1, 0],
    // i = ceil(5 / 2) = 3: from (1.667, 50) to (2.5, 80), 0.4 of the way.
    [2, 62],
    // i = ceil(5 / 4) = 2: from (2.5, 80) to (5, 100), 0.6 of the way.
    [4, 92],
    // i = ceil(5 / 1.1) = 5: from (1, 0) to (1.25, 20), 0.4 of the way.
    [1.1, 8],
  ])('1 in %d', (period, loss) => {
    expect(lossAtReturnPeriod(five, period)).toBeCloseTo(loss, 12);
  });

  it('is not reported beyond the years simulated', () => {
    expect(lossAtReturnPeriod(five, 5.01)).toBeNull();
    expect(oasisTailValueAtRisk(five, 6)).toBeNull();
    expect(returnPeriodInterval(five, 6)).toBeNull();
  });

  it('a return period below a year is a bug', () => {
    expect(() => lossAtReturnPeriod(five, 0.5)).toThrow('invariant');
    expect(() => exceedanceCurve(Float64Array.of(1, -1))).toThrow('invariant');
    expect(() => exceedanceCurve(Float64Array.of(1, NaN))).toThrow('invariant');
  });
});

describe('tail value at risk, five years by hand', () => {
  it.each([
    [5, 100],
    [2.5, 90],
    // i = 3: (100 + 80 + 62) / 3.
    [2, 242 / 3],
    // i = 2: (100 + 92) / 2.
    [4, 96],
  ])('Oasis, 1 in %d: the loss at the return period is its last member', (period, tail) => {
    expect(oasisTailValueAtRisk(five, period)).toBeCloseTo(tail, 12);
  });

  it.each([
    // 5 / 2.5 = 2 whole years.
    [2.5, 90],
    // 2.5 years: (100 + 80 + 0.5 x 50) / 2.5.
    [2, 82],
    // 1.25 years: (100 + 0.25 x 80) / 1.25.
    [4, 96],
    [1, 50],
  ])('textbook, 1 in %d', (period, tail) => {
    expect(tailValueAtRisk(five, period)).toBeCloseTo(tail, 12);
  });
});

// Money to the cent: next to 0, doubles have no digits left for an average.
const money = fc.integer({ min: 0, max: 1e11 }).map((cents) => cents / 100);
const losses = fc.array(money, { minLength: 2, maxLength: 60 });

describe('properties of curves', () => {
  it('TVaR is at least VaR, in both conventions, and neither exceeds the largest year', () => {
    fc.assert(
      fc.property(losses, fc.double({ min: 1.001, max: 60, noNaN: true }), (years, period) => {
        const curve = exceedanceCurve(Float64Array.from(years));
        const largest = curve.descending[0]! * (1 + 1e-12);
        // The smallest year of the tail.
        const last = curve.descending[Math.ceil(years.length / period) - 1]!;
        expect(tailValueAtRisk(curve, period) * (1 + 1e-12)).toBeGreaterThanOrEqual(last);
        expect(tailValueAtRisk(curve, period)).toBeLessThanOrEqual(largest);
        const loss = lossAtReturnPeriod(curve, period);
        if (loss === null) return;
        const tail = oasisTailValueAtRisk(curve, period)!;
        expect(tail * (1 + 1e-12)).toBeGreaterThanOrEqual(loss);
        expect(tail).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('rises with the return period and does not know the order of years', () => {
    fc.assert(
      fc.property(losses, (years) => {
        const curve = exceedanceCurve(Float64Array.from(years));
        expect(exceedanceCurve(Float64Array.from(years).reverse())).toEqual(curve);
        const periods = [1, 1.3, 2, 3.7, 5, 10, 25].filter((period) => period <= years.length);
        const points = periods.map((period) => lossAtReturnPeriod(curve, period)!);
        points
          .slice(1)
          .forEach((loss, index) => expect(loss * (1 + 1e-12)).toBeGreaterThanOrEqual(points[index]!));
        const tails = periods.map((period) => tailValueAtRisk(curve, period));
        tails
          .slice(1)
          .forEach((loss, index) => expect(loss * (1 + 1e-9)).toBeGreaterThanOrEqual(tails[index]!));
      }),
    );
  });

  it('AEP is at least OEP at every return period; events of a year may come in any order', () => {
    const years = fc.array(fc.array(money, { maxLength: 5 }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(years, (lists) => {
        const of = (events: readonly (readonly number[])[]) => {
          const starts = [0];
          events.forEach((list) => starts.push(starts.at(-1)! + list.length));
          return yearLosses(Uint32Array.from(starts), Float64Array.from(events.flat()));
        };
        const { largest, total } = of(lists);
        const oep = exceedanceCurve(largest);
        const aep = exceedanceCurve(total);
        oep.descending.forEach((loss, rank) => expect(aep.descending[rank]).toBeGreaterThanOrEqual(loss));
        const turned = of(lists.map((list) => [...list].reverse()));
        expect(turned.largest).toEqual(largest);
        turned.total.forEach((sum, year) => expect(sum).toBeCloseTo(total[year]!, 5));
      }),
    );
  });
});

describe('interval of the loss at a return period', () => {
  it('10,000 years at 1 in 250: ranks 9,947 and 9,973', () => {
    expect(percentileRanks(10_000, 1 - 1 / 250)).toEqual({ low: 9_947, high: 9_973 });
    // Year of rank r from below loses r.
    const curve = exceedanceCurve(Float64Array.from({ length: 10_000 }, (_, year) => year + 1));
    expect(returnPeriodInterval(curve, 250)).toEqual({ low: 9_947, high: 9_973 });
    expect(lossAtReturnPeriod(curve, 250)).toBe(9_961);
  });
});

describe('bootstrap of the tail', () => {
  const curve = exceedanceCurve(Float64Array.from({ length: 5_000 }, (_, year) => year / 5_000));
  const tailAt = (period: number, seed = 7, name = 'gross.aep') =>
    bootstrapTails(curve, [period], seed, name)[0]!;

  it('holds the tail, is of the right width, and depends on seed and name only', () => {
    const interval = tailAt(20);
    expect(tailAt(20)).toEqual(interval);
    expect(tailAt(20, 8)).not.toEqual(interval);
    expect(tailAt(20, 7, 'gross.oep')).not.toEqual(interval);
    const tail = tailValueAtRisk(curve, 20);
    expect(interval.low).toBeLessThan(tail);
    expect(interval.high).toBeGreaterThan(tail);
    // Uniform losses, q = 1/20: n var(TVaR) = (var(X | tail) + (1 - q)(TVaR - VaR)^2) / q, with q^2/12 and q^2/4.
    const q = 1 / 20;
    const error = Math.sqrt((q ** 2 / 12 + ((1 - q) * q ** 2) / 4) / q / 5_000);
    const width = interval.high - interval.low;
    // 400 resamples know each end to about 8 % of half the width.
    expect(width / (2 * 1.96 * error)).toBeGreaterThan(0.8);
    expect(width / (2 * 1.96 * error)).toBeLessThan(1.2);
  });

  it('gives each return period what it gets alone, in any order, and none beyond the years', () => {
    const periods = [250, 2, 6000, 7.3, 1];
    const together = bootstrapTails(curve, periods, 7, 'gross.aep');
    expect(together[2]).toBeNull();
    expect(together).toEqual(periods.map((period) => tailAt(period)));
    expect(bootstrapTails(curve, [6000], 7, 'gross.aep')).toEqual([null]);
  });

  it('two years of 0 and 100: half of the resamples have one of each, the others one of them twice', () => {
    const two = exceedanceCurve(Float64Array.of(0, 100));
    // At 1 in 1 the mean is 0, 50 or 100, with chances 1/4, 1/2, 1/4; at 1 in 2 the worse of the two is 0 or 100.
    // At 1 in 1.6 there are 1.25 years: 0, (100 + 0.25 x 0) / 1.25 = 80, or 100.
    expect(bootstrapTails(two, [1, 2, 1.6], 3, 'gross.aep')).toEqual([
      { low: 0, high: 100 },
      { low: 0, high: 100 },
      { low: 0, high: 100 },
    ]);
    expect(tailValueAtRisk(two, 1.6)).toBe(80);
  });

  it('stays within the years, around the tail of equal ones, and moves with money', () => {
    fc.assert(
      fc.property(losses, fc.integer({ min: 1, max: 60 }), (years, period) => {
        const some = exceedanceCurve(Float64Array.from(years));
        const [interval] = bootstrapTails(some, [period], 1, 'net.aep');
        if (interval === null || interval === undefined) {
          expect(period).toBeGreaterThan(years.length);
          return;
        }
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        expect(interval.low).toBeGreaterThanOrEqual(some.descending.at(-1)! * (1 - 1e-12));
        expect(interval.high).toBeLessThanOrEqual(some.descending[0]! * (1 + 1e-12));
        const doubled = exceedanceCurve(Float64Array.from(years, (loss) => 2 * loss));
        const [twice] = bootstrapTails(doubled, [period], 1, 'net.aep');
        expect(twice).toEqual({ low: 2 * interval.low, high: 2 * interval.high });
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [2, 400],
    [50_000, 400],
    [100_000, 200],
    [1_000_000, 100],
  ])('of %d years takes %d resamples', (years, resamples) => {
    expect(resamplesOf(years)).toBe(resamples);
  });

  it('is of the TVaR that is printed where a whole number of years lies in the tail', () => {
    for (const period of [2, 5, 10, 20, 50, 100, 200, 250, 500, 1000]) {
      expect(oasisTailValueAtRisk(curve, period)).toBeCloseTo(tailValueAtRisk(curve, period), 12);
    }
  });
});
