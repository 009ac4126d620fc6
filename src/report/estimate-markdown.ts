import type { EstimateResult } from '../core/result.ts';
import type { ReportOptions } from './context.ts';
import { estimateDocument } from './estimate-document.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The same report as the text, in Markdown tables. */
export function estimateMarkdown(result: EstimateResult, options: ReportOptions): string {
  return renderMarkdown(estimateDocument(result, options));
}
