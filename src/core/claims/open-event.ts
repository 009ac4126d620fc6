import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { compileQuantity, quantileAt } from '../distribution/marginal.ts';
import { ImpactError } from '../errors/impact-error.ts';
import { buildResult } from '../impact/build-result.ts';
import { compile } from '../impact/compile.ts';
import type { Compilation, CompiledModel } from '../impact/compile.ts';
import { headlineMeasure, measureDraws } from '../impact/measures.ts';
import { pool, wholeMethods } from '../impact/pool.ts';
import { simulate } from '../impact/simulate.ts';
import { countOf } from '../outage/dated-facts.ts';
import type { EstimateResult, MeasureId } from '../result.ts';
import type { Scenario, Scope } from '../scenario.ts';
import { exchangeRate } from '../units/exchange-rate.ts';
import type { EventMeasures } from './claim-total.ts';
import { pointModel, type PointModel } from './point-model.ts';

/** An estimate with the model behind it, and what turns claims into totals. */
export interface OpenEvent {
  readonly scenario: Scenario;
  readonly estimate: EstimateResult;
  readonly compilation: Compilation;
  readonly headline: MeasureId;
  readonly points: PointModel;
  readonly measures: EventMeasures;
  /** Σ impairment × hours: hours of full outage that would weigh as much. */
  readonly fullHours: number;
  readonly namedFirms: number | null;
  readonly year: number;
  readonly catalog: Catalog;
  readonly drawsOf: (measure: MeasureId) => Float64Array | null;
  /** Most that can be lost, US dollars, in the scope of the estimate. */
  readonly ceilingUsd: number;
  /** The same within some of its countries. */
  readonly ceilingWithin: (countries: readonly string[]) => number;
}

export function openEvent(scenario: Scenario, catalog: Catalog, zoneOffset: ZoneOffsetHours): OpenEvent {
  const compilation = compile(scenario, catalog, zoneOffset);
  const { model } = compilation;
  const simulation = simulate(model);
  const pooled = pool(model, simulation);
  const estimate = buildResult(scenario, catalog, compilation, simulation, pooled);
  const points = pointsOf(model, catalog);
  const middleOf = (index: number): number => quantileAt(model.inputs[index]!.marginal, 0.5);
  return {
    scenario,
    estimate,
    compilation,
    headline: headlineMeasure(model),
    points,
    measures: { hours: countedHours(model, middleOf), firms: middleCount(scenario, ['named', 'all']) },
    fullHours: model.timing.phases.reduce(
      (hours, phase) => hours + middleOf(phase.impairment) * phase.weight * (phase.toHour - phase.fromHour),
      0,
    ),
    namedFirms: middleCount(scenario, ['named']),
    year: yearOf(scenario, catalog),
    catalog,
    drawsOf: (measure) => measureDraws(model, simulation, pooled, measure),
    ceilingUsd: middleCeilingUsd(model, points),
    ceilingWithin: (countries) => {
      const scope: Scope = { kind: 'economy', label: countries.join(', '), countries };
      const within = compile({ ...scenario, scope }, catalog, zoneOffset).model;
      return middleCeilingUsd(within, pointsOf(within, catalog));
    },
  };
}

function pointsOf(model: CompiledModel, catalog: Catalog): PointModel {
  return pointModel(model, {
    structural: catalog.parameters.get(`structural-error.${model.structural.exposure}`)!.words,
    family: (stream) => catalog.parameters.get(stream)!.words,
  });
}

/** Length that a rate is multiplied by: until business was normal where a long incident is counted by that. */
function countedHours(model: CompiledModel, middleOf: (index: number) => number): number {
  const companies = model.methods.find((method) => method.method === 'named-companies')?.companies ?? [];
  const long = companies.filter((company) => company.long !== null).map((company) => middleOf(company.hours));
  return long.length > 0 ? Math.max(...long) : model.timing.middleHours;
}

function middleCount(scenario: Scenario, kinds: Parameters<typeof countOf>[1]): number | null {
  const fact = countOf(scenario, kinds)?.fact;
  if (fact === undefined) return null;
  return quantileAt(compileQuantity(fact.count, { min: 0 }, 'affected.businesses').marginal, 0.5);
}

function yearOf({ outage, asOf }: Scenario, catalog: Catalog): number {
  const date = outage.phases[0]?.start ?? outage.start ?? outage.windows[0]?.start ?? asOf;
  return date === undefined
    ? Math.max(...catalog.countries.map((country) => country.gdpYear))
    : Number(date.slice(0, 4));
}

/** Everything that can be lost, with every input at its middle: the largest that a pooled method allows. */
function middleCeilingUsd(model: CompiledModel, points: PointModel): number {
  const middle = new Float64Array(points.doubts.length);
  return Math.max(
    ...wholeMethods(model).map((index) => points.at(model.methods[index]!, 'ceiling', [middle])[0]!),
  );
}

export function hasRate(currency: string, { catalog, year }: OpenEvent): boolean {
  return exchangeRate(catalog.exchangeRates, currency, year) !== null;
}

/** @throws ImpactError CURRENCY_UNKNOWN */
export function perUsd(currency: string, { catalog, year }: OpenEvent): number {
  const rate = exchangeRate(catalog.exchangeRates, currency, year);
  if (rate !== null) return rate.perUsd;
  const years = [...(catalog.exchangeRates.get(currency)?.keys() ?? [])];
  throw new ImpactError('CURRENCY_UNKNOWN', {
    path: 'currency',
    message:
      years.length === 0
        ? `no exchange rate for ${JSON.stringify(currency.slice(0, 20))}`
        : `no exchange rate for ${currency} in ${year}: the table starts in ${Math.min(...years)}`,
    hint: 'state the amount in US dollars',
  });
}
