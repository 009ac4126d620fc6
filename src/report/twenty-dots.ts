import { Decimal } from 'decimal.js';
import type { LossSummary } from '../core/result.ts';
import { currencySign, grouped } from './amounts.ts';
import { chanceAbove, quantileOf } from './quantile-of.ts';
import { chanceInWords } from './words.ts';

/** One row of the table of outcomes: how many of the twenty lie between two round amounts. */
export interface DotRow {
  readonly label: string;
  readonly count: number;
  /** Instead of dots, where less than one outcome in twenty lies. */
  readonly chance?: string | undefined;
}

/** Outcomes between two round amounts. */
export interface DotBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Everything from `from` on: bins merged at the top. */
  readonly open: boolean;
}

/** Steps within a decade, coarse to fine: the first that spreads the outcomes over three rows is taken. */
const ladders: readonly (readonly number[])[] = [
  [1, 3],
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
];

/** The lowest rows with at most this many outcomes together are one row. */
const FEW_OUTCOMES = 3;

/** Rows that a reader takes in at once, besides `nothing` and the tail. */
const MAXIMUM_ROWS = 7;

/**
 * Twenty equally likely outcomes (the amounts at 2.5, 7.5 ... 97.5 percent), counted between round amounts, then
 * the chance of more than the last of these. The counts add up to 20.
 */
export function twentyDots(loss: LossSummary, currency?: string): readonly DotRow[] {
  const { zeros, bins, tail } = dotBins(loss);
  const rows: DotRow[] = zeros > 0 ? [{ label: 'nothing', count: zeros }] : [];
  bins.forEach((bin, index) => rows.push({ label: label(bin, index === 0, currency), count: bin.count }));
  if (tail !== null) {
    const chance = chanceInWords(tail.chance);
    rows.push({ label: `over ${edge(tail.from, currency)}`, count: 0, chance });
  }
  return rows;
}

/** The same without words: outcomes of nothing, those between round amounts, and the chance of more than the last. */
export function dotBins(loss: LossSummary): {
  readonly zeros: number;
  /** The lowest one stands for everything below its end. */
  readonly bins: readonly DotBin[];
  /** Null when the last of the bins is open. */
  readonly tail: { readonly from: number; readonly chance: number } | null;
} {
  const outcomes = twentyOutcomes(loss);
  const positive = outcomes.filter((outcome) => outcome > 0);
  const bins = positive.length === 0 ? [] : fewBins(positive);
  const last = bins.at(-1);
  return {
    zeros: outcomes.length - positive.length,
    bins,
    tail: last === undefined || last.open ? null : { from: last.to, chance: chanceAbove(loss, last.to) },
  };
}

/** Amounts of equal chance, in rising order. */
export function twentyOutcomes(loss: LossSummary): readonly number[] {
  return Array.from({ length: 20 }, (_, index) => quantileOf(loss, 0.025 + index * 0.05));
}

function fewBins(outcomes: readonly number[]): readonly DotBin[] {
  let bins: readonly DotBin[] = [];
  for (const ladder of ladders) {
    bins = binsOn(ladder, outcomes);
    if (bins.filter((bin) => bin.count > 0).length >= 3) break;
  }
  while (lowestTogether(bins) <= FEW_OUTCOMES) bins = mergeLowest(bins);
  while (bins.length > MAXIMUM_ROWS) {
    bins = lowestTogether(bins) <= highestTogether(bins) ? mergeLowest(bins) : mergeHighest(bins);
  }
  return bins;
}

function binsOn(ladder: readonly number[], outcomes: readonly number[]): readonly DotBin[] {
  const lowest = Math.min(...outcomes);
  const highest = Math.max(...outcomes);
  const bins: DotBin[] = [];
  let from = 0;
  for (let decade = Math.floor(Math.log10(lowest)); from <= highest; decade += 1) {
    for (const step of ladder) {
      const to = Number(`${step}e${decade}`);
      const count = outcomes.filter((outcome) => outcome >= from && outcome < to).length;
      if (to > lowest && from <= highest) bins.push({ from, to, count, open: false });
      from = to;
    }
  }
  return bins;
}

function lowestTogether(bins: readonly DotBin[]): number {
  const [first, second] = bins;
  return first === undefined || second === undefined ? Infinity : first.count + second.count;
}

function highestTogether(bins: readonly DotBin[]): number {
  const last = bins.at(-1);
  const before = bins.at(-2);
  return last === undefined || before === undefined ? Infinity : last.count + before.count;
}

function mergeLowest(bins: readonly DotBin[]): readonly DotBin[] {
  const [first, second, ...rest] = bins;
  if (first === undefined || second === undefined) return bins;
  return [{ ...second, from: first.from, count: first.count + second.count }, ...rest];
}

function mergeHighest(bins: readonly DotBin[]): readonly DotBin[] {
  const last = bins.at(-1);
  const before = bins.at(-2);
  if (last === undefined || before === undefined) return bins;
  return [...bins.slice(0, -2), { ...last, from: before.from, count: before.count + last.count, open: true }];
}

function label(bin: DotBin, lowest: boolean, currency: string | undefined): string {
  // The lowest outcome stands for everything below it.
  if (lowest) return `under ${edge(bin.to, currency)}`;
  if (bin.open) return `over ${edge(bin.from, currency)}`;
  return between(bin.from, bin.to, currency);
}

/** Two round amounts: `$300 million to 1 billion`, `$1 to 3 billion`. */
export function between(low: number, high: number, currency: string | undefined): string {
  const from = edgeWords(low);
  const to = edgeWords(high);
  const sign = currencySign({ currency });
  const fromScale = from.scale === to.scale ? '' : from.scale;
  return `${sign}${from.figure}${fromScale} to ${to.figure}${to.scale}`;
}

/** A round amount with its currency: `$300 million`. */
export function edge(amount: number, currency: string | undefined): string {
  const { figure, scale } = edgeWords(amount);
  return `${currencySign({ currency })}${figure}${scale}`;
}

/** Edges keep their usual names: 300 million, not 0.3 billion. */
function edgeWords(amount: number): { figure: string; scale: string } {
  const scales = [
    { from: 1e12, name: ' trillion' },
    { from: 1e9, name: ' billion' },
    { from: 1e6, name: ' million' },
  ];
  const scale = scales.find((candidate) => amount >= candidate.from);
  return scale === undefined
    ? { figure: grouped(amount), scale: '' }
    : { figure: grouped(new Decimal(amount).div(scale.from)), scale: scale.name };
}
