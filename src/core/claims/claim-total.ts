import type { ClaimAmount, ClaimUnit } from './claim.ts';
import type { ClaimTotal } from './verdict.ts';

/** What turns a rate into a total. */
export interface EventMeasures {
  /** Length of the outage, hours, or until business was normal where a long incident is counted so. */
  readonly hours: number;
  /** Firms that were hit, by the count in use; null when none is given. */
  readonly firms: number | null;
}

/**
 * A stated amount in total over the event, US dollars.
 *
 * @param perUsd  units of the amount's currency per US dollar, > 0
 * @returns null when the unit needs a count that nobody gave
 */
export function totalOf(amount: ClaimAmount, perUsd: number, event: EventMeasures): ClaimTotal | null {
  const times = unitsIn(amount.unit, event);
  if (times === null) return null;
  const { bound } = amount;
  return {
    lowUsd: bound === 'up-to' ? 0 : (amount.low * times) / perUsd,
    highUsd: bound === 'at-least' ? Infinity : (amount.high * times) / perUsd,
    bound,
  };
}

/** How many of its units an event holds. A day-long rate counts for the part of a day that the event lasted. */
export function unitsIn(unit: ClaimUnit, { hours, firms }: EventMeasures): number | null {
  switch (unit) {
    case 'total':
      return 1;
    case 'per-minute':
      return hours * 60;
    case 'per-hour':
      return hours;
    case 'per-day':
      return hours / 24;
    case 'per-week':
      return hours / 168;
    case 'per-firm':
      return firms;
    case 'per-firm-hour':
      return firms === null ? null : firms * hours;
    case 'per-customer':
      return null;
  }
}
