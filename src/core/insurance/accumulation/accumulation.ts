import { quantilesOf } from '../../statistics/quantiles.ts';
import { sum } from '../../statistics/sum.ts';
import { sourcePlaces } from '../frequency/source-places.ts';
import type { Disaster } from '../years/disaster.ts';
import type { YearsModel } from '../years/open-years-model.ts';
import type { WorldYears } from '../years/run-world.ts';
import { coTailValueAtRisk } from './co-tvar.ts';
import type { Node, Nodes, Place, Stake } from './nodes.ts';

/** How long the disasters of each node last. */
export const DISASTER_HOURS = [24, 48, 72] as const;
/** Nodes that are looked at one by one, the providers first. */
const MOST_NODES = 12;
const TAIL_YEARS = 200;

/** Gross loss when a place is without service for so long, over the worlds, mean-neutral, US dollars. */
export interface DisasterLoss {
  readonly hours: number;
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

/** One place: what is staked there, what its loss would be, and what part of the years' losses comes from it. */
export interface AccumulationRow extends Node {
  /** Policies that name it, and by chance those whose region or cloud is not known. */
  readonly disasters: readonly DisasterLoss[];
  /** Of the average annual gross loss, and of its tail (co-TVaR): outages of this place alone, or of all regions at once. 0–1 */
  readonly averageShare: number;
  readonly tailShare: number;
}

/** Where a book piles up. */
export interface Accumulation {
  readonly rows: readonly AccumulationRow[];
  /** Outages of all other places. */
  readonly others: { readonly averageShare: number; readonly tailShare: number };
  readonly unknown: Stake;
  readonly outsideCatalogue: readonly Place[];
  /** The tail is the worst year in so many, on average. */
  readonly tailReturnPeriodYears: number;
}

/** Disasters of the nodes that are looked at, node by node. */
export function disastersOf({ named }: Nodes): Disaster[] {
  return named
    .slice(0, MOST_NODES)
    .flatMap(({ provider, region }) => DISASTER_HOURS.map((hours) => ({ provider, region, hours })));
}

/** Takes one world after the other. */
export interface AccumulationBuilder {
  readonly add: (result: WorldYears) => void;
  readonly accumulation: () => Accumulation;
}

/** @param model  with the disasters of `disastersOf` the nodes */
export function openAccumulation(nodes: Nodes, model: YearsModel): AccumulationBuilder {
  const { worlds, yearsPerWorld, disasters } = model.options;
  const shown = nodes.named.slice(0, MOST_NODES);
  // One row of years for each node and one for all other places.
  const parts = Array.from({ length: shown.length + 1 }, () => new Float64Array(worlds * yearsPerWorld));
  const losses = disasters.map(() => new Float64Array(worlds));
  const rowOf = rowsOf(shown, model);
  return {
    add: ({ world, starts, source, allRegions, grossMeanNeutral, disasters: ofDisasters }) => {
      for (let year = 0; year < yearsPerWorld; year++) {
        for (let event = starts[year]!; event < starts[year + 1]!; event++) {
          const row = rowOf(source[event]!, allRegions[event] === 1);
          parts[row]![world * yearsPerWorld + year]! += grossMeanNeutral.byEvent[event]!;
        }
      }
      losses.forEach((column, i) => (column[world] = ofDisasters.grossMeanNeutral[i]!));
    },
    accumulation: () => {
      const shares = sharesOf(parts);
      return {
        rows: shown.map((node, i) => ({
          ...node,
          disasters: DISASTER_HOURS.map((hours, h) => ({
            hours,
            ...rangeOf(losses[i * DISASTER_HOURS.length + h]!),
          })),
          ...shares[i]!,
        })),
        others: shares[shown.length]!,
        unknown: nodes.unknown,
        outsideCatalogue: nodes.outsideCatalogue,
        tailReturnPeriodYears: TAIL_YEARS,
      };
    },
  };
}

/** Row of an outage: its region's, or that of all regions of its provider; the last one for places not looked at. */
function rowsOf(shown: readonly Node[], { catalogue }: YearsModel) {
  const at = new Map(shown.map(({ provider, region }, row) => [`${provider}.${region ?? ''}`, row]));
  const sources = sourcePlaces(catalogue);
  return (source: number, allRegions: boolean): number => {
    const { provider, region } = sources[source]!;
    return at.get(`${provider}.${allRegions ? '' : region}`) ?? shown.length;
  };
}

function sharesOf(parts: readonly Float64Array[]): { averageShare: number; tailShare: number }[] {
  const totals = parts[0]!.map((_, year) => parts.reduce((all, part) => all + part[year]!, 0));
  const tails = coTailValueAtRisk(parts, totals, Math.min(TAIL_YEARS, totals.length));
  const [all, tail] = [sum(totals), sum(tails)];
  return parts.map((part, row) => ({
    averageShare: all > 0 ? sum(part) / all : 0,
    tailShare: tail > 0 ? tails[row]! / tail : 0,
  }));
}

function rangeOf(worlds: Float64Array): Omit<DisasterLoss, 'hours'> {
  const [p5, p95] = quantilesOf(worlds, [0.05, 0.95]);
  return { mean: sum(worlds) / worlds.length, p5: p5!, p95: p95! };
}
