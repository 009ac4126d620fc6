import { invariant } from '../../errors/invariant.ts';
import { layerLoss } from './layer-loss.ts';
import type { TreatyTerms } from './treaty.ts';

/**
 * What a treaty pays for the outages of one year: the ceded share of each, the layer of one event over their sum, the
 * year's aggregate in date order, the placed share. An event's recovery goes back to its outages pro rata.
 *
 * Formula: C_j = clamp(sum of cededShare x_i - OccAtt, 0, OccLim) over the outages i of event j;
 * paid_j = placedShare x (A(S_j) - A(S_(j-1))), S_j the sum of C_1 to C_j, A the aggregate layer
 *
 * @param losses  [outages] what the treaty sees, in date order, money, >= 0
 * @param event  [outages] of `groupEvents`
 * @param recovered  [outages] filled with what is paid, money, none above its loss
 * @returns what the year used up before the placed share, on which reinstatement premium is due, money
 * Source: Open Exposure Data (OED) 5.0, reinsurance, order of terms. Evidence: published
 */
export function cedeYear(
  { cededShare, occurrence, aggregate, placedShare }: TreatyTerms,
  losses: Float64Array,
  event: Uint32Array,
  recovered: Float64Array,
): number {
  const ceded = new Float64Array(event.length);
  losses.forEach((loss, outage) => {
    invariant(loss >= 0, `outage ${outage} loses ${loss}`);
    ceded[event[outage]!]! += cededShare * loss;
  });
  const paidShare = new Float64Array(event.length);
  let sum = 0;
  let used = 0;
  ceded.forEach((loss, number) => {
    if (loss === 0) return;
    sum += layerLoss(loss, occurrence);
    const usedNow = layerLoss(sum, aggregate);
    // Rounding of the sums must not pay more than the event cost.
    paidShare[number] = Math.min((usedNow - used) / loss, 1);
    used = usedNow;
  });
  losses.forEach((loss, outage) => {
    recovered[outage] = placedShare * cededShare * loss * paidShare[event[outage]!]!;
  });
  return used;
}
