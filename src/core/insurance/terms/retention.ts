import type { MoneyTerm } from './term.ts';

/** max(x − retention, 0); nothing more under `greaterOf`, which has weighed the retention already. */
export const retention: MoneyTerm = {
  name: 'Retention',
  stated: ({ arithmetic, policy }, show) =>
    policy.waiting.mode !== 'greaterOf' && arithmetic.exceeds(policy.retention, arithmetic.zero)
      ? show(policy.retention)
      : null,
  apply: ({ arithmetic, policy }, amount) =>
    policy.waiting.mode === 'greaterOf' ? amount : arithmetic.over(amount, policy.retention),
  why: () => 'the insured keeps this much of each loss',
};
