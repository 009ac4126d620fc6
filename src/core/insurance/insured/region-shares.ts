import type { Catalog, ProviderRegion } from '../../catalog.ts';
import type { DrawTable } from '../../impact/method.ts';
import type { InputIndex, ParameterBook } from '../../impact/parameter-book.ts';

/** How much cloud work rests on one region of a provider, or on all of it, by country. */
export interface RegionShare {
  /** Share of the work of home countries, and of all others. */
  readonly home: InputIndex;
  readonly elsewhere: InputIndex;
  readonly homeCountries: ReadonlySet<string>;
  /** Part of the world's output that home countries make, 0–1: the mix for an insured of unknown country. */
  readonly homeOutputShare: number;
}

/** Takes `exposure.<provider>.<region>` from the book: `home` and `elsewhere`, or one share for the `world`. */
export function compileRegionShare(row: ProviderRegion, catalog: Catalog, book: ParameterBook): RegionShare {
  book.useModelFile(row.file);
  const path = `exposure.${row.provider}.${row.region}`;
  const homeCountries = new Set(row.homeCountries);
  const gdp = (counted: (iso2: string) => boolean): number =>
    catalog.countries.reduce((sum, { iso2, gdpUsd }) => sum + (counted(iso2) ? (gdpUsd ?? 0) : 0), 0);
  const world = homeCountries.size === 0;
  return {
    home: book.draw(world ? `${path}.world` : `${path}.home`),
    elsewhere: book.draw(world ? `${path}.world` : `${path}.elsewhere`),
    homeCountries,
    homeOutputShare: world ? 1 : gdp((iso2) => homeCountries.has(iso2)) / gdp(() => true),
  };
}

/** The share for one country in one draw, 0–1. */
export function regionShareAt(
  share: RegionShare,
  country: string | null,
  inputs: DrawTable,
  draw: number,
): number {
  const home = inputs[share.home]![draw]!;
  const elsewhere = inputs[share.elsewhere]![draw]!;
  if (country === null) return share.homeOutputShare * home + (1 - share.homeOutputShare) * elsewhere;
  return share.homeCountries.has(country) ? home : elsewhere;
}
