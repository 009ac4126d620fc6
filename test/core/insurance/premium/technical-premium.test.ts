import { describe, expect, it } from 'vitest';
import { ImpactError } from '../../../../src/core/errors/impact-error.ts';
import { limitedHours } from '../../../../src/core/insurance/frequency/duration.ts';
import { layerLossCost } from '../../../support/closed-forms/layer-loss-cost.ts';
import { riskLoad } from '../../../../src/core/insurance/premium/risk-load.ts';
import { rateOnLine, technicalPremium } from '../../../../src/core/insurance/premium/technical-premium.ts';
import type { PremiumParts } from '../../../../src/core/insurance/premium/technical-premium.ts';

const parts: PremiumParts = {
  averageAnnualLoss: 100_000,
  lossAdjustmentShare: 0.1,
  netReinsuranceCost: 0,
  riskLoad: 30_000,
  fixedExpense: 0,
  commissionShare: 0.2,
  premiumTaxShare: 0.03,
  variableExpenseShare: 0.07,
  profitShare: 0.05,
};

describe('technicalPremium', () => {
  it('AAL 100k, LAE 10 %, load 30k, shares 35 %: 140k / 0.65 = 215.4k', () => {
    expect(technicalPremium(parts)).toBeCloseTo(140_000 / 0.65, 6);
    expect(Math.round(technicalPremium(parts) / 100)).toBe(2_154);
  });

  it('reinsurance and fixed expense are loaded too', () => {
    const loaded = technicalPremium({ ...parts, netReinsuranceCost: 6_000, fixedExpense: 7_000 });
    expect(loaded - technicalPremium(parts)).toBeCloseTo(13_000 / 0.65, 6);
  });

  it('pays its parts and nothing else', () => {
    const premium = technicalPremium(parts);
    expect(premium * 0.35 + 110_000 + 30_000).toBeCloseTo(premium, 6);
  });

  it('refuses shares that take the whole premium', () => {
    expect(() => technicalPremium({ ...parts, commissionShare: 0.85 })).toThrow(ImpactError);
  });
});

it('riskLoad: a multiple of the standard deviation, or the cost of capital', () => {
  expect(riskLoad({ kind: 'standard-deviation', multiple: 0.3, standardDeviation: 100_000 })).toBe(30_000);
  expect(
    riskLoad({ kind: 'cost-of-capital', rate: 0.1, tailValueAtRisk: 400_000, averageAnnualLoss: 100_000 }),
  ).toBe(30_000);
});

it('rateOnLine: 250k for a limit of 5M is 5 %', () => {
  expect(rateOnLine(250_000, 5e6)).toBe(0.05);
  expect(rateOnLine(250_000, 0)).toBeNull();
  expect(rateOnLine(250_000, null)).toBeNull();
});

describe('layerLossCost', () => {
  it('exponential losses of mean 100, one every 5 years, 50 excess of 100', () => {
    const law = { kind: 'generalised-pareto', thresholdHours: 0, scaleHours: 100, shape: 0 } as const;
    const cost = layerLossCost((x) => limitedHours(law, x), 0.2, 100, 50);
    expect(cost).toBeCloseTo(0.2 * 100 * (Math.exp(-1) - Math.exp(-1.5)), 10);
  });
});
