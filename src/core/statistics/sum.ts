import { sum as compensatedSum } from 'simple-statistics';
import { asNumbers } from './as-numbers.ts';

/**
 * Sum with the rounding error of each step carried along (Kahan-Babuska, Neumaier's form, by simple-statistics), so
 * that neither the order nor the number of terms costs digits. 0 for an empty array.
 */
export function sum(values: Float64Array): number {
  return compensatedSum(asNumbers(values));
}
