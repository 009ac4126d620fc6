import { mean, median, rootMeanSquare } from 'simple-statistics';
import { Z_95 } from '../distribution/normal.ts';
import type { ExposureKind } from '../scenario.ts';
import type { BacktestEvent, Baseline } from './backtest-result.ts';
import { crpsOfNormal } from './crps.ts';
import { withoutFamily } from './family-weights.ts';
import { ALPHA_90, intervalScore } from './interval-score.ts';

/** An event that has a naive figure, all on log10 of US dollars. */
interface BaseRow {
  readonly family: string;
  readonly exposure: ExposureKind;
  readonly naive: number;
  readonly truth: number;
  /** Our CRPS of the same event. */
  readonly ours: number;
}

/** A lognormal forecast: mean and standard deviation of log10 of US dollars. */
interface Forecast {
  readonly middle: number;
  readonly spread: number;
}

/** Forecast of one row from rows of other families alone; null when they say nothing of its kind. */
type Forecaster = (row: BaseRow, others: readonly BaseRow[]) => Forecast | null;

/**
 * What the model has to beat, on the events that a naive figure can be made for:
 *
 *   B0  the naive figure (see `naiveLossUsd`) with a lognormal spread: the root mean square of its log10 errors
 *   B1  B0 times the median of published / B0 over its kind of event, with the spread of its own errors
 *
 * Everything is fitted without the family that is scored. Skill = 1 - our CRPS / its CRPS on the same events.
 *
 * @param events  the scored ones
 * @returns B0 and B1; one that can score no event is left out
 */
export function scoreBaselines(events: readonly BacktestEvent[]): readonly Baseline[] {
  const rows = events.flatMap((event) => baseRow(event) ?? []);
  const all: readonly (Baseline | null)[] = [
    scoreForecasts('B0', 'revenue or GDP of the hours', rows, naiveForecast),
    scoreForecasts('B1', 'the same, times the middle ratio of its kind', rows, kindForecast),
  ];
  return all.filter((baseline) => baseline !== null);
}

function baseRow({ family, exposure, baselineUsd, published, crps }: BacktestEvent): BaseRow | null {
  if (baselineUsd === null) return null;
  const truth = Math.log10(published.central);
  return { family, exposure, naive: Math.log10(baselineUsd), truth, ours: crps };
}

function naiveForecast(row: BaseRow, others: readonly BaseRow[]): Forecast | null {
  if (others.length === 0) return null;
  return { middle: row.naive, spread: rootMeanSquare(others.map(({ naive, truth }) => naive - truth)) };
}

function kindForecast(row: BaseRow, others: readonly BaseRow[]): Forecast | null {
  const middle = kindMiddle(row, others);
  const errors = others.flatMap((other) => {
    const foreseen = kindMiddle(other, withoutFamily(others, other.family));
    return foreseen === null ? [] : [foreseen - other.truth];
  });
  return middle === null || errors.length === 0 ? null : { middle, spread: rootMeanSquare(errors) };
}

function kindMiddle({ naive, exposure }: BaseRow, others: readonly BaseRow[]): number | null {
  const ratios = others.filter((row) => row.exposure === exposure).map((row) => row.truth - row.naive);
  return ratios.length === 0 ? null : naive + median(ratios);
}

function scoreForecasts(
  name: Baseline['name'],
  words: string,
  rows: readonly BaseRow[],
  forecaster: Forecaster,
): Baseline | null {
  const scored = rows.flatMap((row) => {
    const forecast = forecaster(row, withoutFamily(rows, row.family));
    if (forecast === null) return [];
    const { middle, spread } = forecast;
    const [low, high] = [middle - Z_95 * spread, middle + Z_95 * spread];
    return {
      miss: Math.abs(middle - row.truth),
      crps: crpsOfNormal(middle, spread, row.truth),
      interval: intervalScore(low, high, row.truth, ALPHA_90),
      ours: row.ours,
    };
  });
  if (scored.length === 0) return null;
  const crps = mean(scored.map((row) => row.crps));
  return {
    name,
    words,
    events: scored.length,
    medianAbsLog10Error: median(scored.map((row) => row.miss)),
    crps,
    intervalScore90: mean(scored.map((row) => row.interval)),
    skill: 1 - mean(scored.map((row) => row.ours)) / crps,
  };
}
