import { expect, it } from 'vitest';
import { statedPremium } from '../../../../src/core/insurance/book-years/stated-premium.ts';
import { policyOf } from '../years/support.ts';

it('counts the premium of a policy once for all its layers, and says when one is missing', () => {
  const row = (account: string, layerNumber: number, grossPremiumUsd: number | null) => {
    const policy = policyOf(account);
    return { ...policy, key: { ...policy.key, layerNumber }, grossPremiumUsd };
  };
  const both = [row('a', 1, 100), row('a', 2, 100), row('b', 1, null), row('b', 2, 30)];
  expect(statedPremium(both)).toEqual({ usd: 130, policies: 2, complete: true });
  expect(statedPremium([...both, row('c', 1, null)])).toMatchObject({ usd: 130, complete: false });
  expect(statedPremium([row('c', 1, null)])).toEqual({ usd: 0, policies: 0, complete: false });
});
