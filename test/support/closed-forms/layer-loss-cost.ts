/**
 * Mean loss a year to a layer.
 *
 * Formula: rate x (LEV(attachment + limit) - LEV(attachment)), LEV(x) the mean of min(loss, x)
 *
 * @param limitedExpectedValue  LEV of the loss of one event, money
 * @param rate  events a year
 * @returns money per year
 * Source: Klugman, Panjer, Willmot, "Loss Models", policy limits and deductibles. Evidence: published
 */
export function layerLossCost(
  limitedExpectedValue: (x: number) => number,
  rate: number,
  attachment: number,
  limit: number,
): number {
  return rate * (limitedExpectedValue(attachment + limit) - limitedExpectedValue(attachment));
}
