import { describe, expect, it } from 'vitest';
import { gdpUsd, valueAddedByCountry } from '../../../src/core/exposure/value-added.ts';
import type { Catalog } from '../../../src/core/catalog.ts';
import { catalog, sum } from '../../support/engine.ts';

const country = (iso2: string) => catalog.countries.find((row) => row.iso2 === iso2)!;
const year = 2023;
const table = valueAddedByCountry(catalog, catalog.countries, year, 0.045);
const row = (iso2: string) => table.usdPerYear[table.countries.indexOf(country(iso2))]!;
const sector = (id: string) => catalog.sectors.findIndex((candidate) => candidate.id === id);

describe('GDP of a year', () => {
  it('of the United States is the published one', () => {
    expect(gdpUsd(catalog, country('US'), 2023, 0.045)).toBe(catalog.usGdpByYear.get(2023));
  });

  it('of the United States grows from the nearest published year outside the table', () => {
    const years = [...catalog.usGdpByYear.keys()].toSorted((a, b) => a - b);
    const [first, last] = [years[0]!, years.at(-1)!];
    expect(gdpUsd(catalog, country('US'), last + 2, 0.05)).toBeCloseTo(
      catalog.usGdpByYear.get(last)! * 1.05 ** 2,
      0,
    );
    expect(gdpUsd(catalog, country('US'), first - 1, 0.05)).toBeCloseTo(
      catalog.usGdpByYear.get(first)! / 1.05,
      0,
    );
  });

  it('of others grows from its own year, both ways', () => {
    const spain = country('ES');
    expect(gdpUsd(catalog, spain, spain.gdpYear, 0.05)).toBe(spain.gdpUsd);
    expect(gdpUsd(catalog, spain, spain.gdpYear + 1, 0.05)).toBeCloseTo(spain.gdpUsd! * 1.05, 0);
    expect(gdpUsd(catalog, spain, spain.gdpYear - 1, 0.05)).toBeCloseTo(spain.gdpUsd! / 1.05, 0);
  });
});

describe('value added by sector', () => {
  it('sums to GDP in every country', () => {
    table.usdPerYear.forEach((sectors, c) => {
      const gdp = gdpUsd(catalog, table.countries[c]!, year, 0.045);
      expect(Math.abs(sum(sectors) / gdp - 1)).toBeLessThan(1e-12);
      expect(Math.min(...sectors)).toBeGreaterThanOrEqual(0);
    });
  });

  it('leaves out countries without a figure of GDP, and no other', () => {
    expect(table.countries).toEqual(catalog.countries.filter((candidate) => candidate.gdpUsd !== null));
  });

  it('of the United States is its own table', () => {
    const total = sum(catalog.sectors.map((candidate) => candidate.valueAddedUsd));
    const us = row('US');
    catalog.sectors.forEach((candidate, s) => {
      expect(us[s]! / sum(us)).toBeCloseTo(candidate.valueAddedUsd / total, 12);
    });
  });

  it('of a country with a table splits its groups: manufacturing is D, mining and utilities what is left of C to E', () => {
    const germany = country('DE');
    const groups = germany.valueAddedByGroupUsd!;
    const total = groups['A-B'] + groups['C-E'] + groups.F + groups['G-H'] + groups.I + groups['J-P'];
    const shares = row('DE').map((usd) => usd / sum(row('DE')));
    expect(shares[sector('manufacturing')]!).toBeCloseTo(groups.D / total, 9);
    expect(shares[sector('mining')]! + shares[sector('utilities')]!).toBeCloseTo(
      (groups['C-E'] - groups.D) / total,
      9,
    );
    expect(shares[sector('agriculture')]!).toBeCloseTo(groups['A-B'] / total, 9);
    expect(shares[sector('construction')]!).toBeCloseTo(groups.F / total, 9);
  });

  it('of a country without a table is the mix of the others', () => {
    const without = catalog.countries.filter(
      (c) => c.gdpUsd !== null && c.valueAddedByGroupUsd === null && c.iso2 !== 'US',
    );
    expect(without.length).toBeGreaterThan(1);
    const [a, b] = without.map((c) => row(c.iso2).map((usd) => usd / sum(row(c.iso2))));
    a!.forEach((share, s) => expect(share).toBeCloseTo(b![s]!, 12));
  });

  it('a table of zeros is no table', () => {
    const zeros = { 'A-B': 0, 'C-E': 0, D: 0, F: 0, 'G-H': 0, I: 0, 'J-P': 0 };
    const changed: Catalog = {
      ...catalog,
      countries: catalog.countries.map((c) => (c.iso2 === 'FR' ? { ...c, valueAddedByGroupUsd: zeros } : c)),
    };
    const found = valueAddedByCountry(changed, changed.countries, year, 0.045);
    const france = found.usdPerYear[found.countries.findIndex((c) => c.iso2 === 'FR')]!;
    expect(Math.abs(sum(france) / gdpUsd(catalog, country('FR'), year, 0.045) - 1)).toBeLessThan(1e-12);
  });
});
