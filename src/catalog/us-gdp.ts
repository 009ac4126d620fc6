import { numberCell, readTable, requiredNumber } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

const columns = ['year', 'cpi_u_avg_1982_84_100', 'cpi_months_used', 'gdp_nominal_busd'] as const;

const USD_PER_BUSD = 1e9;

/** Nominal US GDP by year, US dollars; years without a figure are left out. */
export function readUsGdp(file: SourceFile): ReadonlyMap<number, number> {
  return new Map(
    readTable(file, columns).flatMap((row) => {
      const gdpBusd = numberCell(row, 'gdp_nominal_busd');
      return gdpBusd === null ? [] : [[requiredNumber(row, 'year'), gdpBusd * USD_PER_BUSD] as const];
    }),
  );
}
