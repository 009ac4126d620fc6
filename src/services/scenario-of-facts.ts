import type { Catalog } from '../core/catalog.ts';
import { dayInWords } from './day-in-words.ts';

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

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
