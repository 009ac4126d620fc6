import { invariant } from '../../errors/invariant.ts';

/** When and why something failed. */
export interface DatedCause {
  /** Hours since a common start, rising along a list. */
  readonly startHour: number;
  /** What the cause clause counts as one cause. */
  readonly cause: string;
}

/**
 * Which outages are one event for a treaty or an aggregate: those of one cause that start within the hours clause of
 * the first of them. The first one after that opens a new event.
 *
 * @param outages  [n] in order of time
 * @param hours  length of the clause, 72 or 168 by custom, > 0; an outage exactly so much later is a new event
 * @returns [n] number of the event of each outage, from 0, numbered in the order in which they open
 */
export function groupEvents(outages: readonly DatedCause[], hours: number): Uint32Array {
  invariant(hours > 0, `an hours clause of ${hours} h`);
  const open = new Map<string, { readonly event: number; readonly startHour: number }>();
  const groups = new Uint32Array(outages.length);
  let events = 0;
  let previous = -Infinity;
  outages.forEach(({ startHour, cause }, index) => {
    invariant(startHour >= previous, 'outages are not in order of time');
    previous = startHour;
    const current = open.get(cause);
    if (current !== undefined && startHour < current.startHour + hours) {
      groups[index] = current.event;
      return;
    }
    open.set(cause, { event: events, startHour });
    groups[index] = events;
    events += 1;
  });
  return groups;
}
