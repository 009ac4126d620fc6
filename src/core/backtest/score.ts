import { mean } from 'simple-statistics';
import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { ImpactError } from '../errors/impact-error.ts';
import { invariant } from '../errors/invariant.ts';
import type { ExposureKind, Scenario } from '../scenario.ts';
import { refuseOutside } from '../impact/outside-the-model.ts';
import { log10StandardDeviation } from '../statistics/log-spread.ts';
import { sortedCopy, sortedQuantile } from '../statistics/quantiles.ts';
import { canonicalJson } from '../units/canonical-json.ts';
import { sha256Hex } from '../units/hash.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { BacktestInput } from './backtest-input.ts';
import type { BacktestEvent, BacktestResult, BacktestScores, Truth } from './backtest-result.ts';
import { scoreBaselines } from './baselines.ts';
import { familyBootstrap } from './bootstrap.ts';
import { crpsOfDraws } from './crps.ts';
import { withoutFamily } from './family-weights.ts';
import { ALPHA_90, intervalScore } from './interval-score.ts';
import { drawsOfMeasure } from './measure-draws.ts';
import type { ScopedDraws } from './measure-draws.ts';
import { naiveLossUsd } from './naive-loss.ts';
import { pitOf } from './pit.ts';
import { scoresOf } from './scores.ts';
import { fitStructuralError, priorStructuralError } from './structural-fit.ts';
import type { FitRow } from './structural-fit.ts';
import { truthOf } from './truth.ts';

const exposureKinds = Object.keys(priorStructuralError) as readonly ExposureKind[];

/** An event that can be scored, with its draws before structural error. */
interface Candidate {
  readonly event: BacktestInput;
  readonly scenario: Scenario;
  readonly truth: Truth;
  readonly withoutStructural: ScopedDraws;
}

/**
 * Scores the engine on past events: estimates each from its facts alone and holds the published figure against the
 * range, on log10 of US dollars.
 *
 * The structural error, which is fitted to such events, is fitted anew for each of them without its family, by the rule
 * and the rounding of the shipped one. Events with `fit: false` are scored apart, with the shipped error.
 *
 * @param events  facts and published figures; the figures reach the scores only
 * @param options.draws  of each estimate
 * @param options.seed  of each estimate and of the bootstrap
 * @param options.background  other events that the structural errors may learn from, so that a few events of one's own are
 *                            scored with the errors that ship, less what their own families taught
 * @throws ImpactError NOTHING_TO_SCORE when no event with `fit: true` can be scored
 */
export function scoreEvents(
  events: readonly BacktestInput[],
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  options: {
    readonly draws: number;
    readonly seed: number;
    readonly background?: readonly BacktestInput[];
  },
): BacktestResult {
  const simulation = { draws: options.draws, seed: options.seed };
  const outOfScope: { id: string; why: string }[] = [];
  const candidates = [...events].sort(byId).flatMap((event): Candidate[] => {
    const candidate = candidateOf(event, catalog, zoneOffset, simulation);
    if (!('why' in candidate)) return [candidate];
    outOfScope.push({ id: event.id, why: candidate.why });
    return [];
  });
  const fitted = candidates.filter(({ event }) => event.fit);
  if (fitted.length === 0) throw nothingToScore(outOfScope);
  const scoredIds = new Set(events.map((event) => event.id));
  const background = (options.background ?? []).flatMap((event): Candidate[] => {
    if (!event.fit || scoredIds.has(event.id)) return [];
    const candidate = candidateOf(event, catalog, zoneOffset, simulation);
    return 'why' in candidate ? [] : [candidate];
  });
  const fitRows = [...fitted, ...background].map(fitRowOf);
  const score = (candidate: Candidate, structuralError?: number): BacktestEvent =>
    scoreEvent(candidate, catalog, zoneOffset, structuralError);
  const scored = fitted.map((candidate) => {
    const { exposure, family } = candidate.event;
    return score(candidate, fitStructuralError(exposure, withoutFamily(fitRows, family)).shipped);
  });
  const apart = candidates.filter(({ event }) => !event.fit).map((candidate) => score(candidate));
  return {
    schema: 'lossrange/backtest@1',
    versions: { engine: ENGINE_VERSION, ...fileVersions(candidates, catalog) },
    eventsHash: sha256Hex(canonicalJson(fitted.map(({ event }) => whatCounts(event)))),
    seed: options.seed,
    draws: options.draws,
    outOfScope,
    ...scoresOf(scored),
    byExposure: scoresByExposure(scored),
    intervals: familyBootstrap(scored, resampledScores, options.seed),
    baselines: scoreBaselines(scored),
    pit: scored.map((event) => event.pit),
    structuralFits: exposureKinds.map((exposure) => fitStructuralError(exposure, fitRows)),
    events: scored,
    apart,
  };
}

/** All of an event that can move a score: its facts and figures, not its names. */
function whatCounts({ id, family, exposure, published, scenario }: BacktestInput): unknown {
  const { outage, affected, scope, asOf, assumptions } = scenario;
  return withoutUndefined({ id, family, exposure, published, outage, affected, scope, asOf, assumptions });
}

/** Keys that are not given are no part of the canonical form. */
function withoutUndefined(value: object): unknown {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}

function byId(a: BacktestInput, b: BacktestInput): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The event with its truth and its draws before structural error, or why it cannot be scored. */
function candidateOf(
  event: BacktestInput,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  simulation: Scenario['simulation'],
): Candidate | { readonly why: string } {
  const scenario = { ...event.scenario, exposure: event.exposure, simulation };
  try {
    refuseOutside(scenario.outage.kind);
    const truth = truthOf(event);
    if ('why' in truth) return truth;
    const withoutStructural = drawsOfMeasure(scenario, truth.measure, catalog, zoneOffset, 0);
    if (withoutStructural === null) {
      return { why: `the ways of counting that its facts allow do not give ${truth.measure}` };
    }
    if (withoutStructural.draws.some((usd) => usd <= 0)) {
      return { why: 'some outcomes are no loss at all, which has no place on a scale of powers of ten' };
    }
    return { event, scenario, truth, withoutStructural };
  } catch (error) {
    // A broken model or table is no property of the event.
    if (!(error instanceof ImpactError) || ['MODEL_INVALID', 'DATA_INVALID'].includes(error.code))
      throw error;
    return { why: `the model refuses it: ${error.path}: ${error.message}` };
  }
}

function fitRowOf({ event, truth, withoutStructural }: Candidate): FitRow {
  const { draws } = withoutStructural;
  return {
    family: event.family,
    exposure: event.exposure,
    log10Error: Math.log10(sortedQuantile(sortedCopy(draws), 0.5) / truth.centralUsd),
    parameterVariance: log10StandardDeviation(draws) ** 2,
  };
}

function scoreEvent(
  { event, scenario, truth }: Candidate,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  structuralError: number | undefined,
): BacktestEvent {
  const estimate = drawsOfMeasure(scenario, truth.measure, catalog, zoneOffset, structuralError);
  invariant(estimate !== null, `${event.id} gave ${truth.measure} before structural error, and not with it`);
  const sorted = sortedCopy(estimate.draws);
  const at = (p: number): number => sortedQuantile(sorted, p);
  const [p5, p10, p25, p50, p75, p90, p95] = [
    at(0.05),
    at(0.1),
    at(0.25),
    at(0.5),
    at(0.75),
    at(0.9),
    at(0.95),
  ];
  const { lowUsd: low, centralUsd: central, highUsd: high, measure, scope } = truth;
  const inside = (from: number, to: number): boolean => from <= central && central <= to;
  const logs = sorted.map(Math.log10);
  return {
    id: event.id,
    title: event.title,
    family: event.family,
    exposure: event.exposure,
    measure,
    scope,
    fit: event.fit,
    p5,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    published: { low, central, high },
    log10Error: Math.log10(p50 / central),
    pit: pitOf(sorted, central),
    crps: crpsOfDraws(logs, Math.log10(central)),
    intervalScore90: intervalScore(Math.log10(p5), Math.log10(p95), Math.log10(central), ALPHA_90),
    width90: Math.log10(p95 / p5),
    inside50: inside(p25, p75),
    inside80: inside(p10, p90),
    inside90: inside(p5, p95),
    structuralError: estimate.structuralError,
    baselineUsd: naiveLossUsd(scenario, catalog, zoneOffset),
  };
}

/** Plain means, whose doubt is told by resampling. */
const resampledScores: Readonly<
  Record<keyof BacktestResult['intervals'], (rows: readonly BacktestEvent[]) => number>
> = {
  meanAbsLog10Error: (rows) => mean(rows.map((row) => Math.abs(row.log10Error))),
  bias: (rows) => mean(rows.map((row) => row.log10Error)),
  crps: (rows) => mean(rows.map((row) => row.crps)),
  inside80Share: (rows) => rows.filter((row) => row.inside80).length / rows.length,
};

function scoresByExposure(
  scored: readonly BacktestEvent[],
): readonly (BacktestScores & { readonly exposure: ExposureKind })[] {
  return exposureKinds.flatMap((exposure) => {
    const rows = scored.filter((event) => event.exposure === exposure);
    return rows.length === 0 ? [] : [{ exposure, ...scoresOf(rows) }];
  });
}

function fileVersions(
  candidates: readonly Candidate[],
  catalog: Catalog,
): Pick<BacktestResult['versions'], 'models' | 'data'> {
  const files = [...new Set(candidates.flatMap((candidate) => candidate.withoutStructural.filesUsed))].sort();
  const pick = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      files.filter((file) => file.startsWith(prefix)).map((file) => [file, catalog.hashes.get(file)!]),
    );
  return { models: pick('models/'), data: pick('data/') };
}

function nothingToScore(outOfScope: BacktestResult['outOfScope']): ImpactError {
  const first = outOfScope[0];
  return new ImpactError('NOTHING_TO_SCORE', {
    path: 'backtest',
    message: 'no event has fit: true and a published figure that an estimate can be held against',
    hint: first === undefined ? 'set fit to true in the events that may count' : `${first.id}: ${first.why}`,
  });
}
