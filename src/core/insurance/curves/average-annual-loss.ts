import { invariant } from '../../errors/invariant.ts';
import { sum } from '../../statistics/sum.ts';

/** Mean and spread of simulated years, money per year. */
export interface AnnualLoss {
  readonly averageAnnualLoss: number;
  /** Over all years of all worlds, with N - 1. */
  readonly standardDeviation: number;
  /** Standard error of the mean, in two parts whose squares add up to that of the whole. */
  readonly standardError: number;
  /** From too few years within a world. */
  readonly processStandardError: number;
  /** From worlds whose rates and parameters differ; null for one world, which cannot show it. */
  readonly parameterStandardError: number | null;
  /** Standard deviation of a year within a world, and of the mean between worlds; null for one world. */
  readonly processStandardDeviation: number;
  readonly parameterStandardDeviation: number | null;
}

/**
 * Average annual loss (AAL) of worlds x years. A world is one draw of every uncertain parameter; its years share it, so
 * more years do not remove that doubt. One-way analysis of variance with random effects tells the two apart.
 *
 * Formulas, W worlds of Y years, x the loss of a year, m_w the mean of world w:
 * - process variance  v = mean over worlds of the variance within (Y - 1)
 * - parameter variance  t = max(variance of the m_w (W - 1) - v / Y, 0)
 * - standard error  sqrt(v / (W Y) + t / W)
 *
 * @param yearly  [worlds x years] world after world, money, finite
 * @param worlds  W, >= 1; divides the length; Y >= 2
 * Source: Searle, Casella, McCulloch (1992), "Variance Components", chapter 3. Evidence: published
 */
export function annualLoss(yearly: Float64Array, worlds: number): AnnualLoss {
  const years = yearly.length / worlds;
  invariant(Number.isInteger(years) && years >= 2, `${yearly.length} years do not make ${worlds} worlds`);
  const means = new Float64Array(worlds);
  const variances = new Float64Array(worlds);
  for (let world = 0; world < worlds; world++) {
    const part = yearly.subarray(world * years, (world + 1) * years);
    means[world] = sum(part) / years;
    variances[world] = squaresAbout(part, means[world]!) / (years - 1);
  }
  const mean = sum(means) / worlds;
  invariant(Number.isFinite(mean), 'a year has no finite loss');
  const within = sum(variances) / worlds;
  const between =
    worlds === 1 ? null : Math.max(squaresAbout(means, mean) / (worlds - 1) - within / years, 0);
  const processError = within / yearly.length;
  const parameterError = (between ?? 0) / worlds;
  return {
    averageAnnualLoss: mean,
    standardDeviation: Math.sqrt(squaresAbout(yearly, mean) / (yearly.length - 1)),
    standardError: Math.sqrt(processError + parameterError),
    processStandardError: Math.sqrt(processError),
    parameterStandardError: between === null ? null : Math.sqrt(parameterError),
    processStandardDeviation: Math.sqrt(within),
    parameterStandardDeviation: between === null ? null : Math.sqrt(between),
  };
}

function squaresAbout(values: Float64Array, centre: number): number {
  let total = 0;
  for (const value of values) total += (value - centre) ** 2;
  return total;
}
