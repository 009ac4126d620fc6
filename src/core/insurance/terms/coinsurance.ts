import type { Policy } from '../policy.ts';
import { showShare, type MoneyTerm } from './term.ts';

/** (1 − kept share) · x, at the one of its two places that the policy names: the order changes the result. */
function coinsuranceAt(place: Policy<unknown>['coinsurance']['place']): MoneyTerm {
  return {
    name: 'Coinsurance',
    stated: ({ policy: { coinsurance } }) =>
      coinsurance.place === place && coinsurance.keptShare > 0 ? showShare(coinsurance.keptShare) : null,
    apply: ({ arithmetic, policy: { coinsurance } }, amount) =>
      coinsurance.place === place ? arithmetic.without(amount, coinsurance.keptShare) : amount,
    why: ({ policy: { coinsurance } }) =>
      `the insured keeps ${showShare(coinsurance.keptShare)} of what is left here`,
  };
}

export const coinsuranceAfterRetention = coinsuranceAt('after-retention');
export const coinsuranceAfterLimits = coinsuranceAt('after-limits');
