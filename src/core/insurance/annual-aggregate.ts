import type { MoneyArithmetic } from './arithmetic.ts';
import type { Policy } from './policy.ts';

type AggregateTerms<Money> = Policy<Money>['annualAggregate'];

/**
 * What one more loss of the year is paid, after the annual aggregate.
 *
 * With S the sum of the year's losses: clamp(S + y − attachment, 0, limit) − clamp(S − attachment, 0, limit)
 *
 * @param before  S, the sum of the earlier losses of the year, each after its own terms
 * @param loss    y, after its own terms
 * @returns money, 0 to y
 */
export function aggregatePayment<Money>(
  arithmetic: MoneyArithmetic<Money>,
  terms: AggregateTerms<Money>,
  before: Money,
  loss: Money,
): Money {
  const paidUntil = (sum: Money): Money => {
    const above = arithmetic.over(sum, terms.attachment);
    return terms.limit === null ? above : arithmetic.atMost(above, terms.limit);
  };
  return arithmetic.over(paidUntil(arithmetic.add(before, loss)), paidUntil(before));
}
