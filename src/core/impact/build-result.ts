import type { Catalog } from '../catalog.ts';
import { usersAt } from './methods/user-time.ts';
import type { EstimateResult, MethodResult, ResultWarning } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { summarise } from '../statistics/summary.ts';
import { ENGINE_VERSION } from '../version.ts';
import { attribute } from './attribution.ts';
import type { Compilation, CompiledModel } from './compile.ts';
import { ifAll, orderDetail } from './detail-orders.ts';
import type { DetailOrders } from './detail-orders.ts';
import { driversOf } from './drivers.ts';
import { factsOf } from './facts.ts';
import { headlineMeasure, measuresOf, UNIT } from './measures.ts';
import { notCounted } from './not-counted.ts';
import type { Pool } from './pool.ts';
import { identify } from './result-identity.ts';
import type { Simulation } from './simulate.ts';
import { middleTenth, waterfallOf } from './waterfall.ts';

/** Puts one simulated model into words and summaries: the object that library, command line and API all return. */
export function buildResult(
  scenario: Scenario,
  catalog: Catalog,
  compilation: Compilation,
  simulation: Simulation,
  pooled: Pool,
): EstimateResult {
  const { model } = compilation;
  const orders = orderDetail(simulation, pooled);
  const methods = methodResults(compilation, simulation, pooled, orders);
  const agreement = judgeAgreement(model, methods);
  const measures = measuresOf(model, simulation, pooled, orders);
  const headline = measures[headlineMeasure(model)]!;
  const chosen = middleTenth(pooled, orders);
  const split = attribute(compilation, simulation, pooled, chosen, {
    sector: (id) => catalog.sectors.find((sector) => sector.id === id)?.title ?? id,
    country: (iso2) => catalog.countries.find((country) => country.iso2 === iso2)?.name ?? iso2,
  });
  const versions = usedVersions(catalog, compilation.filesUsed);
  return {
    schema: 'lossrange/estimate@1',
    id: identify(scenario, { ...versions.models, ...versions.data }, compilation.provenance),
    headline: agreement.headline,
    versions,
    seed: scenario.simulation.seed,
    draws: scenario.simulation.draws,
    scenario,
    economicLoss: agreement.headline ? headline : null,
    ...(agreement.headline ? {} : { span: spanOf(methods) }),
    methods,
    measures,
    waterfall: waterfallOf(model, simulation, pooled, chosen),
    ...split,
    ceiling: ceilingOf(compilation, headline.p50),
    lossFraction: lossFractionOf(compilation, catalog, headline.p50),
    drivers: driversOf(model, simulation, pooled, orders, {
      structural: catalog.parameters.get(`structural-error.${model.structural.exposure}`)!.words,
      pooling: 'which way of counting comes closest',
      family: (stream) => catalog.parameters.get(stream)!.words,
    }),
    provenance: compilation.provenance,
    facts: factsOf(scenario, compilation.provenance),
    notCounted: notCounted(scenario, model.scope),
    warnings: [...compilation.warnings, ...agreement.warnings, ...runWarnings(model, simulation)],
  };
}

function methodResults(
  { model, unused }: Compilation,
  simulation: Simulation,
  pooled: Pool,
  orders: DetailOrders,
): MethodResult[] {
  const used = model.methods.map((method, m): MethodResult => {
    const draws = simulation.methods[m]!;
    return {
      method: method.method,
      scope: method.scope,
      measure: method.measure,
      weight: pooled.weights[m]!,
      raw: summarise(draws.raw, UNIT, ifAll(orders.raws[m]!, draws.raw)),
      economicLoss: summarise(draws.columns.get('lost')!, UNIT),
      notUsedBecause: null,
      clippedShare: draws.clippedShare,
      words: method.words,
    };
  });
  const notUsed = unused.map(({ method, notUsedBecause }): MethodResult => ({
    method,
    scope: 'whole',
    measure: headlineMeasure(model),
    weight: 0,
    raw: null,
    economicLoss: null,
    notUsedBecause,
    clippedShare: 0,
    words: '',
  }));
  return [...used, ...notUsed];
}

/** No headline when two whole methods that count for something lie an order of magnitude apart and do not even overlap. */
function judgeAgreement(
  model: CompiledModel,
  methods: readonly MethodResult[],
): { headline: boolean; warnings: ResultWarning[] } {
  const { disagreementRatio, disagreementWeight } = model.pooling;
  const weighty = methods.filter((row) => row.economicLoss !== null && row.weight >= disagreementWeight);
  const warnings: ResultWarning[] = [];
  let headline = true;
  weighty.forEach((a, i) => {
    for (const b of weighty.slice(i + 1)) {
      const [low, high] =
        a.economicLoss!.p50 < b.economicLoss!.p50
          ? [a.economicLoss!, b.economicLoss!]
          : [b.economicLoss!, a.economicLoss!];
      if (high.p50 <= disagreementRatio * low.p50) continue;
      if (low.p90 < high.p10) headline = false;
      warnings.push({
        code: 'METHODS_DISAGREE',
        path: 'methods',
        message: `${a.method} and ${b.method} differ more than ${disagreementRatio}-fold in the middle`,
      });
    }
  });
  return { headline, warnings };
}

function spanOf(methods: readonly MethodResult[]): { lowUsd: number; highUsd: number } {
  const whole = methods.flatMap((row) =>
    row.scope === 'whole' && row.economicLoss ? [row.economicLoss] : [],
  );
  return {
    lowUsd: Math.min(...whole.map((loss) => loss.p5)),
    highUsd: Math.max(...whole.map((loss) => loss.p95)),
  };
}

/** The engine and the hashes of the files that a result used. */
export function usedVersions(catalog: Catalog, filesUsed: readonly string[]): EstimateResult['versions'] {
  const pick = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      filesUsed.filter((file) => file.startsWith(prefix)).map((file) => [file, catalog.hashes.get(file)!]),
    );
  return { engine: ENGINE_VERSION, models: pick('models/'), data: pick('data/') };
}

function ceilingOf({ model, window }: Compilation, p50: number): EstimateResult['ceiling'] {
  if (window === null) return null;
  const { scopeUsd, dependentUsd, worldUsd } = window;
  return {
    scopeUsd,
    dependentUsd,
    worldUsd,
    hours: model.timing.middleHours,
    shareOfScope: scopeUsd > 0 ? p50 / scopeUsd : 0,
  };
}

const NEAREST_RUNGS = 3;

function lossFractionOf(
  { model, window }: Compilation,
  catalog: Catalog,
  p50: number,
): EstimateResult['lossFraction'] {
  if (window === null) return null;
  const flatUsd = window.flatUsdPerHour * model.timing.middleHours;
  const fraction = flatUsd > 0 ? p50 / flatUsd : 0;
  if (fraction === 0) return { p50: 0, nearest: [] };
  const distance = (rung: { lowFraction: number; highFraction: number }): number =>
    Math.abs(Math.log(fraction / Math.sqrt(rung.lowFraction * rung.highFraction)));
  const nearest = [...catalog.ladder].sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST_RUNGS);
  return {
    p50: fraction,
    nearest: nearest.map(({ title, lowFraction, highFraction }) => ({ title, lowFraction, highFraction })),
  };
}

const FEW_DRAWS = 1000;

function runWarnings(model: CompiledModel, simulation: Simulation): ResultWarning[] {
  const warnings: ResultWarning[] = [];
  if (model.draws < FEW_DRAWS) {
    warnings.push({
      code: 'FEW_DRAWS',
      path: 'simulation.draws',
      message: `${model.draws} draws give ranges that are too narrow; use ${FEW_DRAWS} or more`,
    });
  }
  model.methods.forEach((method, m) => {
    const percent = Math.round(simulation.methods[m]!.clippedShare * 100);
    if (percent >= 1) {
      warnings.push({
        code: 'CEILING_CUT',
        path: `methods.${method.method}`,
        message: `in ${percent} % of outcomes ${method.method} exceeded all that can be lost and was cut`,
      });
    }
    if (method.method === 'user-time' && !model.timing.nothingStopped) {
      const capped = cappedShare(method, simulation);
      if (capped >= 0.01) {
        warnings.push({
          code: 'USERS_CAPPED',
          path: 'methods.user-time',
          message: `in ${Math.round(capped * 100)} % of outcomes the reports stood for more people than the services reach; those were held at that cap`,
        });
      }
    }
  });
  return warnings;
}

function cappedShare(method: Parameters<typeof usersAt>[0], simulation: Simulation): number {
  let capped = 0;
  let draws = 0;
  for (const inputs of simulation.detail) {
    const n = inputs[method.counted]!.length;
    for (let i = 0; i < n; i++) if (usersAt(method, inputs, i).capped) capped++;
    draws += n;
  }
  return capped / draws;
}
