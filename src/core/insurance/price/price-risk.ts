import type { Catalog, EventCatalogue, Sector, ZoneOffsetHours } from '../../catalog.ts';
import { ImpactError } from '../../errors/impact-error.ts';
import { invariant } from '../../errors/invariant.ts';
import { openParameterBook } from '../../impact/parameter-book.ts';
import { requireCountry } from '../../impact/scope.ts';
import { sectorNamed } from '../../impact/methods/named-companies.ts';
import { usedVersions } from '../../impact/build-result.ts';
import { quantilesOf } from '../../statistics/quantiles.ts';
import { resultId } from '../../units/hash.ts';
import { nearestName } from '../../units/nearest-name.ts';
import { sum } from '../../statistics/sum.ts';
import { annualLoss } from '../curves/average-annual-loss.ts';
import { exceedanceCurve, lossAtReturnPeriod } from '../curves/exceedance-curve.ts';
import { returnPeriodInterval } from '../curves/return-period-interval.ts';
import { exactRateInterval } from '../frequency/rate-belief.ts';
import type { Insured } from '../insured/insured.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';
import { openYearTables } from '../years/year-tables.ts';
import type { YearTables } from '../years/year-tables.ts';
import { openYearsModel } from '../years/open-years-model.ts';
import type { YearsModel } from '../years/open-years-model.ts';
import { runWorldByPolicy } from '../years/run-world.ts';
import { rateOnLine } from '../premium/technical-premium.ts';
import { premiumOfYears, pricingBasis } from './premium-of-years.ts';
import type { PricingBasis, YearsPremium } from './premium-of-years.ts';
import type { PremiumLine, PriceResult, WaitingRow, WorldRange } from './price-result.ts';
import type { Risk, RiskPolicy } from './risk.ts';
import { termsOfRisk } from './risk-terms.ts';

const CATALOGUE = 'cloud';
const WAITING_HOURS = [6, 8, 10, 12, 24] as const;
const WAITING_MODES = ['timeDeductible', 'qualifying'] as const;
const RETURN_PERIODS = [10, 50, 100, 250, 1000] as const;
/** Weeks and clocks of the simulated years are those of this one. */
const YEAR_START_MS = Date.UTC(2026, 0, 1);

/**
 * Prices one risk: years of outages of a catalogue on one policy, and on the same policy with other waiting periods and with
 * the other wording on sales made up later.
 *
 * Pure: the same risk, catalog and offsets give the same result.
 *
 * @throws ImpactError when a name is unknown, a value out of bounds, or the waiting period shorter than any outage simulated
 */
export function priceRisk(risk: Risk, catalog: Catalog, zoneOffset: ZoneOffsetHours): PriceResult {
  const { worlds, years, seed } = risk.simulation;
  const yearsPerWorld = Math.ceil(years / worlds);
  const whole = catalog.catalogues.get(CATALOGUE);
  invariant(whole !== undefined, 'the models have no catalogue of clouds');
  const sector = sectorNamed(catalog, risk.insured.sector, 'insured.sector');
  if (risk.insured.country !== null) requireCountry(catalog, risk.insured.country, 'insured.country');
  const catalogue = struckBy(whole, risk.insured);
  const book = openParameterBook(catalog, { assumptions: risk.assumptions, sources: {} });
  refuseShortWaiting(risk.policy, catalogue, book.number);
  const basis = pricingBasis(risk.load, book);
  const wordings = [risk.policy, otherWordingOf(risk.policy), ...variants(risk.policy)];
  const policies = wordings.map((policy) => rowOf(risk, policy, sector));
  const options = { worlds, yearsPerWorld, seed, yearStartMs: YEAR_START_MS, disasters: [] };
  const model = openYearsModel(policies, catalogue, options, catalog, book, zoneOffset);
  const [own, otherWording, ...others] = runAll(model);
  const tables = own!;
  const { total } = tables.grossMeanNeutral;
  const premium = premiumOfYears(total, basis);
  const loss = annualLoss(total, worlds);
  for (const path of book.unusedOverrides()) {
    book.warn('ASSUMPTION_UNUSED', `assumptions.${path}`, `nothing that prices this risk uses ${path}`);
  }
  const versions = usedVersions(catalog, [...book.filesUsed]);
  return {
    schema: 'lossrange/price@1',
    id: resultId({
      ...{ risk, engine: versions.engine, files: { ...versions.models, ...versions.data } },
      parameters: Object.fromEntries(book.provenance.map(({ parameter, value }) => [parameter, value])),
    }),
    versions,
    seed,
    worlds,
    yearsPerWorld,
    risk,
    sectorTitle: sector.title,
    technicalPremiumUsd: {
      ...rangeOf(byWorld(total, worlds).map((part) => premiumOfYears(part, basis).technicalPremium)),
      mean: premium.technicalPremium,
    },
    rateOnLine: rateOnLine(premium.technicalPremium, risk.policy.limitUsd),
    lines: linesOf(premium, basis),
    payingOutagesPerYear: rangeOf([...tables.paidByWorld]),
    averageGroundUpLossUsd: tables.groundUp.averageByPolicy[0]!,
    averageGrossLossUsd: {
      factorMedianOne: tables.gross.averageByPolicy[0]!,
      meanNeutral: loss.averageAnnualLoss,
    },
    standardDeviationUsd: premium.standardDeviation,
    standardErrorUsd: {
      process: loss.processStandardError,
      parameter: loss.parameterStandardError ?? 0,
    },
    waiting: variants(risk.policy).map((policy, i) => waitingRow(policy, others[i]!, basis)),
    otherWording: {
      recapture: otherWordingOf(risk.policy).recapture,
      ...averagesOf(otherWording!, basis),
    },
    aggregateExceedance: exceedanceOf(total),
    counted: countedIn(catalogue, book.number),
    provenance: book.provenance,
    warnings: book.warnings,
  };
}

/** The catalogue without providers that cannot strike the insured: their outages draw from streams of their own. */
function struckBy(catalogue: EventCatalogue, { provider, region }: Risk['insured']): EventCatalogue {
  if (provider === null) return catalogue;
  const found = catalogue.providers.find(({ id }) => id === provider);
  const unknown = (path: string, name: string, known: readonly string[]): ImpactError => {
    const near = nearestName(name, known);
    return new ImpactError('PROVIDER_UNKNOWN', {
      path,
      message: `the catalogue of outages has no "${name}"`,
      hint: near === null ? `one of: ${known.join(', ')}; or leave it out` : `did you mean "${near}"?`,
    });
  };
  if (found === undefined) {
    throw unknown(
      'insured.provider',
      provider,
      catalogue.providers.map(({ id }) => id),
    );
  }
  const regions = found.regions.map(({ id }) => id);
  if (region !== null && !regions.includes(region)) throw unknown('insured.region', region, regions);
  return { ...catalogue, providers: [found] };
}

function refuseShortWaiting(
  { waitingHours }: RiskPolicy,
  { id, durations }: EventCatalogue,
  number: (path: string) => number,
): void {
  for (const duration of durations) {
    if (duration.kind !== 'generalised-pareto') continue;
    const threshold = number(`catalogue.${id}.duration.${duration.id}.thresholdHours`);
    if (waitingHours >= threshold) continue;
    throw new ImpactError('PARAMETER_OUT_OF_RANGE', {
      path: 'policy.waitingHours',
      message: `a waiting period of ${waitingHours} h lets in outages shorter than ${threshold} h, which the catalogue does not hold`,
      hint: `give ${threshold} h or more; a premium for less would be too low`,
    });
  }
}

function variants(policy: RiskPolicy): RiskPolicy[] {
  return WAITING_MODES.flatMap((waitingMode) =>
    WAITING_HOURS.map((waitingHours) => ({ ...policy, waitingMode, waitingHours })),
  );
}

function otherWordingOf(policy: RiskPolicy): RiskPolicy {
  return { ...policy, recapture: policy.recapture === 'deducted' ? 'not-deducted' : 'deducted' };
}

/** All variants are of one account, so that the same outages strike them. */
function rowOf({ insured }: Risk, policy: RiskPolicy, sector: Sector): InsuredPolicy {
  const { provider, region, ...facts } = insured;
  const dependsOn: Insured['dependsOn'] = provider === null ? null : [{ provider, region, share: 1 }];
  return {
    line: 1,
    key: { portNumber: '1', accNumber: '1', polNumber: '1', layerNumber: 1 },
    insured: {
      ...facts,
      sector: sector.id,
      dependsOn,
      services: null,
      recaptureReducesLoss: policy.recapture === 'deducted',
    },
    terms: termsOfRisk(policy),
    currency: 'USD',
    inceptionMs: YEAR_START_MS,
    expiryMs: Infinity,
    grossPremiumUsd: null,
  };
}

function runAll(model: YearsModel): YearTables[] {
  const builders = model.policies.map(() => openYearTables(model.options));
  for (let world = 0; world < model.options.worlds; world++) {
    runWorldByPolicy(model, world).forEach((result, policy) => builders[policy]!.add(result));
  }
  return builders.map((builder) => builder.tables());
}

function byWorld(yearly: Float64Array, worlds: number): Float64Array[] {
  const years = yearly.length / worlds;
  return Array.from({ length: worlds }, (_, world) => yearly.subarray(world * years, (world + 1) * years));
}

function rangeOf(values: readonly number[]): WorldRange {
  const all = Float64Array.from(values);
  const [p5, p95] = quantilesOf(all, [0.05, 0.95]);
  return { mean: sum(all) / all.length, p5: p5!, p95: p95! };
}

function waitingRow(
  { waitingMode, waitingHours }: RiskPolicy,
  tables: YearTables,
  basis: PricingBasis,
): WaitingRow {
  invariant(waitingMode !== 'greaterOf', 'the table has two modes');
  return {
    mode: waitingMode,
    waitingHours,
    ...averagesOf(tables, basis),
    payingOutagesPerYear: tables.paidByPolicy[0]!,
  };
}

function averagesOf({ grossMeanNeutral }: YearTables, basis: PricingBasis) {
  const { technicalPremium, parts } = premiumOfYears(grossMeanNeutral.total, basis);
  return { technicalPremiumUsd: technicalPremium, averageGrossLossUsd: parts.averageAnnualLoss };
}

function linesOf({ parts, technicalPremium }: YearsPremium, basis: PricingBasis): PremiumLine[] {
  const { averageAnnualLoss: loss, lossAdjustmentShare, riskLoad, fixedExpense } = parts;
  const loadRate =
    basis.load === 'standard-deviation' ? basis.standardDeviationMultiple : basis.costOfCapitalShare;
  const ofPremium = (step: PremiumLine['step'], rate: number): PremiumLine => ({
    ...{ step, usd: technicalPremium * rate, rate },
  });
  return [
    { step: 'average-gross-loss', usd: loss, rate: null },
    { step: 'loss-adjustment', usd: loss * lossAdjustmentShare, rate: lossAdjustmentShare },
    { step: 'risk-load', usd: riskLoad, rate: loadRate },
    { step: 'fixed-expense', usd: fixedExpense, rate: null },
    ofPremium('commission', parts.commissionShare),
    ofPremium('premium-tax', parts.premiumTaxShare),
    ofPremium('variable-expense', parts.variableExpenseShare),
    ofPremium('profit', parts.profitShare),
    { step: 'technical-premium', usd: technicalPremium, rate: null },
  ];
}

function exceedanceOf(yearly: Float64Array): PriceResult['aggregateExceedance'] {
  const curve = exceedanceCurve(yearly);
  return RETURN_PERIODS.flatMap((returnPeriodYears) => {
    const grossLossUsd = lossAtReturnPeriod(curve, returnPeriodYears);
    const interval = returnPeriodInterval(curve, returnPeriodYears);
    if (grossLossUsd === null || interval === null) return [];
    return [{ returnPeriodYears, grossLossUsd, ...interval }];
  });
}

/** The counts behind the rates of the catalogue's regions, each once. */
function countedIn(
  { id: catalogueId, providers }: EventCatalogue,
  number: (path: string) => number,
): PriceResult['counted'] {
  const used = new Set(providers.flatMap(({ regions }) => regions.map(({ frequency }) => frequency)));
  return [...used].map((id) => {
    const read = (name: string): number => number(`catalogue.${catalogueId}.frequency.${id}.${name}`);
    const [outages, years] = [read('events'), read('years')];
    const interval = exactRateInterval({ events: outages, years });
    return { id, outages, years, overHours: read('overHours'), perYear: outages / years, ...interval };
  });
}
