import { accruedInAll } from './accrual.ts';
import { openTerms } from './apply-policy.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { InsuredLoss } from './insured-loss.ts';
import type { CountedHours } from './insured-outage.ts';
import type { Policy } from './policy.ts';
import { termOrder } from './term-order.ts';
import type { ShowMoney } from './terms/term.ts';

/** One term at work. */
export interface PolicyStep<Money> {
  /** In plain words: `Waiting period`. */
  readonly name: string;
  readonly amountIn: Money;
  /** As the policy has it: `12 h, qualifying period, at least as long`. */
  readonly stated: string;
  readonly amountOut: Money;
  readonly why: string;
}

/**
 * How the gross loss of `applyPolicy` comes about, term by term. It starts with the loss of the interruption before
 * any term; terms that the policy does not have are left out.
 *
 * @param show  writes an amount inside a sentence
 */
export function explainPolicy<Money>(
  arithmetic: Arithmetic<Money>,
  policy: Policy<Money>,
  loss: InsuredLoss<Money>,
  counted: CountedHours,
  show: ShowMoney<Money>,
): PolicyStep<Money>[] {
  const context = openTerms(arithmetic, policy, loss, counted);
  const steps: PolicyStep<Money>[] = [];
  let amountIn = accruedInAll(arithmetic, loss.accrual);
  for (const term of termOrder) {
    const amountOut = term.apply(context, amountIn);
    const stated = term.stated(context, show);
    if (stated !== null) {
      steps.push({ name: term.name, amountIn, stated, amountOut, why: term.why(context, show) });
    }
    amountIn = amountOut;
  }
  return steps;
}
