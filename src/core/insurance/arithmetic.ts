import { Decimal } from 'decimal.js';
import { invariant } from '../errors/invariant.ts';

/** What the terms of a policy do with money. No amount is negative, so a difference stops at 0. */
export interface MoneyArithmetic<Money> {
  readonly zero: Money;
  add(a: Money, b: Money): Money;
  /** max(a − b, 0) */
  over(a: Money, b: Money): Money;
  /** min(a, b) */
  atMost(a: Money, b: Money): Money;
  /** a · share; share 0–1 */
  times(a: Money, share: number): Money;
  /** a · (1 − share); share 0–1 */
  without(a: Money, share: number): Money;
}

/** The same, with what the hours need: a way in from numbers, a part of an amount, a comparison. */
export interface Arithmetic<Money> extends MoneyArithmetic<Money> {
  /** @throws Error (invariant) when the number is negative or not finite */
  of(amount: number): Money;
  /** a · part / whole, in this order, so that 10 of 24 hours at 240 are 100; 0 ≤ part ≤ whole, whole > 0 */
  portion(a: Money, part: number, whole: number): Money;
  /** a > b */
  exceeds(a: Money, b: Money): boolean;
}

function checked(amount: number): number {
  invariant(amount >= 0 && amount < Infinity, `an amount of money is ${amount}`);
  return amount;
}

/** Doubles, for simulation. */
export const floatArithmetic: Arithmetic<number> = {
  zero: 0,
  of: checked,
  add: (a, b) => a + b,
  over: (a, b) => Math.max(a - b, 0),
  atMost: (a, b) => Math.min(a, b),
  times: (a, share) => a * share,
  without: (a, share) => a * (1 - share),
  portion: (a, part, whole) => (a * part) / whole,
  exceeds: (a, b) => a > b,
};

/** Digits that hold every product of two doubles, so that only a long chain of shares is ever rounded. */
const Exact = Decimal.clone({ precision: 60 });
const exactZero = new Exact(0);

/** Decimal fractions, for one policy and loss: 0.1 is a tenth. Hours stay doubles. */
export const decimalArithmetic: Arithmetic<Decimal> = {
  zero: exactZero,
  of: (amount) => new Exact(checked(amount)),
  add: (a, b) => Exact.add(a, b),
  over: (a, b) => Exact.max(Exact.sub(a, b), exactZero),
  atMost: (a, b) => Exact.min(a, b),
  times: (a, share) => Exact.mul(a, share),
  without: (a, share) => Exact.mul(a, Exact.sub(1, share)),
  portion: (a, part, whole) => Exact.div(Exact.mul(a, part), whole),
  exceeds: (a, b) => a.greaterThan(b),
};
