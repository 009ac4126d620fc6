import { Decimal } from 'decimal.js';

/**
 * Rounds parts to multiples of `step` so that they add up to the rounded total (largest-remainder method): each
 * part is first rounded down, then the parts with the largest remainders get one step more.
 *
 * @param parts amounts of either sign; they must add up to `total` within half a step
 * @param step > 0, in the unit of the parts
 */
export function roundToTotal(
  parts: readonly number[],
  total: number,
  step: Decimal,
): { readonly parts: readonly Decimal[]; readonly total: Decimal } {
  const roundedTotal = new Decimal(total).div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const rows = parts.map((part, index) => {
    const exact = new Decimal(part).div(step);
    const down = exact.floor();
    return { index, down, remainder: exact.minus(down) };
  });
  const missing = roundedTotal
    .minus(rows.reduce((sum, row) => sum.plus(row.down), new Decimal(0)))
    .toNumber();
  const byRemainder = [...rows].sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)).map((row) => row.index));
  return {
    parts: rows.map((row) => row.down.plus(raised.has(row.index) ? 1 : 0).times(step)),
    total: roundedTotal.times(step),
  };
}
