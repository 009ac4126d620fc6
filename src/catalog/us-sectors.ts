import { failCell, numberCell, readTable, requiredNumber, requiredText } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

const columns = [
  'naics',
  'name',
  'value_added_musd_2023',
  'gross_output_musd_2023',
  'employment_mar2021',
] as const;

const USD_PER_MUSD = 1e6;
/** NAICS code of the row of the whole economy. */
const TOTAL = '00';

/** One NAICS sector of the United States. */
export interface UsSector {
  readonly naics: string;
  readonly valueAddedUsd: number;
  readonly grossOutputUsd: number;
  /** Paid employees in SUSB; null when it does not cover the sector (government). */
  readonly employment: number | null;
}

/** The US economy by sector, in the order of the table, without its total. */
export function readUsSectors(file: SourceFile): readonly UsSector[] {
  return readTable(file, columns)
    .filter((row) => row.cells.naics !== TOTAL)
    .map((row) => {
      const employment = numberCell(row, 'employment_mar2021');
      if (employment !== null && employment <= 0) {
        failCell(row, 'employment_mar2021', 'must be above 0', 'leave it blank when it is not covered');
      }
      return {
        naics: requiredText(row, 'naics'),
        valueAddedUsd: requiredNumber(row, 'value_added_musd_2023') * USD_PER_MUSD,
        grossOutputUsd: requiredNumber(row, 'gross_output_musd_2023') * USD_PER_MUSD,
        employment,
      };
    });
}
