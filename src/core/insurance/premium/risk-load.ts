/** Load for risk, money per year: a multiple of the standard deviation, or the cost of the capital that the tail ties up. */
export type RiskLoad =
  | { readonly kind: 'standard-deviation'; readonly multiple: number; readonly standardDeviation: number }
  | {
      readonly kind: 'cost-of-capital';
      /** Return that capital must earn, per year, 0–1. */
      readonly rate: number;
      readonly tailValueAtRisk: number;
      readonly averageAnnualLoss: number;
    };

/**
 * Formula: k x sd, or rate x (TVaR - AAL).
 *
 * @returns money per year
 * Source: Bühlmann (1970), "Mathematical Methods in Risk Theory", chapter 4, for the first. Evidence: published; derived for the second
 */
export function riskLoad(load: RiskLoad): number {
  switch (load.kind) {
    case 'standard-deviation':
      return load.multiple * load.standardDeviation;
    case 'cost-of-capital':
      return load.rate * (load.tailValueAtRisk - load.averageAnnualLoss);
  }
}
