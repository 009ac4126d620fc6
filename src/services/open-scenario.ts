import type { Scenario } from '../core/scenario.ts';
import type { EventFile } from '../schema/event-file.ts';

export { readOverride } from './read-override.ts';
export { scenarioOfFacts, type FewFacts } from './scenario-of-facts.ts';

/** Reads a text file; the caller owns the file system, so that the library needs none. */
export type ReadText = (path: string) => string;

/** A scenario with the family of the event it came from; null for one that is no event. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly family: string | null;
}

/**
 * The scenario behind an event id or the path of a file. Ids win: a path has a slash, a backslash or ends in `.json`.
 *
 * @throws ImpactError EVENT_UNKNOWN, FILE_UNREADABLE, SCENARIO_INVALID and the other errors of a scenario
 */
export async function openScenario(name: string, readText: ReadText): Promise<Scenario> {
  return (await openWithFamily(name, readText)).scenario;
}

/** As `openScenario`, with the family of an event. */
export async function openWithFamily(name: string, readText: ReadText): Promise<OpenedScenario> {
  if (!isPath(name)) return openEvent(name);
  const { parseJsonText } = await import('../schema/json-text.ts');
  const { parseEventFile } = await import('../schema/event-file.ts');
  const json = parseJsonText(readText(name), name);
  if (isEventFile(json)) return parseEventFile(json, name);
  const { parseScenario } = await import('../schema/scenario.ts');
  return { scenario: parseScenario(json, name), family: null };
}

/**
 * A bundled past outage.
 *
 * @throws ImpactError EVENT_UNKNOWN with near names
 */
export async function openEvent(id: string): Promise<EventFile> {
  const { parseJsonText } = await import('../schema/json-text.ts');
  const { parseEventFile } = await import('../schema/event-file.ts');
  const { readEventText } = await import('../catalog/event-files.ts');
  const { text, file } = readEventText(id);
  return parseEventFile(parseJsonText(text, file), file);
}

export function isPath(name: string): boolean {
  return /[/\\]/.test(name) || name.endsWith('.json');
}

/** Event files hold keys that a scenario must not have. */
function isEventFile(json: Record<string, unknown>): boolean {
  return Object.hasOwn(json, 'published') || Object.hasOwn(json, 'family');
}

/** A scenario checked once more, after options of the command line have changed it. */
export async function checkScenario(json: unknown, label: string): Promise<Scenario> {
  const { parseScenario } = await import('../schema/scenario.ts');
  return parseScenario(json, label);
}

/** A scenario as the JSON of a file. */
export async function scenarioJson(scenario: Scenario): Promise<unknown> {
  const { toScenarioJson } = await import('../schema/scenario-json.ts');
  return toScenarioJson(scenario);
}
