import { describe, expect, it } from 'vitest';
import { readCountries } from '../../src/catalog/countries.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { impactErrorOf } from './temp-package.ts';

const header =
  'iso2,iso3,name,gdp_usd_wb,gdp_wb_year,gdp_usd_factbook,gdp_factbook_year,population,internet_users_pct,currency,main_tz';
const table = (text: string) => ({ path: 'data/countries/x/table.csv', text, sha256: '' });
const noGroups = { path: 'data/groups/x/table.csv', text: 'iso3,A-B,C-E,D,F,G-H,I,J-P\n', sha256: '' };
const read = (gdpCells: string) =>
  readCountries(table(`${header}\nXA,XAA,Land,${gdpCells},,50,USD,Etc/UTC\n`), noGroups, [])[0];

describe('readCountries', () => {
  it('takes the GDP of the World Bank', () => {
    expect(read('100,2023,120,2024')).toMatchObject({ gdpUsd: 100, gdpYear: 2023 });
    expect(read('100,2018,120,2023')).toMatchObject({ gdpUsd: 100, gdpYear: 2018 });
  });

  it('falls back on the Factbook where there is none or it is more than five years newer', () => {
    expect(read(',,120,2019')).toMatchObject({ gdpUsd: 120, gdpYear: 2019 });
    expect(read('100,2014,120,2023')).toMatchObject({ gdpUsd: 120, gdpYear: 2023 });
  });

  it('has no GDP without either', () => {
    expect(read(',,,')).toMatchObject({ gdpUsd: null, population: null, internetUsersShare: 0.5 });
  });

  it('names line, column and value of a bad cell', () => {
    const error = impactErrorOf(() => read('"1,000",2023,,'));
    expect(error.code).toBe('DATA_INVALID');
    expect(error.path).toBe('data/countries/x/table.csv: line 2, column gdp_usd_wb');
    expect(error.message).toContain('"1,000" is not a number');
    expect(error.hint).toContain('thousands separators');
    expect(impactErrorOf(() => read('-5,2023,,')).message).toContain('above 0');
    expect(impactErrorOf(() => read('5,,,')).path).toContain('column gdp_wb_year');
  });

  it('covers Taiwan and puts no country in twice', () => {
    const { countries } = loadCatalog();
    expect(countries.find(({ iso2 }) => iso2 === 'TW')).toMatchObject({ gdpUsd: 611.391e9, gdpYear: 2019 });
    expect(new Set(countries.map(({ iso2 }) => iso2)).size).toBe(countries.length);
  });

  it('keeps world GDP near the sum of the World Bank, 104.7 trillion dollars', () => {
    const world = loadCatalog().countries.reduce((sum, { gdpUsd }) => sum + (gdpUsd ?? 0), 0);
    // + .61 Taiwan, - .34 Venezuela and a few small ones
    expect(world / 1e12).toBeCloseTo(105.0, 1);
  });
});
