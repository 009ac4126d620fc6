/** One row of an event loss table. */
export interface EventLoss {
  /** Events a year. */
  readonly rate: number;
  /** Mean and standard deviation of the loss when it happens, money. */
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Mean and standard deviation of a year from an event loss table, without simulation.
 *
 * Formula: AAL = sum of rate x mean; variance = sum of rate x (mean^2 + sd^2) + c x AAL^2, c the contagion of
 * the number of events (0 for Poisson)
 *
 * @param contagion  c >= 0: the number of events has variance rate (1 + c rate)
 * @returns money per year
 * Source: Klugman, Panjer, Willmot, "Loss Models", compound distributions: Var S = E[N] Var X + Var N E[X]^2. Evidence: derived
 */
export function annualLossOfTable(
  table: readonly EventLoss[],
  contagion: number,
): { readonly averageAnnualLoss: number; readonly standardDeviation: number } {
  let aal = 0;
  let squares = 0;
  for (const { rate, mean, standardDeviation } of table) {
    aal += rate * mean;
    squares += rate * (mean ** 2 + standardDeviation ** 2);
  }
  return { averageAnnualLoss: aal, standardDeviation: Math.sqrt(squares + contagion * aal ** 2) };
}
