import { describe, expect, it } from 'vitest';
import { amountInWords, grouped, roundToDigits } from '../../src/report/amounts.ts';

describe('amountInWords', () => {
  it.each([
    [0.49e9, '$0.5 billion'],
    [60e6, '$60 million'],
    [6.2e9, '$6 billion'],
    [270e9, '$270 billion'],
    [164e6, '$160 million'],
    [299e6, '$0.3 billion'],
    [1.74e9, '$1.7 billion'],
    [99.6e6, '$100 million'],
    [9.96e8, '$1 billion'],
    [9.6e11, '$1 trillion'],
    [3.4e12, '$3 trillion'],
    [43_210, '$40,000'],
    [1234, '$1,200'],
    [0.4, '$0.4'],
    [0, 'nothing'],
    [-0, 'nothing'],
    [-0.49e9, 'minus $0.5 billion'],
  ])('%d is %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  it('says at first whose dollars they are', () => {
    expect(amountInWords(0.49e9, { first: true })).toBe('US$0.5 billion');
  });

  it('writes the code of other currencies', () => {
    expect(amountInWords(0.45e9, { currency: 'EUR', first: true })).toBe('EUR 0.5 billion');
  });

  it('shows no digit that the error of computing does not allow', () => {
    // Half of the second digit of 1.7 billion is 50 million.
    expect(amountInWords(1.74e9, { standardError: 49e6 })).toBe('$1.7 billion');
    expect(amountInWords(1.74e9, { standardError: 51e6 })).toBe('$2 billion');
  });
});

describe('roundToDigits', () => {
  it('rounds the decimal that is meant, not its binary neighbour', () => {
    expect(roundToDigits(1.45, 2).toNumber()).toBe(1.5);
    expect(roundToDigits(2.5e-7, 1).toNumber()).toBe(3e-7);
  });
});

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567.25, '1,234,567.25'],
  ])('%d is %s', (value, text) => {
    expect(grouped(value)).toBe(text);
  });
});
