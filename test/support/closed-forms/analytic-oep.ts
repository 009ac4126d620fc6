import { invariant } from '../../../src/core/errors/invariant.ts';

/**
 * Chance that at least one event of a year exceeds a loss.
 *
 * Formula: Poisson 1 - exp(-r); negative binomial 1 - (1 + c r)^(-1/c)
 *
 * @param rateAbove  r, events a year with a larger loss: sum over events of rate x P(loss > x), >= 0
 * @param contagion  c, >= 0; 0 is Poisson
 * @returns probability per year, 0 to 1
 * Source: thinning of (a, b, 0) counts: events above a threshold are of the same family with mean r and the same c;
 * Klugman, Panjer, Willmot, "Loss Models", impact of individual deductibles on claim frequency. Evidence: derived
 */
export function occurrenceExceedance(rateAbove: number, contagion: number): number {
  invariant(rateAbove >= 0 && contagion >= 0, `rate ${rateAbove}, contagion ${contagion}`);
  return -Math.expm1(contagion === 0 ? -rateAbove : -Math.log1p(contagion * rateAbove) / contagion);
}

/**
 * Probable maximum loss: the loss of one event that is exceeded once in a return period, for Poisson events.
 *
 * Formula: F^-1(1 + ln(1 - 1/RP) / rate); 0 when fewer than 1 in RP years have any event
 *
 * @param lossQuantile  F^-1, quantile function of the loss of one event, money
 * @param rate  events a year, > 0
 * @param returnPeriodYears  RP, > 1
 * Evidence: derived; solves 1 - exp(-rate (1 - F(x))) = 1/RP
 */
export function probableMaximumLoss(
  lossQuantile: (p: number) => number,
  rate: number,
  returnPeriodYears: number,
): number {
  invariant(rate > 0 && returnPeriodYears > 1, `rate ${rate}, return period ${returnPeriodYears}`);
  const p = 1 + Math.log1p(-1 / returnPeriodYears) / rate;
  return p <= 0 ? 0 : lossQuantile(p);
}
