import { describe, expect, it } from 'vitest';
import { parseRisk } from '../../src/schema/risk.ts';

const insured = { annualRevenueUsd: 250e6, sector: 'retail-trade' };
const policy = { waitingHours: 8, limitUsd: 5e6 };

describe('parseRisk', () => {
  it('fills in what is not said', () => {
    expect(parseRisk({ insured, policy })).toEqual({
      insured: {
        ...insured,
        ...{ country: null, grossMarginShare: null, dependenceShare: null },
        ...{ provider: null, region: null, failoverHours: null, extraExpenseUsd: 0 },
      },
      policy: {
        ...policy,
        ...{ waitingMode: 'timeDeductible', waitingClock: 'provider-outage', recapture: 'deducted' },
        indemnityDays: 120,
        ...{ retentionUsd: 0, coinsuranceShare: 0, attachmentUsd: 0, annualLimitUsd: null },
      },
      load: 'standard-deviation',
      assumptions: {},
      simulation: { worlds: 500, years: 200_000, seed: 1 },
    });
  });

  it.each<[object, object, object, string, string]>([
    [{ annualRevenueUsd: -1 }, {}, {}, 'PARAMETER_OUT_OF_RANGE', 'insured.annualRevenueUsd'],
    [{ annualRevenueUsd: '250m' }, {}, {}, 'RISK_INVALID', 'insured.annualRevenueUsd'],
    [{ grossMarginShare: 45 }, {}, {}, 'PARAMETER_OUT_OF_RANGE', 'insured.grossMarginShare'],
    [{ region: 'us-east-1' }, {}, {}, 'RISK_INVALID', 'insured.region'],
    [{ extraExpenseUsd: -1 }, {}, {}, 'PARAMETER_OUT_OF_RANGE', 'insured.extraExpenseUsd'],
    [{}, { recapture: false }, {}, 'RISK_INVALID', 'policy.recapture'],
    [{ country: 'us' }, {}, {}, 'RISK_INVALID', 'insured.country'],
    [{}, { limitUsd: 0 }, {}, 'PARAMETER_OUT_OF_RANGE', 'policy.limitUsd'],
    [{}, { waitingHours: Infinity }, {}, 'RISK_INVALID', 'policy.waitingHours'],
    [{}, { waitingMode: 'deductible' }, {}, 'RISK_INVALID', 'policy.waitingMode'],
    [{}, { limit: 5 }, {}, 'RISK_INVALID', 'policy'],
    [{}, {}, { simulation: { worlds: 100, years: 150 } }, 'RISK_INVALID', 'simulation.years'],
    [{}, {}, { simulation: { worlds: 1, years: 150 } }, 'PARAMETER_OUT_OF_RANGE', 'simulation.worlds'],
    [{}, {}, { premium: 3 }, 'RISK_INVALID', 'risk'],
  ])('%j %j %j is refused', (insuredChanges, policyChanges, rest, code, path) => {
    const risk = {
      insured: { ...insured, ...insuredChanges },
      policy: { ...policy, ...policyChanges },
      ...rest,
    };
    expect(() => parseRisk(risk)).toThrow(expect.objectContaining({ code, path }));
  });
});
