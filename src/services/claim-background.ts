import type { ClaimBackground, PastClaim, PublishedLoss } from '../core/claims/claim-assessment.ts';
import type { EventFile } from '../schema/event-file.ts';

/**
 * What has been claimed and published about bundled outages, for placing a claim among it.
 *
 * @param family  of the event that the claim is about; null when it is none of the bundled ones
 */
export async function claimBackground(family: string | null): Promise<ClaimBackground> {
  const { readPublishedClaims } = await import('../catalog/published-claims.ts');
  const pastClaims = inOrderOfTime(readPublishedClaims().map(({ claim }) => claim));
  return { family, pastClaims, figures: await publishedLosses() };
}

/** Oldest first; those of one date in the order of the table. */
export function inOrderOfTime(claims: readonly PastClaim[]): readonly PastClaim[] {
  return claims.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

async function publishedLosses(): Promise<readonly PublishedLoss[]> {
  const { listEventIds, readEventText } = await import('../catalog/event-files.ts');
  const { parseEventFile } = await import('../schema/event-file.ts');
  const { parseJsonText } = await import('../schema/json-text.ts');
  return listEventIds().flatMap((id) => {
    const { text, file } = readEventText(id);
    return lossesOf(id, parseEventFile(parseJsonText(text, file), file));
  });
}

/** The published figures of an event, each as one amount: the central one, or the geometric middle of its ends. */
export function lossesOf(id: string, { family, published, scenario }: EventFile): readonly PublishedLoss[] {
  const company = scenario.scope?.kind === 'company';
  return published.flatMap(({ measure, scope, lowUsd, centralUsd, highUsd }) => {
    const [low, high] = [lowUsd ?? highUsd, highUsd ?? lowUsd];
    const usd = centralUsd ?? (low === null || high === null ? 0 : Math.sqrt(low * high));
    if (usd === 0) return [];
    return [{ event: id, title: scenario.title ?? id, family, scope, company, measure, usd }];
  });
}
