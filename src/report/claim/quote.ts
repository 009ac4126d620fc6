import type { ClaimAssessment, ClaimFindings } from '../../core/claims/claim-assessment.ts';
import { citationOf } from '../citation.ts';
import type { ReportLanguage } from '../language.ts';
import { sentencesIn } from './sentences-in.ts';

/** Findings with the two sentences that may be printed, and how to cite them. */
export function withQuote(findings: ClaimFindings, language: ReportLanguage): ClaimAssessment {
  const sentences = sentencesIn(language, { unicode: true });
  return {
    ...findings,
    quote: sentences.quote(findings),
    citation: citationOf('claim check', findings.event.title, findings.id),
  };
}
