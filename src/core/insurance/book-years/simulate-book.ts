import type { Catalog, EventCatalogue, ZoneOffsetHours } from '../../catalog.ts';
import type { ParameterBook } from '../../impact/parameter-book.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';
import type { TreatyTerms } from '../reinsurance/treaty.ts';
import { openYearTables } from '../years/merge-worlds.ts';
import { openYearsModel } from '../years/open-years-model.ts';
import type { YearsOptions } from '../years/open-years-model.ts';
import { runWorld } from '../years/run-world.ts';
import type { BookYearsLosses } from './book-years-result.ts';
import { exceedanceRows } from './exceedance-rows.ts';
import { openReinsuredYears } from './reinsured-years.ts';
import { statedPremium } from './stated-premium.ts';
import { yearSummary } from './year-summary.ts';

/** Weeks and clocks of the simulated years are those of this one. */
const YEAR_START_MS = Date.UTC(2026, 0, 1);

/**
 * Years of a catalogue's outages on a whole book, world by world. One thread; a world depends on seed and policies only.
 *
 * @param rows  of the file, at least one
 * @param onWorld  called with the number of worlds that are done
 * @param treaties  of the whole book; none: net is the same as gross
 * @throws ImpactError for a parameter that cannot be
 */
export function simulateBook(
  rows: readonly InsuredPolicy[],
  catalogue: EventCatalogue,
  simulation: Omit<YearsOptions, 'yearStartMs'>,
  catalog: Catalog,
  book: ParameterBook,
  zoneOffset: ZoneOffsetHours,
  onWorld: (done: number) => void = () => undefined,
  treaties: readonly TreatyTerms[] = [],
): BookYearsLosses {
  const options = { ...simulation, yearStartMs: YEAR_START_MS };
  const model = openYearsModel(rows, catalogue, options, catalog, book, zoneOffset);
  const builder = openYearTables(options);
  const reinsured = openReinsuredYears(treaties, model.catalogue, options);
  for (let world = 0; world < options.worlds; world++) {
    const result = runWorld(model, world);
    builder.add(result);
    reinsured.add(result);
    onWorld(world + 1);
  }
  const { groundUp, gross, grossMeanNeutral } = builder.tables();
  const { usd, policies, complete } = statedPremium(rows);
  // Before terms a loss is proportional to the factor.
  const groundUpNeutral = groundUp.total.map((loss) => loss / model.structuralMean);
  const shortestOutageHours = shortestOutage(catalogue, book.number);
  return {
    policyCount: rows.length,
    providerUnknown: rows.filter(({ insured }) => insured.dependsOn === null).length,
    waitTooShort: {
      policies: rows.filter(({ terms }) => terms.waiting.hours < shortestOutageHours).length,
      shortestOutageHours,
    },
    premium: { usd, policies },
    groundUp: yearSummary(groundUp.total, groundUpNeutral, options.worlds),
    gross: yearSummary(gross.total, grossMeanNeutral.total, options.worlds),
    grossExceedance: exceedanceRows(grossMeanNeutral, complete ? usd : null),
    ...reinsured.summary(),
  };
}

/** From which length on every law of the catalogue holds all outages, hours. */
function shortestOutage({ id, durations }: EventCatalogue, number: (path: string) => number): number {
  const thresholds = durations
    .filter(({ kind }) => kind === 'generalised-pareto')
    .map((duration) => number(`catalogue.${id}.duration.${duration.id}.thresholdHours`));
  return Math.max(0, ...thresholds);
}
