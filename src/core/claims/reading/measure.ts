import { clauseAround, distance, type Stretch } from './clause.ts';
import type { ClaimMeasure } from '../claim.ts';
import { is, senseOf, type Item } from './items.ts';

export interface FoundMeasure {
  readonly id: ClaimMeasure;
  readonly from: number;
  readonly to: number;
}

/** Farthest that a word may stand from the amount whose kind it names, in items. */
const REACH = 12;
/** As `REACH`, for "over five years". */
const REACH_YEARS = 5;

/** The kind of loss that the clause of the amount names: its nearest word, the one after the amount first. */
export function findMeasure(items: readonly Item[], amount: Stretch): FoundMeasure | null {
  const clause = clauseAround(items, amount);
  let best: (FoundMeasure & { readonly gap: number }) | null = null;
  for (let i = clause.from; i < clause.to; i++) {
    const found = measureAt(items, i, amount);
    const gap = distance(i, amount);
    const isNearer = best === null || gap < best.gap || (gap === best.gap && i >= amount.to);
    if (found !== null && gap <= REACH && isNearer) best = { ...found, gap };
  }
  return best === null ? null : { id: best.id, from: best.from, to: best.to };
}

function measureAt(items: readonly Item[], i: number, amount: Stretch): FoundMeasure | null {
  const sense = senseOf(items[i], 'measure');
  if (sense !== undefined) return { id: sense.id, from: i, to: i + 1 };
  const isNear = i >= amount.to && distance(i, amount) <= REACH_YEARS;
  if (!isNear || !is(items[i], 'years') || !isSeveral(items[i - 1])) return null;
  return { id: 'several-years', from: i - 1, to: i + 1 };
}

function isSeveral(item: Item | undefined): boolean {
  const value = senseOf(item, 'number')?.value ?? senseOf(item, 'numeral')?.value;
  return is(item, 'vague') || (value !== undefined && value >= 2 && value <= 100);
}
