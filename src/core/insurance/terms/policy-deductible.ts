import type { MoneyTerm } from './term.ts';

/** max(x − deductible of the policy, 0). One cause falls under one coverage, so x is already their sum. */
export const policyDeductible: MoneyTerm = {
  name: 'Deductible of the policy',
  stated: ({ arithmetic, policy }, show) =>
    arithmetic.exceeds(policy.policyDeductible, arithmetic.zero) ? show(policy.policyDeductible) : null,
  apply: ({ arithmetic, policy }, amount) => arithmetic.over(amount, policy.policyDeductible),
  why: () => 'the policy pays what is above it',
};
