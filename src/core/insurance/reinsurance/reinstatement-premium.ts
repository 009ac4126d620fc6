import type { TreatyTerms } from './treaty.ts';

/**
 * Premium due for the limits that a year used up, in proportion to amount, not to time.
 *
 * Formula: placedShare x sum over k = 1..n of charge_k x premium x clamp(used - (k - 1) L, 0, L) / L, L the limit of one
 * event
 *
 * @param used  of the year, before the placed share, money, >= 0
 * @returns money; 0 for a treaty without a limit of one event, or that states no premium
 * @example used 14M, L 10M, two at 100 %, premium 2M, all placed: 2.0M + 0.8M = 2.8M
 */
export function reinstatementPremium(
  { occurrence: { limit }, reinstatementCharges, premiumUsd, placedShare }: TreatyTerms,
  used: number,
): number {
  if (limit === null || premiumUsd === null) return 0;
  return reinstatementCharges.reduce((sum, charge, k) => {
    const again = Math.min(Math.max(used - k * limit, 0), limit);
    return sum + (placedShare * charge * premiumUsd * again) / limit;
  }, 0);
}
