import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { renderText } from '../render-text.ts';
import { claimDocument, type ClaimReportOptions } from './claim-document.ts';
import { sentencesIn } from './sentences-in.ts';

/** A claim check as text for a terminal. */
export function claimText(claim: ClaimAssessment, options: ClaimReportOptions): string {
  return renderText(claimDocument(claim, options));
}

/** The verdict in one line, for `--quiet`. */
export function claimLine(claim: ClaimAssessment, options: ClaimReportOptions): string {
  return `${sentencesIn(options.language, options).headline(claim)}\n`;
}
