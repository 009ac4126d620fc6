import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { claimDocument, type ClaimReportOptions } from './claim-document.ts';

/** A claim check as Markdown. */
export function claimMarkdown(claim: ClaimAssessment, options: ClaimReportOptions): string {
  return renderMarkdown(claimDocument(claim, options));
}
