import type { Catalog, Parameter } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import type { Quantity } from '../core/distribution/quantity.ts';

export { factsToAsk } from './facts-to-ask.ts';

export interface EventSummary {
  readonly id: string;
  readonly title: string;
}

/** The bundled past outages, by id. */
export async function listEvents(): Promise<readonly EventSummary[]> {
  const { listEventIds } = await import('../catalog/event-files.ts');
  const { openScenario } = await import('./open-scenario.ts');
  return Promise.all(
    listEventIds().map(async (id) => {
      const scenario = await openScenario(id, () => '');
      return { id, title: scenario.title ?? id };
    }),
  );
}

/** At most this many events are named to somebody who named none. */
const MOST_NAMED = 3;
/** Shorter words stand in too many titles. */
const SHORTEST_WORD = 3;

/** Ids of the bundled events whose names share most words with a text, best first; [] when none shares any. */
export async function eventsNamedIn(text: string): Promise<readonly string[]> {
  const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = new Set(
    wordsOf(text).filter(
      (word) => word.length >= SHORTEST_WORD && !/^\d|^(?:the|and|of|outage|update)$/.test(word),
    ),
  );
  const scored = (await listEvents()).map(({ id, title }) => {
    const shared = new Set(wordsOf(`${id} ${title}`).filter((word) => wanted.has(word)));
    return { id, score: shared.size };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NAMED)
    .map(({ id }) => id);
}

/** True when a bundled event has this id. */
export async function isEvent(id: string): Promise<boolean> {
  const { listEventIds } = await import('../catalog/event-files.ts');
  return listEventIds().includes(id);
}

export interface SectorSummary {
  readonly id: string;
  readonly naics: string;
  readonly dependence: Quantity;
  readonly recapture: Quantity;
  readonly finer: readonly string[];
}

/** The sectors with the two shares that decide most of their loss. */
export function listSectors(catalog: Catalog): readonly SectorSummary[] {
  const value = (path: string): Quantity => catalog.parameters.get(path)?.value ?? 0;
  return catalog.sectors.map((sector) => ({
    id: sector.id,
    naics: sector.naics,
    dependence: value(`dependence.${sector.id}`),
    recapture: value(`recapture.${sector.id}`),
    finer: sector.finer.map((industry) => industry.id),
  }));
}

/** What a name in `explain` stands for. */
export type Described =
  | { readonly what: 'parameter'; readonly parameter: Parameter }
  | { readonly what: 'term'; readonly term: string; readonly definition: string };

/**
 * A model parameter by its path, or a word of the glossary.
 *
 * @throws ImpactError TERM_UNKNOWN with the nearest name
 */
export async function describe(name: string, catalog: Catalog): Promise<Described> {
  const parameter = catalog.parameters.get(name);
  if (parameter !== undefined) return { what: 'parameter', parameter };
  const terms = await glossary();
  const wanted = name.toLowerCase();
  const found = [...terms].find(([term]) => term.toLowerCase() === wanted);
  if (found !== undefined) return { what: 'term', term: found[0], definition: found[1] };
  const { listEventIds } = await import('../catalog/event-files.ts');
  const near = nearestName(name.slice(0, 64), [
    ...terms.keys(),
    ...catalog.parameters.keys(),
    ...listEventIds(),
  ]);
  throw new ImpactError('TERM_UNKNOWN', {
    path: name.slice(0, 64),
    message: 'no event, model parameter or term has this name',
    hint:
      near === null
        ? 'the words are in models/README.md, the parameters in `lossrange explain <event>`'
        : `did you mean "${near}"?`,
  });
}

/** Words and their definitions: the lines `- **word**: definition.` of models/README.md. */
async function glossary(): Promise<ReadonlyMap<string, string>> {
  const { readSourceFile } = await import('../catalog/source-file.ts');
  const { packageRoot } = await import('../catalog/package-root.ts');
  const { text } = readSourceFile(packageRoot, 'models/README.md', 'MODEL_INVALID');
  const lines = text.matchAll(/^- \*\*([^*]+)\*\*: (.+)$/gm);
  return new Map([...lines].map(([, term = '', definition = '']) => [term, definition]));
}
