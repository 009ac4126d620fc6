import type { Country, IsicGroup } from '../core/catalog.ts';
import { failCell, numberCell, readTable, requiredNumber, requiredText, textCell } from './read-table.ts';
import type { Row } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

const columns = [
  'iso2',
  'iso3',
  'name',
  'gdp_usd_wb',
  'gdp_wb_year',
  'gdp_usd_factbook',
  'gdp_factbook_year',
  'population',
  'internet_users_pct',
  'currency',
  'main_tz',
] as const;

const groups = ['A-B', 'C-E', 'D', 'F', 'G-H', 'I', 'J-P'] as const satisfies readonly IsicGroup[];

const PERCENT = 100;

/**
 * A World Bank figure this much older than the Factbook's gives way to it: economies at war or in hyperinflation, where
 * growth at the world's rate would be far off (Venezuela 2014, South Sudan 2015, Yemen 2018, Eritrea 2011).
 */
const STALE_AFTER_YEARS = 5;

/** Shares of US employment by zone, in the order of `models/time-zones`. */
export type UsZones = Country['zones'];

/** Every country of the table, joined with its value added by ISIC group. */
export function readCountries(
  countries: SourceFile,
  valueAdded: SourceFile,
  usZones: UsZones,
): readonly Country[] {
  const byGroup = readValueAddedByGroup(valueAdded);
  return readTable(countries, columns).map((row) => {
    const iso2 = requiredText(row, 'iso2');
    const iso3 = requiredText(row, 'iso3');
    const internetUsersPercent = numberCell(row, 'internet_users_pct');
    return {
      iso2,
      iso3,
      name: requiredText(row, 'name'),
      ...gdp(row),
      population: numberCell(row, 'population'),
      internetUsersShare: internetUsersPercent === null ? null : internetUsersPercent / PERCENT,
      currency: textCell(row, 'currency'),
      zones: iso2 === 'US' ? usZones : [{ zone: requiredText(row, 'main_tz'), share: 1 }],
      valueAddedByGroupUsd: byGroup.get(iso3) ?? null,
    };
  });
}

/**
 * GDP of a country: the World Bank's; the Factbook's where there is none (Taiwan) or where it is more than five years
 * newer. Both are current US dollars. Without either the year says nothing and is 0.
 */
function gdp(row: Row<(typeof columns)[number]>): Pick<Country, 'gdpUsd' | 'gdpYear'> {
  const worldBank = figure(row, 'gdp_usd_wb', 'gdp_wb_year');
  const factbook = figure(row, 'gdp_usd_factbook', 'gdp_factbook_year');
  if (worldBank === null) return factbook ?? { gdpUsd: null, gdpYear: 0 };
  const stale = factbook !== null && factbook.gdpYear - worldBank.gdpYear > STALE_AFTER_YEARS;
  return stale ? factbook : worldBank;
}

function figure(
  row: Row<(typeof columns)[number]>,
  usdColumn: 'gdp_usd_wb' | 'gdp_usd_factbook',
  yearColumn: 'gdp_wb_year' | 'gdp_factbook_year',
): { readonly gdpUsd: number; readonly gdpYear: number } | null {
  const gdpUsd = numberCell(row, usdColumn);
  if (gdpUsd === null) return null;
  if (gdpUsd <= 0) failCell(row, usdColumn, 'must be above 0', 'leave it blank when it is not published');
  return { gdpUsd, gdpYear: requiredNumber(row, yearColumn) };
}

/** Value added by ISIC group and country (ISO 3166-1 alpha-3); a group without a figure is 0: city states without farms. */
function readValueAddedByGroup(file: SourceFile): ReadonlyMap<string, Readonly<Record<IsicGroup, number>>> {
  return new Map(
    readTable(file, ['iso3', ...groups]).map((row) => [
      requiredText(row, 'iso3'),
      Object.fromEntries(groups.map((group) => [group, numberCell(row, group) ?? 0])) as Record<
        IsicGroup,
        number
      >,
    ]),
  );
}
