import { openEventTables, SUMMARY_SETS } from '../core/insurance/book-years/event-table.ts';
import type { YearsModel } from '../core/insurance/years/open-years-model.ts';
import type { WorldYears } from '../core/insurance/years/run-world.ts';
import { eptCsv, eventsCsv, meltCsv, paltCsv, summaryInfoCsv } from '../report/book/ord/ord-tables.ts';
import { spltHeader, spltRows } from '../report/book/ord/period-losses.ts';

/** Names of Oasis: ground-up, and gross ("insured loss"). */
const PERSPECTIVES = { groundUp: 'gul', gross: 'il' } as const;

/** Writes the years of a book as files of the Open Results Data standard, world by world. */
export interface OrdFiles {
  readonly add: (result: WorldYears) => void;
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
  for (const name of Object.values(PERSPECTIVES)) append(`${name}_S1_splt.csv`, spltHeader);
  return {
    add: (result) => {
      tables.add(result);
      const neutral = result.groundUp.byEvent.map((loss) => loss / model.structuralMean);
      append('gul_S1_splt.csv', spltRows(result, neutral, calendar));
      append('il_S1_splt.csv', spltRows(result, result.grossMeanNeutral.byEvent, calendar));
    },
    finish: () => {
      const { events, sets, ...perspectives } = tables.tables();
      append('events.csv', eventsCsv(events));
      for (const [perspective, name] of Object.entries(PERSPECTIVES)) {
        SUMMARY_SETS.forEach((set, s) => {
          const { moments, years } = perspectives[perspective as keyof typeof PERSPECTIVES][set];
          const file = (table: string): string => `${name}_S${s + 1}_${table}.csv`;
          append(file('summary-info'), summaryInfoCsv(set, sets[set]));
          append(file('melt'), meltCsv(moments));
          append(file('palt'), paltCsv(years));
          append(file('ept'), eptCsv(years));
        });
      }
    },
  };
}
