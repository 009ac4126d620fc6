import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { backtestDocument } from './backtest-document.ts';
import type { ReportOptions } from './context.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A back-test as Markdown: the same parts as the text. */
export function backtestMarkdown(result: BacktestResult, options: ReportOptions): string {
  return renderMarkdown(backtestDocument(result, options));
}
