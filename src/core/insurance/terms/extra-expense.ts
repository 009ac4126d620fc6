import { withinLimit, type MoneyContext, type MoneyTerm } from './term.ts';

/**
 * Extra expense that the policy pays: min(E, limit, loss avoided when known), nothing of an uncovered cause, nor,
 * where the waiting period holds for it too, of a loss that does not pass it.
 */
function payableExpense<Money>({ arithmetic, policy, loss, covered, triggered }: MoneyContext<Money>): Money {
  const waits = policy.extraExpense.waiting === 'triggered' && !triggered;
  if (!covered || waits) return arithmetic.zero;
  const limited = withinLimit(arithmetic, loss.extraExpense, policy.extraExpense.limit);
  return withinLimit(arithmetic, limited, loss.lossAvoided);
}

/** Added to the loss of the interruption. */
export const extraExpense: MoneyTerm = {
  name: 'Extra expense',
  stated: ({ arithmetic, policy, loss }, show) => {
    if (!arithmetic.exceeds(loss.extraExpense, arithmetic.zero)) return null;
    const { waiting, limit } = policy.extraExpense;
    const when = waiting === 'triggered' ? 'after the waiting period' : 'without a waiting period';
    return limit === null ? when : `${when}, up to ${show(limit)}`;
  },
  apply: (context, amount) => context.arithmetic.add(amount, payableExpense(context)),
  why: (context, show) =>
    `${show(payableExpense(context))} of ${show(context.loss.extraExpense)} is added` +
    (context.loss.lossAvoided === null ? '' : `; it avoided ${show(context.loss.lossAvoided)}`),
};
