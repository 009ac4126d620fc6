import {
  openEventTables,
  SUMMARY_SETS,
  type Summary,
  type SummaryLosses,
  type SummarySet,
} from '../core/insurance/book-years/event-table.ts';
import { meanNeutralGroundUp } from '../core/insurance/years/event-losses.ts';
import type { YearsModel } from '../core/insurance/years/open-years-model.ts';
import type { WorldYears } from '../core/insurance/years/run-world.ts';
import { eptCsv, eventsCsv, meltCsv, paltCsv, summaryInfoCsv } from '../report/book/ord/ord-tables.ts';
import { spltHeader, spltRows } from '../report/book/ord/period-losses.ts';

/** Names of Oasis: ground-up, gross ("insured loss"), and net of reinsurance. */
const [GROUND_UP, GROSS, NET] = ['gul', 'il', 'ri'] as const;

/** Writes the years of a book as files of the Open Results Data standard, world by world. */
export interface OrdFiles {
  /** @param net  [events] of the book, mean-neutral; null without treaties */
  readonly add: (result: WorldYears, net: Float64Array | null) => void;
  readonly finish: () => void;
}

/**
 * Summaries S1 are of the whole book, S2 by sector, S3 by provider. All losses are mean-neutral.
 *
 * @param append  takes text for the end of a file
 */
export function openOrdFiles(model: YearsModel, append: (file: string, text: string) => void): OrdFiles {
  const tables = openEventTables(model);
  const { yearStartMs, worlds, yearsPerWorld } = model.options;
  const calendar = { yearStartMs, years: worlds * yearsPerWorld };
  const periods = (name: string, result: WorldYears, byEvent: Float64Array): void => {
    const header = result.world === 0 ? spltHeader : '';
    append(`${name}_S1_splt.csv`, header + spltRows(result, byEvent, calendar));
  };
  const write = (name: string, set: SummarySet, losses: SummaryLosses, summaries: readonly Summary[]) => {
    const file = (table: string): string => `${name}_S${SUMMARY_SETS.indexOf(set) + 1}_${table}.csv`;
    append(file('summary-info'), summaryInfoCsv(set, summaries));
    append(file('melt'), meltCsv(losses.moments));
    append(file('palt'), paltCsv(losses.years));
    append(file('ept'), eptCsv(losses.years));
  };
  return {
    add: (result, net) => {
      tables.add(result, net);
      const { groundUp, extraExpense } = result;
      const neutral = meanNeutralGroundUp(groundUp.byEvent, extraExpense, model.structuralMean);
      periods(GROUND_UP, result, neutral);
      periods(GROSS, result, result.grossMeanNeutral.byEvent);
      if (net !== null) periods(NET, result, net);
    },
    finish: () => {
      const { events, sets, groundUp, gross, net } = tables.tables();
      append('events.csv', eventsCsv(events));
      for (const set of SUMMARY_SETS) {
        write(GROUND_UP, set, groundUp[set], sets[set]);
        write(GROSS, set, gross[set], sets[set]);
        if (net !== null) write(NET, set, net[set], sets[set]);
      }
    },
  };
}
