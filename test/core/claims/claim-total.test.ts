import { describe, expect, it } from 'vitest';
import type { ClaimAmount, ClaimUnit } from '../../../src/core/claims/claim.ts';
import { totalOf, unitsIn } from '../../../src/core/claims/claim-total.ts';

const amount = (
  low: number,
  high: number,
  unit: ClaimUnit,
  bound: ClaimAmount['bound'] = 'none',
): ClaimAmount => ({
  low,
  high,
  currency: 'USD',
  unit,
  bound,
  words: '',
});
const event = { hours: 14.5, firms: 2500 };

describe('a claim in total', () => {
  it.each([
    ['total', 1],
    ['per-minute', 870],
    ['per-hour', 14.5],
    ['per-day', 14.5 / 24],
    ['per-week', 14.5 / 168],
    ['per-firm', 2500],
    ['per-firm-hour', 36_250],
    ['per-customer', null],
  ] as const)('%s', (unit, times) => {
    expect(unitsIn(unit, event)).toBe(times);
  });

  it('needs the count that its unit names', () => {
    expect(totalOf(amount(1, 1, 'per-firm'), 1, { hours: 2, firms: null })).toBeNull();
    expect(totalOf(amount(1, 1, 'per-firm-hour'), 1, { hours: 2, firms: null })).toBeNull();
    expect(totalOf(amount(1, 1, 'per-customer'), 1, event)).toBeNull();
  });

  it('is converted at the rate of its currency', () => {
    // 31 million euros an hour over 14.5 hours at 0.9 euros a dollar.
    const total = totalOf(amount(31e6, 31e6, 'per-hour'), 0.9, event)!;
    expect(total.lowUsd).toBeCloseTo((31e6 * 14.5) / 0.9, 3);
    expect(total.highUsd).toBe(total.lowUsd);
  });

  it('is open where its words leave it open', () => {
    expect(totalOf(amount(5, 5, 'total', 'at-least'), 1, event)).toEqual({
      lowUsd: 5,
      highUsd: Infinity,
      bound: 'at-least',
    });
    expect(totalOf(amount(5, 5, 'total', 'up-to'), 1, event)).toEqual({
      lowUsd: 0,
      highUsd: 5,
      bound: 'up-to',
    });
  });
});
