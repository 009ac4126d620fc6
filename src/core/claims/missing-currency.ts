import type { ClaimLanguage } from './claim.ts';

/**
 * Currencies that a figure without one can mean, by the language it was said in: the dollar, in which such figures
 * travel, and the money of the largest economies that speak it. Judgement, for showing alternatives only.
 */
const byLanguage: Readonly<Record<ClaimLanguage, readonly string[]>> = {
  en: ['USD', 'EUR', 'GBP'],
  ar: ['USD', 'SAR', 'AED', 'EGP'],
  de: ['EUR', 'USD'],
  fr: ['EUR', 'USD'],
  es: ['EUR', 'USD', 'MXN'],
  hi: ['INR', 'USD'],
  ja: ['JPY', 'USD'],
  zh: ['CNY', 'USD', 'TWD'],
};

/** ISO 4217 codes to try, the likeliest first. `local` is the money of the countries that the event is about. */
export function possibleCurrencies(
  language: ClaimLanguage | null,
  local: readonly string[],
): readonly string[] {
  return [...new Set([...byLanguage[language ?? 'en'], ...local])];
}
