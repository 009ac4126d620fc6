import type { Catalog, Country, IsicGroup } from '../catalog.ts';
import { invariant } from '../errors/invariant.ts';

/**
 * Value added by country and sector, US dollars a year, in the prices and at the size of one year.
 *
 * The UN reports seven groups (ISIC Rev. 3); each is split over its sectors as in the United States, whose own table
 * is used as it is. Totals are scaled to the country's GDP and that to the year. Countries without a table get the
 * mix of all others; countries without a GDP figure are left out.
 */
export interface ValueAdded {
  readonly countries: readonly Country[];
  /** [countries][sectors], in the order of `countries` and of `catalog.sectors`. */
  readonly usdPerYear: readonly Float64Array[];
}

export function valueAddedByCountry(
  catalog: Catalog,
  countries: readonly Country[],
  year: number,
  growthShare: number,
): ValueAdded {
  const known = countries.filter((country) => country.gdpUsd !== null);
  const mixes = groupMixes(catalog);
  const mixOf = new Map(catalog.countries.map((country) => [country, countryMix(country, mixes)]));
  const world = worldMix(catalog, mixOf);
  return {
    countries: known,
    usdPerYear: known.map((country) => {
      const gdp = gdpUsd(catalog, country, year, growthShare);
      const mix =
        country.iso2 === 'US' ? usMix(catalog) : (mixOf.get(country) ?? countryMix(country, mixes) ?? world);
      return mix.map((share) => share * gdp);
    }),
  };
}

/**
 * GDP of a country in a year, current US dollars: the United States from its nominal series, others from the latest
 * figure scaled by world nominal growth (the growth share per year is a parameter).
 */
export function gdpUsd(catalog: Catalog, country: Country, year: number, growthShare: number): number {
  if (country.iso2 === 'US') {
    const published = catalog.usGdpByYear.get(year);
    if (published !== undefined) return published;
    const years = [...catalog.usGdpByYear.keys()].sort((a, b) => a - b);
    const nearest = year < years[0]! ? years[0]! : years[years.length - 1]!;
    return catalog.usGdpByYear.get(nearest)! * Math.pow(1 + growthShare, year - nearest);
  }
  invariant(country.gdpUsd !== null, `no GDP for ${country.iso2}`);
  return country.gdpUsd * Math.pow(1 + growthShare, year - country.gdpYear);
}

function usMix(catalog: Catalog): Float64Array {
  const total = catalog.sectors.reduce((sum, sector) => sum + sector.valueAddedUsd, 0);
  return Float64Array.from(catalog.sectors, (sector) => sector.valueAddedUsd / total);
}

/** For each ISIC group, the share of it that each sector has in the United States. */
function groupMixes(catalog: Catalog): ReadonlyMap<IsicGroup, Float64Array> {
  const groups: IsicGroup[] = ['A-B', 'C-E', 'D', 'F', 'G-H', 'I', 'J-P'];
  return new Map(
    groups.map((group) => {
      const usd = Float64Array.from(
        catalog.sectors,
        (sector) => sector.valueAddedUsd * (sector.isicShares[group] ?? 0),
      );
      const total = usd.reduce((sum, value) => sum + value, 0);
      return [group, total > 0 ? usd.map((value) => value / total) : usd];
    }),
  );
}

/** Sector shares of one country, sum 1; null when the UN has no table for it. */
function countryMix(country: Country, mixes: ReadonlyMap<IsicGroup, Float64Array>): Float64Array | null {
  const table = country.valueAddedByGroupUsd;
  if (table === null) return null;
  const shares = new Float64Array(mixes.get('D')!.length);
  for (const [group, mix] of mixes) {
    // D is part of C-E, so mining and utilities share what is left of it.
    const usd = Math.max(0, group === 'C-E' ? table['C-E'] - table.D : table[group]);
    mix.forEach((share, sector) => (shares[sector]! += share * usd));
  }
  const total = shares.reduce((sum, value) => sum + value, 0);
  return total > 0 ? shares.map((value) => value / total) : null;
}

function worldMix(catalog: Catalog, mixOf: ReadonlyMap<Country, Float64Array | null>): Float64Array {
  const usd = new Float64Array(catalog.sectors.length);
  for (const [country, mix] of mixOf) {
    if (mix === null || country.gdpUsd === null) continue;
    mix.forEach((share, sector) => (usd[sector]! += share * country.gdpUsd!));
  }
  const total = usd.reduce((sum, value) => sum + value, 0);
  return usd.map((value) => value / total);
}
