import { failCell, readTable, requiredNumber, requiredText } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

const columns = ['currency', 'year', 'local_per_usd_annual_avg', 'source'] as const;

/** Units of local currency per US dollar, annual average, by ISO 4217 code and year. */
export function readExchangeRates(file: SourceFile): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const rates = new Map<string, Map<number, number>>();
  for (const row of readTable(file, columns)) {
    const currency = requiredText(row, 'currency');
    const rate = requiredNumber(row, 'local_per_usd_annual_avg');
    if (rate <= 0)
      failCell(row, 'local_per_usd_annual_avg', 'must be above 0', 'write local units per dollar');
    const byYear = rates.get(currency) ?? new Map<number, number>();
    byYear.set(requiredNumber(row, 'year'), rate);
    rates.set(currency, byYear);
  }
  return rates;
}
