import type { Accrual } from './accrual.ts';
import type { LossCause } from './insured-outage.ts';

/** What one event costs one insured before terms, apart from the interruption itself. */
export interface OtherLoss<Money> {
  readonly cause: LossCause;
  /** Spent to keep the loss down, ≥ 0. */
  readonly extraExpense: Money;
  /** What that spending saved, and so the most that is paid for it; null when nobody knows. */
  readonly lossAvoided: Money | null;
  /** Service credits and other recoveries, ≥ 0. */
  readonly recoveries: Money;
}

/** Ground-up loss of one insured in one event: business interruption as it accrues, and the rest. */
export interface InsuredLoss<Money> extends OtherLoss<Money> {
  readonly accrual: Accrual;
}
