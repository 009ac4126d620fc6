import type { ComparisonResult } from '../core/result.ts';
import { comparisonDocument } from './comparison-document.ts';
import type { ReportOptions } from './context.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Two estimates side by side, in Markdown. */
export function comparisonMarkdown(comparison: ComparisonResult, options: ReportOptions): string {
  return renderMarkdown(comparisonDocument(comparison, options));
}
