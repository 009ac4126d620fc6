/**
 * The accounts behind every figure, as pure sums. All amounts in US dollars, ≥ 0.
 *
 * Value added holds wages, operating surplus and net taxes, so idle wages are inside it: lost work is never added to
 * lost output. Transfers (credits, penalties, insurance payouts, rivals' gains) are nothing to the economy.
 */
export interface FirmTerms {
  readonly lostRevenueUsd: number;
  readonly savedVariableCostUsd: number;
  /** Margin on sales made up later. */
  readonly recapturedMarginUsd: number;
  readonly extraExpenseUsd: number;
  readonly penaltiesPaidUsd: number;
  readonly creditsReceivedUsd: number;
}

/**
 * A firm's ground-up loss, before insurance.
 *
 * GU = (lost revenue − saved variable cost) − recaptured margin + extra expense + penalties paid − credits received
 *
 * @example firmAccount({ lostRevenueUsd: 380e6, savedVariableCostUsd: 50e6, recapturedMarginUsd: 0, extraExpenseUsd: 170e6, penaltiesPaidUsd: 0, creditsReceivedUsd: 0 }) // 500e6
 */
export function firmAccount(terms: FirmTerms): number {
  return (
    terms.lostRevenueUsd -
    terms.savedVariableCostUsd -
    terms.recapturedMarginUsd +
    terms.extraExpenseUsd +
    terms.penaltiesPaidUsd -
    terms.creditsReceivedUsd
  );
}

export interface EconomyTerms {
  /** Value added interrupted, recovery tail included, before catch-up. */
  readonly interruptedUsd: number;
  readonly madeUpLaterUsd: number;
  /** Value added that rivals inside the economy picked up. */
  readonly movedToRivalsUsd: number;
  /** Extra expense that uses up real resources. */
  readonly extraResourcesUsd: number;
  /** Spoiled goods, scrapped batches, data made again. */
  readonly destroyedStocksUsd: number;
  /** Loss of others through missing supplies; 0 unless asked for. */
  readonly indirectUsd: number;
}

/**
 * What an economy lost for good.
 *
 * NL = interrupted − made up later − moved to rivals + extra resources + destroyed stocks + indirect
 */
export function economyAccount(terms: EconomyTerms): number {
  return (
    terms.interruptedUsd -
    terms.madeUpLaterUsd -
    terms.movedToRivalsUsd +
    terms.extraResourcesUsd +
    terms.destroyedStocksUsd +
    terms.indirectUsd
  );
}
