import { listEventIds, readEventText } from '../catalog/event-files.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { zoneOffsetHours } from '../catalog/zone-offset.ts';
import { ablate } from '../core/backtest/ablation.ts';
import type { AblationResult } from '../core/backtest/ablation.ts';
import { ablations } from '../core/backtest/ablations.ts';
import type { BacktestInput } from '../core/backtest/backtest-input.ts';
import { parseEventFile } from '../schema/event-file.ts';

const SEED = 1;

/** Every ablation over every bundled event that counts in the scores. */
export function runAblations(draws: number): AblationResult {
  const events = listEventIds().map((id): BacktestInput => {
    const event = parseEventFile(JSON.parse(readEventText(id).text), id);
    return { ...event, id, title: event.scenario.title ?? id };
  });
  return ablate(ablations, events, loadCatalog(), zoneOffsetHours, { draws, seed: SEED });
}
