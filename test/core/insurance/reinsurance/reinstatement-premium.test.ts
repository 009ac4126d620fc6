import { describe, expect, it } from 'vitest';
import { reinstatementPremium } from '../../../../src/core/insurance/reinsurance/reinstatement-premium.ts';

describe('reinstatementPremium', () => {
  it('recovery 14M on 10M, two at 100 %, premium 2M: 2.8M', () => {
    expect(reinstatementPremium(14e6, 10e6, [1, 1], 2e6)).toBeCloseTo(2.8e6, 6);
  });

  it('ends with the last reinstatement, and each has its own charge', () => {
    expect(reinstatementPremium(30e6, 10e6, [1, 1], 2e6)).toBe(4e6);
    expect(reinstatementPremium(25e6, 10e6, [0, 0.5], 2e6)).toBe(1e6);
    expect(reinstatementPremium(14e6, 10e6, [], 2e6)).toBe(0);
    expect(reinstatementPremium(0, 10e6, [1], 2e6)).toBe(0);
  });
});
