import type { FirmClass } from '../core/catalog.ts';
import { readTable, requiredNumber, requiredText } from './read-table.ts';
import type { SourceFile } from './source-file.ts';
import type { UsSector } from './us-sectors.ts';

const columns = ['naics', 'size_class', 'firms', 'employment'] as const;

/** NAICS code of the rows over all sectors. */
const ALL_SECTORS = '00';

/** Classes of the table that make up each class of the engine. */
const CLASSES: Readonly<Record<FirmClass['size'], readonly string[]>> = {
  '<20': ['lt5', '5-9', '10-19'],
  '20-99': ['20-99'],
  '100-499': ['100-499'],
  '500+': ['500+'],
};

/**
 * Sectors whose own value added per employee misleads: SUSB has no farms (11), and most value added of real estate (53)
 * is rent, not work.
 */
const USE_AVERAGE: ReadonlySet<string> = new Set(['11', '53']);

/**
 * Firms, employment and value added per firm by size, United States.
 *
 * Formula: value added per firm of a class = Σ over sectors (employment of the class in the sector × value added per
 * employee of the sector) ÷ firms of the class. Firms come from the row over all sectors, because a firm that works in
 * two sectors is counted in both. US dollars of 2023 over employees and firms of 2021.
 *
 * @param sectors   table of US sectors
 * @param exposed   share of a sector's value added that is not imputed rent, 0–1, by NAICS code
 */
export function readFirmClasses(
  file: SourceFile,
  sectors: readonly UsSector[],
  exposed: (naics: string) => number,
): readonly FirmClass[] {
  const perEmployee = valueAddedPerEmployee(sectors, exposed);
  const rows = readTable(file, columns).map((row) => ({
    naics: requiredText(row, 'naics'),
    size: requiredText(row, 'size_class'),
    firms: requiredNumber(row, 'firms'),
    employment: requiredNumber(row, 'employment'),
  }));
  return (Object.keys(CLASSES) as FirmClass['size'][]).map((size) => {
    const ofClass = rows.filter((row) => CLASSES[size].includes(row.size));
    const all = ofClass.filter((row) => row.naics === ALL_SECTORS);
    const firms = sum(all.map((row) => row.firms));
    const valueAddedUsd = sum(
      ofClass.map((row) => (row.naics === ALL_SECTORS ? 0 : row.employment * perEmployee(row.naics))),
    );
    return {
      size,
      firms,
      employment: sum(all.map((row) => row.employment)),
      valueAddedUsdPerFirm: valueAddedUsd / firms,
    };
  });
}

/** Value added per employee by sector, US dollars a year; the average of all private sectors where the own one misleads. */
function valueAddedPerEmployee(
  sectors: readonly UsSector[],
  exposed: (naics: string) => number,
): (naics: string) => number {
  const covered = sectors.flatMap(({ naics, valueAddedUsd, employment }) =>
    employment === null ? [] : [{ naics, valueAddedUsd: valueAddedUsd * exposed(naics), employment }],
  );
  const average = sum(covered.map((row) => row.valueAddedUsd)) / sum(covered.map((row) => row.employment));
  const own = new Map(covered.map((row) => [row.naics, row.valueAddedUsd / row.employment]));
  return (naics) => (USE_AVERAGE.has(naics) ? average : (own.get(naics) ?? average));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
