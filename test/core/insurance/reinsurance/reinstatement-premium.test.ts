import { describe, expect, it } from 'vitest';
import { reinstatementPremium } from '../../../../src/core/insurance/reinsurance/reinstatement-premium.ts';
import { eventExcess, quotaShare } from './support.ts';

const layer = (charges: readonly number[], other = {}) =>
  eventExcess(10e6, 5e6, charges, { premiumUsd: 2e6, ...other });

describe('reinstatementPremium', () => {
  it('14M used of a limit of 10M, two at 100 %, premium 2M: 2.0M + 0.8M = 2.8M', () => {
    expect(reinstatementPremium(layer([1, 1]), 14e6)).toBeCloseTo(2.8e6, 6);
    expect(reinstatementPremium(layer([1, 1], { placedShare: 0.5 }), 14e6)).toBeCloseTo(1.4e6, 6);
  });

  it('ends with the last reinstatement, and each has its own charge', () => {
    expect(reinstatementPremium(layer([1, 1]), 30e6)).toBe(4e6);
    expect(reinstatementPremium(layer([0, 0.5]), 25e6)).toBe(1e6);
    expect(reinstatementPremium(layer([]), 14e6)).toBe(0);
    expect(reinstatementPremium(layer([1]), 0)).toBe(0);
  });

  it('is nothing without a limit of one event or a premium', () => {
    expect(reinstatementPremium(layer([1], { premiumUsd: null }), 14e6)).toBe(0);
    expect(reinstatementPremium(quotaShare(0.5, { premiumUsd: 2e6 }), 14e6)).toBe(0);
  });
});
