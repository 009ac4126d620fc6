import type { ClaimUnit } from '../claim.ts';
import { is, markOf, senseOf, type Item } from './items.ts';
import type { Rate } from './languages/language.ts';

export interface FoundRate {
  readonly unit: ClaimUnit;
  /** What the amount must be multiplied by: 60 for one per second, which is given per minute. */
  readonly times: number;
  /** Index after its words, or after the amount. */
  readonly end: number;
}

/** Where an amount stands, and its neighbours. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly previousEnd: number;
  readonly nextStart: number;
}

/** How many items may stand between an amount and the rate after, or before, it. */
const REACH_AFTER = 4;
const REACH_BEFORE = 8;

/** What the amount is per; `total` when nothing says so. */
export function findRate(items: readonly Item[], { from, to, previousEnd, nextStart }: Place): FoundRate {
  const found: Rate[] = [];
  let end = to;
  for (let i = to, gap = 0; i < nextStart && gap <= REACH_AFTER && !endsClause(items, i); i++) {
    const sense = senseOf(items[i], 'rate');
    if (sense === undefined) gap++;
    else {
      found.push(sense.rate);
      end = i + 1;
    }
  }
  for (let i = from - 1; i >= Math.max(previousEnd, from - REACH_BEFORE) && !endsClause(items, i); i--) {
    const sense = senseOf(items[i], 'rate');
    if (sense?.place === 'anywhere') found.push(sense.rate);
  }
  const rates = new Set(found);
  const per = (rate: Rate): boolean => rates.has(rate);
  if (per('per-firm') && per('per-hour')) return { unit: 'per-firm-hour', times: 1, end };
  const first = found[0];
  if (first === undefined) return { unit: 'total', times: 1, end };
  return first === 'per-second' ? { unit: 'per-minute', times: 60, end } : { unit: first, times: 1, end };
}

function endsClause(items: readonly Item[], i: number): boolean {
  if (is(items[i], 'number')) return true;
  return /^[.,;!?。、،।]$/.test(markOf(items[i])) || (is(items[i], 'and') && !is(items[i + 1], 'rate'));
}
