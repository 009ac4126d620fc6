import type { ResultWarning } from '../../result.ts';
import type { PolicyLoss } from './book-sums.ts';
import type { EventHours } from './event-hours.ts';
import type { WAITING_MODES } from './policy-hours.ts';
import type { ReinsuredEvent } from './reinsured-event.ts';

/** A loss over the draws, US dollars. */
export interface LossRange {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Part of a book; means over the draws, US dollars. */
export interface BookGroup {
  readonly name: string;
  readonly policies: number;
  readonly groundUpMean: number;
  readonly grossMean: number;
  /** As of `PolicyLoss`; null without treaties: same as gross. */
  readonly netMean: number | null;
}

/** Losses of a book in one event. Ground-up is before policy terms, gross after them and before reinsurance. */
export interface BookLosses {
  /** Rows that are used and in force. */
  readonly policyCount: number;
  readonly notInForce: number;
  /** Policies whose insured states extra expense. */
  readonly extraExpensePolicies: number;
  /** Further policies of an insured whose ground-up loss is not that of its first row, which totals have. */
  readonly unlikeFirstRow: number;
  /** Policies with a ground-up loss, and past their waiting period, on average over the draws. */
  readonly struckMean: number;
  readonly pastWaitingMean: number;
  readonly groundUp: LossRange;
  readonly gross: LossRange;
  /** Draws in which no policy pays. */
  readonly drawsWithoutPayout: number;
  /** Were all policies to wait so long and in this mode. */
  readonly waiting: readonly {
    readonly mode: (typeof WAITING_MODES)[number];
    readonly hours: number;
    readonly gross: LossRange;
  }[];
  /** Were an hour to count from another share of impairment on. */
  readonly minimumImpairment: readonly { readonly share: number; readonly gross: LossRange }[];
  readonly unknown: {
    /** Policies whose cloud nobody knows. */
    readonly provider: number;
    /** Policies that name the provider that failed, but no region. */
    readonly region: number;
    /** Policies that name no services; they need all. */
    readonly services: number;
    /** The book without the policies of `provider` and `region`. */
    readonly groundUpWithout: LossRange;
    readonly grossWithout: LossRange;
  };
  readonly sectors: readonly BookGroup[];
  readonly providers: readonly BookGroup[];
  readonly regions: readonly BookGroup[];
  /** Those that any draw strikes, in the order of the file; the others lose nothing. */
  readonly policies: readonly PolicyLoss[];
}

/** Losses of a book with what they rest on: `lossrange/book@1`. */
export interface BookResult extends BookLosses, ReinsuredEvent {
  readonly schema: 'lossrange/book@1';
  /** Hash of what went in: the bytes of the files, the simulation, engine and models. */
  readonly id: string;
  readonly engine: string;
  readonly event: {
    readonly title: string;
    readonly provider: string;
    readonly region: string | null;
    readonly start: string | null;
    readonly hours: EventHours;
  };
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly refused: number;
    readonly ignoredColumns: readonly string[];
  };
  readonly seed: number;
  readonly draws: number;
  readonly warnings: readonly ResultWarning[];
  /** Model and data files used, with their hashes. */
  readonly files: Readonly<Record<string, string>>;
}
