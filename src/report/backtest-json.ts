import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { jsonText } from './json-text.ts';

const order: readonly (keyof BacktestResult)[] = [
  'schema',
  'versions',
  'eventsHash',
  'seed',
  'draws',
  'scored',
  'families',
  'inside50',
  'inside80',
  'inside90',
  'coverage',
  'medianAbsLog10Error',
  'meanAbsLog10Error',
  'bias',
  'crps',
  'intervalScore90',
  'meanWidth90',
  'pitVarianceTimes12',
  'outOfScope',
  'byExposure',
  'intervals',
  'baselines',
  'pit',
  'structuralFits',
  'events',
  'apart',
];

/** A back-test as JSON: what it is, its scores, then the events, whoever built the object. */
export function backtestJson(result: BacktestResult): string {
  return jsonText(Object.fromEntries(order.map((key) => [key, result[key]])));
}
