import { accruedIn } from '../accrual.ts';
import { firstPaidHour, paidHours } from '../paid-hours.ts';
import { showHours, type Term } from './term.ts';

/**
 * Loss counts for at most P hours: ∫ ℓ over hours W…W+P of a time deductible, else 0…P.
 *
 * The hours are counted hours: where they are added up, a gap uses up nothing of P.
 */
export const indemnityPeriod: Term = {
  name: 'Period of indemnity',
  stated: ({ policy }) => showHours(policy.indemnityHours),
  apply: ({ arithmetic, policy, loss, counted }, amount) => {
    const from = firstPaidHour(policy.waiting);
    const to = from + policy.indemnityHours;
    return arithmetic.atMost(amount, accruedIn(arithmetic, loss.accrual, counted.runs, from, to));
  },
  why: ({ policy, counted }) => {
    const hours = paidHours(policy.waiting, policy.indemnityHours, counted.hours);
    return `the loss of ${showHours(hours)} counts`;
  },
};
