import type { Catalog } from '../../core/catalog.ts';
import { exchangeRate } from '../../core/units/exchange-rate.ts';

/** What the rows of a portfolio are checked against and converted with. */
export interface PortfolioTables {
  /** US dollars for one unit, by currency, at the rate of the year of the book. */
  readonly usdPerUnit: ReadonlyMap<string, number>;
  /** Id of our sector by the first two digits of a NAICS code. */
  readonly sectorOfNaics: ReadonlyMap<string, string>;
  /** ISO 3166-1 alpha-2 */
  readonly countries: ReadonlySet<string>;
}

/** @param year  of the event, or that the years are simulated for */
export function portfolioTables(catalog: Catalog, year: number): PortfolioTables {
  const rates = ['USD', ...catalog.exchangeRates.keys()].flatMap((code): [string, number][] => {
    const rate = exchangeRate(catalog.exchangeRates, code, year);
    return rate === null ? [] : [[code, 1 / rate.perUsd]];
  });
  return {
    usdPerUnit: new Map(rates),
    sectorOfNaics: new Map(
      catalog.sectors.flatMap(({ id, naics }) => twoDigits(naics).map((digits) => [digits, id] as const)),
    ),
    countries: new Set(catalog.countries.map(({ iso2 }) => iso2)),
  };
}

/** `44-45` is 44 and 45. */
function twoDigits(naics: string): string[] {
  const [first, last = first] = naics.split('-').map(Number);
  return Array.from({ length: last! - first! + 1 }, (_, index) => String(first! + index));
}
