import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { backtestDocument, backtestSentence } from './backtest-document.ts';
import type { ReportOptions } from './context.ts';
import { renderText } from './render-text.ts';

/** A back-test as text for a terminal. */
export function backtestText(result: BacktestResult, options: ReportOptions): string {
  return renderText(backtestDocument(result, options));
}

/** The answer in one line, for `--quiet`. */
export function backtestLine(result: BacktestResult): string {
  return `${backtestSentence(result)}\n`;
}
