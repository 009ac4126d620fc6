/**
 * Premium due for the limits that losses used up, in proportion to amount, not to time.
 *
 * Formula: sum over k = 1..n of charge_k x premium x clamp(recovery - (k - 1) L, 0, L) / L
 *
 * @param recovery  of the year, before the placed share, money, >= 0
 * @param limit  L, of one event, money, > 0
 * @param charges  [n] share of the premium that each reinstatement costs, 1 for "at 100 %"
 * @param premium  for the whole layer, money
 * @returns money, for the whole layer; times the placed share for what is owed
 * @example recovery 14M, L 10M, two at 100 %, premium 2M: 2.0M + 0.8M = 2.8M
 */
export function reinstatementPremium(
  recovery: number,
  limit: number,
  charges: readonly number[],
  premium: number,
): number {
  return charges.reduce((sum, charge, k) => {
    const used = Math.min(Math.max(recovery - k * limit, 0), limit);
    return sum + (charge * premium * used) / limit;
  }, 0);
}
