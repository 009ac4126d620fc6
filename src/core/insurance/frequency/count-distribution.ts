import { invariant } from '../../errors/invariant.ts';

/** Number of events of a year: p_k = (a + b / k) p_(k-1), the (a, b, 0) class. */
export interface CountDistribution {
  readonly a: number;
  readonly b: number;
  /** Chance of a year without events. */
  readonly p0: number;
  /** E[z^N], z from 0 to 1. */
  readonly generatingFunction: (z: number) => number;
}

/**
 * Poisson or negative-binomial number of events with a given mean; contagion above 0 makes bad years.
 *
 * Formulas: variance = mean (1 + c mean). Poisson (c = 0): a = 0, b = mean, E[z^N] = exp(mean (z - 1)).
 * Negative binomial, beta = c mean, size 1/c: a = beta / (1 + beta), b = (1/c - 1) a,
 * E[z^N] = (1 - beta (z - 1))^(-1/c). It is Poisson with a rate that a gamma factor of mean 1 and variance c multiplies.
 *
 * @param mean  events a year, >= 0
 * @param contagion  c, >= 0
 * Source: Klugman, Panjer, Willmot, "Loss Models", the (a, b, 0) class. Evidence: published
 */
export function countDistribution(mean: number, contagion: number): CountDistribution {
  invariant(mean >= 0 && contagion >= 0, `mean ${mean}, contagion ${contagion}`);
  if (contagion === 0) {
    return {
      a: 0,
      b: mean,
      p0: Math.exp(-mean),
      generatingFunction: (z) => Math.exp(mean * (z - 1)),
    };
  }
  const beta = contagion * mean;
  const a = beta / (1 + beta);
  const generatingFunction = (z: number) => Math.exp(-Math.log1p(beta * (1 - z)) / contagion);
  // (1/c - 1) a without the division by a small c.
  const b = (mean - beta) / (1 + beta);
  return { a, b, p0: generatingFunction(0), generatingFunction };
}

/**
 * The count at a probability: the smallest k with P(N <= k) >= u, by adding up chances from 0.
 *
 * @param u  uniform, inside (0, 1)
 */
export function countAt({ a, b, p0 }: CountDistribution, u: number): number {
  invariant(p0 > 0, 'so many events that a year without any has no chance in double precision');
  let chance = p0;
  let upTo = p0;
  let k = 0;
  while (upTo < u) {
    k += 1;
    chance *= a + b / k;
    const next = upTo + chance;
    // A sum that has stopped growing a rounding below u has reached the end of the tail.
    if (next === upTo) break;
    upTo = next;
  }
  return k;
}
