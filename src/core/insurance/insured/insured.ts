/** Facts of one insured that a loss by the hour needs, US dollars; null where they are not known. */
export interface Insured {
  readonly annualRevenueUsd: number;
  /** Id of a sector in `models/sectors/`. */
  readonly sector: string;
  /** ISO 3166-1 alpha-2; null: the hours of an average country. */
  readonly country: string | null;
  /** Net profit and continuing expenses ÷ revenue, 0–1; null: value added ÷ revenue of the sector. */
  readonly grossMarginShare: number | null;
  /** Share of revenue that rests on cloud services at all, 0–1; null: as the sector's parameter has it. */
  readonly dependenceShare: number | null;
  /** Cloud providers and regions it depends on, with shares of the dependence that sum to at most 1; null: not known. */
  readonly dependsOn: readonly CloudDependence[] | null;
  /** Services of the provider that it needs; null: all. */
  readonly services: readonly string[] | null;
  /** Hours until it runs elsewhere; null: never before the end. */
  readonly failoverHours: number | null;
  /** Sales that are made up later are no loss; false: the wording does not deduct them. */
  readonly recaptureReducesLoss: boolean;
  /** Spent in each outage that costs it income, to keep the loss down, ≥ 0; 0 when nothing is stated. */
  readonly extraExpenseUsd: number;
}

export interface CloudDependence {
  readonly provider: string;
  /** Null: not known which. */
  readonly region: string | null;
  /** 0–1 */
  readonly share: number;
}
