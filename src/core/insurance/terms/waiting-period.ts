import { accruedIn } from '../accrual.ts';
import type { Arithmetic } from '../arithmetic.ts';
import type { InsuredLoss } from '../insured-loss.ts';
import type { CountedHours } from '../insured-outage.ts';
import { passesWaiting } from '../paid-hours.ts';
import type { Policy } from '../policy.ts';
import { showHours, type Term, type TermContext } from './term.ts';

/**
 * Whether a loss sets the policy off: D ≥ W (or D > W), and under `greaterOf` with `hours-and-loss` also
 * ∫ ℓ > retention, over the counted hours of the period of indemnity.
 */
export function isTriggered<Money>(
  arithmetic: Arithmetic<Money>,
  policy: Policy<Money>,
  { accrual }: InsuredLoss<Money>,
  counted: CountedHours,
): boolean {
  const { waiting } = policy;
  if (!passesWaiting(waiting, counted.hours)) return false;
  if (waiting.mode !== 'greaterOf' || waiting.greaterOfTrigger === 'hours') return true;
  const inPeriod = accruedIn(arithmetic, accrual, counted.runs, 0, policy.indemnityHours);
  return arithmetic.exceeds(inPeriod, policy.retention);
}

const modes = { timeDeductible: 'time deductible', qualifying: 'qualifying period', greaterOf: 'greater of' };

/**
 * Nothing when the waiting period is not passed; else, for a time deductible, what accrues after it, ∫ ℓ over hours
 * W…D, and otherwise everything from the first hour.
 */
export const waitingPeriod: Term = {
  name: 'Waiting period',
  stated: ({ policy: { waiting } }) => {
    const { hours, mode, trigger } = waiting;
    return `${showHours(hours)}, ${modes[mode]}, ${trigger === 'at-least' ? 'at least' : 'more than'} as long`;
  },
  apply: ({ arithmetic, policy, loss, counted, triggered }, amount) => {
    const { mode, hours } = policy.waiting;
    if (!triggered) return arithmetic.zero;
    if (mode !== 'timeDeductible') return amount;
    return arithmetic.atMost(amount, accruedIn(arithmetic, loss.accrual, counted.runs, hours, Infinity));
  },
  why: (context) => `${impairment(context)}; ${verdict(context)}`,
};

/** `NLB alone was impaired for 8.65 h without a gap`. */
function impairment({ policy, counted }: TermContext<unknown>): string {
  const { services, hours, clock } = counted;
  if (services.length === 0) return 'nothing was impaired so far';
  const names = services.length === 1 ? `${services[0]!} alone was` : `${services.join(', ')} together were`;
  const restoration = clock === 'insured-interruption' ? ', restoration included,' : '';
  const gap = policy.waiting.count === 'continuous' ? ' without a gap' : ' in all';
  return `${names} impaired${restoration} for ${showHours(hours, policy.waiting.hours)}${gap}`;
}

function verdict({ policy: { waiting }, counted, triggered }: TermContext<unknown>): string {
  const asked = showHours(waiting.hours, counted.hours);
  if (!passesWaiting(waiting, counted.hours)) {
    return `${waiting.trigger === 'at-least' ? '' : 'more than '}${asked} are asked for: nothing of the interruption is paid`;
  }
  if (!triggered)
    return `${asked} are passed, but the loss does not exceed the retention: nothing of it is paid`;
  switch (waiting.mode) {
    case 'timeDeductible':
      return `the first ${asked} are the insured's own: ${showHours(counted.hours - waiting.hours, 0)} are left`;
    case 'qualifying':
      return `${asked} are passed: the loss counts from its first hour`;
    case 'greaterOf':
      return `${asked} are passed: the loss counts from its first hour, less what the next deduction takes`;
  }
}
