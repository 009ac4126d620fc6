import { describe, expect, it } from 'vitest';
import { exchangeRate } from '../../../src/core/units/exchange-rate.ts';

const rates = new Map([
  [
    'JPY',
    new Map([
      [2023, 140.5],
      [2019, 109],
      [2024, 151.4],
    ]),
  ],
]);

describe('exchange rate', () => {
  it('is that of the year, or of the latest year before it', () => {
    expect(exchangeRate(rates, 'JPY', 2023)).toEqual({ perUsd: 140.5, year: 2023 });
    expect(exchangeRate(rates, 'JPY', 2022)).toEqual({ perUsd: 109, year: 2019 });
    expect(exchangeRate(rates, 'JPY', 2030)).toEqual({ perUsd: 151.4, year: 2024 });
  });

  it('is none before the table starts, or for a code that is not in it', () => {
    expect(exchangeRate(rates, 'JPY', 2018)).toBeNull();
    expect(exchangeRate(rates, 'XYZ', 2023)).toBeNull();
  });

  it('is one for the dollar', () => {
    expect(exchangeRate(new Map(), 'USD', 1990)).toEqual({ perUsd: 1, year: 1990 });
  });
});
