import type { Choice } from '../state/choice.ts';

/** Name that the page gives to a saved scenario. */
export const SCENARIO_FILE = 'scenario.json';

/**
 * The command that gives the same result; null when the changes need a file, since the command line moves no event to
 * another region or start.
 */
export function commandOf(choice: Choice): string | null {
  const { event, kind, provider, region, start, hours, firms, reports, asOf, countries, draws, seed } =
    choice;
  const named = event !== undefined;
  if (named && (region !== undefined || start !== undefined)) return null;
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ['--kind', named || provider !== undefined ? undefined : kind],
    ['--provider', named ? undefined : provider],
    ['--region', named ? undefined : region],
    ['--start', named ? undefined : start],
    ['--hours', hours],
    ['--firms', firms],
    ['--reports', reports],
    ['--country', named ? undefined : countries?.join(',')],
    ['--as-of', asOf],
    ...Object.entries(choice.assumptions).map(
      ([path, value]) => ['--set', `${path}=${JSON.stringify(value)}`] as const,
    ),
    ['--draws', draws],
    ['--seed', seed],
  ];
  const given = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${quoted(String(value))}`],
  );
  return ['lossrange estimate', ...(named ? [event] : []), ...given].join(' ');
}

/** The command for a scenario that was saved. */
export const fileCommand = `lossrange estimate ./${SCENARIO_FILE}`;

/** The call of the API for a scenario that was saved. */
export function curlOf(origin: string): string {
  return `curl -s ${origin}/v1/estimates -H 'content-type: application/json' -d @${SCENARIO_FILE}`;
}

/** In single quotes where a shell would read signs in it. */
export function quoted(text: string): string {
  return /^[\w.,:=/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
