import type { WaitingPeriod } from './policy.ts';

/**
 * Whether counted hours pass the waiting period: D ≥ W, or D > W where the wording asks for more.
 *
 * @param hours  D, counted hours, ≥ 0; an outage without any passes no waiting period, not even one of 0
 */
export function passesWaiting(waiting: WaitingPeriod, hours: number): boolean {
  if (hours <= 0) return false;
  return waiting.trigger === 'at-least' ? hours >= waiting.hours : hours > waiting.hours;
}

/**
 * The counted hour from which loss counts: W for a time deductible, else 0. The period of indemnity starts there, too,
 * as a limit in money applies after its deductible.
 */
export function firstPaidHour(waiting: WaitingPeriod): number {
  return waiting.mode === 'timeDeductible' ? waiting.hours : 0;
}

/**
 * Hours whose loss counts: min(D, first + P) − first, 0 when the waiting period is not passed.
 *
 * Under `greaterOf` all hours count and the deduction is money, so these are the hours before that.
 *
 * @param indemnityHours  P, > 0
 * @returns hours, 0–P
 */
export function paidHours(waiting: WaitingPeriod, indemnityHours: number, hours: number): number {
  if (!passesWaiting(waiting, hours)) return 0;
  return Math.min(hours - firstPaidHour(waiting), indemnityHours);
}
