import { accruedIn, checkAccrual, type Accrual } from './accrual.ts';
import { floatArithmetic } from './arithmetic.ts';
import { convertPolicy } from './convert-policy.ts';
import { foldedArithmetic, foldedAt, knownAmount, wholeLoss, type FoldedLoss } from './folded-loss.ts';
import type { OtherLoss } from './insured-loss.ts';
import type { CountedHours } from './insured-outage.ts';
import { firstPaidHour, passesWaiting } from './paid-hours.ts';
import type { Policy, WaitingPeriod } from './policy.ts';
import { moneyTerms } from './term-order.ts';
import { isCovered } from './terms/covered-cause.ts';

/**
 * The terms of one policy for one cause, but for its hours: gross loss as a function of the loss of the interruption,
 * once the waiting period is passed. One flat object, as each level of nesting costs the hot loop a load.
 */
export interface FoldedTerms extends FoldedLoss {
  /** Retention that the whole loss must exceed; 0 unless `greaterOf`. */
  readonly greaterOfRetention: number;
  /** Gross loss when the hours do not pass the waiting period. */
  readonly grossNotTriggered: number;
  /** Gross loss when they do, and no loss of the interruption exceeds `greaterOfRetention`. */
  readonly grossWithoutLoss: number;
}

/** The counted hours of one event for all insureds with the same clock, waiting period and shape of accrual. */
export interface FoldedHours {
  readonly triggered: boolean;
  /** Loss in the period of indemnity, at a scale of 1. */
  readonly inPeriod: number;
  /** The same less the loss during the waiting period, which differs under `greaterOf` only. */
  readonly afterWaiting: number;
}

/**
 * Folds the terms that handle money, by running them on functions of the loss in place of amounts.
 *
 * @param other  amounts beside the interruption, in money; they do not grow with the scale
 */
export function foldTerms(policy: Policy<number>, other: OtherLoss<number>): FoldedTerms {
  const covered = isCovered(policy, other.cause);
  const foldedPolicy = convertPolicy(policy, knownAmount);
  const loss = {
    cause: other.cause,
    extraExpense: knownAmount(other.extraExpense),
    lossAvoided: other.lossAvoided === null ? null : knownAmount(other.lossAvoided),
    recoveries: knownAmount(other.recoveries),
  };
  const fold = (triggered: boolean): FoldedLoss => {
    const context = { arithmetic: foldedArithmetic, policy: foldedPolicy, loss, covered, triggered };
    return moneyTerms.reduce<FoldedLoss>(
      (amount, term) => term.apply(context, amount),
      covered ? wholeLoss : foldedArithmetic.zero,
    );
  };
  const { mode, greaterOfTrigger } = policy.waiting;
  const triggered = fold(true);
  const grossNotTriggered = foldedAt(fold(false), 0);
  const needsLoss = mode === 'greaterOf' && greaterOfTrigger === 'hours-and-loss';
  return {
    // Spelled out: spread objects do not all get one hidden class, and the hot loop would be many times slower.
    slope: triggered.slope,
    offset: triggered.offset,
    cap: triggered.cap,
    greaterOfRetention: mode === 'greaterOf' ? policy.retention : 0,
    grossNotTriggered,
    grossWithoutLoss: needsLoss ? grossNotTriggered : foldedAt(triggered, 0),
  };
}

/**
 * Folds the counted hours of one event with the waiting period and the shape of the accrual.
 *
 * @param indemnityHours  P, > 0
 * @param accrual         at a scale of 1
 */
export function foldHours(
  waiting: WaitingPeriod,
  indemnityHours: number,
  counted: CountedHours,
  accrual: Accrual,
): FoldedHours {
  checkAccrual(accrual);
  if (!passesWaiting(waiting, counted.hours)) return { triggered: false, inPeriod: 0, afterWaiting: 0 };
  const between = (from: number, to: number): number =>
    accruedIn(floatArithmetic, accrual, counted.runs, from, to);
  const first = firstPaidHour(waiting);
  const inPeriod = between(first, first + indemnityHours);
  const waitingLoss = waiting.mode === 'greaterOf' ? between(0, waiting.hours) : 0;
  return { triggered: true, inPeriod, afterWaiting: Math.max(inPeriod - waitingLoss, 0) };
}

/**
 * Gross loss of one policy in one event, the same as `applyPolicy` gives for the accrual times the scale.
 *
 * Waiting and monetary terms fold: clamp(slope · min(s · afterWaiting, s · inPeriod − retention) − offset, 0, cap), where
 * the retention is 0 unless `greaterOf`. No allocation.
 *
 * @param scale  s, money per unit of the accrual, ≥ 0
 */
export function foldedGross(terms: FoldedTerms, hours: FoldedHours, scale: number): number {
  if (!hours.triggered) return terms.grossNotTriggered;
  const over = scale * hours.inPeriod - terms.greaterOfRetention;
  if (over <= 0) return terms.grossWithoutLoss;
  return foldedAt(terms, Math.min(scale * hours.afterWaiting, over));
}
