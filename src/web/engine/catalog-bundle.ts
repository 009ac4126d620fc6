import type { Catalog } from '../../core/catalog.ts';

/** What the page brings along: the catalog and the event files, as one JSON text made at build. */
export interface CatalogBundle {
  readonly catalog: Catalog;
  /** Outside JSON of `data/events`, in the order of their ids. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** A map in JSON: a list of pairs under a key that no model or table uses. */
const MAP = '$map';

/** JSON has no maps: each becomes a list of its pairs. */
export function packBundle(bundle: CatalogBundle): string {
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
