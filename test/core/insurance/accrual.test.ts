import { describe, expect, it } from 'vitest';
import { accruedIn, accruedInAll, accruedUntil, checkAccrual } from '../../../src/core/insurance/accrual.ts';
import { floatArithmetic } from '../../../src/core/insurance/arithmetic.ts';
import { accrualOf } from './support.ts';

// 10 per hour, then nothing, then 5 per hour.
const accrual = accrualOf([0, 2, 6, 10], [0, 20, 20, 40]);

describe('accruedUntil', () => {
  it.each([
    [0, 0],
    [1, 10],
    [2, 20],
    [4, 20],
    [6, 20],
    [8, 30],
    [10, 40],
    [99, 40],
  ])('until hour %d: %d', (hour, loss) => {
    expect(accruedUntil(floatArithmetic, accrual, hour)).toBe(loss);
  });

  it('of one knot is nothing', () => {
    expect(accruedUntil(floatArithmetic, accrualOf([0], [0]), 5)).toBe(0);
    expect(accruedInAll(floatArithmetic, accrualOf([0], [0]))).toBe(0);
  });
});

describe('accruedIn', () => {
  const runs = [
    { fromHour: 1, toHour: 3 },
    { fromHour: 7, toHour: 9 },
  ];

  it.each([
    [0, Infinity, 20],
    [0, 1, 10],
    [0, 2, 10],
    [1, 3, 5],
    [2.5, 3.5, 5],
    [4, 9, 0],
    [3, 3, 0],
  ])('counted hours %d to %d: %d', (from, to, loss) => {
    expect(accruedIn(floatArithmetic, accrual, runs, from, to)).toBe(loss);
  });

  it('of no runs is nothing', () => {
    expect(accruedIn(floatArithmetic, accrual, [], 0, 5)).toBe(0);
  });
});

describe('checkAccrual', () => {
  it.each<readonly [readonly number[], readonly number[], string]>([
    [[], [], 'as many'],
    [[0, 1], [0], 'as many'],
    [[1, 2], [0, 1], 'starts with nothing'],
    [[0, 1], [1, 2], 'starts with nothing'],
    [[0, 1, 1], [0, 1, 2], 'ascend'],
    [[0, NaN], [0, 1], 'ascend'],
    [[0, 1, 2], [0, 2, 1], 'never falls'],
    [[0, 1], [0, NaN], 'never falls'],
    [[0, 1], [0, Infinity], 'never falls'],
  ])('refuses hours %j with losses %j', (hours, loss, words) => {
    expect(() => checkAccrual(accrualOf(hours, loss))).toThrow(words);
  });
});
