import { quantileAt } from '../distribution/marginal.ts';
import type { Catalog, Kind, ProviderRegion, ZoneOffsetHours } from '../catalog.ts';
import { compileEconomy, flatUsdPerHour, outputUsd, sectorOutputUsd, sharesOf } from '../exposure/economy.ts';
import type { CountryShares, Economy } from '../exposure/economy.ts';
import { ImpactError } from '../errors/impact-error.ts';
import { compileTiming } from '../outage/timing.ts';
import type { Timing } from '../outage/timing.ts';
import type { ProvenanceRow, ResultWarning } from '../result.ts';
import type { ExposureKind, Scenario, Scope } from '../scenario.ts';
import { formatInstant, parseDateOrInstant } from '../units/instant.ts';
import { nearestName } from '../units/nearest-name.ts';
import type { CompileContext } from './method.ts';
import { compileMethods } from './methods/registry.ts';
import type { AnyMethod, UnusedMethod } from './methods/registry.ts';
import { openParameterBook } from './parameter-book.ts';
import type { CompiledInput, InputIndex, ParameterBook } from './parameter-book.ts';
import { refuseOutside } from './outside-the-model.ts';
import { resolveExposure, resolveScope } from './scope.ts';

/** What compiling gives: the model that is run, and what explains its results. */
export interface Compilation {
  readonly model: CompiledModel;
  /** Null when no method looked at an economy. */
  readonly economy: Economy | null;
  /** In the order of the economy's sectors. */
  readonly sectorIds: readonly string[];
  readonly unused: readonly UnusedMethod[];
  readonly provenance: readonly ProvenanceRow[];
  readonly warnings: readonly ResultWarning[];
  readonly filesUsed: readonly string[];
  /** Everything the scope and the world make in the hours of the outage at its middle length, US dollars; null in a company's view. */
  readonly window: OutputWindow | null;
}

/** Amounts that place a loss: see `ceiling` and `lossFraction` of a result. */
export interface OutputWindow {
  readonly scopeUsd: number;
  /** Of that, made by work that needs services of this kind at all; null when no method judges dependence. */
  readonly dependentUsd: number | null;
  readonly worldUsd: number;
  readonly flatUsdPerHour: number;
}

/** A scenario with every look-up done and every unit fixed: hours, US dollars, shares. Plain data, so it can cross to a worker. */
export interface CompiledModel {
  readonly seed: number;
  readonly draws: number;
  readonly inputs: readonly CompiledInput[];
  readonly timing: Timing;
  readonly methods: readonly AnyMethod[];
  readonly structural: { readonly exposure: ExposureKind; readonly logSd: number };
  readonly pooling: {
    readonly maximumWeight: number;
    readonly disagreementRatio: number;
    readonly disagreementWeight: number;
  };
  /** Share of corporate interruption that is insured; null in a company's view. */
  readonly insuredShare: InputIndex | null;
  /** Null in a company's view, whose methods bring their own. */
  readonly ceiling: EconomyCeiling | null;
  /** Share of what firms do not make up that rivals inside the economy pick up. */
  readonly rivalsShare: number;
  readonly scope: Scope;
}

/** The most that an economy can lose. */
export interface EconomyCeiling {
  /** What the scope makes during the outage, US dollars, at each scale node. */
  readonly scopeUsd: readonly number[];
  /** What it makes until business was normal, US dollars, at each node of that; null when unknown. */
  readonly restorationUsd: readonly number[] | null;
  /** Tails may push a total above the window by this factor; not used when restoration hours are known. */
  readonly tailFactor: number;
  readonly scopeShare: InputIndex | null;
}

/**
 * Resolves a scenario against the catalog.
 *
 * @throws ImpactError when a name is unknown, a value is out of bounds, or no method applies
 */
export function compile(scenario: Scenario, catalog: Catalog, zoneOffset: ZoneOffsetHours): Compilation {
  const kind = kindOf(scenario, catalog);
  const scope = resolveScope(scenario, kind, catalog);
  const book = openParameterBook(catalog, scenario);
  book.useModelFile(kind.file);
  const timing = compileTiming(scenario.outage, kind, book);
  refuseEarlyDate(scenario, timing);
  const year = yearOf(timing, scenario, catalog);
  let economy: Economy | null = null;
  const economyOf = (): Economy => (economy ??= compileEconomy(catalog, timing, year, book, zoneOffset));
  const countries = scope.countries === undefined ? null : new Set(scope.countries);
  const inScope = (iso2: string): boolean => countries === null || countries.has(iso2);
  const scopeShare =
    scope.valueAddedShare === undefined
      ? null
      : book.fact(
          'scope.valueAddedShare',
          scope.valueAddedShare,
          { min: 0, max: 1 },
          {
            unit: 'share',
            words: 'how much of the economy the scope holds',
          },
        );
  const context: CompileContext = {
    scenario,
    catalog,
    kind,
    provider: providerOf(scenario, catalog),
    timing,
    economy: economyOf,
    scope,
    inScope,
    scopeShare,
    year,
    book,
  };
  const { used, unused } = compileMethods(context);
  if (used.length === 0) throw noMethod();
  const exposure = resolveExposure(scenario, kind, scope);
  const model: CompiledModel = {
    seed: scenario.simulation.seed,
    draws: scenario.simulation.draws,
    timing,
    methods: used,
    structural: { exposure, logSd: book.number(`structural-error.${exposure}`) },
    pooling: {
      maximumWeight: book.number('pooling.maximumWeight'),
      disagreementRatio: book.number('pooling.disagreementRatio'),
      disagreementWeight: book.number('pooling.disagreementWeight'),
    },
    insuredShare: scope.kind === 'economy' ? book.draw('insured-industry.shareOfCorporate') : null,
    ceiling: scope.kind === 'economy' ? ceilingOf(economyOf(), inScope, scopeShare, book) : null,
    rivalsShare: book.number('rivals.pickupShare'),
    scope,
    inputs: book.inputs,
  };
  if (
    scope.kind === 'company' &&
    scenario.affected.businesses.length + scenario.affected.userReports.length > 0
  ) {
    book.warn(
      'FACT_UNUSED',
      'affected',
      "counts of firms and of user reports are not used: only the companies' own loss is asked for",
    );
  }
  for (const path of book.unusedOverrides()) {
    book.warn('ASSUMPTION_UNUSED', `assumptions.${path}`, `no method that runs here uses ${path}`);
  }
  return {
    model,
    window:
      scope.kind === 'economy'
        ? windowOf(economyOf(), inScope, scopeShareMiddle(model), dependenceMiddles(model))
        : null,
    economy,
    sectorIds: catalog.sectors.map((sector) => sector.id),
    unused,
    provenance: book.provenance,
    warnings: book.warnings,
    filesUsed: [...book.filesUsed].sort(),
  };
}

function ceilingOf(
  economy: Economy,
  inScope: (iso2: string) => boolean,
  scopeShare: InputIndex | null,
  book: ParameterBook,
): EconomyCeiling {
  const { timing } = economy;
  const shares = inScopeShares(economy, inScope);
  return {
    scopeUsd: timing.scaleNodes.map((scale) => outputUsd(economy, shares, timing.middleHours * scale)),
    restorationUsd: timing.restoration?.nodes.map((hours) => outputUsd(economy, shares, hours)) ?? null,
    tailFactor: book.number('ceiling.tailFactor'),
    scopeShare,
  };
}

function inScopeShares(economy: Economy, inScope: (iso2: string) => boolean): CountryShares {
  return sharesOf(economy, (iso2) => (inScope(iso2) ? 1 : 0));
}

function windowOf(
  economy: Economy,
  inScope: (iso2: string) => boolean,
  scopeShare: number,
  dependence: readonly number[] | null,
): OutputWindow {
  const hours = economy.timing.middleHours;
  const shares = inScopeShares(economy, inScope).map((share) => share * scopeShare);
  const bySector = sectorOutputUsd(economy, shares, hours);
  return {
    scopeUsd: bySector.reduce((sum, usd) => sum + usd, 0),
    dependentUsd:
      dependence === null ? null : bySector.reduce((sum, usd, sector) => sum + usd * dependence[sector]!, 0),
    worldUsd: outputUsd(
      economy,
      sharesOf(economy, () => 1),
      hours,
    ),
    flatUsdPerHour: flatUsdPerHour(economy, shares),
  };
}

/** Middle share of its countries' economy that the scope holds. */
function scopeShareMiddle({ ceiling, inputs }: CompiledModel): number {
  const share = ceiling?.scopeShare ?? null;
  return share === null ? 1 : quantileAt(inputs[share]!.marginal, 0.5);
}

/** Middle dependence of each sector, imputed rent left out, as the footprint judges it. */
function dependenceMiddles(model: CompiledModel): number[] | null {
  const footprint = model.methods.find((method) => method.method === 'footprint');
  if (footprint === undefined) return null;
  return footprint.sectors.map(
    (sector) => sector.exposedShare * quantileAt(model.inputs[sector.dependence]!.marginal, 0.5),
  );
}

/** The kind of outage that a scenario names. @throws ImpactError KIND_UNKNOWN, OUT_OF_MODEL */
export function kindOf(scenario: Scenario, catalog: Catalog): Kind {
  const id = scenario.outage.kind;
  refuseOutside(id);
  const kind = catalog.kinds.get(id);
  if (kind !== undefined) return kind;
  const near = nearestName(id, catalog.kinds.keys());
  throw new ImpactError('KIND_UNKNOWN', {
    path: 'outage.kind',
    message: `no kind of outage is called "${id}"`,
    hint: near === null ? `one of: ${[...catalog.kinds.keys()].join(', ')}` : `did you mean "${near}"?`,
  });
}

/** The provider and region that a scenario names, null without one. @throws ImpactError PROVIDER_UNKNOWN */
export function providerOf(scenario: Scenario, catalog: Catalog): ProviderRegion | null {
  const { provider, region } = scenario.outage;
  if (provider === undefined) return null;
  const key = `${provider}.${region ?? 'all'}`;
  const found = catalog.providers.get(key);
  if (found !== undefined) return found;
  const regions = [...catalog.providers.values()].filter((row) => row.provider === provider);
  if (regions.length > 0) {
    const names = regions.map((row) => row.region);
    const near = region === undefined ? null : nearestName(region, names);
    throw new ImpactError('PROVIDER_UNKNOWN', {
      path: 'outage.region',
      message: `no exposure model of ${provider} is called "${region ?? 'all'}"`,
      hint:
        near === null
          ? `one of: ${names.join(', ')}; or leave provider and region out`
          : `did you mean "${near}"?`,
    });
  }
  const providers = [...new Set([...catalog.providers.values()].map((row) => row.provider))];
  const near = nearestName(provider, providers);
  throw new ImpactError('PROVIDER_UNKNOWN', {
    path: 'outage.provider',
    message: `no exposure model is called "${provider}"`,
    hint:
      near === null
        ? `one of: ${providers.join(', ')}; or leave provider and region out and count businesses or reports`
        : `did you mean "${near}"?`,
  });
}

/** Facts known before the outage began are facts of another outage. */
function refuseEarlyDate({ asOf }: Scenario, { startMs }: Timing): void {
  if (asOf === undefined || startMs === null) return;
  const until = parseDateOrInstant(asOf);
  if (until === null || until >= startMs) return;
  throw new ImpactError('SCENARIO_INVALID', {
    path: 'asOf',
    message: `${asOf} lies before the outage, which began at ${formatInstant(startMs)}`,
    hint: 'give that day or a later one',
  });
}

/** Year whose prices and sizes are used. */
function yearOf(timing: Timing, scenario: Scenario, catalog: Catalog): number {
  const ms = timing.startMs ?? (scenario.asOf === undefined ? null : parseDateOrInstant(scenario.asOf));
  if (ms !== null) return Number(formatInstant(ms).slice(0, 4));
  return Math.max(...catalog.countries.map((country) => country.gdpYear));
}

function noMethod(): ImpactError {
  return new ImpactError('NO_METHOD_APPLIES', {
    path: 'affected',
    message: 'these facts are not enough for any way of counting',
    hint: 'give one of: outage.provider and region, affected.businesses, userReports, coverage, companies with revenue, flightsCancelled',
  });
}
