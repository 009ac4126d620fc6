import { recaptureLeft } from '../../vulnerability/recapture.ts';
import type { RecaptureDecay } from '../../vulnerability/recapture.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import { firstPaidHour, passesWaiting } from '../paid-hours.ts';
import type { WaitingPeriod } from '../policy.ts';
import { activeHours, type ActivityTable } from './activity-table.ts';
import type { WorldEvents } from './world-events.ts';

/** What policies share whose hours are paid alike. */
export interface HoursGroup {
  readonly table: ActivityTable;
  readonly decay: RecaptureDecay;
  readonly waiting: WaitingPeriod;
  readonly indemnityHours: number;
  readonly failoverHours: number | null;
  readonly recaptureReducesLoss: boolean;
}

/** Every outage of a world for one group, US dollars for 1 dollar of dependent annual income; see `FoldedHours`. */
export interface FoldedEvents {
  /** [events] the whole loss, tail included. */
  readonly whole: Float64Array;
  /** [events] in the period of indemnity; -1 where the waiting period is not passed. */
  readonly inPeriod: Float64Array;
  /** [events] less the loss during the waiting period, under `greaterOf`. */
  readonly afterWaiting: Float64Array;
}

/** What one world draws for all outages of a group. */
export interface GroupDraw {
  readonly recaptureShare: number;
  /** Loss after the end ÷ loss before it. */
  readonly tail: number;
  readonly idleRatio: number;
}

/**
 * Folds the hours of all outages of a world for one group.
 *
 * An outage is one run from hour 0 to D, or to the failover; without a failover restoration follows over
 * tail · D / idleRatio hours, which count on the insured's clock only.
 *
 * @param slots  [zones] local half hour of the week at which each outage starts, [events], with the share of the work;
 *   empty: average hours
 */
export function foldEvents(
  group: HoursGroup,
  events: WorldEvents,
  draw: GroupDraw,
  slots: readonly { readonly share: number; readonly slot: Uint16Array }[],
): FoldedEvents {
  const { table, decay, waiting, indemnityHours, failoverHours, recaptureReducesLoss } = group;
  const count = events.durationHours.length;
  const whole = new Float64Array(count);
  const inPeriod = new Float64Array(count).fill(-1);
  const afterWaiting = new Float64Array(count);
  for (let event = 0; event < count; event++) {
    const duration = events.durationHours[event]!;
    const movesOn = failoverHours !== null && failoverHours < duration;
    const hours = movesOn ? failoverHours : duration;
    if (hours === 0) continue;
    const made = recaptureReducesLoss ? draw.recaptureShare * recaptureLeft(decay, hours) : 0;
    const unit = (events.depth[event]! * (1 - made)) / HOURS_PER_YEAR;
    const tail = movesOn ? 0 : draw.tail;
    const until = (hour: number): number => {
      if (slots.length === 0) return activeHours(table, null, hour);
      let sum = 0;
      for (const { share, slot } of slots) sum += share * activeHours(table, slot[event]!, hour);
      return sum;
    };
    const beforeEnd = until(hours);
    whole[event] = unit * beforeEnd * (1 + tail);
    const restoration = (tail * hours) / draw.idleRatio;
    const counted = waiting.clock === 'insured-interruption' ? hours + restoration : hours;
    if (!passesWaiting(waiting, counted)) continue;
    const accrued = (hour: number): number => {
      const at = Math.min(hour, counted);
      if (at <= hours) return until(at);
      return beforeEnd * (1 + (tail * (at - hours)) / restoration);
    };
    const first = firstPaidHour(waiting);
    const paid = unit * (accrued(first + indemnityHours) - accrued(first));
    const waited = waiting.mode === 'greaterOf' ? unit * accrued(waiting.hours) : 0;
    inPeriod[event] = Math.max(paid, 0);
    afterWaiting[event] = Math.max(paid - waited, 0);
  }
  return { whole, inPeriod, afterWaiting };
}
