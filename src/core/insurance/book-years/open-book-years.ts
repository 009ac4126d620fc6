import type { Catalog, EventCatalogue, ZoneOffsetHours } from '../../catalog.ts';
import { invariant } from '../../errors/invariant.ts';
import type { ParameterBook } from '../../impact/parameter-book.ts';
import { disastersOf, openAccumulation } from '../accumulation/accumulation.ts';
import { nodesOf } from '../accumulation/nodes.ts';
import { insuredKey } from '../insured/insured-key.ts';
import type { Insured } from '../insured/insured.ts';
import { lossCause } from '../insured/loss-cause.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';
import type { TreatyTerms } from '../reinsurance/treaty.ts';
import { meanNeutralGroundUp } from '../years/event-losses.ts';
import { openYearTables } from '../years/year-tables.ts';
import { openYearsModel } from '../years/open-years-model.ts';
import type { YearsModel, YearsOptions } from '../years/open-years-model.ts';
import type { WorldYears } from '../years/run-world.ts';
import type { BookYearsLosses } from './book-years-result.ts';
import { exceedanceRows } from './exceedance-rows.ts';
import { openReinsuredYears } from './reinsured-years.ts';
import { statedPremium } from './stated-premium.ts';
import { yearSummary } from './year-summary.ts';

/** Weeks and clocks of the simulated years are those of this one. */
export const YEAR_START_MS = Date.UTC(2026, 0, 1);

/** Years of a catalogue's outages on a whole book. */
export interface BookYearsRun {
  /** What `runWorld` runs; a thread that opens the same book makes the same one. */
  readonly model: YearsModel;
  /** Takes the worlds in their order, whoever ran them. @returns [events] net loss, mean-neutral; null without treaties */
  readonly add: (result: WorldYears) => Float64Array | null;
  /** When all worlds are there. */
  readonly losses: () => BookYearsLosses;
}

/**
 * Opens a book for years, with the disasters of the places where it piles up.
 *
 * @param rows  of the file, at least one
 * @param treaties  of the whole book; none: net is the same as gross
 * @throws ImpactError for a parameter that cannot be
 */
export function openBookYears(
  rows: readonly InsuredPolicy[],
  catalogue: EventCatalogue,
  simulation: Pick<YearsOptions, 'worlds' | 'yearsPerWorld' | 'seed'>,
  catalog: Catalog,
  book: ParameterBook,
  zoneOffset: ZoneOffsetHours,
  treaties: readonly TreatyTerms[] = [],
): BookYearsRun {
  const kind = catalog.kinds.get('cloud');
  invariant(kind !== undefined, 'the models have no kind "cloud"');
  const nodes = nodesOf(rows, catalogue, lossCause(kind));
  const options = { ...simulation, yearStartMs: YEAR_START_MS, disasters: disastersOf(nodes) };
  const model = openYearsModel(rows, catalogue, options, catalog, book, zoneOffset);
  const tables = openYearTables(options);
  const piles = openAccumulation(nodes, model);
  const reinsured = openReinsuredYears(treaties, model.catalogue, options);
  return {
    model,
    add: (result) => {
      tables.add(result);
      piles.add(result);
      return reinsured.add(result);
    },
    losses: () => {
      const { groundUp, extraExpense, gross, grossMeanNeutral } = tables.tables();
      const { usd, policies, complete } = statedPremium(rows);
      const groundUpNeutral = meanNeutralGroundUp(groundUp.total, extraExpense, model.structuralMean);
      const shortestOutageHours = shortestOutage(catalogue, book.number);
      return {
        policyCount: rows.length,
        providerUnknown: rows.filter(({ insured }) => insured.dependsOn === null).length,
        waitTooShort: {
          // What is paid without the waiting period has none.
          policies: rows.filter(
            ({ terms }, row) =>
              terms.waiting.hours < shortestOutageHours || model.policies[row]!.terms.grossNotTriggered > 0,
          ).length,
          shortestOutageHours,
        },
        unlikeFirstRow: unlikeFirstRow(rows),
        extraExpensePolicies: rows.filter(({ insured }) => insured.extraExpenseUsd > 0).length,
        premium: { usd, policies },
        groundUp: yearSummary(groundUp.total, groundUpNeutral, options.worlds),
        gross: yearSummary(gross.total, grossMeanNeutral.total, options.worlds),
        grossExceedance: exceedanceRows(grossMeanNeutral, complete ? usd : null, options.seed, 'gross'),
        accumulation: piles.accumulation(),
        ...reinsured.summary(),
      };
    },
  };
}

/** Rows that differ from the first of their insured. */
function unlikeFirstRow(rows: readonly InsuredPolicy[]): number {
  const firstOf = new Map<string, Insured>();
  return rows.filter(({ key, insured }) => {
    const name = insuredKey(key);
    const first = firstOf.get(name);
    if (first === undefined) firstOf.set(name, insured);
    return first !== undefined && JSON.stringify(first) !== JSON.stringify(insured);
  }).length;
}

/** From which length on every law of the catalogue holds all outages, hours. */
function shortestOutage({ id, durations }: EventCatalogue, number: (path: string) => number): number {
  const thresholds = durations
    .filter(({ kind }) => kind === 'generalised-pareto')
    .map((duration) => number(`catalogue.${id}.duration.${duration.id}.thresholdHours`));
  return Math.max(0, ...thresholds);
}
