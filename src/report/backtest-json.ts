import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { jsonText } from './json-text.ts';

/** A back-test as JSON; keys in the order of `core/backtest/backtest-result.ts`, whoever built the object. */
export function backtestJson(result: BacktestResult): string {
  const { schema, versions, eventsHash, seed, draws, scored, outOfScope, all, byExposure } = result;
  const { intervals, baselines, pit, structuralFits, events, apart } = result;
  return jsonText({
    schema,
    versions,
    eventsHash,
    seed,
    draws,
    scored,
    outOfScope,
    all,
    byExposure,
    intervals,
    baselines,
    pit,
    structuralFits,
    events,
    apart,
  });
}
