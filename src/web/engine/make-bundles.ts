import type { Catalog } from '../../core/catalog.ts';
import type { PastClaim } from '../../core/claims/claim-assessment.ts';
import { parseEventFile } from '../../schema/event-file.ts';
import { DEFAULT_EVENT } from '../state/choice.ts';
import { inOrderOfTime, lossesOf } from '../../services/claim-background.ts';
import { packBundle, type ClaimsBundle } from './catalog-bundle.ts';

/** The three texts that the worker imports. Runs at build, so that no reader waits for checks of our own files. */
export function makeBundles(
  catalog: Catalog,
  eventFiles: readonly unknown[],
  pastClaims: readonly PastClaim[],
): { readonly catalog: string; readonly events: string; readonly claims: string } {
  const files = eventFiles.map((json) => parseEventFile(json));
  const scenarios = files.map(({ scenario }) => scenario);
  const first = scenarios.find(({ id }) => id === DEFAULT_EVENT);
  if (first === undefined) throw new Error(`no event file ${DEFAULT_EVENT}`);
  const events = scenarios.map(({ id = '', title, outage }) => ({
    id,
    title: title ?? id,
    kind: outage.kind,
    strikesBooks: outage.provider !== undefined,
  }));
  const claims: ClaimsBundle = {
    families: Object.fromEntries(files.map(({ scenario, family }) => [scenario.id ?? '', family])),
    pastClaims: inOrderOfTime(pastClaims),
    figures: files.flatMap((file) => lossesOf(file.scenario.id ?? '', file)),
  };
  return {
    catalog: packBundle({ catalog, events, first }),
    events: packBundle(scenarios),
    claims: packBundle(claims),
  };
}
