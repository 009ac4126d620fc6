import type { EstimateResult } from '../core/result.ts';
import { contextOf, type ReportOptions } from './context.ts';
import { estimateDocument } from './estimate-document.ts';
import { renderText } from './render-text.ts';
import { answerSentence } from './sections/answer.ts';

/** An estimate as text for a terminal, 80 columns. */
export function estimateText(result: EstimateResult, options: ReportOptions): string {
  return renderText(estimateDocument(result, options));
}

/** The answer alone, in one line. */
export function estimateLine(result: EstimateResult, options: ReportOptions): string {
  return `${answerSentence(result, contextOf(options))}\n`;
}
