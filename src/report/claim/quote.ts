import type { ClaimAssessment, ClaimFindings } from '../../core/claims/claim-assessment.ts';
import { ENGINE_VERSION } from '../../core/version.ts';
import { citationOf } from '../citation.ts';
import type { ReportLanguage } from '../language.ts';
import { sentencesIn } from './sentences-in.ts';

/** Findings with the two sentences that may be printed, and how to cite them. */
export function withQuote(findings: ClaimFindings, language: ReportLanguage): ClaimAssessment {
  const sentences = sentencesIn(language, { unicode: true });
  return {
    ...findings,
    quote: sentences.quote(findings),
    citation: citationOf({
      kind: 'claim check',
      title: findings.event.title,
      id: findings.id,
      version: ENGINE_VERSION,
      asOf: findings.event.asOf ?? undefined,
    }),
  };
}
