import { countHours } from '../count-hours.ts';
import { foldHours, type FoldedHours } from '../folded-policy.ts';
import type { CountedHours } from '../insured-outage.ts';
import type { InsuredShape } from '../insured/insured-shapes.ts';
import type { Policy, WaitingPeriod } from '../policy.ts';

/** Waiting periods that a book is put through beside its own, hours. */
export const WAITING_HOURS = [6, 8, 10, 12, 24] as const;
export const WAITING_MODES = ['timeDeductible', 'qualifying'] as const;

/** Every mode with every length, modes first: the order of `waitingTable`. */
export const waitingVariants = WAITING_MODES.flatMap((mode) =>
  WAITING_HOURS.map((hours) => ({ mode, hours })),
);

/** Shares of impairment from which an hour counts, beside the policy's own. */
export const MINIMUM_IMPAIRMENTS = [0, 0.25] as const;

/** The hours of one policy in one outage: as it is, and as other waiting periods would have them. */
export interface PolicyHours {
  readonly counted: CountedHours;
  readonly own: FoldedHours;
  /** As `waitingVariants`. */
  readonly waitingTable: readonly FoldedHours[];
  /** As `MINIMUM_IMPAIRMENTS`. */
  readonly lessImpaired: readonly FoldedHours[];
}

/** Counts and folds the hours of an insured's outage for one policy and its variants. */
export function policyHours(
  { clock, accrual }: InsuredShape,
  { waiting, indemnityHours }: Pick<Policy<number>, 'waiting' | 'indemnityHours'>,
): PolicyHours {
  const counted = countHours(clock, null, waiting);
  const fold = (changed: WaitingPeriod): FoldedHours =>
    foldHours(changed, indemnityHours, countHours(clock, null, changed), accrual);
  return {
    counted,
    own: foldHours(waiting, indemnityHours, counted, accrual),
    waitingTable: waitingVariants.map((variant) => fold({ ...waiting, ...variant })),
    lessImpaired: MINIMUM_IMPAIRMENTS.map((minimumImpairmentShare) =>
      fold({ ...waiting, minimumImpairmentShare }),
    ),
  };
}

/** Names policies that have the same hours in outages of one shape. */
export function hoursKey({
  waiting,
  indemnityHours,
}: Pick<Policy<number>, 'waiting' | 'indemnityHours'>): string {
  const { hours, mode, trigger, greaterOfTrigger, count, minimumImpairmentShare, clock } = waiting;
  const terms = [hours, mode, trigger, greaterOfTrigger, count, minimumImpairmentShare, clock];
  return [indemnityHours, ...terms].join('/');
}
