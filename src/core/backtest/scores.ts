import { mean, median } from 'simple-statistics';
import type { BacktestEvent, BacktestScores } from './backtest-result.ts';
import { byFamily, familyShare } from './family-weights.ts';
import { pitVarianceTimes12 } from './pit.ts';

/**
 * Scores of scored events together. Counts, means and medians are plain, one row one voice, as the bars are set;
 * `coverage` gives each family one voice, since its rows are one piece of evidence.
 *
 * @param rows  at least one
 */
export function scoresOf(rows: readonly BacktestEvent[]): BacktestScores {
  const misses = rows.map((row) => Math.abs(row.log10Error));
  const count = (inside: (row: BacktestEvent) => boolean): number => rows.filter(inside).length;
  const average = (value: (row: BacktestEvent) => number): number => mean(rows.map(value));
  return {
    scored: rows.length,
    families: byFamily(rows).size,
    inside50: count((row) => row.inside50),
    inside80: count((row) => row.inside80),
    inside90: count((row) => row.inside90),
    coverage: {
      50: familyShare(rows, (row) => row.inside50),
      80: familyShare(rows, (row) => row.inside80),
      90: familyShare(rows, (row) => row.inside90),
    },
    medianAbsLog10Error: median(misses),
    meanAbsLog10Error: mean(misses),
    bias: average((row) => row.log10Error),
    crps: average((row) => row.crps),
    intervalScore90: average((row) => row.intervalScore90),
    meanWidth90: average((row) => row.width90),
    pitVarianceTimes12: pitVarianceTimes12(rows.map((row) => row.pit)),
  };
}
