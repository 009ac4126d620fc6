import { invariant } from '../errors/invariant.ts';

/**
 * Numbers of successes that n tries with chance p leave with probability `level` at most, half of it on each side:
 * exact, no approximation of the binomial.
 *
 * @param n  tries, at least 1
 * @param p  chance of each, inside (0, 1)
 * @param level  probability outside, inside (0, 1)
 * @example binomialBand(1000, 0.9, 0.01) // { low: 875, high: 924 }
 */
export function binomialBand(
  n: number,
  p: number,
  level: number,
): { readonly low: number; readonly high: number } {
  invariant(Number.isInteger(n) && n >= 1 && p > 0 && p < 1, `no band for ${n} tries of ${p}`);
  const weights = relativeWeights(n, p);
  const half = (level / 2) * weights.reduce((sum, weight) => sum + weight, 0);
  return { low: tailSteps(weights, half), high: n - tailSteps(weights.toReversed(), half) };
}

/** Probabilities of 0..n successes relative to the likeliest number, so that none of the large ones underflows. */
function relativeWeights(n: number, p: number): number[] {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Array<number>(n + 1).fill(0);
  weights[mode] = 1;
  for (let k = mode; k < n; k++) weights[k + 1] = (weights[k]! * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k * (1 - p)) / ((n - k + 1) * p);
  return weights;
}

/** How many entries from the start add up to no more than `most`. */
function tailSteps(weights: readonly number[], most: number): number {
  let sum = 0;
  return weights.findIndex((weight) => {
    sum += weight;
    return sum > most;
  });
}
