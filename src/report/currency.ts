import { Decimal } from 'decimal.js';
import { ImpactError } from '../core/errors/impact-error.ts';
import type { EstimateResult, LossSummary, ScopedLoss } from '../core/result.ts';
import { exchangeRate, type ExchangeRates } from '../core/units/exchange-rate.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import { grouped } from './amounts.ts';

/** The rate at which a report turns US dollars into another currency, with its origin. */
export interface CurrencyRate {
  /** ISO 4217. */
  readonly code: string;
  /** Units of the currency per US dollar, annual average, > 0. */
  readonly perUsd: number;
  readonly year: number;
  readonly source: string;
}

/** An estimate with its summaries in another currency. Fields named `Usd` or `usd` stay US dollars. */
export type ConvertedResult = EstimateResult & { readonly currency: CurrencyRate };

/** Producers of the table in `data/exchange-rates`. */
const SOURCE = 'Federal Reserve, Penn World Table or CIA World Factbook';

/**
 * Rate of the year asked for, or of the latest year before it.
 *
 * @param rates units of local currency per US dollar by code and year, as in the catalog
 * @throws ImpactError CURRENCY_UNKNOWN when there is no rate up to that year
 */
export function currencyRate(rates: ExchangeRates, code: string, year: number): CurrencyRate {
  const wanted = code.toUpperCase();
  const found = exchangeRate(rates, wanted, year);
  if (found !== null) return { code: wanted, perUsd: found.perUsd, year: found.year, source: SOURCE };
  const first = Math.min(...(rates.get(wanted)?.keys() ?? []));
  const known = Number.isFinite(first);
  // Of three letters nearly any code is near.
  const near = wanted.length === 3 ? null : nearestName(wanted.slice(0, 20), ['USD', ...rates.keys()]);
  const common = [...rates.keys()].filter(isCommon).sort().join(', ') || 'USD';
  throw new ImpactError('CURRENCY_UNKNOWN', {
    path: '--currency',
    message: known
      ? `no exchange rate for ${wanted} in ${year}: the table starts in ${first}`
      : `no exchange rate for ${JSON.stringify(code.slice(0, 20))}`,
    hint: known
      ? 'leave it out: the answer is in US dollars'
      : `${near === null ? '' : `did you mean ${near}? Or `}use a code such as ${common}`,
  });
}

function isCommon(code: string): boolean {
  return ['EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'INR', 'SAR'].includes(code);
}

/** An amount in US dollars in the other currency; unchanged without a rate. */
export function convert(usd: number, rate: CurrencyRate | undefined): number {
  return rate === undefined ? usd : new Decimal(usd).times(rate.perUsd).toNumber();
}

/** An amount in the other currency in US dollars; unchanged without a rate. */
export function toUsd(amount: number, rate: CurrencyRate | undefined): number {
  return rate === undefined ? amount : new Decimal(amount).div(rate.perUsd).toNumber();
}

/** `1 US dollar = 0.92 EUR, average of 2024 (Federal Reserve)`. */
export function rateInWords({ code, perUsd, year, source }: CurrencyRate): string {
  return `1 US dollar = ${grouped(perUsd)} ${code}, average of ${year} (${source})`;
}

/** The result with every summary in the other currency, and the rate beside it. */
export function inCurrency(result: EstimateResult, rate: CurrencyRate): ConvertedResult {
  const scoped = (loss: ScopedLoss): ScopedLoss => ({ ...loss, ...summaryIn(loss, rate) });
  const measures = Object.fromEntries(
    Object.entries(result.measures).map(([id, loss]) => [id, scoped(loss)]),
  ) as EstimateResult['measures'];
  return {
    ...result,
    currency: rate,
    economicLoss: result.economicLoss === null ? null : scoped(result.economicLoss),
    methods: result.methods.map((method) => ({
      ...method,
      raw: method.raw === null ? null : summaryIn(method.raw, rate),
      economicLoss: method.economicLoss === null ? null : summaryIn(method.economicLoss, rate),
    })),
    measures,
  };
}

function summaryIn(loss: LossSummary, rate: CurrencyRate): LossSummary {
  const to = (usd: number): number => convert(usd, rate);
  const error = loss.monteCarloStandardError;
  return {
    ...loss,
    unit: rate.code,
    p5: to(loss.p5),
    p10: to(loss.p10),
    p25: to(loss.p25),
    p50: to(loss.p50),
    p75: to(loss.p75),
    p90: to(loss.p90),
    p95: to(loss.p95),
    quantiles: loss.quantiles.map(([probability, usd]) => [probability, to(usd)] as const),
    mean: to(loss.mean),
    monteCarloStandardError: {
      p5: to(error.p5),
      p50: to(error.p50),
      p95: to(error.p95),
      mean: to(error.mean),
    },
  };
}
