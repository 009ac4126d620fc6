import type { Catalog } from '../../core/catalog.ts';
import type { ClaimBackground } from '../../core/claims/claim-assessment.ts';
import type { Scenario } from '../../core/scenario.ts';

/** What the page needs for its first answer, as one JSON text made at build. */
export interface CatalogBundle {
  readonly catalog: Catalog;
  readonly events: readonly EventName[];
  /** The event that the page opens with. */
  readonly first: Scenario;
}

/** An event in the list; its facts come later. */
export interface EventName {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly strikesBooks: boolean;
}

/** The facts of every event, checked at build; loaded once the first answer stands. */
export type EventsBundle = readonly Scenario[];

/** What was claimed and published about past outages; loaded with the first claim. */
export interface ClaimsBundle extends Pick<ClaimBackground, 'pastClaims' | 'figures'> {
  /** Family of each bundled event. */
  readonly families: Readonly<Record<string, string>>;
}

/** A map in JSON: a list of pairs under a key that no model or table uses. */
const MAP = '$map';

/** JSON has no maps: each becomes a list of its pairs. */
export function packBundle(bundle: CatalogBundle | EventsBundle | ClaimsBundle): string {
  return JSON.stringify(bundle, (_key, value: unknown) =>
    value instanceof Map ? { [MAP]: [...(value as ReadonlyMap<unknown, unknown>)] } : value,
  );
}

/** The bundle with its maps back. */
export function reviveBundle(text: string): CatalogBundle {
  return JSON.parse(text, (_key, value: unknown) => {
    const isMap = typeof value === 'object' && value !== null && MAP in value;
    return isMap ? new Map(value[MAP] as [unknown, unknown][]) : value;
  }) as CatalogBundle;
}

/** Scenarios hold no maps. */
export function reviveEvents(text: string): ReadonlyMap<string, Scenario> {
  const scenarios = JSON.parse(text) as EventsBundle;
  return new Map(scenarios.map((scenario) => [scenario.id ?? '', scenario]));
}
