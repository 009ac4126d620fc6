import type { Policy } from '../policy.ts';
import type { RiskPolicy } from './risk.ts';

const HOURS_PER_DAY = 24;

/** The terms of one risk as a policy: contingent business interruption from a provider's outage, one layer, nothing else. */
export function termsOfRisk(policy: RiskPolicy): Policy<number> {
  return {
    waiting: {
      hours: policy.waitingHours,
      mode: policy.waitingMode,
      trigger: 'at-least',
      greaterOfTrigger: 'hours',
      count: 'continuous',
      minimumImpairmentShare: 0.5,
      clock: policy.waitingClock,
    },
    indemnityHours: policy.indemnityDays * HOURS_PER_DAY,
    own: { covered: false, deductible: 0, limit: null },
    dependent: { covered: true, deductible: 0, limit: null, systemFailureLimit: null, tier: 1 },
    excludedCauses: [],
    extraExpense: { waiting: 'triggered', limit: null },
    recoveriesReduceLoss: true,
    retention: policy.retentionUsd,
    coinsurance: { keptShare: policy.coinsuranceShare, place: 'after-retention' },
    widespread: { limit: null, keptShare: 0 },
    policyDeductible: 0,
    layer: { attachment: policy.attachmentUsd, limit: policy.limitUsd, participationShare: 1 },
    annualAggregate: { attachment: 0, limit: policy.annualLimitUsd },
  };
}
