import type { Catalog } from '../../core/catalog.ts';
import { parseEventFile } from '../../schema/event-file.ts';
import { DEFAULT_EVENT } from '../state/choice.ts';
import { packBundle } from './catalog-bundle.ts';

/** The two texts that the worker imports. Runs at build, so that no reader waits for checks of our own files. */
export function makeBundles(
  catalog: Catalog,
  eventFiles: readonly unknown[],
): { readonly catalog: string; readonly events: string } {
  const scenarios = eventFiles.map((json) => parseEventFile(json).scenario);
  const first = scenarios.find(({ id }) => id === DEFAULT_EVENT);
  if (first === undefined) throw new Error(`no event file ${DEFAULT_EVENT}`);
  const events = scenarios.map(({ id = '', title, outage }) => ({
    id,
    title: title ?? id,
    kind: outage.kind,
  }));
  return { catalog: packBundle({ catalog, events, first }), events: packBundle(scenarios) };
}
