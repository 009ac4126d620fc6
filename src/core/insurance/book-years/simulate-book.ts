import type { Catalog, EventCatalogue, ZoneOffsetHours } from '../../catalog.ts';
import type { ParameterBook } from '../../impact/parameter-book.ts';
import { annualLoss } from '../curves/average-annual-loss.ts';
import type { YearLosses } from '../curves/year-losses.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';
import { openYearTables } from '../years/merge-worlds.ts';
import { openYearsModel } from '../years/open-years-model.ts';
import type { YearsOptions } from '../years/open-years-model.ts';
import { runWorld } from '../years/run-world.ts';
import type { BookYearsLosses, YearSummary } from './book-years-result.ts';
import { exceedanceRows } from './exceedance-rows.ts';
import { statedPremium } from './stated-premium.ts';

/** Weeks and clocks of the simulated years are those of this one. */
const YEAR_START_MS = Date.UTC(2026, 0, 1);

/**
 * Years of a catalogue's outages on a whole book, world by world. One thread; a world depends on seed and policies only.
 *
 * @param rows  of the file, at least one
 * @param onWorld  called with the number of worlds that are done
 * @throws ImpactError for a parameter that cannot be
 */
export function simulateBook(
  rows: readonly InsuredPolicy[],
  catalogue: EventCatalogue,
  simulation: Pick<YearsOptions, 'worlds' | 'yearsPerWorld' | 'seed'>,
  catalog: Catalog,
  book: ParameterBook,
  zoneOffset: ZoneOffsetHours,
  onWorld: (done: number) => void = () => undefined,
): BookYearsLosses {
  const options = { ...simulation, yearStartMs: YEAR_START_MS, disasters: [] };
  const model = openYearsModel(rows, catalogue, options, catalog, book, zoneOffset);
  const builder = openYearTables(options);
  for (let world = 0; world < options.worlds; world++) {
    builder.add(runWorld(model, world));
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
    groundUp: summaryOf(groundUp, groundUpNeutral, options.worlds),
    gross: summaryOf(gross, grossMeanNeutral.total, options.worlds),
    grossExceedance: exceedanceRows(grossMeanNeutral, complete ? usd : null),
  };
}

function summaryOf(asItIs: YearLosses, neutral: Float64Array, worlds: number): YearSummary {
  const loss = annualLoss(neutral, worlds);
  return {
    averageAnnualLossUsd: {
      factorMedianOne: annualLoss(asItIs.total, worlds).averageAnnualLoss,
      meanNeutral: loss.averageAnnualLoss,
    },
    standardDeviationUsd: loss.standardDeviation,
    standardErrorUsd: { process: loss.processStandardError, parameter: loss.parameterStandardError ?? 0 },
  };
}

/** From which length on every law of the catalogue holds all outages, hours. */
function shortestOutage({ id, durations }: EventCatalogue, number: (path: string) => number): number {
  const thresholds = durations
    .filter(({ kind }) => kind === 'generalised-pareto')
    .map((duration) => number(`catalogue.${id}.duration.${duration.id}.thresholdHours`));
  return Math.max(0, ...thresholds);
}
