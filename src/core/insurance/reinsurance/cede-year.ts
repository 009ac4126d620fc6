import { invariant } from '../../errors/invariant.ts';
import { layerLoss } from './layer-loss.ts';
import type { Treaty } from './treaty.ts';

/**
 * What a treaty takes of one event, before the year's aggregate: the ceded share of each risk, its own layer, then
 * the event's layer over their sum.
 *
 * Formula: c_r = clamp(cededShare x_r - RiskAtt, 0, RiskLim); C = clamp(sum of c_r - OccAtt, 0, OccLim)
 *
 * @param riskLosses  [risks] money, >= 0
 * @param riskCessions  [risks] filled with c_r, the weights by which C goes back to the risks
 * @returns C, money
 * Source: Open Exposure Data (OED) 5.0, reinsurance, order of terms. Evidence: published
 */
export function cedeEvent(treaty: Treaty, riskLosses: Float64Array, riskCessions: Float64Array): number {
  let total = 0;
  for (let risk = 0; risk < riskLosses.length; risk++) {
    const loss = riskLosses[risk]!;
    invariant(loss >= 0, `risk ${risk} loses ${loss}`);
    const ceded = layerLoss(treaty.cededShare * loss, treaty.risk);
    riskCessions[risk] = ceded;
    total += ceded;
  }
  return layerLoss(total, treaty.occurrence);
}

/**
 * What a treaty pays for the events of one year, after the aggregate and the placed share.
 *
 * Formula: paid_j = placedShare x (A(S_j) - A(S_(j-1))), S_j the sum of the first j event cessions, A the aggregate layer
 *
 * @param eventCessions  [events] C of `cedeEvent`, money, in date order
 * @param recovered  [events] filled with what is paid, money
 * @returns the year's recovery before the placed share, on which reinstatement premium is due, money
 */
export function cedeYear(treaty: Treaty, eventCessions: Float64Array, recovered: Float64Array): number {
  let sum = 0;
  let used = 0;
  for (let event = 0; event < eventCessions.length; event++) {
    const ceded = eventCessions[event]!;
    sum += ceded;
    const usedNow = layerLoss(sum, treaty.aggregate);
    // Rounding of the sums must not pay more than the event cost.
    recovered[event] = treaty.placedShare * Math.min(usedNow - used, ceded);
    used = usedNow;
  }
  return used;
}
