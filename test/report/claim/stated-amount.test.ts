import { expect, it } from 'vitest';
import { publishedUsd, statedAmount } from '../../../src/report/claim/stated-amount.ts';

it.each([
  [1e11, 9.99e11, 'USD', 'US$100 to 999 billion'],
  [5.4e9, 5.4e9, 'USD', 'US$5.4 billion'],
  [6e8, 6e8, 'USD', 'US$600 million'],
  [1.9e9, 1.9e9, 'GBP', 'GBP 1.9 billion'],
  [4e8, 1.5e9, 'USD', 'US$400 million to $1.5 billion'],
  [3e8, 3.5e8, 'NOK', 'NOK 300 to 350 million'],
  [1e9, 1e10, null, '1 to 10 billion'],
  [250_600, 250_600, 'USD', 'US$250,600'],
  [2e13, 9e13, 'JPY', 'JPY 20 to 90 trillion'],
  [9.996e8, 9.996e8, 'USD', 'US$999.6 million'],
  [9.99999e8, 9.99999e8, 'USD', 'US$1 billion'],
] as const)('%d to %d %s', (low, high, currency, words) => {
  expect(statedAmount({ low, high, currency })).toBe(words);
});

it('says the end that is named where the other is open', () => {
  expect(statedAmount({ low: null, high: 1e8, currency: 'GBP' })).toBe('GBP 100 million');
  expect(statedAmount({ low: 1e9, high: null, currency: 'USD' }, false)).toBe('$1 billion');
});

it('repeats a published amount to three digits', () => {
  expect(publishedUsd(5.4321e9)).toBe('$5.43 billion');
  expect(publishedUsd(60e6, true)).toBe('US$60 million');
});
