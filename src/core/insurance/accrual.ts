import { invariant } from '../errors/invariant.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { HourRun } from './insured-outage.ts';

/**
 * Ground-up loss of one insured as it accrues, before any term: piecewise linear between knots, never falling.
 * A waiting period is a retention in time, so terms need the loss after any number of hours.
 */
export interface Accrual {
  /** Hours since the start, [knots], ascending from 0. */
  readonly hours: Float64Array;
  /** Loss until then, [knots], from 0; money of the policy, or the shape of it at a loss of 1 per unit scale. */
  readonly loss: Float64Array;
}

/** @throws Error (invariant) when hours do not ascend from 0, or the loss from 0 falls anywhere */
export function checkAccrual({ hours, loss }: Accrual): void {
  invariant(hours.length > 0 && hours.length === loss.length, 'an accrual has as many hours as losses');
  invariant(hours[0] === 0 && loss[0] === 0, 'an accrual starts with nothing at hour 0');
  for (let i = 1; i < hours.length; i++) {
    invariant(hours[i]! > hours[i - 1]! && hours[i]! < Infinity, 'the hours of an accrual ascend');
    invariant(loss[i]! >= loss[i - 1]! && loss[i]! < Infinity, 'the loss of an accrual never falls');
  }
}

/**
 * Loss accrued until an hour: linear between two knots, level after the last.
 *
 * @param hour  hours since the start of the event, ≥ 0
 * @returns money, 0 to the whole loss
 */
export function accruedUntil<Money>(arithmetic: Arithmetic<Money>, accrual: Accrual, hour: number): Money {
  const { hours, loss } = accrual;
  const next = knotAfter(hours, hour);
  const low = arithmetic.of(loss[next - 1]!);
  if (next === hours.length) return low;
  const rise = arithmetic.over(arithmetic.of(loss[next]!), low);
  const from = hours[next - 1]!;
  return arithmetic.add(low, arithmetic.portion(rise, hour - from, hours[next]! - from));
}

/** Index of the first knot later than an hour ≥ 0; the number of knots when there is none. */
function knotAfter(hours: Float64Array, hour: number): number {
  let low = 1;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hours[middle]! > hour) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Loss accrued in a window of counted hours.
 *
 * Counted hours are the runs laid end to end: what accrues in a gap between two runs belongs to none of them. Inside
 * a run every loss counts, however far the services were impaired: the threshold of impairment gates the clock only.
 *
 * @param runs      hours since the start, in order and apart
 * @param fromHour  counted hours, ≥ 0
 * @param toHour    counted hours; beyond the last one there is nothing
 * @returns money
 */
export function accruedIn<Money>(
  arithmetic: Arithmetic<Money>,
  accrual: Accrual,
  runs: readonly HourRun[],
  fromHour: number,
  toHour: number,
): Money {
  let sum = arithmetic.zero;
  let counted = 0;
  for (const run of runs) {
    const length = run.toHour - run.fromHour;
    const from = Math.max(fromHour - counted, 0);
    const to = Math.min(toHour - counted, length);
    if (to > from) {
      const before = accruedUntil(arithmetic, accrual, run.fromHour + from);
      sum = arithmetic.add(
        sum,
        arithmetic.over(accruedUntil(arithmetic, accrual, run.fromHour + to), before),
      );
    }
    counted += length;
  }
  return sum;
}

/** The whole loss, money. */
export function accruedInAll<Money>(arithmetic: Arithmetic<Money>, accrual: Accrual): Money {
  return arithmetic.of(accrual.loss.at(-1)!);
}
