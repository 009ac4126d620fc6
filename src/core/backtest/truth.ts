import type { MeasureId } from '../result.ts';
import type { BacktestInput, PublishedLoss } from './backtest-input.ts';
import type { Truth } from './backtest-result.ts';

/**
 * Measures that are scored. What insurers paid is not: it rests on one judged share of a loss. People's own time is
 * published by nobody.
 */
const scoredMeasures: ReadonlySet<MeasureId> = new Set([
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
]);

/**
 * The published figure that an estimate of this event can be held against, or why there is none, in words that follow
 * a colon. Compared are only equal measures and equal scopes: `company` with a company's view, else word for word.
 */
export function truthOf({ published, scenario }: BacktestInput): Truth | { readonly why: string } {
  const figure = published[0];
  if (figure === undefined) return { why: 'nothing is published in a measure of this tool' };
  const { measure, scope, lowUsd, highUsd, estimator } = figure;
  if (measure === 'insured-industry') return { why: 'the figure is what insurers pay, not what was lost' };
  if (!scoredMeasures.has(measure))
    return { why: `the figure is of a measure that is not scored, ${measure}` };
  const asked = scenario.scope?.kind === 'company' ? 'company' : (scenario.scope?.label ?? 'world');
  if (scope !== asked) return { why: `the figure is for ${scope}, the event for ${asked}` };
  const centralUsd = centralOf(figure);
  if (centralUsd === null) {
    return {
      why: `the figure is one-sided: only ${lowUsd === null ? 'an upper' : 'a lower'} end is published`,
    };
  }
  if (centralUsd <= 0) return { why: 'a published loss of 0 has no place on a scale of powers of ten' };
  return { measure, scope, lowUsd, centralUsd, highUsd, estimator };
}

/** Central figure as published, else sqrt(low x high), the middle on a log scale; null when one side is missing. */
function centralOf({ lowUsd, centralUsd, highUsd }: PublishedLoss): number | null {
  if (centralUsd !== null) return centralUsd;
  return lowUsd === null || highUsd === null ? null : Math.sqrt(lowUsd * highUsd);
}
