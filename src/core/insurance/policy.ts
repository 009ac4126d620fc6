/**
 * How the waiting period, hours, works.
 *
 * - `timeDeductible`  loss counts from the end of the waiting period on
 * - `qualifying`      an outage that outlasts it counts from its first hour
 * - `greaterOf`       from the first hour, less the larger of the loss during the waiting period and the retention
 */
export const waitingModes = ['timeDeductible', 'qualifying', 'greaterOf'] as const;
export type WaitingMode = (typeof waitingModes)[number];

/** Which hours count towards the waiting period: the longest run of impaired hours, or their sum. */
export type HourCount = 'continuous' | 'cumulative';

/** Whose clock runs: the provider's outage, or the insured's interruption with its own restoration. */
export const waitingClocks = ['provider-outage', 'insured-interruption'] as const;
export type WaitingClock = (typeof waitingClocks)[number];

export interface WaitingPeriod {
  /** ≥ 0 */
  readonly hours: number;
  readonly mode: WaitingMode;
  /** An outage of exactly `hours` is covered (`at-least`), or must be longer (`more-than`). */
  readonly trigger: 'at-least' | 'more-than';
  /** `greaterOf` only: hours must be reached, or the loss must exceed the retention too. */
  readonly greaterOfTrigger: 'hours' | 'hours-and-loss';
  readonly count: HourCount;
  /** An hour counts when a service the insured depends on is impaired at least so far, 0–1. */
  readonly minimumImpairmentShare: number;
  readonly clock: WaitingClock;
}

/** Deductible and limit of one coverage; a limit of null is unlimited. */
export interface CoverageTerms<Money> {
  readonly covered: boolean;
  readonly deductible: Money;
  readonly limit: Money | null;
}

/**
 * The terms of one layer of one policy, every default filled in. Money is in the policy's currency: `number` in
 * simulation, `Decimal` for one policy and loss. Limits of null are unlimited.
 */
export interface Policy<Money> {
  readonly waiting: WaitingPeriod;
  /** Period of indemnity, hours, > 0. */
  readonly indemnityHours: number;
  /** Own IT that fails without an attack. */
  readonly own: CoverageTerms<Money>;
  /** A provider's service that fails: contingent business interruption. */
  readonly dependent: CoverageTerms<Money> & {
    /** Sublimit of failures without an attack, inside `limit`. */
    readonly systemFailureLimit: Money | null;
    /** 1: only providers the insured contracts with; 2: providers of those, too. */
    readonly tier: 1 | 2;
  };
  readonly excludedCauses: readonly string[];
  readonly extraExpense: {
    /** Paid only when the waiting period is passed, or always. */
    readonly waiting: 'triggered' | 'none';
    readonly limit: Money | null;
  };
  /** Credits and other recoveries reduce the loss. */
  readonly recoveriesReduceLoss: boolean;
  /** Monetary retention of each loss. */
  readonly retention: Money;
  readonly coinsurance: {
    /** Share that the insured keeps, 0–1. */
    readonly keptShare: number;
    readonly place: 'after-retention' | 'after-limits';
  };
  /** Terms of an event that strikes many insureds at once. */
  readonly widespread: { readonly limit: Money | null; readonly keptShare: number };
  /** Deductible of the sum of all coverages. */
  readonly policyDeductible: Money;
  readonly layer: {
    readonly attachment: Money;
    readonly limit: Money | null;
    /** The insurer's share of the layer, 0–1. */
    readonly participationShare: number;
  };
  readonly annualAggregate: { readonly attachment: Money; readonly limit: Money | null };
}
