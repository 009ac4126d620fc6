import { sampleStandardDeviation } from 'simple-statistics';
import { asNumbers } from './as-numbers.ts';
import { giveBack, lendUnset } from '../memory/lent-arrays.ts';

/**
 * Standard deviation (with n - 1) of the decimal logarithm of the positive draws: the spread in powers of ten.
 * Draws of 0 or less have no logarithm and are left out; 0 when fewer than two are left.
 */
export function log10StandardDeviation(draws: Float64Array): number {
  const logs = lendUnset(draws.length);
  let n = 0;
  for (const draw of draws) if (draw > 0) logs[n++] = Math.log10(draw);
  const spread = n < 2 ? 0 : sampleStandardDeviation(asNumbers(logs.subarray(0, n)));
  giveBack(logs);
  return spread;
}
