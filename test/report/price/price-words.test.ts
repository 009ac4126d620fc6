import { expect, it } from 'vitest';
import { rateInPercent } from '../../../src/report/price/price-words.ts';

it.each([
  // 9,796 for a limit of 5 million.
  [9_796 / 5e6, '0.20 %'],
  [0.0018, '0.18 %'],
  [0.00004567, '0.0046 %'],
  [0.0996, '10 %'],
  [0.05, '5.0 %'],
  [1.234, '120 %'],
  [0, '0 %'],
])('a rate on line of %d is %s', (rate, words) => {
  expect(rateInPercent(rate)).toBe(words);
});
