import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatArithmetic } from '../../../src/core/insurance/arithmetic.ts';
import {
  foldedArithmetic,
  foldedAt,
  knownAmount,
  wholeLoss,
  type FoldedLoss,
} from '../../../src/core/insurance/folded-loss.ts';

describe('foldedArithmetic', () => {
  const amount = fc.integer({ min: 0, max: 1000 });
  const share = fc.integer({ min: 0, max: 4 }).map((n) => n / 4);
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('amount' as const),
      name: fc.constantFrom('over', 'atMost'),
      value: amount,
    }),
    fc.record({
      kind: fc.constant('share' as const),
      name: fc.constantFrom('times', 'without'),
      value: share,
    }),
  );

  it('of any chain is the chain, at any loss', () => {
    fc.assert(
      fc.property(amount, fc.array(step, { maxLength: 8 }), amount, (added, steps, loss) => {
        let folded: FoldedLoss = foldedArithmetic.add(wholeLoss, knownAmount(added));
        let plain = loss + added;
        for (const { kind, name, value } of steps) {
          folded =
            kind === 'amount'
              ? foldedArithmetic[name](folded, knownAmount(value))
              : foldedArithmetic[name](folded, value);
          plain = floatArithmetic[name](plain, value);
        }
        // Quarters of whole numbers, eight times over, are exact.
        expect(foldedAt(folded, loss)).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what it cannot fold', () => {
    expect(() => foldedArithmetic.over(wholeLoss, wholeLoss)).toThrow('known amounts');
    const less = foldedArithmetic.over(wholeLoss, knownAmount(1));
    expect(() => foldedArithmetic.add(less, knownAmount(1))).toThrow('before anything is taken off');
  });
});
