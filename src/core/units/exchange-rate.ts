/** Units of local currency per US dollar, annual average, by ISO 4217 code and year. */
export type ExchangeRates = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * Rate of a year, or of the latest year before it.
 *
 * @param code  ISO 4217
 * @returns null when the table has no rate up to that year; 1 for the US dollar
 */
export function exchangeRate(
  rates: ExchangeRates,
  code: string,
  year: number,
): { readonly perUsd: number; readonly year: number } | null {
  if (code === 'USD') return { perUsd: 1, year };
  let best: { perUsd: number; year: number } | null = null;
  for (const [candidate, perUsd] of rates.get(code) ?? []) {
    if (candidate <= year && candidate > (best?.year ?? -Infinity)) best = { perUsd, year: candidate };
  }
  return best;
}
