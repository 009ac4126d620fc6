import type { Catalog, EventCatalogue, ZoneOffsetHours } from '../../catalog.ts';
import { invariant } from '../../errors/invariant.ts';
import { zoneShares } from '../../exposure/economy.ts';
import type { DrawTable } from '../../impact/method.ts';
import type { InputIndex, ParameterBook } from '../../impact/parameter-book.ts';
import { streamOf, type Stream } from '../../random/stream.ts';
import { foldTerms } from '../folded-policy.ts';
import type { FoldedTerms } from '../folded-policy.ts';
import { compileCatalogue } from '../frequency/compile-catalogue.ts';
import type { CompiledCatalogue } from '../frequency/compile-catalogue.ts';
import { insuredKey } from '../insured/insured-key.ts';
import { compileInsuredParameters } from '../insured/insured-parameters.ts';
import type { InsuredParameters, SectorParameters } from '../insured/insured-parameters.ts';
import type { Insured } from '../insured/insured.ts';
import { lossCause } from '../insured/loss-cause.ts';
import { incomeUsd } from '../insured/open-insured-model.ts';
import { compileRegionShare } from '../insured/region-shares.ts';
import type { RegionShare } from '../insured/region-shares.ts';
import { sampleDraws } from '../insured/sample-draws.ts';
import { structuralFactors, structuralMean } from '../insured/structural-factor.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';
import { activityTable } from './activity-table.ts';
import type { ActivityTable } from './activity-table.ts';
import type { Disaster } from './disaster.ts';
import type { HoursGroup } from './fold-events.ts';

/** How many years are simulated, from which chance. */
export interface YearsOptions {
  /** Draws of everything uncertain; ≥ 1. */
  readonly worlds: number;
  /** Years of each world, ≥ 2. */
  readonly yearsPerWorld: number;
  readonly seed: number;
  /** 1 January of the calendar year whose weeks and clocks all simulated years have, ms since the epoch. */
  readonly yearStartMs: number;
  readonly disasters: readonly Disaster[];
}

/** Policies with everything looked up that simulated years need. Every world can be run alone: see `runWorld`. */
export interface YearsModel {
  readonly options: YearsOptions;
  readonly catalogue: CompiledCatalogue;
  readonly policies: readonly YearsPolicy[];
  readonly groups: readonly GroupWithPlace[];
  /** What losses by event are kept for: policies of one sector and cloud. */
  readonly cells: readonly Cell[];
  /** Distinct dependences, each with the country that says what an unknown part comes to. */
  readonly dependences: readonly Pick<Insured, 'dependsOn' | 'country'>[];
  readonly parameters: InsuredParameters;
  /** [inputs][worlds] */
  readonly inputs: DrawTable;
  /** [worlds] structural factor, median 1. */
  readonly structural: Float64Array;
  readonly structuralMean: number;
  readonly impairment: InputIndex;
  /** By `<provider>.<region>` of the models, `all` for the whole provider. */
  readonly regionShares: ReadonlyMap<string, RegionShare>;
  readonly zonesOf: (country: string) => readonly { readonly zone: string; readonly share: number }[];
  readonly zoneOffset: ZoneOffsetHours;
}

export interface Cell {
  /** Id of the sector. */
  readonly sector: string;
  /** Id of the provider, several joined by +; null: not known. */
  readonly provider: string | null;
}

export interface GroupWithPlace extends HoursGroup {
  readonly sector: SectorParameters;
  readonly country: string | null;
}

export interface YearsPolicy {
  /** Of the insured: all of its policies are struck together. */
  readonly stream: Stream;
  /** The first row of this insured: in a book its ground-up loss counts once. */
  readonly isFirstOfInsured: boolean;
  readonly terms: FoldedTerms;
  readonly annualAggregate: { readonly attachment: number; readonly limit: number | null };
  /** US dollars a year, times the dependence where it is known. */
  readonly incomeUsd: number;
  /** Dependence is drawn with the sector. */
  readonly dependenceDrawn: boolean;
  /** The same of all that it earns. */
  readonly fullIncomeUsd: number;
  /** Spent in each outage that costs the insured income; no part of its income, nor of what grows with it. */
  readonly extraExpenseUsd: number;
  readonly group: number;
  readonly dependence: number;
  readonly cell: number;
}

/**
 * Compiles policies for years of a catalogue's outages. Policies count as in force in every simulated year.
 *
 * @param book  takes the overrides, and remembers what was used
 * @throws ImpactError for a parameter that cannot be
 */
export function openYearsModel(
  policies: readonly InsuredPolicy[],
  eventCatalogue: EventCatalogue,
  options: YearsOptions,
  catalog: Catalog,
  book: ParameterBook,
  zoneOffset: ZoneOffsetHours,
): YearsModel {
  const kind = catalog.kinds.get('cloud');
  invariant(kind !== undefined, 'the models have no kind "cloud"');
  book.useModelFile(kind.file);
  book.useModelFile(eventCatalogue.file);
  const used = new Set(policies.map(({ insured }) => insured.sector));
  const sectors = catalog.sectors.filter(({ id }) => used.has(id));
  const parameters = compileInsuredParameters(sectors, catalog, book);
  const impairment = book.draw(`kind.${kind.id}.impairmentShare`);
  const regionShares = regionSharesOf(eventCatalogue, policies, catalog, book);
  const logSd = book.number(`structural-error.${kind.exposure}`);
  const tables = new Map<string, ActivityTable>();
  for (const [id, { week }] of parameters.sectors) tables.set(id, activityTable(week, parameters.curve));

  const groups = openPlaces<GroupWithPlace>();
  const dependences = openPlaces<Pick<Insured, 'dependsOn' | 'country'>>();
  const cells = openPlaces<Cell>();
  const insureds = new Set<string>();
  const compiled = policies.map(({ key, insured, terms }): YearsPolicy => {
    const name = insuredKey(key);
    const isFirstOfInsured = !insureds.has(name);
    insureds.add(name);
    const { sector: id, country, failoverHours, dependsOn, dependenceShare } = insured;
    const { recaptureReducesLoss, extraExpenseUsd } = insured;
    const sector = parameters.sectors.get(id);
    invariant(sector !== undefined, `no sector ${id}`);
    const { waiting, indemnityHours } = terms;
    const fullIncomeUsd = incomeUsd(insured, sector.marginShare);
    const provider = providerOf(insured);
    return {
      stream: streamOf(`struck/${name}`),
      isFirstOfInsured,
      terms: foldTerms(terms, {
        cause: lossCause(kind),
        extraExpense: extraExpenseUsd,
        lossAvoided: null,
        recoveries: 0,
      }),
      annualAggregate: terms.annualAggregate,
      fullIncomeUsd,
      incomeUsd: fullIncomeUsd * (dependenceShare ?? 1),
      dependenceDrawn: dependenceShare === null,
      extraExpenseUsd,
      group: groups.placeOf(
        JSON.stringify([id, country, failoverHours, recaptureReducesLoss, waiting, indemnityHours]),
        () => ({
          ...{ sector, country, failoverHours, recaptureReducesLoss, waiting, indemnityHours },
          ...{ table: tables.get(id)!, decay: sector.decay },
        }),
      ),
      dependence: dependences.placeOf(JSON.stringify([dependsOn, country]), () => ({ dependsOn, country })),
      cell: cells.placeOf(JSON.stringify([id, provider]), () => ({ sector: id, provider })),
    };
  });
  const countries = new Set(groups.list.map(({ country }) => country));
  const zones = new Map(
    catalog.countries
      .filter(({ iso2 }) => countries.has(iso2))
      .map((country) => [country.iso2, zoneShares(country, book)]),
  );
  return {
    options,
    catalogue: compileCatalogue(eventCatalogue, overridden(catalog, book)),
    policies: compiled,
    groups: groups.list,
    cells: cells.list,
    dependences: dependences.list,
    parameters,
    inputs: sampleDraws(book.inputs, options.seed, options.worlds),
    structural: structuralFactors(`structural/${kind.exposure}`, logSd, options.seed, options.worlds),
    structuralMean: structuralMean(logSd),
    impairment,
    regionShares,
    zonesOf: (country) => zones.get(country) ?? [],
    zoneOffset,
  };
}

function providerOf({ dependsOn }: Insured): string | null {
  if (dependsOn === null) return null;
  return [...new Set(dependsOn.map(({ provider }) => provider))].join('+');
}

/** A list of things told apart by a key, in the order in which they came; `placeOf` gives the index. */
function openPlaces<Item>(): {
  readonly list: readonly Item[];
  readonly placeOf: (key: string, make: () => Item) => number;
} {
  const list: Item[] = [];
  const places = new Map<string, number>();
  return {
    list,
    placeOf: (key, make) => {
      let place = places.get(key);
      if (place === undefined) places.set(key, (place = list.push(make()) - 1));
      return place;
    },
  };
}

/** Exposures that an insured whose region is not known needs; none when every region is known. */
function regionSharesOf(
  { providers }: EventCatalogue,
  policies: readonly InsuredPolicy[],
  catalog: Catalog,
  book: ParameterBook,
): ReadonlyMap<string, RegionShare> {
  const unknown = policies.some(
    ({ insured: { dependsOn } }) => dependsOn === null || dependsOn.some(({ region }) => region === null),
  );
  const rows = unknown ? [...catalog.providers] : [];
  return new Map(
    rows
      .filter(([, row]) => providers.some(({ id }) => id === row.provider))
      .map(([key, row]) => [key, compileRegionShare(row, catalog, book)]),
  );
}

/** Parameters with the overrides of the book, which notes each one that is read. */
function overridden({ parameters }: Catalog, book: ParameterBook): Pick<Catalog['parameters'], 'get'> {
  return {
    get: (path) => {
      const parameter = parameters.get(path);
      if (parameter === undefined) return undefined;
      // Counts and shares are plain numbers, which the book checks; a range in place of one would have no stream.
      const value = typeof parameter.value === 'number' ? book.number(path) : book.quantity(path);
      return { ...parameter, value };
    },
  };
}
