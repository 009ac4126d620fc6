import type { BacktestEvent } from '../../src/core/backtest/backtest-result.ts';

/** A scored event in the middle of its range; invented figures. */
export function scoredEvent(changes: Partial<BacktestEvent> = {}): BacktestEvent {
  return {
    id: 'event',
    title: 'An outage',
    family: 'family',
    exposure: 'company-it',
    measure: 'cost',
    scope: 'company',
    fit: true,
    p5: 1e6,
    p10: 2e6,
    p25: 5e6,
    p50: 1e7,
    p75: 2e7,
    p90: 5e7,
    p95: 1e8,
    published: { low: null, central: 1e7, high: null },
    log10Error: 0,
    pit: 0.5,
    crps: 0.2,
    intervalScore90: 2,
    width90: 2,
    inside50: true,
    inside80: true,
    inside90: true,
    structuralError: 0.5,
    baselineUsd: 1e8,
    ...changes,
  };
}
