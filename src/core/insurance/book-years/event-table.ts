import { yearLosses } from '../curves/year-losses.ts';
import type { YearLosses } from '../curves/year-losses.ts';
import { sourcePlaces } from '../frequency/source-places.ts';
import { stakeOf } from '../insured/struck-share.ts';
import { netShareOf } from '../reinsurance/net-share.ts';
import { addEventLosses, meanNeutralGroundUp, noEventLosses } from '../years/event-losses.ts';
import type { Cell, YearsModel } from '../years/open-years-model.ts';
import type { WorldYears } from '../years/run-world.ts';

/** An event of the catalogue: what fails where. Every outage that is simulated is one occurrence of one of them. */
export interface CatalogueEvent {
  /** From 1. */
  readonly id: number;
  readonly provider: string;
  readonly region: string;
  readonly serviceClass: string;
  readonly allRegions: boolean;
  /** Outages a year, as simulated. */
  readonly rate: number;
}

/** Policies whose losses are kept together. */
export interface Summary {
  /** From 1 within its set. */
  readonly id: number;
  /** What they share; empty for the whole book. */
  readonly name: string;
  /** Annual income of their insureds, US dollars. */
  readonly incomeUsd: number;
}

/** Ways to split a book: all of it, by sector, by provider. */
export const SUMMARY_SETS = ['book', 'sector', 'provider'] as const;
export type SummarySet = (typeof SUMMARY_SETS)[number];

/** Moments of the loss of one summary in the occurrences of one event, US dollars. */
export interface EventMoments {
  readonly eventId: number;
  readonly summaryId: number;
  /** Occurrences a year. */
  readonly rate: number;
  readonly chanceOfLoss: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly largest: number;
  /** Annual income of insureds with a stake in what failed. */
  readonly footprintIncome: number;
  /** Annual income of insureds that were struck. */
  readonly meanStruckIncome: number;
  readonly largestStruckIncome: number;
}

/** One set of summaries in one perspective. */
export interface SummaryLosses {
  readonly moments: readonly EventMoments[];
  /** [summaries] mean-neutral */
  readonly years: readonly YearLosses[];
}

export interface EventTables {
  readonly events: readonly CatalogueEvent[];
  readonly sets: Readonly<Record<SummarySet, readonly Summary[]>>;
  readonly groundUp: Readonly<Record<SummarySet, SummaryLosses>>;
  readonly gross: Readonly<Record<SummarySet, SummaryLosses>>;
  /** What treaties of the whole book leave, in proportion to gross in each outage; null without any. */
  readonly net: Readonly<Record<SummarySet, SummaryLosses>> | null;
}

/** Takes one world after the other. */
export interface EventTablesBuilder {
  /** @param net  [events] of the book after reinsurance, mean-neutral; null without treaties */
  readonly add: (result: WorldYears, net: Float64Array | null) => void;
  readonly tables: () => EventTables;
}

/** Losses of a book by event of the catalogue and by summary. */
export function openEventTables(model: YearsModel): EventTablesBuilder {
  const places = sourcePlaces(model.catalogue);
  const years = model.options.worlds * model.options.yearsPerWorld;
  const counts = new Uint32Array(2 * places.length);
  const sets = SUMMARY_SETS.map((set) => openSet(model, set));
  let hasNet = false;
  return {
    add: (result, net) => {
      const ids = Uint32Array.from(result.source, (source, event) =>
        eventIdOf(source, result.allRegions[event]!),
      );
      for (const id of ids) counts[id - 1]! += 1;
      const netShare = net === null ? null : netShareOf(net, result.grossMeanNeutral.byEvent);
      for (const { summaryOf, groundUp, gross, net: ofNet } of sets) {
        const sums = groundUp.map(() => noEventLosses(ids.length));
        result.cells.forEach((cell, c) => addEventLosses(sums[summaryOf[c]!]!, cell));
        sums.forEach((losses, s) => {
          const neutral = meanNeutralGroundUp(losses.groundUp, losses.extraExpense, model.structuralMean);
          groundUp[s]!.add(result, ids, neutral, losses.struckIncome);
          gross[s]!.add(result, ids, losses.grossMeanNeutral, losses.struckIncome);
          if (netShare === null) return;
          const left = losses.grossMeanNeutral.map((loss, event) => loss * netShare[event]!);
          ofNet[s]!.add(result, ids, left, losses.struckIncome);
        });
      }
      hasNet ||= net !== null;
    },
    tables: () => {
      const events = places.flatMap((place, source) =>
        [0, 1].map((all): CatalogueEvent => {
          const id = eventIdOf(source, all);
          return { id, ...place, allRegions: all === 1, rate: counts[id - 1]! / years };
        }),
      );
      const losses = (all: readonly SummaryBuilder[]): SummaryLosses => ({
        moments: all.flatMap(({ moments }) => moments(counts, years)),
        years: all.map((summary) => summary.years),
      });
      const bySet = <Value>(value: (set: (typeof sets)[number]) => Value) =>
        Object.fromEntries(SUMMARY_SETS.map((name, i) => [name, value(sets[i]!)])) as Record<
          SummarySet,
          Value
        >;
      return {
        events: events.filter(({ rate }) => rate > 0),
        sets: bySet(({ summaries }) => summaries),
        groundUp: bySet(({ groundUp }) => losses(groundUp)),
        gross: bySet(({ gross }) => losses(gross)),
        net: hasNet ? bySet(({ net }) => losses(net)) : null,
      };
    },
  };
}

/** Id of the event of an outage, from 1: one region and all regions are two events of a source. */
export function eventIdOf(source: number, allRegions: number): number {
  return 2 * source + allRegions + 1;
}

function openSet(model: YearsModel, set: SummarySet) {
  const { summaries, summaryOf } = summariesOf(model, set);
  const footprint = footprintOf(model, summaries.length, summaryOf);
  const open = (): SummaryBuilder[] => summaries.map((_, s) => openSummary(model, footprint, s));
  return { summaries, summaryOf, groundUp: open(), gross: open(), net: open() };
}

/** One summary in one perspective, world after world. */
interface SummaryBuilder {
  readonly years: YearLosses;
  readonly add: (
    result: WorldYears,
    ids: Uint32Array,
    byEvent: Float64Array,
    struckIncome: Float64Array,
  ) => void;
  readonly moments: (counts: Uint32Array, years: number) => EventMoments[];
}

/** @param footprint  [events][summaries] */
function openSummary(
  { options: { worlds, yearsPerWorld } }: YearsModel,
  footprint: readonly Float64Array[],
  summary: number,
): SummaryBuilder {
  const seen = footprint.map(() => noMoments());
  const years = {
    largest: new Float64Array(worlds * yearsPerWorld),
    total: new Float64Array(worlds * yearsPerWorld),
  };
  return {
    years,
    add: ({ world, starts }, ids, byEvent, struckIncome) => {
      byEvent.forEach((loss, event) => observe(seen[ids[event]! - 1]!, loss, struckIncome[event]!));
      const { largest, total } = yearLosses(starts, byEvent);
      years.largest.set(largest, world * yearsPerWorld);
      years.total.set(total, world * yearsPerWorld);
    },
    moments: (counts, allYears) =>
      seen.flatMap((event, place): EventMoments[] =>
        event.losses === 0
          ? []
          : [
              {
                eventId: place + 1,
                summaryId: summary + 1,
                rate: counts[place]! / allYears,
                chanceOfLoss: event.losses / event.count,
                mean: event.mean,
                standardDeviation: event.count > 1 ? Math.sqrt(event.squares / (event.count - 1)) : 0,
                largest: event.largest,
                footprintIncome: footprint[place]![summary]!,
                meanStruckIncome: event.struck / event.count,
                largestStruckIncome: event.largestStruck,
              },
            ],
      ),
  };
}

/** The summaries of a set, and to which each cell belongs. */
function summariesOf({ cells, policies }: YearsModel, set: SummarySet) {
  const nameOf = ({ sector, provider }: Cell): string =>
    set === 'book' ? '' : set === 'sector' ? sector : (provider ?? 'unknown');
  const names = [...new Set(cells.map(nameOf))].sort();
  const summaryOf = cells.map((cell) => names.indexOf(nameOf(cell)));
  const income = new Float64Array(names.length);
  for (const { isFirstOfInsured, cell, fullIncomeUsd } of policies) {
    if (isFirstOfInsured) income[summaryOf[cell]!]! += fullIncomeUsd;
  }
  const summaries = names.map((name, s): Summary => ({ id: s + 1, name, incomeUsd: income[s]! }));
  return { summaries, summaryOf };
}

/** [events][summaries] annual income of the insureds with a stake in an event, US dollars. */
function footprintOf(model: YearsModel, summaries: number, summaryOf: readonly number[]): Float64Array[] {
  const income = model.dependences.map(() => new Float64Array(summaries));
  for (const { isFirstOfInsured, dependence, cell, fullIncomeUsd } of model.policies) {
    if (isFirstOfInsured) income[dependence]![summaryOf[cell]!]! += fullIncomeUsd;
  }
  return sourcePlaces(model.catalogue).flatMap(({ provider, region }) =>
    [region, null].map((struck) => {
      const sum = new Float64Array(summaries);
      model.dependences.forEach(({ dependsOn }, dependence) => {
        const { named, regionUnknown, unknown } = stakeOf(dependsOn, provider, struck);
        if (named + regionUnknown + unknown === 0) return;
        for (let s = 0; s < summaries; s++) sum[s]! += income[dependence]![s]!;
      });
      return sum;
    }),
  );
}

/** Running moments, one occurrence after the other. */
interface Moments {
  count: number;
  losses: number;
  mean: number;
  /** Sum of squares about the mean. */
  squares: number;
  largest: number;
  struck: number;
  largestStruck: number;
}

const noMoments = (): Moments => ({
  ...{ count: 0, losses: 0, mean: 0, squares: 0, largest: 0, struck: 0, largestStruck: 0 },
});

/** Source: Welford (1962), "Note on a method for calculating corrected sums of squares and products". */
function observe(moments: Moments, loss: number, struckIncome: number): void {
  moments.count += 1;
  if (loss > 0) moments.losses += 1;
  const away = loss - moments.mean;
  moments.mean += away / moments.count;
  moments.squares += away * (loss - moments.mean);
  moments.largest = Math.max(moments.largest, loss);
  moments.struck += struckIncome;
  moments.largestStruck = Math.max(moments.largestStruck, struckIncome);
}
