import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { jsonText } from '../json-text.ts';

/** A claim check as JSON, `lossrange/claim@1`. */
export function claimJson(claim: ClaimAssessment): string {
  return jsonText(claim);
}
