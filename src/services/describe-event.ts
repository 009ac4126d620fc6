import type { EventFile, PublishedFigure } from '../schema/event-file.ts';

/** A bundled past outage in one line. */
export interface EventLine {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly scope: string;
  readonly published: number;
}

/** A bundled past outage: a scenario to estimate or change, and apart from it what was published. */
export interface EventDescription {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly exposure: string;
  readonly scope: string;
  readonly note?: string | undefined;
  /** As in a scenario file. */
  readonly scenario: Readonly<Record<string, unknown>>;
  readonly published: readonly PublishedFigure[];
}

/** The bundled past outages with what tells them apart, by id. */
export async function listEventLines(): Promise<readonly EventLine[]> {
  const { listEventIds } = await import('../catalog/event-files.ts');
  return Promise.all(
    listEventIds().map(async (id) => {
      const { family, scopeLabel, published, scenario } = await readEventFile(id);
      return { id, title: scenario.title ?? id, family, scope: scopeLabel, published: published.length };
    }),
  );
}

/**
 * One bundled past outage.
 *
 * @throws ImpactError EVENT_UNKNOWN with near names
 */
export async function describeEvent(id: string): Promise<EventDescription> {
  const { toScenarioJson } = await import('../schema/scenario-json.ts');
  const { family, exposure, scopeLabel, note, published, scenario } = await readEventFile(id);
  return {
    id,
    title: scenario.title ?? id,
    family,
    exposure,
    scope: scopeLabel,
    ...(note === undefined ? {} : { note }),
    scenario: toScenarioJson(scenario) as Record<string, unknown>,
    published,
  };
}

async function readEventFile(id: string): Promise<EventFile> {
  const [{ readEventText }, { parseEventFile }, { parseJsonText }] = await Promise.all([
    import('../catalog/event-files.ts'),
    import('../schema/event-file.ts'),
    import('../schema/json-text.ts'),
  ]);
  const { text, file } = readEventText(id);
  return parseEventFile(parseJsonText(text, file), file);
}
