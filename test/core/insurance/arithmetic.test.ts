import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { decimalArithmetic, floatArithmetic } from '../../../src/core/insurance/arithmetic.ts';

describe.each([
  ['floats', floatArithmetic],
  ['decimals', decimalArithmetic],
] as const)('%s', (_, arithmetic) => {
  it.each([NaN, -1, Infinity])('take no %s for money', (amount) => {
    expect(() => arithmetic.of(amount)).toThrow('an amount of money');
  });
});

describe('decimalArithmetic', () => {
  const { of, add, over, atMost, times, without, portion, exceeds, zero } = decimalArithmetic;

  it('is exact where doubles are not', () => {
    expect(add(of(0.1), of(0.2)).toString()).toBe('0.3');
    expect(without(of(1), 0.9).toString()).toBe('0.1');
    expect(times(of(1.1), 1.1).toString()).toBe('1.21');
    expect(portion(of(240), 10, 24).toString()).toBe('100');
  });

  it('keeps its digits whatever others set for decimals', () => {
    const { precision } = Decimal;
    Decimal.set({ precision: 3 });
    try {
      expect(add(new Decimal('1234567.89'), of(0.01)).toString()).toBe('1234567.9');
    } finally {
      Decimal.set({ precision });
    }
  });

  it('stops at nothing', () => {
    expect(over(of(1), of(2)).toString()).toBe('0');
    expect(atMost(of(1), of(2)).toString()).toBe('1');
    expect(exceeds(of(1), of(1))).toBe(false);
    expect(exceeds(of(1), zero)).toBe(true);
  });
});
