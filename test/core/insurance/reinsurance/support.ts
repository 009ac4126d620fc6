import type { LayerTerms, TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';

const ALL: LayerTerms = { attachment: 0, limit: null };

/** Cedes everything, alone, with the usual hours clause. */
export const whole: TreatyTerms = {
  number: 1,
  name: null,
  type: 'QS',
  inuringPriority: 1,
  cededShare: 1,
  occurrence: ALL,
  aggregate: ALL,
  placedShare: 1,
  eventHours: 72,
  reinstatementCharges: [],
  premiumUsd: null,
};

export function quotaShare(cededShare: number, other: Partial<TreatyTerms> = {}): TreatyTerms {
  return { ...whole, cededShare, ...other };
}

/** The limit of one event can be used once, and again with each of `charges`. */
export function eventExcess(
  limit: number,
  attachment: number,
  charges: readonly number[] = [],
  other: Partial<TreatyTerms> = {},
): TreatyTerms {
  return {
    ...whole,
    type: 'CXL',
    occurrence: { attachment, limit },
    aggregate: { attachment: 0, limit: limit * (1 + charges.length) },
    reinstatementCharges: charges,
    ...other,
  };
}

export function aggregateExcess(
  limit: number | null,
  attachment: number,
  other: Partial<TreatyTerms> = {},
): TreatyTerms {
  return { ...whole, type: 'AXL', aggregate: { attachment, limit }, ...other };
}
