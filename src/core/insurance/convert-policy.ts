import type { Policy } from './policy.ts';

/** The same policy in another kind of money: `of` turns each amount. */
export function convertPolicy<From, To>(policy: Policy<From>, of: (amount: From) => To): Policy<To> {
  const orNull = (amount: From | null): To | null => (amount === null ? null : of(amount));
  const { own, dependent, extraExpense, widespread, layer, annualAggregate } = policy;
  return {
    ...policy,
    own: { ...own, deductible: of(own.deductible), limit: orNull(own.limit) },
    dependent: {
      ...dependent,
      deductible: of(dependent.deductible),
      limit: orNull(dependent.limit),
      systemFailureLimit: orNull(dependent.systemFailureLimit),
    },
    extraExpense: { ...extraExpense, limit: orNull(extraExpense.limit) },
    retention: of(policy.retention),
    widespread: { ...widespread, limit: orNull(widespread.limit) },
    policyDeductible: of(policy.policyDeductible),
    layer: { ...layer, attachment: of(layer.attachment), limit: orNull(layer.limit) },
    annualAggregate: { attachment: of(annualAggregate.attachment), limit: orNull(annualAggregate.limit) },
  };
}
