import { invariant } from '../../../src/core/errors/invariant.ts';
import { limitedHours, survivalShare } from '../../../src/core/insurance/frequency/duration.ts';
import type { Duration } from '../../../src/core/insurance/frequency/duration.ts';

/**
 * Mean insured hours of an outage, those that insure nothing included. Times the rate of outages it is insured hours
 * a year.
 *
 * Formulas, W waiting, P indemnity:
 * - timeDeductible: integral of S from W to W + P
 * - qualifying: W S(W) + integral of S from W to P when P > W, else P S(W), since P counts from the first hour
 *
 * @param waitingHours  W, >= 0
 * @param indemnityHours  P, > 0
 * @returns hours per outage
 * Evidence: derived, from E[min(D, x)] = integral of S from 0 to x
 */
export function expectedInsuredHours(
  law: Duration,
  waitingHours: number,
  indemnityHours: number,
  mode: 'timeDeductible' | 'qualifying',
): number {
  invariant(waitingHours >= 0 && indemnityHours > 0, `${waitingHours} h waiting, ${indemnityHours} h paid`);
  const before = limitedHours(law, waitingHours);
  switch (mode) {
    case 'timeDeductible':
      return limitedHours(law, waitingHours + indemnityHours) - before;
    case 'qualifying': {
      const qualified = survivalShare(law, waitingHours);
      if (indemnityHours <= waitingHours) return indemnityHours * qualified;
      return waitingHours * qualified + limitedHours(law, indemnityHours) - before;
    }
  }
}
