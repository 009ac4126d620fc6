/** Weights below this share of the largest one are left out; together they are under 1e-15 of the whole. */
const NEGLIGIBLE = 1e-20;

/**
 * Ranks of the two draws between which a quantile lies with 95 % confidence, whatever the distribution: the
 * 2.5 % and 97.5 % points of Binomial(n, p), exact, the upper one plus 1.
 *
 * @param n  number of draws, at least 1
 * @param p  probability of the quantile, inside (0, 1)
 * @returns ranks from 1 to n; an interval that runs over an end is cut there
 * Source: David and Nagaraja (2003), "Order Statistics", 3rd edition, section 7.1
 * @example percentileRanks(1000, 0.95) // { low: 936, high: 964 }
 */
export function percentileRanks(n: number, p: number): { readonly low: number; readonly high: number } {
  const mode = Math.floor((n + 1) * p);
  const below = weights(mode, (k) => (k / (n - k + 1)) * ((1 - p) / p));
  const above = weights(n - mode, (j) => (j / (n - j + 1)) * (p / (1 - p)));
  // Both lists start with the weight 1 of the mode itself; count it once.
  const first = mode - (below.length - 1);
  const all = [...below.reverse(), ...above.slice(1)];
  const total = all.reduce((a, b) => a + b, 0);
  return {
    low: Math.max(1, first + indexReaching(all, 0.025 * total)),
    high: Math.min(n, first + indexReaching(all, 0.975 * total) + 1),
  };
}

/**
 * Binomial weights relative to the mode, walking away from it: 1, then each times the ratio to its neighbour, until
 * they are negligible or the walk has no more steps.
 *
 * @param steps  outcomes left on this side of the mode
 * @param ratio  weight of the next outcome over this one, by the outcomes left
 */
function weights(steps: number, ratio: (left: number) => number): number[] {
  const list = [1];
  let weight = 1;
  for (let left = steps; left > 0; left--) {
    weight *= ratio(left);
    if (weight < NEGLIGIBLE) break;
    list.push(weight);
  }
  return list;
}

function indexReaching(all: readonly number[], target: number): number {
  let cumulative = 0;
  const index = all.findIndex((weight) => {
    cumulative += weight;
    return cumulative >= target;
  });
  return index;
}
