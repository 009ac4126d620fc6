import { describe, expect, it } from 'vitest';
import { exceedanceRows } from '../../../../src/core/insurance/book-years/exceedance-rows.ts';

describe('exceedanceRows', () => {
  // Twenty years: one of 100 in two outages of 60 and 40, one of 50 in one, eighteen of 0.
  const years = (first: number, second: number) =>
    Float64Array.from({ length: 20 }, (_, i) => (i === 3 ? first : i === 11 ? second : 0));
  const rows = exceedanceRows({ largest: years(60, 50), total: years(100, 50) }, 200, 1, 'gross');
  const at = (period: number) => rows.find(({ returnPeriodYears }) => returnPeriodYears === period)!;

  it('has the ranks of twenty years: 1 in 20 is the worst, 1 in 10 the second', () => {
    expect(at(20)).toMatchObject({
      yearsBehind: 1,
      occurrence: { lossUsd: 60, tailValueAtRiskUsd: 60, ofPremiumShare: 0.3 },
      aggregate: { lossUsd: 100, tailValueAtRiskUsd: 100, ofPremiumShare: 0.5 },
    });
    // The tail of two years: (100 + 50) / 2.
    expect(at(10)).toMatchObject({ yearsBehind: 2, aggregate: { lossUsd: 50, tailValueAtRiskUsd: 75 } });
    expect(at(5).aggregate!.lossUsd).toBe(0);
  });

  it('says how well the mean of the tail is known', () => {
    // Of resamples (18/20)^20 = 12 % have neither bad year, so more than 2.5 % lose nothing in their worst. The year of
    // 100 comes once or more in 1 - (19/20)^20 = 64 %, and twice or more in 26 %.
    const ends = (period: number) => {
      const { tailLow, tailHigh } = at(period).aggregate!;
      return [tailLow, tailHigh];
    };
    expect(ends(20)).toEqual([0, 100]);
    expect(ends(10)).toEqual([0, 100]);
    expect(at(20).occurrence).toMatchObject({ tailLow: 0, tailHigh: 60 });
  });

  it('reports nothing beyond the years simulated, and no share of a premium that is not known', () => {
    expect(at(50)).toEqual({ returnPeriodYears: 50, yearsBehind: 0, occurrence: null, aggregate: null });
    const [first] = exceedanceRows({ largest: years(60, 50), total: years(100, 50) }, null, 1, 'net');
    expect(first!.aggregate!.ofPremiumShare).toBeNull();
  });
});
