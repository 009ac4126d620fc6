import { invariant } from '../../errors/invariant.ts';
import { exceedanceCurve } from '../curves/exceedance-curve.ts';
import { yearsAbove } from '../curves/tail-value-at-risk.ts';

/**
 * Weight of each year in the textbook TVaR of the total: 1 for years in the tail, a part for those at its edge, which
 * share alike what is left, so that the order of years does not matter. The weights sum to N / RP.
 *
 * @param totals  [years] money, >= 0
 * @param returnPeriodYears  1 / (1 - alpha), >= 1
 */
function tailWeights(totals: Float64Array, returnPeriodYears: number): Float64Array {
  const { descending } = exceedanceCurve(totals);
  const above = yearsAbove(totals.length, returnPeriodYears);
  const edge = descending[Math.ceil(above) - 1]!;
  let inside = 0;
  let atEdge = 0;
  for (const total of totals) {
    if (total > edge) inside += 1;
    if (total === edge) atEdge += 1;
  }
  const edgeWeight = (above - inside) / atEdge;
  return totals.map((total) => (total > edge ? 1 : total === edge ? edgeWeight : 0));
}

/**
 * Share of each part in the tail of the whole: its mean in the years that make the TVaR of the total. Unlike a TVaR of
 * each part, these add up to the TVaR of the total.
 *
 * Formula (Euler): coTVaR_i = E[X_i | X in its worst N / RP years]
 *
 * @param parts  [parts][years] yearly losses of each part, money, >= 0
 * @param totals  [years] their sums, year by year
 * @param returnPeriodYears  RP = 1 / (1 - alpha), >= 1
 * @returns [parts] money
 * Source: Tasche (1999), "Risk contributions and performance measurement"; McNeil, Frey, Embrechts (2015),
 * chapter 8. Evidence: published
 */
export function coTailValueAtRisk(
  parts: readonly Float64Array[],
  totals: Float64Array,
  returnPeriodYears: number,
): Float64Array {
  const weights = tailWeights(totals, returnPeriodYears);
  const above = yearsAbove(totals.length, returnPeriodYears);
  return Float64Array.from(parts, (losses) => {
    invariant(losses.length === totals.length, `${losses.length} years of ${totals.length}`);
    let sum = 0;
    for (let year = 0; year < losses.length; year++) sum += weights[year]! * losses[year]!;
    return sum / above;
  });
}
