import type { Catalog, Kind } from '../catalog.ts';
import { ImpactError } from '../errors/impact-error.ts';
import type { ExposureKind, Scenario, Scope } from '../scenario.ts';

/** Whose loss is estimated: as the scenario says, or what its facts can speak of. */
export function resolveScope(scenario: Scenario, kind: Kind, catalog: Catalog): Scope {
  const { scope, affected } = scenario;
  for (const [i, row] of affected.coverage.entries()) {
    requireCountry(catalog, row.country, `affected.coverage[${i}].country`);
  }
  for (const [i, row] of affected.companies.entries()) {
    if (row.country !== undefined) requireCountry(catalog, row.country, `affected.companies[${i}].country`);
  }
  for (const iso2 of scope?.countries ?? []) requireCountry(catalog, iso2, 'scope.countries');
  const names = affected.companies.map((company) => company.name).join(' and ');
  if (scope !== undefined) {
    // "company" alone says little to a reader; the names say whose loss it is.
    return scope.kind === 'company' && scope.label === 'company' && names !== ''
      ? { ...scope, label: names }
      : scope;
  }
  const economyWide =
    affected.businesses.length > 0 ||
    affected.userReports.length > 0 ||
    affected.devices !== undefined ||
    affected.coverage.length > 0 ||
    scenario.outage.provider !== undefined;
  if (kind.exposure === 'airline' || (!economyWide && affected.companies.length > 0)) {
    return { kind: 'company', label: names === '' ? 'the airlines hit' : names };
  }
  if (affected.coverage.length > 0 && scenario.outage.provider === undefined) {
    const countries = affected.coverage.map((row) => row.country);
    return { kind: 'economy', label: countries.join(', '), countries };
  }
  return { kind: 'economy', label: 'world' };
}

/** Kind of structural error: by cause and by whose loss it is. */
export function resolveExposure(scenario: Scenario, kind: Kind, scope: Scope): ExposureKind {
  if (scenario.exposure !== undefined) return scenario.exposure;
  if (scope.kind === 'economy')
    return kind.exposure === 'national-shutdown' ? 'national-shutdown' : 'systemic';
  return kind.exposure === 'airline' || kind.exposure === 'company-long-cyber' ? kind.exposure : 'company-it';
}

/** Codes often written for others. */
const confused: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** @throws ImpactError COUNTRY_UNKNOWN */
export function requireCountry(catalog: Catalog, iso2: string, path: string): void {
  const country = catalog.countries.find((row) => row.iso2 === iso2);
  if (country !== undefined && country.gdpUsd !== null) return;
  if (country !== undefined) {
    throw new ImpactError('COUNTRY_UNKNOWN', {
      path,
      message: `${country.name} (${iso2}) has no GDP figure in data/countries`,
      hint: 'leave it out, or count businesses instead',
    });
  }
  // Two letters are too few for a near name; only codes that are often confused get one.
  const near = confused[iso2];
  throw new ImpactError('COUNTRY_UNKNOWN', {
    path,
    message: `"${iso2}" is not an ISO 3166-1 alpha-2 code`,
    hint: near === undefined ? 'write for example "US" or "DE"' : `did you mean "${near}"?`,
  });
}
