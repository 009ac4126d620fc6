import type { CoverageTerms } from '../policy.ts';
import { withinLimit, type MoneyContext, type MoneyTerm } from './term.ts';

function termsOf<Money>({ policy, loss }: MoneyContext<Money>): CoverageTerms<Money> {
  return policy[loss.cause.coverage];
}

/** max(x − deductible of the coverage, 0) */
export const coverageDeductible: MoneyTerm = {
  name: 'Deductible of the coverage',
  stated: (context, show) => {
    const { deductible } = termsOf(context);
    return context.arithmetic.exceeds(deductible, context.arithmetic.zero) ? show(deductible) : null;
  },
  apply: (context, amount) => context.arithmetic.over(amount, termsOf(context).deductible),
  why: () => 'the coverage pays what is above it',
};

/** min(x, limit of the coverage) */
export const coverageLimit: MoneyTerm = {
  name: 'Limit of the coverage',
  stated: (context, show) => {
    const { limit } = termsOf(context);
    return limit === null ? null : show(limit);
  },
  apply: (context, amount) => withinLimit(context.arithmetic, amount, termsOf(context).limit),
  why: () => 'the coverage pays no more than this',
};
