import type { Catalog } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import type { Quantity } from '../core/distribution/quantity.ts';
import type { Scenario } from '../core/scenario.ts';
import type { EventFile } from '../schema/event-file.ts';
import { dayInWords } from './day-in-words.ts';

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

/** Facts of an outage that is told in a few words, without a file. */
export interface FewFacts {
  readonly kind: string;
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
  readonly start?: string | undefined;
  readonly hours?: number | undefined;
  readonly firms?: number | undefined;
  readonly reports?: number | undefined;
  readonly devices?: number | undefined;
  /** ISO 3166-1 alpha-2 codes. With a provider: whose loss is asked for; without: countries that were cut off. */
  readonly countries?: readonly string[] | undefined;
}

/**
 * A scenario from a few facts; what is missing is left to the priors of its kind.
 *
 * @param catalog  for the names in the title; ids and codes stand there without it
 */
export function scenarioOfFacts(facts: FewFacts, catalog?: Catalog): Record<string, unknown> {
  const { kind, provider, region, start, hours, firms, reports, devices, countries = [] } = facts;
  const scoped = provider !== undefined && countries.length > 0;
  return withoutUndefined({
    title: titleOfFacts(facts, catalog),
    outage: withoutUndefined({ kind, provider, region, start, durationHours: hours }),
    affected: withoutUndefined({
      businesses: firms === undefined ? undefined : [{ count: firms, counted: 'named' }],
      userReports: reports === undefined ? undefined : [{ count: reports }],
      coverage:
        scoped || countries.length === 0 ? undefined : countries.map((country) => ({ country, share: 1 })),
      devices,
    }),
    scope: scoped ? countries.join(',') : undefined,
  });
}

/** A title with more names than this is no title. */
const MOST_NAMED = 4;

function titleOfFacts({ kind, provider, region, countries, start }: FewFacts, catalog?: Catalog): string {
  const exposure = [...(catalog?.providers.values() ?? [])].find(
    (row) => row.provider === provider && row.region === (region ?? 'all'),
  );
  const nameOf = (code: string): string => catalog?.countries.find(({ iso2 }) => iso2 === code)?.name ?? code;
  const place =
    countries === undefined || countries.length > MOST_NAMED
      ? `${countries?.length ?? 0} countries`
      : countries.map(nameOf).join(', ');
  const what = exposure?.title ?? [provider, region].filter((part) => part !== undefined).join(' ');
  const failed = catalog?.kinds.get(kind)?.title ?? `${kind} outage`;
  const where = what !== '' ? what : `${failed}${countries === undefined ? '' : `, ${place}`}`;
  return start === undefined ? where : `${where}, ${dayInWords(start)}`;
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

/**
 * An override as typed: `recapture.retail-trade=0.7` or `...={"pert":[0.5,0.7,0.9]}`. The quantity is checked with the
 * scenario that it goes into.
 *
 * @throws ImpactError USAGE when it is not of that form
 */
export function readOverride(text: string): { readonly path: string; readonly value: Quantity } {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const value = equals > 0 ? parsedValue(text.slice(equals + 1)) : undefined;
  if (path === '' || value === undefined) {
    throw new ImpactError('USAGE', {
      path: '--set',
      message: `cannot read "${text.slice(0, 80)}"`,
      hint: `write path=value, for example recapture.retail-trade=0.7 or 'recapture.retail-trade={"pert":[0.5,0.7,0.9]}'`,
    });
  }
  return { path, value };
}

function parsedValue(text: string): Quantity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isQuantity = typeof value === 'number' || (typeof value === 'object' && value !== null);
    return isQuantity ? (value as Quantity) : undefined;
  } catch {
    return undefined;
  }
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
