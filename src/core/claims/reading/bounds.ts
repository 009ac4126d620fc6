import type { ClaimBound } from '../claim.ts';
import { is, markOf, senseOf, type Item } from './items.ts';

/** How many harmless items may stand between a bound and its amount. */
const REACH = 4;
/** How many words may stand between "easily" and its amount. */
const FAR_REACH = 7;

/** Whether the words around the items `from` to `to` leave the amount open above or below. */
export function findBound(items: readonly Item[], from: number, to: number, isRange: boolean): ClaimBound {
  const before = boundBefore(items, from);
  if (before !== null && before !== 'nearly') return before;
  const after = boundAfter(items, to);
  // "from 5 to 10 million at most" says no more than the range.
  if (after !== null && after !== 'nearly' && !(isRange && after === 'up-to')) return after;
  return isEasily(items, from) ? 'at-least' : 'none';
}

/** Whether the figure is said to be nearly reached. */
export function isNearly(items: readonly Item[], from: number, to: number): boolean {
  return boundBefore(items, from) === 'nearly' || boundAfter(items, to) === 'nearly';
}

type Bound = ClaimBound | 'nearly';

function boundSense(item: Item | undefined, places: readonly string[]): Bound | null {
  const sense = item?.senses.find((other) => other.kind === 'bound' && places.includes(other.place));
  return sense?.kind === 'bound' ? sense.bound : null;
}

function boundBefore(items: readonly Item[], from: number): Bound | null {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const bound = boundSense(items[i], ['before']);
    if (bound !== null) return bound;
    if (!is(items[i], 'common', 'link', 'range', 'between')) return null;
  }
  return null;
}

function boundAfter(items: readonly Item[], to: number): Bound | null {
  for (let i = to; i < to + REACH; i++) {
    const bound = boundSense(items[i], ['after']);
    // In "$5bn plus $3bn" something is added.
    if (bound !== null) return is(items[i + 1], 'currency', 'number') ? null : bound;
    const isHarmless = is(items[i], 'rate') || (is(items[i], 'common') && items[i]!.token.script === 'Han');
    if (!isHarmless && markOf(items[i]) !== '-') return null;
  }
  return null;
}

function isEasily(items: readonly Item[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - FAR_REACH); i--) {
    if (boundSense(items[i], ['far-before']) !== null) return true;
    if (is(items[i], 'number') || /^[.,;:!?。、،।()]$/.test(markOf(items[i]))) return false;
  }
  return false;
}

/** Whether the item says "or more" in the middle of an amount: `$5+ billion`. */
export function isOpenMark(item: Item | undefined): boolean {
  return senseOf(item, 'bound')?.bound === 'at-least' && boundSense(item, ['after']) !== null;
}
