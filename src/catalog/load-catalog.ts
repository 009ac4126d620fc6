import type { Catalog, Country, Parameter, ProviderRegion } from '../core/catalog.ts';
import { readCountries } from './countries.ts';
import type { UsZones } from './countries.ts';
import { readExchangeRates } from './exchange-rates.ts';
import { readFirmClasses } from './firm-classes.ts';
import { loadModels } from './load-models.ts';
import { packageRoot } from './package-root.ts';
import { validationSchema } from './model-schema.ts';
import { modelInvalid, readModelJson } from './read-json.ts';
import { joinSectors } from './sectors.ts';
import { readSourceFile } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { readUsGdp } from './us-gdp.ts';
import { readUsSectors } from './us-sectors.ts';
import { tablePath } from './vintages.ts';
import type { Dataset } from './vintages.ts';

/** Decimal shares that must sum to 1 may miss it by rounding only. */
const ROUNDING = 1e-9;

let installed: Catalog | undefined;

/**
 * Reads models/ and the tables an estimate needs into one catalog, and checks that they fit together.
 *
 * @param root  folder that holds models/ and data/, with a slash at its end; the installed package when absent, which is
 *              read once per process
 * @throws ImpactError MODEL_INVALID or DATA_INVALID, naming the file and the place in it
 */
export function loadCatalog(root?: URL): Catalog {
  if (root !== undefined) return readCatalog(root);
  installed ??= readCatalog(packageRoot);
  return installed;
}

function readCatalog(root: URL): Catalog {
  const models = loadModels(root);
  const tables = new Map<Dataset, SourceFile>();
  const table = (dataset: Dataset): SourceFile => {
    const file = tables.get(dataset) ?? readSourceFile(root, tablePath(dataset), 'DATA_INVALID');
    tables.set(dataset, file);
    return file;
  };

  const usSectors = readUsSectors(table('us-sectors'));
  const sectors = joinSectors(models.sectors, usSectors);
  const sectorIds = new Map(sectors.map((sector) => [sector.naics, sector.id]));
  const exposed = (naics: string) => numberOf(models.parameters, `exposed.${sectorIds.get(naics) ?? naics}`);
  const countries = readCountries(
    table('countries'),
    table('sector-value-added-by-country'),
    usZones(models.parameters),
  );
  requireHomeCountries(models.providers, countries);

  return {
    parameters: models.parameters,
    sectors,
    archetypes: models.archetypes,
    kinds: models.kinds,
    providers: models.providers,
    ladder: models.ladder,
    catalogues: models.catalogues,
    countries,
    firmClasses: readFirmClasses(table('us-firms-by-size'), usSectors, exposed),
    usGdpByYear: readUsGdp(table('us-cpi-gdp')),
    exchangeRates: readExchangeRates(table('exchange-rates')),
    dataFiles: {
      sectors: [tablePath('us-sectors')],
      countries: [tablePath('countries')],
      sectorsByCountry: [tablePath('sector-value-added-by-country')],
      firmClasses: [tablePath('us-firms-by-size'), tablePath('us-sectors')],
      usGdp: [tablePath('us-cpi-gdp')],
      exchangeRates: [tablePath('exchange-rates')],
    },
    validation: readModelJson(
      readSourceFile(root, 'models/validation.json', 'MODEL_INVALID'),
      validationSchema,
    ),
    hashes: new Map([...models.files, ...tables.values()].map((file) => [file.path, file.sha256])),
  };
}

/** The four zones in which the United States work, with their shares of employment. */
function usZones(parameters: ReadonlyMap<string, Parameter>): UsZones {
  const zones = [
    ['America/New_York', 'time-zones.easternShare'],
    ['America/Chicago', 'time-zones.centralShare'],
    ['America/Denver', 'time-zones.mountainShare'],
    ['America/Los_Angeles', 'time-zones.pacificShare'],
  ].map(([zone, path]) => ({ zone: zone!, share: numberOf(parameters, path!), parameter: path! }));
  const total = zones.reduce((sum, zone) => sum + zone.share, 0);
  if (Math.abs(total - 1) < ROUNDING) return zones;
  const file = parameters.get('time-zones.easternShare')?.file ?? 'models/time-zones';
  throw modelInvalid(file, 'parameters', `the four shares sum to ${total}`, 'make them sum to 1');
}

function numberOf(parameters: ReadonlyMap<string, Parameter>, path: string): number {
  const parameter = parameters.get(path);
  if (typeof parameter?.value === 'number') return parameter.value;
  throw modelInvalid(parameter?.file ?? 'models', path, 'must be one number', 'state it without a range');
}

function requireHomeCountries(
  providers: ReadonlyMap<string, ProviderRegion>,
  countries: readonly Country[],
): void {
  const known = new Set(countries.map((country) => country.iso2));
  for (const { region, homeCountries, file } of providers.values()) {
    const missing = homeCountries.find((code) => !known.has(code));
    if (missing === undefined) continue;
    const place = `regions.${region}.homeCountries`;
    throw modelInvalid(
      file,
      place,
      `"${missing}" is not in the table of countries`,
      'use its ISO 3166-1 code',
    );
  }
}
