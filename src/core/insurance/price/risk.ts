import type { Quantity } from '../../distribution/quantity.ts';
import type { WaitingClock, WaitingMode } from '../policy.ts';

/** One risk to be priced, every default filled in. Money in US dollars. */
export interface Risk {
  readonly insured: {
    readonly annualRevenueUsd: number;
    /** Id of a sector, a finer one allowed. */
    readonly sector: string;
    /** ISO 3166-1 alpha-2; null: average hours. */
    readonly country: string | null;
    readonly grossMarginShare: number | null;
    readonly dependenceShare: number | null;
    /** Null: not known; struck as often as work of its country rests on what fails. */
    readonly provider: string | null;
    readonly region: string | null;
    readonly failoverHours: number | null;
    /** Spent in each outage that costs it income, to keep the loss down; 0 when nothing is stated. */
    readonly extraExpenseUsd: number;
  };
  readonly policy: RiskPolicy;
  readonly load: 'standard-deviation' | 'cost-of-capital';
  /** Overrides of model parameters by path. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  readonly simulation: { readonly worlds: number; readonly years: number; readonly seed: number };
}

/** Whether sales that are made up after an outage are deducted from its loss: wordings differ. */
export const recaptureWordings = ['deducted', 'not-deducted'] as const;
export type RecaptureWording = (typeof recaptureWordings)[number];

export interface RiskPolicy {
  readonly waitingHours: number;
  readonly waitingMode: WaitingMode;
  readonly waitingClock: WaitingClock;
  readonly recapture: RecaptureWording;
  readonly indemnityDays: number;
  readonly retentionUsd: number;
  /** Share that the insured keeps, 0–1. */
  readonly coinsuranceShare: number;
  readonly attachmentUsd: number;
  readonly limitUsd: number;
  /** Most that all losses of a year are paid; null: no such limit. */
  readonly annualLimitUsd: number | null;
}
