import { mean, median } from 'simple-statistics';
import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { ImpactError } from '../errors/impact-error.ts';
import { compile } from '../impact/compile.ts';
import type { MeasureId } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { sortedCopy, sortedQuantile } from '../statistics/quantiles.ts';
import type { Ablation } from './ablations.ts';
import type { BacktestInput } from './backtest-input.ts';
import { familyBootstrap } from './bootstrap.ts';
import { crpsOfDraws } from './crps.ts';
import { drawsOfMeasure } from './measure-draws.ts';
import { truthOf } from './truth.ts';

/** What one ablation does to one event that it touches. */
export interface AblatedEvent {
  readonly id: string;
  readonly family: string;
  /** CRPS without the part − CRPS with it, log10; above 0 the part helps. */
  readonly crpsChange: number;
}

export interface AblationEffect {
  readonly id: string;
  readonly title: string;
  readonly why: string | null;
  /** Events whose draws change. */
  readonly touched: readonly AblatedEvent[];
  /** Events that cannot be estimated at all without the part; left out of the changes. */
  readonly impossible: readonly string[];
  /** Change of the mean CRPS over all events, untouched ones included; above 0 the part helps. */
  readonly crpsChange: number;
  /** 90 % bootstrap interval over families of that change. */
  readonly interval: readonly [number, number];
  /** Change of the median |log10(middle estimate / published)|; above 0 the part helps. */
  readonly medianErrorChange: number;
  readonly verdict: AblationVerdict;
}

/** `untested`: no event depends on the part. `neither`: fewer than `MEANINGFUL_CRPS` either way. */
export type AblationVerdict = 'helps' | 'hurts' | 'neither' | 'untested';

/** Mean differences below this say nothing with some 26 events, log10. */
export const MEANINGFUL_CRPS = 0.02;

export interface AblationResult {
  readonly draws: number;
  readonly seed: number;
  readonly events: number;
  readonly families: number;
  /** Mean CRPS of log10 loss as shipped. */
  readonly crps: number;
  readonly medianAbsLog10Error: number;
  /** The largest help first. */
  readonly effects: readonly AblationEffect[];
}

interface Score {
  readonly crps: number;
  readonly absLog10Error: number;
}

/** One event that can be estimated both ways. */
interface Compared {
  readonly family: string;
  readonly with: Score;
  readonly without: Score;
}

/** One event as shipped, which every ablation is compared with. */
interface Shipped extends Score {
  readonly id: string;
  readonly family: string;
  readonly scenario: Scenario;
  readonly measure: MeasureId;
  readonly publishedUsd: number;
  readonly draws: Float64Array;
  /** Paths of the parameters that the estimate reads. */
  readonly used: ReadonlySet<string>;
}

/**
 * Scores every event with and without each part, on the same draws.
 *
 * The structural error stays the shipped one of the event's kind, so a part helps by what it says of the event and not
 * by making the fitted error small. Streams are named, so what an ablation leaves alone keeps its draws.
 *
 * @param events  those with `fit: false` or without a comparable figure are passed over
 */
export function ablate(
  ablations: readonly Ablation[],
  events: readonly BacktestInput[],
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  simulation: { readonly draws: number; readonly seed: number },
): AblationResult {
  const shipped = events.flatMap((event) => scoreShipped(event, catalog, zoneOffset, simulation));
  const effects = ablations.map((ablation) =>
    effectOf(ablation, shipped, catalog, zoneOffset, simulation.seed),
  );
  return {
    ...simulation,
    events: shipped.length,
    families: new Set(shipped.map((row) => row.family)).size,
    crps: mean(shipped.map((row) => row.crps)),
    medianAbsLog10Error: median(shipped.map((row) => row.absLog10Error)),
    effects: effects.toSorted((a, b) => b.crpsChange - a.crpsChange),
  };
}

/** One row, or none where the event is not scored. */
function scoreShipped(
  event: BacktestInput,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  simulation: Scenario['simulation'],
): Shipped[] {
  const truth = truthOf(event);
  if (!event.fit || 'why' in truth) return [];
  const { id, family } = event;
  const { measure, centralUsd: publishedUsd } = truth;
  const scenario = { ...event.scenario, simulation };
  const draws = drawsOfMeasure(scenario, measure, catalog, zoneOffset)?.draws;
  if (draws === undefined) return [];
  const used = new Set(compile(scenario, catalog, zoneOffset).provenance.map((row) => row.parameter));
  return [{ id, family, scenario, measure, publishedUsd, draws, used, ...scoreOf(draws, publishedUsd) }];
}

function scoreOf(draws: Float64Array, publishedUsd: number): Score {
  const published = Math.log10(publishedUsd);
  const sorted = sortedCopy(draws.map(Math.log10));
  return {
    crps: crpsOfDraws(sorted, published),
    absLog10Error: Math.abs(sortedQuantile(sorted, 0.5) - published),
  };
}

function effectOf(
  ablation: Ablation,
  shipped: readonly Shipped[],
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  seed: number,
): AblationEffect {
  const touched: AblatedEvent[] = [];
  const impossible: string[] = [];
  const compared: Compared[] = [];
  for (const row of shipped) {
    const { id, family } = row;
    const draws = drawsWithout(ablation, row, catalog, zoneOffset);
    if (draws === null) {
      impossible.push(id);
      continue;
    }
    const without = draws === row.draws ? row : scoreOf(draws, row.publishedUsd);
    compared.push({ family, with: row, without });
    if (without !== row) touched.push({ id, family, crpsChange: without.crps - row.crps });
  }
  const change = (rows: readonly Compared[]): number =>
    mean(rows.map((row) => row.without.crps - row.with.crps));
  const crpsChange = change(compared);
  return {
    id: ablation.id,
    title: ablation.title,
    why: ablation.why,
    touched,
    impossible,
    crpsChange,
    interval: familyBootstrap(compared, { change }, seed).change,
    medianErrorChange:
      median(compared.map((row) => row.without.absLog10Error)) -
      median(compared.map((row) => row.with.absLog10Error)),
    verdict: verdictOf(crpsChange, touched.length),
  };
}

/** The shipped draws themselves when nothing moves; null when nothing is left to estimate from. */
function drawsWithout(
  ablation: Ablation,
  { scenario, measure, draws, used }: Shipped,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): Float64Array | null {
  const changed = ablation.change(scenario, catalog);
  const sameFacts = changed.outage === scenario.outage && changed.affected === scenario.affected;
  if (sameFacts && !Object.keys(changed.assumptions).some((path) => used.has(path))) return draws;
  try {
    const scoped = drawsOfMeasure(changed, measure, catalog, zoneOffset);
    if (scoped === null) return null;
    return scoped.draws.every((usd, i) => usd === draws[i]) ? draws : scoped.draws;
  } catch (error) {
    if (error instanceof ImpactError && error.code === 'NO_METHOD_APPLIES') return null;
    throw error;
  }
}

function verdictOf(crpsChange: number, touched: number): AblationVerdict {
  if (touched === 0) return 'untested';
  if (crpsChange >= MEANINGFUL_CRPS) return 'helps';
  return crpsChange <= -MEANINGFUL_CRPS ? 'hurts' : 'neither';
}
