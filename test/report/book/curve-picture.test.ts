import { describe, expect, it } from 'vitest';
import type { ExceedanceRow } from '../../../src/core/insurance/book-years/book-years-result.ts';
import { curvePicture } from '../../../src/report/book/curve-picture.ts';

const row = (returnPeriodYears: number, lossUsd: number, low: number, high: number): ExceedanceRow => ({
  returnPeriodYears,
  yearsBehind: 1,
  occurrence: null,
  aggregate: {
    ...{ lossUsd, low, high, tailValueAtRiskUsd: high },
    ...{ tailLow: low, tailHigh: high, ofPremiumShare: null },
  },
});

describe('curvePicture', () => {
  it('a bar to the lower bound, a mark at the loss, a line to the upper bound; 56 columns are the largest', () => {
    expect(curvePicture([row(2, 0, 0, 0), row(1000, 28, 14, 56)], false)).toEqual([
      '    2 o',
      `1,000 ${'='.repeat(14)}${'-'.repeat(13)}o${'-'.repeat(28)}`,
    ]);
  });

  it('is empty when nothing is lost, and leaves out periods beyond the years', () => {
    expect(curvePicture([row(2, 0, 0, 0)], true)).toEqual([]);
    const beyond: ExceedanceRow = { ...row(1000, 0, 0, 0), aggregate: null };
    expect(curvePicture([row(2, 1, 1, 1), beyond], true)).toHaveLength(1);
  });
});
