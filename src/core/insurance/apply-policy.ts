import { accruedInAll, checkAccrual } from './accrual.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { InsuredLoss } from './insured-loss.ts';
import type { CountedHours } from './insured-outage.ts';
import { paidHours } from './paid-hours.ts';
import type { Policy } from './policy.ts';
import { termOrder } from './term-order.ts';
import { isCovered } from './terms/covered-cause.ts';
import type { TermContext } from './terms/term.ts';
import { isTriggered } from './terms/waiting-period.ts';

/** One policy in one event. */
export interface PolicyOutcome<Money> {
  /** D, hours that count towards the waiting period. */
  readonly countedHours: number;
  /** The policy covers the cause. */
  readonly covered: boolean;
  /** The waiting period is passed, whether or not the cause is covered. */
  readonly triggered: boolean;
  /** Hours whose loss counts; 0 unless covered and triggered. */
  readonly paidHours: number;
  /** Interruption and extra expense before any term, recoveries not taken off. */
  readonly groundUp: Money;
  /** After all terms but the annual aggregate; at most `groundUp`. */
  readonly gross: Money;
}

/** What the terms look at, with the two questions answered that several of them ask. */
export function openTerms<Money>(
  arithmetic: Arithmetic<Money>,
  policy: Policy<Money>,
  loss: InsuredLoss<Money>,
  counted: CountedHours,
): TermContext<Money> {
  checkAccrual(loss.accrual);
  const covered = isCovered(policy, loss.cause);
  const triggered = isTriggered(arithmetic, policy, loss, counted);
  return { arithmetic, policy, loss, counted, covered, triggered };
}

/**
 * The loss of one insured in one event after the terms of one policy, in the order of `termOrder`.
 *
 * @param counted  by the clock of this policy: see `countHours`
 * @throws Error (invariant) when the accrual is none
 */
export function applyPolicy<Money>(
  arithmetic: Arithmetic<Money>,
  policy: Policy<Money>,
  loss: InsuredLoss<Money>,
  counted: CountedHours,
): PolicyOutcome<Money> {
  const context = openTerms(arithmetic, policy, loss, counted);
  const { covered, triggered } = context;
  const interruption = accruedInAll(arithmetic, loss.accrual);
  return {
    countedHours: counted.hours,
    covered,
    triggered,
    paidHours: covered && triggered ? paidHours(policy.waiting, policy.indemnityHours, counted.hours) : 0,
    groundUp: arithmetic.add(interruption, loss.extraExpense),
    gross: termOrder.reduce((amount, term) => term.apply(context, amount), interruption),
  };
}
