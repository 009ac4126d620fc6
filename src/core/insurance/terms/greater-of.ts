import { accruedIn } from '../accrual.ts';
import type { Term, TermContext } from './term.ts';

function waitingLoss<Money>({ arithmetic, policy, loss, counted }: TermContext<Money>): Money {
  return accruedIn(arithmetic, loss.accrual, counted.runs, 0, policy.waiting.hours);
}

/**
 * `greaterOf` only: max(x − max(∫ ℓ over hours 0…W, retention), 0). The retention is then spent; see `retention`.
 *
 * Source: Risk & Insurance, on wordings that take the greater of the two,
 * https://riskandinsurance.com/cyber-business-interruption-coverage-is-anything-but-simple-5-key-things-to-keep-in-mind/.
 * Evidence: published.
 */
export const greaterOf: Term = {
  name: 'Greater of waiting loss and retention',
  stated: (context, show) => {
    const { policy } = context;
    if (policy.waiting.mode !== 'greaterOf') return null;
    return `${show(waitingLoss(context))} or ${show(policy.retention)}`;
  },
  apply: (context, amount) => {
    const { arithmetic, policy } = context;
    if (policy.waiting.mode !== 'greaterOf') return amount;
    // Less the larger of two is the smaller of two differences.
    const afterWaiting = arithmetic.over(amount, waitingLoss(context));
    return arithmetic.atMost(afterWaiting, arithmetic.over(amount, policy.retention));
  },
  why: (context) => {
    const waitingIsLarger = context.arithmetic.exceeds(waitingLoss(context), context.policy.retention);
    return waitingIsLarger
      ? 'the loss during the waiting period is the larger and is taken off'
      : 'the retention is not the smaller and is taken off';
  },
};
