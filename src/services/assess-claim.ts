import type { Catalog } from '../core/catalog.ts';
import { assessClaim as assess } from '../core/claims/assess-claim.ts';
import type { ClaimReading } from '../core/claims/claim.ts';
import type { ClaimAssessment } from '../core/claims/claim-assessment.ts';
import { readClaim } from '../core/claims/reading/read-claim.ts';
import { withQuote } from '../report/claim/quote.ts';
import type { ReportLanguage } from '../report/language.ts';
import type { ClaimRequest } from '../schema/claim-request.ts';
import { bundledCatalog } from './bundled-catalog.ts';
import { claimBackground } from './claim-background.ts';
import type { OpenedScenario } from './open-scenario.ts';

/**
 * A claim check from the outside: options of the command line, or the body of a request.
 *
 * @throws ImpactError for the first problem found
 */
export async function checkClaimRequest(json: unknown, label: string): Promise<ClaimRequest> {
  const { parseClaimRequest } = await import('../schema/claim-request.ts');
  return parseClaimRequest(json, label);
}

/**
 * Says whether a published figure can be, and what would have to be true.
 *
 * @param subject  the outage that it is about, with the family of past claims to show
 * @param request  a checked request; `checkClaimRequest` makes one from JSON
 * @param options.language  of the quote; English when absent
 * @throws ImpactError as `estimateImpact`; CLAIM_INVALID for a text that cannot be read; CURRENCY_UNKNOWN
 */
export async function assessClaim(
  request: ClaimRequest,
  subject: OpenedScenario,
  options: { readonly catalog?: Catalog | undefined; readonly language?: ReportLanguage | undefined } = {},
): Promise<ClaimAssessment> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  const catalog = options.catalog ?? (await bundledCatalog());
  const claim = { reading: readingOf(request), currency: request.currency, measure: request.measure };
  const background = await claimBackground(subject.family);
  const findings = assess(claim, subject.scenario, background, catalog, zoneOffsetHours);
  return withQuote(findings, options.language ?? 'en');
}

/** The words of a claim, or an amount that needs no reading. */
function readingOf({ text, amount, currency, claimLanguage }: ClaimRequest): ClaimReading {
  if (text !== undefined) return readClaim(text, { language: claimLanguage });
  const stated = `${currency ?? 'USD'} ${amount}`;
  return {
    text: stated,
    language: claimLanguage ?? null,
    amounts: [
      {
        low: amount!,
        high: amount!,
        currency: currency ?? 'USD',
        unit: 'total',
        bound: 'none',
        words: stated,
      },
    ],
    alternatives: [],
    measure: null,
    scope: null,
  };
}
