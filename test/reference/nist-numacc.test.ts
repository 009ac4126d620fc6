import { describe, expect, it } from 'vitest';
import { meanStandardError } from '../../src/core/statistics/monte-carlo-error.ts';
import { sum } from '../../src/core/statistics/sum.ts';

/** First value, then 500 pairs of (first - step, first + step): the rule behind NumAcc2 to NumAcc4. */
const alternating = (first: number, low: number, high: number) =>
  Float64Array.from({ length: 1001 }, (_, i) => (i === 0 ? first : i % 2 === 1 ? low : high));

/** Log relative error: the number of correct digits, as NIST counts them. */
const digits = (found: number, certified: number) =>
  found === certified ? Infinity : -Math.log10(Math.abs(found / certified - 1));

// NIST StRD, univariate summary statistics, https://www.itl.nist.gov/div898/strd/univ/homepage.html
describe('NIST StRD NumAcc', () => {
  // Last column: digits of the sd that the data have once they are doubles. 10000000.1 is stored 1e-9 off, and the
  // deviations are 0.1: 8 digits are all there are.
  it.each([
    ['NumAcc1', Float64Array.of(10000001, 10000003, 10000002), 10000002, 1, 15],
    ['NumAcc2', alternating(1.2, 1.1, 1.3), 1.2, 0.1, 13],
    ['NumAcc3', alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 9],
    ['NumAcc4', alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1, 8],
  ])('%s', (_name, data, mean, sd, sdDigits) => {
    expect(digits(sum(data) / data.length, mean)).toBeGreaterThanOrEqual(15);
    expect(digits(meanStandardError(data) * Math.sqrt(data.length), sd)).toBeGreaterThanOrEqual(sdDigits);
  });
});
