import type { Catalog } from '../../core/catalog.ts';
import { assessClaim } from '../../core/claims/assess-claim.ts';
import {
  claimLanguages,
  type ClaimAmount,
  type ClaimLanguage,
  type ClaimReading,
} from '../../core/claims/claim.ts';
import type { ClaimBackground } from '../../core/claims/claim-assessment.ts';
import { readClaim } from '../../core/claims/reading/read-claim.ts';
import type { Scenario } from '../../core/scenario.ts';
import { withQuote } from '../../report/claim/quote.ts';
import { claimBounds, claimUnits } from '../state/claim-choices.ts';
import { zoneOffsetHours } from '../../catalog/zone-offset.ts';
import { parseClaimRequest } from '../../schema/claim-request.ts';
import type { ClaimCorrection, Language } from '../state/page-state.ts';
import type { ClaimReply } from './messages.ts';

/**
 * Judges a claim as the command line does. What a reader corrected stands in place of what was read, as if the words
 * had said it.
 *
 * @throws ImpactError CLAIM_INVALID, SCENARIO_INVALID and those of an estimate
 */
export function assessInPage(
  claim: { readonly text: string; readonly correction: ClaimCorrection },
  scenario: Scenario,
  background: ClaimBackground,
  catalog: Catalog,
  language: Language,
): ClaimReply {
  const { text, correction } = claim;
  const { currency, measure, language: claimLanguage } = correction;
  const request = parseClaimRequest(
    Object.fromEntries(
      Object.entries({ text, currency, measure, claimLanguage }).filter(([, value]) => value !== undefined),
    ),
    'claim',
  );
  const read = readClaim(text, withLanguage(request.claimLanguage));
  const reading = corrected(read, correction);
  const findings = assessClaim(
    { reading, currency: request.currency, measure: request.measure },
    scenario,
    background,
    catalog,
    zoneOffsetHours,
  );
  return { assessment: withQuote(findings, language), read };
}

function withLanguage(language: ClaimLanguage | undefined): { readonly language?: ClaimLanguage } {
  return language === undefined ? {} : { language: claimLanguages.find((known) => known === language)! };
}

/** The amount that the reader stated replaces all that were read; there is then no other way to read it. */
function corrected(read: ClaimReading, correction: ClaimCorrection): ClaimReading {
  const { low, high, currency, unit, bound } = correction;
  if ([low, high, unit, bound].every((part) => part === undefined)) return read;
  const [first] = read.amounts;
  const from = low ?? high ?? first?.low;
  const to = high ?? low ?? first?.high;
  if (from === undefined || to === undefined) return read;
  const amount: ClaimAmount = {
    low: Math.min(from, to),
    high: Math.max(from, to),
    currency: currency ?? first?.currency ?? null,
    unit: claimUnits.find((known) => known === unit) ?? first?.unit ?? 'total',
    bound: claimBounds.find((known) => known === bound) ?? first?.bound ?? 'none',
    words: first?.words ?? read.text,
  };
  return { ...read, amounts: [amount], alternatives: [] };
}
