import { markOf, type Item } from './items.ts';

/** Items `from` up to but not including `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const CLAUSE_END = /^[.,;!?/()。、،।«»"“”「」]$/;
const SENTENCE_END = /^[.;!?。।]$/;

/** The items around a stretch up to the next marks that end a clause. */
export function clauseAround(items: readonly Item[], stretch: Stretch): Stretch {
  return around(items, stretch, CLAUSE_END);
}

/** The items around a stretch up to the next marks that end a sentence. */
export function sentenceAround(items: readonly Item[], stretch: Stretch): Stretch {
  return around(items, stretch, SENTENCE_END);
}

function around(items: readonly Item[], stretch: Stretch, end: RegExp): Stretch {
  let { from, to } = stretch;
  while (from > 0 && !end.test(markOf(items[from - 1]))) from--;
  while (to < items.length && !end.test(markOf(items[to]))) to++;
  return { from, to };
}

/** Items between the one at `i` and a stretch; 0 inside and next to it. */
export function distance(i: number, { from, to }: Stretch): number {
  return i < from ? from - 1 - i : Math.max(0, i - to);
}
