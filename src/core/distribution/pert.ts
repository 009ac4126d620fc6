import { betaTable, type BetaParameters } from './beta.ts';
import type { TableShape } from './octave-table.ts';

const MODE_WEIGHT = 4;

/**
 * Shape parameters of the PERT distribution, a beta on [low, high] with mean (low + 4 mode + high) / 6.
 *
 * Formula: alpha = 1 + 4 (mode - low) / (high - low), beta = 1 + 4 (high - mode) / (high - low)
 *
 * @param low  at most `mode`, below `high`
 * @param mode  at most `high`
 * Source: Malcolm, Roseboom, Clark, Fazar (1959), "Application of a technique for research and development program
 * evaluation", Operations Research 7(5), https://doi.org/10.1287/opre.7.5.646; beta form as in Vose, "Risk Analysis"
 */
export function pertParameters(low: number, mode: number, high: number): BetaParameters {
  const width = high - low;
  return {
    alpha: 1 + (MODE_WEIGHT * (mode - low)) / width,
    beta: 1 + (MODE_WEIGHT * (high - mode)) / width,
  };
}

/** Quantile table of the PERT distribution; arguments as in `pertParameters`. */
export function pertTable(low: number, mode: number, high: number): TableShape {
  return betaTable(pertParameters(low, mode, high), low, high);
}
