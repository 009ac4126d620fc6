import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convertPolicy } from '../../../src/core/insurance/convert-policy.ts';
import { anyPolicy, plain } from './support.ts';

it('convertPolicy turns each amount there and back, and leaves hours and shares alone', () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const there = convertPolicy(policy, (amount) => ({ amount }));
      expect(convertPolicy(there, ({ amount }) => amount)).toEqual(policy);
    }),
  );
  // 11 amounts, 6 of which may be missing.
  let turned = 0;
  convertPolicy(plain.policy, () => turned++);
  expect(turned).toBe(6);
});
