import type { Scenario } from '../core/scenario.ts';

export { readOverride } from './read-override.ts';
export { scenarioOfFacts, type FewFacts } from './scenario-of-facts.ts';

/** Reads a text file; the caller owns the file system, so that the library needs none. */
export type ReadText = (path: string) => string;

/**
 * The scenario behind an event id or the path of a file. Ids win: a path has a slash, a backslash or ends in `.json`.
 *
 * @throws ImpactError EVENT_UNKNOWN, FILE_UNREADABLE, SCENARIO_INVALID and the other errors of a scenario
 */
export async function openScenario(name: string, readText: ReadText): Promise<Scenario> {
  const { parseJsonText } = await import('../schema/json-text.ts');
  const { parseEventFile } = await import('../schema/event-file.ts');
  if (!isPath(name)) {
    const { readEventText } = await import('../catalog/event-files.ts');
    const { text, file } = readEventText(name);
    return parseEventFile(parseJsonText(text, file), file).scenario;
  }
  const json = parseJsonText(readText(name), name);
  if (isEventFile(json)) return parseEventFile(json, name).scenario;
  const { parseScenario } = await import('../schema/scenario.ts');
  return parseScenario(json, name);
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
