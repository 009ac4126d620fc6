import { readEventText } from '../catalog/event-files.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { zoneOffsetHours } from '../catalog/zone-offset.ts';
import { honestWorlds } from '../core/backtest/honest-worlds.ts';
import type { CalibrationEvents } from '../core/backtest/honest-worlds.ts';
import { runWorlds } from '../core/backtest/run-worlds.ts';
import type { WorldGroup, WorldRow } from '../core/backtest/run-worlds.ts';
import { sharpnessOf } from '../core/backtest/sharpness.ts';
import { stressWorlds } from '../core/backtest/stress-worlds.ts';
import { drawRanges, drawTruths, fixedWeights } from '../core/backtest/synthetic-worlds.ts';
import { compile } from '../core/impact/compile.ts';
import type { ExposureKind, Scenario } from '../core/scenario.ts';
import { parseEventFile } from '../schema/event-file.ts';

/** Bundled event whose facts stand for each kind. */
export const calibrationEventIds: Readonly<Record<ExposureKind, string>> = {
  systemic: 'aws-2025-10-20',
  'company-long-cyber': 'mns-2025-04-19',
  airline: 'delta-2024-07-19',
  'company-it': 'roblox-2021-10-28',
  'national-shutdown': 'egypt-2011-01-27',
};

/** 999 draws leave 1,000 equally likely ranks, which 20 bins share evenly. */
export const RANGE_DRAWS = 999;
/** Chance with which an honest engine fails a score somewhere in the table, by that score. */
const LEVEL = 0.01;
/** Spreads that are scored: too narrow, as it is, too wide. */
const WIDTHS = [0.7, 1, 1.5] as const;

export interface CalibrationResult {
  readonly worlds: number;
  readonly draws: number;
  readonly seed: number;
  readonly events: Readonly<Record<ExposureKind, string>>;
  readonly rows: readonly WorldRow[];
  /** The same ranges made narrower and wider: the honest width must score best. */
  readonly widths: readonly {
    readonly width: number;
    readonly meanCrps: number;
    readonly meanIntervalScore90: number;
  }[];
}

/** Draws every synthetic world and scores it. 1,000 worlds take about 40 seconds. */
export function runCalibration({ worlds, seed }: { worlds: number; seed: number }): CalibrationResult {
  const catalog = loadCatalog();
  const events = calibrationEvents();
  const run = { worlds, draws: RANGE_DRAWS, seed };
  const rowsOf = (groups: readonly WorldGroup[]): readonly WorldRow[] => {
    const together = groups.reduce((count, group) => count + group.worlds.length, 0);
    return groups.flatMap((group) => runWorlds(group, run, LEVEL / together));
  };
  const { model } = compile(events['company-long-cyber'], catalog, zoneOffsetHours);
  const weights = fixedWeights(model);
  const ranges = drawRanges(model, weights, ['pool'], run).get('pool')!;
  const truths = drawTruths(() => model, weights, 'pool', run);
  return {
    ...run,
    events: calibrationEventIds,
    rows: [
      ...rowsOf(honestWorlds(events, catalog, zoneOffsetHours)),
      ...rowsOf(stressWorlds(events, catalog, zoneOffsetHours)),
    ],
    widths: WIDTHS.map((width) => {
      const { meanCrps, meanIntervalScore90 } = sharpnessOf(ranges, truths, width);
      return { width, meanCrps, meanIntervalScore90 };
    }),
  };
}

/** The events as the files have them. */
export function calibrationEvents(): CalibrationEvents {
  const scenarioOf = (id: string): Scenario =>
    parseEventFile(JSON.parse(readEventText(id).text), id).scenario;
  return Object.fromEntries(
    Object.entries(calibrationEventIds).map(([kind, id]) => [kind, scenarioOf(id)]),
  ) as unknown as CalibrationEvents;
}
