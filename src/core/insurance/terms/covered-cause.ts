import type { LossCause } from '../insured-outage.ts';
import type { Policy } from '../policy.ts';
import type { Term } from './term.ts';

/** Why the policy does not cover a cause, in words; null when it does. */
function exclusion(policy: Policy<unknown>, cause: LossCause): string | null {
  if (!policy[cause.coverage].covered) {
    return cause.coverage === 'own'
      ? "a failure of the insured's own systems is not covered"
      : "a failure of a provider's systems is not covered";
  }
  if (cause.coverage === 'own' && cause.malicious) {
    return "the cover of the insured's own systems is for failures without an attack";
  }
  if (policy.excludedCauses.includes(cause.cause)) return `${cause.cause} is excluded`;
  if (cause.coverage === 'dependent' && cause.tier > policy.dependent.tier) {
    return 'the provider that failed is not one that the insured has a contract with';
  }
  return null;
}

/** Whether a policy covers a cause: its coverage is bought, the cause is not excluded, the provider is near enough. */
export function isCovered(policy: Policy<unknown>, cause: LossCause): boolean {
  return exclusion(policy, cause) === null;
}

/** All of the loss, or nothing. */
export const coveredCause: Term = {
  name: 'Cause',
  stated: ({ policy, loss }) => {
    const coverage =
      loss.cause.coverage === 'own' ? 'own systems' : `providers, tier ${policy.dependent.tier}`;
    const excluded = policy.excludedCauses.length === 0 ? '' : `, not ${policy.excludedCauses.join(', ')}`;
    return `${coverage}${excluded}`;
  },
  apply: ({ arithmetic, covered }, amount) => (covered ? amount : arithmetic.zero),
  why: ({ policy, loss }) => {
    const reason = exclusion(policy, loss.cause);
    return reason === null ? `${loss.cause.cause} is covered` : `${reason}: nothing is paid`;
  },
};
