import type { MoneyTerm } from './term.ts';

/** Service credits and other recoveries reduce the loss, where the policy says so: max(x − recoveries, 0). */
export const recoveries: MoneyTerm = {
  name: 'Recoveries',
  stated: ({ arithmetic, policy, loss }, show) =>
    policy.recoveriesReduceLoss && arithmetic.exceeds(loss.recoveries, arithmetic.zero)
      ? show(loss.recoveries)
      : null,
  apply: ({ arithmetic, policy, loss }, amount) =>
    policy.recoveriesReduceLoss ? arithmetic.over(amount, loss.recoveries) : amount,
  why: () => 'credits and other recoveries reduce the loss',
};
