import type { ExchangeRates } from '../core/units/exchange-rate.ts';
import type { CurrencyRate } from '../report/currency.ts';

/**
 * The rate that `--currency` asks for; undefined for US dollars.
 *
 * @param year  of the rate; the latest before it where there is none
 * @throws ImpactError CURRENCY_UNKNOWN
 */
export async function rateOfOption(
  code: string | undefined,
  rates: ExchangeRates,
  year: number,
): Promise<CurrencyRate | undefined> {
  if (code === undefined || code.toUpperCase() === 'USD') return undefined;
  const { currencyRate } = await import('../report/currency.ts');
  return currencyRate(rates, code, year);
}
