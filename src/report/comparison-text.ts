import type { ComparisonResult } from '../core/result.ts';
import { areTwoKinds, comparisonDocument, ratioSentence, TWO_KINDS } from './comparison-document.ts';
import type { ReportOptions } from './context.ts';
import { renderText } from './render-text.ts';

/** Two estimates side by side, as text for a terminal. */
export function comparisonText(comparison: ComparisonResult, options: ReportOptions): string {
  return renderText(comparisonDocument(comparison, options));
}

/** The ratio alone, in one line. */
export function comparisonLine(comparison: ComparisonResult): string {
  return `${ratioSentence(comparison)}${areTwoKinds(comparison) ? ` ${TWO_KINDS}` : ''}\n`;
}
