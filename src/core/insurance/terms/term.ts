import type { Arithmetic, MoneyArithmetic } from '../arithmetic.ts';
import type { InsuredLoss, OtherLoss } from '../insured-loss.ts';
import type { CountedHours } from '../insured-outage.ts';
import type { Policy } from '../policy.ts';

/** What a term that only handles money may look at. */
export interface MoneyContext<Money> {
  readonly arithmetic: MoneyArithmetic<Money>;
  readonly policy: Policy<Money>;
  readonly loss: OtherLoss<Money>;
  /** The policy covers the cause. */
  readonly covered: boolean;
  /** The waiting period is passed, in hours and, where the wording asks, in money. */
  readonly triggered: boolean;
}

/** What any term may look at. */
export interface TermContext<Money> extends MoneyContext<Money> {
  readonly arithmetic: Arithmetic<Money>;
  readonly loss: InsuredLoss<Money>;
  readonly counted: CountedHours;
}

/** Writes an amount of money, currency and rounding included. */
export type ShowMoney<Money> = (amount: Money) => string;

/** One term of a policy: loss in, loss out, and the words that explain it. */
export interface Term {
  readonly name: string;
  /** The term as the policy has it; null when it has none, and then the loss goes through unchanged. */
  stated<Money>(context: TermContext<Money>, show: ShowMoney<Money>): string | null;
  apply<Money>(context: TermContext<Money>, amount: Money): Money;
  why<Money>(context: TermContext<Money>, show: ShowMoney<Money>): string;
}

/** A term that needs no hours. */
export interface MoneyTerm extends Term {
  apply<Money>(context: MoneyContext<Money>, amount: Money): Money;
}

/** min(amount, limit); no limit is null. */
export function withinLimit<Money>(
  arithmetic: MoneyArithmetic<Money>,
  amount: Money,
  limit: Money | null,
): Money {
  return limit === null ? amount : arithmetic.atMost(amount, limit);
}

/** `8.65 h`: two decimals, or as many as it takes to tell the hours from others that they are compared with. */
export function showHours(hours: number, comparedWith = hours): string {
  const digits = hours !== comparedWith && hours.toFixed(2) === comparedWith.toFixed(2) ? 9 : 2;
  return `${Number(hours.toFixed(digits))} h`;
}

/** `45 %`, to a hundredth of a percent. */
export const showShare = (share: number): string => `${Number((100 * share).toFixed(2))} %`;
