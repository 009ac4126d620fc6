import { invariant } from '../errors/invariant.ts';
import type { MoneyArithmetic } from './arithmetic.ts';

/**
 * An amount of money as a function of one loss x ≥ 0 that is not known yet: clamp(slope · x − offset, 0, cap).
 *
 * Deductibles, limits and shares turn one such function into another, so a whole chain of terms folds into three
 * numbers. A known amount is one of slope 0.
 */
export interface FoldedLoss {
  /** ≥ 0 */
  readonly slope: number;
  /** Negative where something is paid on top of the loss. */
  readonly offset: number;
  /** ≥ 0; Infinity without a limit */
  readonly cap: number;
}

/** The function at one loss, money. */
export function foldedAt({ slope, offset, cap }: FoldedLoss, loss: number): number {
  const amount = slope * loss - offset;
  return amount <= 0 ? 0 : amount < cap ? amount : cap;
}

/** x itself. */
export const wholeLoss: FoldedLoss = { slope: 1, offset: 0, cap: Infinity };

export const knownAmount = (amount: number): FoldedLoss => ({ slope: 0, offset: -amount, cap: Infinity });

function amountOf(known: FoldedLoss): number {
  invariant(known.slope === 0, 'a loss folds only with known amounts');
  return foldedAt(known, 0);
}

function scaled({ slope, offset, cap }: FoldedLoss, share: number): FoldedLoss {
  // Without a limit a share of 0 would make a cap of NaN.
  if (share === 0) return foldedArithmetic.zero;
  return { slope: slope * share, offset: offset * share, cap: cap * share };
}

/** The arithmetic of such functions; the second operand is a known amount. */
export const foldedArithmetic: MoneyArithmetic<FoldedLoss> = {
  zero: knownAmount(0),
  add: (a, b) => {
    invariant(a.offset <= 0, 'an amount is added before anything is taken off');
    const amount = amountOf(b);
    return { slope: a.slope, offset: a.offset - amount, cap: a.cap + amount };
  },
  over: (a, b) => {
    const amount = amountOf(b);
    return { slope: a.slope, offset: a.offset + amount, cap: Math.max(a.cap - amount, 0) };
  },
  atMost: (a, b) => ({ ...a, cap: Math.min(a.cap, amountOf(b)) }),
  times: scaled,
  without: (a, share) => scaled(a, 1 - share),
};
