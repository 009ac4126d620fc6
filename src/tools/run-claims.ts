import { readPublishedClaims, type ClaimRow } from '../catalog/published-claims.ts';
import { zoneOffsetHours } from '../catalog/zone-offset.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { assessAgainst } from '../core/claims/assess-claim.ts';
import type { ClaimReading } from '../core/claims/claim.ts';
import type { ClaimFindings } from '../core/claims/claim-assessment.ts';
import { openEvent as openClaimEvent, type OpenEvent } from '../core/claims/open-event.ts';
import { readClaim } from '../core/claims/reading/read-claim.ts';
import { claimBackground } from '../services/claim-background.ts';
import { openEvent } from '../services/open-scenario.ts';

/** A published claim with what the checker says of it. */
export interface CheckedClaim {
  readonly row: ClaimRow;
  /** From the figures of the table: amounts in US dollars, unit and kind of loss as its readers understood them. */
  readonly byFigures: ClaimFindings;
  /** From the words of its page alone. */
  readonly byWords: ClaimFindings;
}

/** Checks every published claim that a bundled event is about. */
export async function runClaims(): Promise<readonly CheckedClaim[]> {
  const catalog = loadCatalog();
  const opened = new Map<string, OpenEvent>();
  const background = await claimBackground(null);
  const checked: CheckedClaim[] = [];
  for (const row of readPublishedClaims()) {
    if (row.event === null) continue;
    const event =
      opened.get(row.event) ??
      openClaimEvent((await openEvent(row.event)).scenario, catalog, zoneOffsetHours);
    opened.set(row.event, event);
    const known = { ...background, family: row.claim.family };
    const words = readClaim(row.phrase);
    checked.push({
      row,
      byFigures: assessAgainst(event, { reading: figuresOf(row, words) }, known),
      byWords: assessAgainst(event, { reading: words }, known),
    });
  }
  return checked;
}

/** The figures of the table in place of those read; its English text says more often whose loss it is than the phrase does. */
function figuresOf({ claim, phrase }: ClaimRow, words: ClaimReading): ClaimReading {
  const [first] = words.amounts;
  return {
    ...words,
    amounts: [
      {
        low: claim.lowUsd,
        high: claim.highUsd,
        currency: 'USD',
        unit: claim.unit,
        bound: words.amounts.length === 1 ? first!.bound : 'none',
        words: phrase,
      },
    ],
    alternatives: [],
    measure: claim.measure === null ? null : { id: claim.measure, words: '' },
    scope: words.scope ?? readClaim(claim.text, { language: 'en' }).scope,
  };
}
