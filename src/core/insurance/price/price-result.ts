import type { ProvenanceRow, ResultWarning } from '../../result.ts';
import type { RecaptureWording, Risk } from './risk.ts';

/** A range over worlds: what is not known, without the chance of one year. */
export interface WorldRange {
  readonly mean: number;
  /** 9 chances in 10 lie between. */
  readonly p5: number;
  readonly p95: number;
}

/** A row of the table of waiting periods. */
export interface WaitingRow {
  readonly mode: 'timeDeductible' | 'qualifying';
  readonly waitingHours: number;
  readonly technicalPremiumUsd: number;
  readonly averageGrossLossUsd: number;
  readonly payingOutagesPerYear: number;
}

/** The same policy were sales made up later treated the other way, US dollars a year. */
export interface OtherWording {
  readonly recapture: RecaptureWording;
  readonly technicalPremiumUsd: number;
  readonly averageGrossLossUsd: number;
}

/** One line from loss to premium, US dollars a year. */
export interface PremiumLine {
  readonly step:
    | 'average-gross-loss'
    | 'loss-adjustment'
    | 'risk-load'
    | 'fixed-expense'
    | 'commission'
    | 'premium-tax'
    | 'variable-expense'
    | 'profit'
    | 'technical-premium';
  readonly usd: number;
  /** The parameter behind it: a share of losses or of the premium, or a multiple; null for sums. */
  readonly rate: number | null;
}

/** `lossrange/price@1`. Simulated amounts are numbers in US dollars a year; every loss names its perspective. */
export interface PriceResult {
  readonly schema: 'lossrange/price@1';
  readonly id: string;
  readonly versions: {
    readonly engine: string;
    readonly models: Readonly<Record<string, string>>;
    readonly data: Readonly<Record<string, string>>;
  };
  readonly seed: number;
  readonly worlds: number;
  readonly yearsPerWorld: number;
  /** As it was read, defaults filled in. */
  readonly risk: Risk;
  readonly sectorTitle: string;
  /** Structural factor divided by its mean; the range is that of the premiums the worlds would ask for. */
  readonly technicalPremiumUsd: WorldRange;
  /** Mean technical premium ÷ limit, a share of one year; null without a limit. */
  readonly rateOnLine: number | null;
  readonly lines: readonly PremiumLine[];
  readonly payingOutagesPerYear: WorldRange;
  readonly averageGroundUpLossUsd: number;
  /** After terms, before reinsurance; structural factor as it is (median 1), and divided by its mean. */
  readonly averageGrossLossUsd: { readonly factorMedianOne: number; readonly meanNeutral: number };
  /** Of the mean-neutral gross loss. */
  readonly standardDeviationUsd: number;
  readonly standardErrorUsd: { readonly process: number; readonly parameter: number };
  readonly waiting: readonly WaitingRow[];
  readonly otherWording: OtherWording;
  /** Gross loss of a year (mean-neutral) at return periods; low and high: 95 % for too few years. */
  readonly aggregateExceedance: readonly {
    readonly returnPeriodYears: number;
    readonly grossLossUsd: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Counts behind the rates. */
  readonly counted: readonly {
    readonly id: string;
    readonly outages: number;
    readonly years: number;
    readonly overHours: number;
    readonly perYear: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly provenance: readonly ProvenanceRow[];
  readonly warnings: readonly ResultWarning[];
}
