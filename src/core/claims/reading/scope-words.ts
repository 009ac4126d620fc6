import { clauseAround, distance, sentenceAround, type Stretch } from './clause.ts';
import { is, senseOf, type Item } from './items.ts';

export interface FoundScope {
  readonly kind: 'world' | 'countries' | 'part';
  readonly countries: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Whose loss the clause of the amount names, or else its sentence; null when neither does. */
export function findScope(items: readonly Item[], amount: Stretch): FoundScope | null {
  return (
    scopeIn(items, clauseAround(items, amount), amount) ??
    scopeIn(items, sentenceAround(items, amount), amount)
  );
}

function scopeIn(items: readonly Item[], { from, to }: Stretch, amount: Stretch): FoundScope | null {
  const parts: number[] = [];
  const places: number[] = [];
  const alone: number[] = [];
  for (let i = from; i < to; i++) {
    if (is(items[i], 'part')) parts.push(i);
    else if (isPlace(items, i)) places.push(i);
    else if (is(items[i], 'alone')) alone.push(i);
  }
  const part = nearest(parts, amount);
  if (part !== null) return { kind: 'part', countries: [], from: part, to: part + 1 };
  const place = nearest(places, amount);
  if (place !== null) return placeScope(items, place, places);
  const single = nearest(alone, amount);
  return single === null
    ? null
    : { kind: 'part', countries: [], from: Math.max(from, single - 1), to: single + 1 };
}

/** The world or a country, unless it belongs to somebody who only speaks of the loss ("US analysts"). */
function isPlace(items: readonly Item[], i: number): boolean {
  if (!is(items[i], 'country', 'world')) return false;
  return !is(items[i + 1], 'speaker') && !is(items[i - 1], 'speaker');
}

function nearest(indices: readonly number[], amount: Stretch): number | null {
  let best: number | null = null;
  for (const i of indices) if (best === null || distance(i, amount) < distance(best, amount)) best = i;
  return best;
}

function placeScope(items: readonly Item[], place: number, places: readonly number[]): FoundScope {
  if (is(items[place], 'world')) return { kind: 'world', countries: [], from: place, to: place + 1 };
  const countries = places.flatMap((i) => senseOf(items[i], 'country')?.code ?? []);
  return { kind: 'countries', countries: [...new Set(countries)], from: place, to: place + 1 };
}
