/**
 * Shares an amount that was ceded together among the risks, in proportion to what each ceded.
 *
 * @param amount  recovered for the event, money, at most the sum of the weights
 * @param riskCessions  [risks] c_r, >= 0
 * @param out  [risks] filled with shares of the amount, none above its weight; may be `riskCessions` itself
 */
export function allocateBack(amount: number, riskCessions: Float64Array, out: Float64Array): void {
  let total = 0;
  for (const ceded of riskCessions) total += ceded;
  const share = total === 0 ? 0 : Math.min(amount / total, 1);
  for (let risk = 0; risk < riskCessions.length; risk++) out[risk] = share * riskCessions[risk]!;
}
