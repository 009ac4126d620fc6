import { sum } from '../../statistics/sum.ts';
import { cedeYears } from '../reinsurance/cede-years.ts';
import type { Treaty, TreatyTerms } from '../reinsurance/treaty.ts';
import type { LossRange } from './book-result.ts';
import { netShareOf } from '../reinsurance/net-share.ts';
import { rangeOf } from './summarise-book.ts';

/** What a treaty pays in one event, US dollars. */
export interface TreatyLoss {
  /** As read, in US dollars. */
  readonly terms: TreatyTerms;
  /** False when the event starts outside its dates: it pays nothing. */
  readonly inForce: boolean;
  readonly recovery: LossRange;
  /** Share of the draws in which it pays, 0–1. */
  readonly payingShare: number;
  /** Mean over the draws of what is owed for limits used; no part of the net loss. */
  readonly reinstatementPremiumMean: number;
}

/** A book after its treaties in one event. */
export interface ReinsuredEvent {
  /** Gross less what all treaties pay; null without a treaty: same as gross. */
  readonly net: LossRange | null;
  readonly treaties: readonly TreatyLoss[];
}

/**
 * Puts a book in one event through its treaties. Each draw is one event, and the first of its year.
 *
 * @param startMs  of the event, since the epoch; null: all treaties are in force
 * @param gross  [draws] of the book, after policy terms, US dollars
 * @returns the losses, and [draws] the share of gross that stays, 0–1; null without a treaty
 */
export function reinsuredEvent(
  treaties: readonly Treaty[],
  startMs: number | null,
  gross: Float64Array,
): { readonly losses: ReinsuredEvent; readonly netShare: Float64Array | null } {
  if (treaties.length === 0) return { losses: { net: null, treaties: [] }, netShare: null };
  const inForce = ({ inceptionMs, expiryMs }: Treaty): boolean =>
    startMs === null || (inceptionMs <= startMs && startMs < expiryMs);
  const draws = {
    starts: Uint32Array.from({ length: gross.length + 1 }, (_, draw) => draw),
    startHour: new Float64Array(gross.length),
    cause: new Uint32Array(gross.length),
  };
  const active = treaties.filter(inForce);
  const years = cedeYears(
    active.map(({ terms }) => terms),
    draws,
    gross,
  );
  const nothing = { recovered: new Float64Array(gross.length), reinstatementPremium: new Float64Array(1) };
  return {
    losses: {
      net: rangeOf(years.net),
      treaties: treaties.map((treaty) => {
        const place = active.indexOf(treaty);
        const { recovered, reinstatementPremium } = years.treaties[place] ?? nothing;
        return {
          terms: treaty.terms,
          inForce: place !== -1,
          recovery: rangeOf(recovered),
          payingShare: recovered.filter((paid) => paid > 0).length / gross.length,
          reinstatementPremiumMean: sum(reinstatementPremium) / gross.length,
        };
      }),
    },
    netShare: netShareOf(years.net, gross),
  };
}
