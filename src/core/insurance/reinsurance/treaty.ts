/** Part of a loss above an attachment, up to a limit, money; null is unlimited. */
export interface LayerTerms {
  readonly attachment: number;
  readonly limit: number | null;
}

/** Types of OED that are read: quota share, excess of loss per event, excess of the year's sum. */
export const TREATY_TYPES = ['QS', 'CXL', 'AXL'] as const;

/**
 * Terms of one reinsurance treaty of a whole book for one year, US dollars. They apply in the order of OED: ceded share,
 * each event, the year's aggregate, placed share.
 */
export interface TreatyTerms {
  readonly number: number;
  readonly name: string | null;
  readonly type: (typeof TREATY_TYPES)[number];
  /** From 1. Treaties of one priority see the same loss, those of the next what is left. */
  readonly inuringPriority: number;
  /** Share of every loss that enters the treaty, 0–1. */
  readonly cededShare: number;
  /** Of one event. */
  readonly occurrence: LayerTerms;
  /** Of one year; with reinstatements its limit is that of one event for each time it can be used. */
  readonly aggregate: LayerTerms;
  /** Share of the treaty that is in force with reinsurers, 0–1. */
  readonly placedShare: number;
  /** Outages of one cause that start within so many hours of the first are one event. */
  readonly eventHours: number;
  /** [reinstatements] share of the premium that each one costs. */
  readonly reinstatementCharges: readonly number[];
  /** For the whole layer, a year; null when it is not stated. */
  readonly premiumUsd: number | null;
}

export interface Treaty {
  readonly terms: TreatyTerms;
  /** ms since the epoch; a treaty pays for events that start from the first up to the second. */
  readonly inceptionMs: number;
  readonly expiryMs: number;
}
