import type { WaitingMode } from '../../core/insurance/policy.ts';
import type { RecaptureWording } from '../../core/insurance/price/risk.ts';

/** One risk to be priced, as the page asks for it. Money in US dollars. */
export interface RiskChoice {
  readonly revenue: number;
  /** Id of a sector. */
  readonly sector: string;
  /** `provider/region`, or `unknown`. */
  readonly cloud: string;
  readonly waitingHours: number;
  readonly waitingMode: WaitingMode;
  readonly recapture: RecaptureWording;
  readonly limit: number;
  readonly retention: number;
  /** Spent in each outage. */
  readonly extraExpense: number;
}

export const UNKNOWN_CLOUD = 'unknown';

export const defaultRisk: RiskChoice = {
  revenue: 250_000_000,
  sector: 'retail-trade',
  cloud: 'aws/us-east-1',
  waitingHours: 8,
  waitingMode: 'timeDeductible',
  recapture: 'deducted',
  limit: 5_000_000,
  retention: 0,
  extraExpense: 0,
};

/** Provider and region, as far as they are known. */
export function cloudOf({ cloud }: RiskChoice): { readonly provider?: string; readonly region?: string } {
  if (cloud === UNKNOWN_CLOUD) return {};
  const [provider = '', region = 'all'] = cloud.split('/');
  return region === 'all' ? { provider } : { provider, region };
}

/** The field that the path of an error names; null for none of them. */
export function riskFieldOf(path: string): keyof RiskChoice | null {
  return fields.find(([key]) => path.includes(key))?.[1] ?? null;
}

const fields: readonly (readonly [string, keyof RiskChoice])[] = [
  ['annualRevenueUsd', 'revenue'],
  ['sector', 'sector'],
  ['provider', 'cloud'],
  ['region', 'cloud'],
  ['waitingHours', 'waitingHours'],
  ['waitingMode', 'waitingMode'],
  ['recapture', 'recapture'],
  ['limitUsd', 'limit'],
  ['retentionUsd', 'retention'],
  ['extraExpenseUsd', 'extraExpense'],
];
