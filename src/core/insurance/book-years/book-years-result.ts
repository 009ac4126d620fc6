import type { ResultWarning } from '../../result.ts';
import type { Accumulation } from '../accumulation/accumulation.ts';
import type { TreatyTerms } from '../reinsurance/treaty.ts';

/** A loss that is reached once in so many years, US dollars. */
export interface ExceedancePoint {
  readonly lossUsd: number;
  /** 95 % interval for the number of simulated years alone. */
  readonly low: number;
  readonly high: number;
  /** Mean of the tail, the loss itself counted in (the convention of Oasis). */
  readonly tailValueAtRiskUsd: number;
  /**
   * 95 % interval of the mean of the tail for the number of simulated years alone: that of the textbook TVaR, which is
   * the one above where a whole number of years lies in the tail, and close to it elsewhere. No higher than the worst
   * year simulated.
   */
  readonly tailLow: number;
  readonly tailHigh: number;
  /** Of the premium of the book; null unless every policy states one. */
  readonly ofPremiumShare: number | null;
}

export interface ExceedanceRow {
  readonly returnPeriodYears: number;
  /** Simulated years that are as bad or worse: what the figures rest on. */
  readonly yearsBehind: number;
  /** OEP: the largest outage of a year. Null beyond the years simulated. */
  readonly occurrence: ExceedancePoint | null;
  /** AEP: the sum of a year. */
  readonly aggregate: ExceedancePoint | null;
}

/** Mean and spread of a year in one perspective, US dollars. */
export interface YearSummary {
  /** Average annual loss (AAL): structural factor as it is, and divided by its mean. */
  readonly averageAnnualLossUsd: { readonly factorMedianOne: number; readonly meanNeutral: number };
  /** Of the mean-neutral loss. */
  readonly standardDeviationUsd: number;
  /** Of the mean-neutral average: from too few years, and from what differs between worlds. */
  readonly standardErrorUsd: { readonly process: number; readonly parameter: number };
}

/** What a treaty pays in simulated years, US dollars; mean-neutral unless it says otherwise. */
export interface TreatyYears {
  /** As read, in US dollars. */
  readonly terms: TreatyTerms;
  /** A year, with the structural factor as it is, and divided by its mean. */
  readonly averageRecoveryUsd: { readonly factorMedianOne: number; readonly meanNeutral: number };
  /** Share of the years in which it pays, and in which its limit of a year is used up; null without such a limit. */
  readonly payingYearsShare: number;
  readonly exhaustedYearsShare: number | null;
  /** Owed a year for limits used, for the placed share; no part of the net loss. */
  readonly averageReinstatementPremiumUsd: number;
  /** Stated premium for the placed share; null when it is not stated. */
  readonly cededPremiumUsd: number | null;
}

/** Simulated years after the treaties of a book; null without a treaty: net is the same as gross. */
export interface ReinsuredYears {
  readonly net: YearSummary | null;
  /** Net loss, mean-neutral; without shares of the premium, which is before reinsurance. */
  readonly netExceedance: readonly ExceedanceRow[] | null;
  readonly treaties: readonly TreatyYears[];
}

/** Simulated years of a book. Gross is after policy terms and before reinsurance, ground-up before terms. */
export interface BookYearsLosses extends ReinsuredYears {
  readonly policyCount: number;
  /** Policies that name no provider. */
  readonly providerUnknown: number;
  /** Policies that pay, if only extra expense, for outages shorter than any simulated: their losses are too low. */
  readonly waitTooShort: { readonly policies: number; readonly shortestOutageHours: number };
  /** Policies whose insured states extra expense. */
  readonly extraExpensePolicies: number;
  /** Further policies of an insured that state other facts than its first row, whose ground-up loss totals have. */
  readonly unlikeFirstRow: number;
  /** Sum of what policies state, once for all layers of a policy. */
  readonly premium: { readonly usd: number; readonly policies: number };
  readonly groundUp: YearSummary;
  readonly gross: YearSummary;
  /** Gross loss, mean-neutral. */
  readonly grossExceedance: readonly ExceedanceRow[];
  readonly accumulation: Accumulation;
}

/** `lossrange/book-years@1`. */
export interface BookYearsResult extends BookYearsLosses {
  readonly schema: 'lossrange/book-years@1';
  /** Hash of what went in: the bytes of the files, the simulation, engine and models. */
  readonly id: string;
  readonly engine: string;
  readonly catalogue: string;
  readonly seed: number;
  readonly worlds: number;
  readonly yearsPerWorld: number;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly refused: number;
    readonly ignoredColumns: readonly string[];
  };
  readonly warnings: readonly ResultWarning[];
  /** Model and data files used, with their hashes. */
  readonly files: Readonly<Record<string, string>>;
}
