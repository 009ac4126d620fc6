/** Part of a loss above an attachment, up to a limit, money; null is unlimited. */
export interface LayerTerms {
  readonly attachment: number;
  readonly limit: number | null;
}

/**
 * One reinsurance treaty of one year. Terms apply in the order of OED: ceded share, each risk, each event, the year's
 * aggregate, placed share.
 */
export interface Treaty {
  /** Share of every loss that is ceded, 0–1. */
  readonly cededShare: number;
  readonly risk: LayerTerms;
  readonly occurrence: LayerTerms;
  readonly aggregate: LayerTerms;
  /** Share of the treaty that reinsurers took, 0–1. */
  readonly placedShare: number;
}

const ALL: LayerTerms = { attachment: 0, limit: null };

/** A share of every loss. */
export function quotaShare(cededShare: number, placedShare = 1): Treaty {
  return { cededShare, risk: ALL, occurrence: ALL, aggregate: ALL, placedShare };
}

/**
 * Excess of loss per event. The limit can be used once and again with each reinstatement, so the year's recoveries end
 * at limit x (1 + reinstatements).
 *
 * @param layer  money of one event; limit not null
 * @param reinstatements  n, >= 0
 */
export function eventExcess(
  layer: { readonly attachment: number; readonly limit: number },
  reinstatements: number,
  placedShare = 1,
): Treaty {
  const aggregate = { attachment: 0, limit: layer.limit * (1 + reinstatements) };
  return { cededShare: 1, risk: ALL, occurrence: layer, aggregate, placedShare };
}

/** Excess of the year's sum of losses, money. */
export function aggregateExcess(layer: LayerTerms, placedShare = 1): Treaty {
  return { cededShare: 1, risk: ALL, occurrence: ALL, aggregate: layer, placedShare };
}

/**
 * Aggregate excess stated as loss ratios.
 *
 * @param netPremium  gross net earned premium income (GNEPI), money
 * @param attachmentRatio  share of it from which the treaty pays, as 1.1
 * @param limitRatio  share of it that the treaty pays at most, as 0.5
 */
export function stopLoss(
  netPremium: number,
  attachmentRatio: number,
  limitRatio: number,
  placedShare = 1,
): Treaty {
  const layer = { attachment: attachmentRatio * netPremium, limit: limitRatio * netPremium };
  return aggregateExcess(layer, placedShare);
}
