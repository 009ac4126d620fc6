import type { LossSummary } from '../../core/result.ts';
import { twentyOutcomes } from '../../report/twenty-dots.ts';

/** Outcomes of two losses between the same round amounts. */
export interface SharedBin {
  /** 0 in the lowest: everything below `to`. */
  readonly from: number;
  /** Infinity in the highest. */
  readonly to: number;
  readonly first: number;
  readonly second: number;
}

/** Rows that a reader takes in at once. */
const MOST_BINS = 8;
const STEPS = [1, 3];

/** Twenty outcomes of each side, counted between the same round amounts; the counts of each side add up to 20. */
export function sharedBins(first: LossSummary, second: LossSummary): readonly SharedBin[] {
  const [a, b] = [twentyOutcomes(first), twentyOutcomes(second)];
  const positive = [...a, ...b].filter((usd) => usd > 0);
  if (positive.length === 0) return [{ from: 0, to: Infinity, first: a.length, second: b.length }];
  const least = Math.floor(Math.log10(Math.min(...positive)));
  const most = Math.ceil(Math.log10(Math.max(...positive)));
  const edges: number[] = [];
  for (let decade = least; decade <= most; decade += 1) {
    edges.push(...STEPS.map((step) => Number(`${step}e${decade}`)));
  }
  const inside = (outcomes: readonly number[], from: number, to: number): number =>
    outcomes.filter((usd) => usd >= from && usd < to).length;
  let bins: readonly SharedBin[] = [0, ...edges]
    .map((from, place) => ({ from, to: edges[place] ?? Infinity }))
    .map(({ from, to }) => ({ from, to, first: inside(a, from, to), second: inside(b, from, to) }));
  bins = trimmed(bins);
  while (bins.length > MOST_BINS) bins = joinedAtThinnerEnd(bins);
  return bins;
}

/** Without the empty rows at both ends; the ends then stand for all below and above. */
function trimmed(bins: readonly SharedBin[]): readonly SharedBin[] {
  const filled = bins
    .map(({ first, second }, place) => (first + second > 0 ? place : -1))
    .filter((place) => place >= 0);
  const kept = bins.slice(filled[0], (filled.at(-1) ?? 0) + 1);
  return kept.map((bin, place) => ({
    ...bin,
    from: place === 0 ? 0 : bin.from,
    to: place === kept.length - 1 ? Infinity : bin.to,
  }));
}

function joinedAtThinnerEnd(bins: readonly SharedBin[]): readonly SharedBin[] {
  const weight = (part: readonly SharedBin[]): number =>
    part.reduce((sum, { first, second }) => sum + first + second, 0);
  const together = ([low, high]: readonly SharedBin[]): SharedBin => ({
    from: low!.from,
    to: high!.to,
    first: low!.first + high!.first,
    second: low!.second + high!.second,
  });
  return weight(bins.slice(0, 2)) <= weight(bins.slice(-2))
    ? [together(bins.slice(0, 2)), ...bins.slice(2)]
    : [...bins.slice(0, -2), together(bins.slice(-2))];
}
