import { invariant } from '../../errors/invariant.ts';

/**
 * Which outages are one event for a treaty: those of one cause that start within the hours clause of the first of them
 * that costs something. The first one after that opens a new event; an outage that costs nothing opens none.
 *
 * @param startHour  [outages] hours since a common start, in order of time
 * @param cause  [outages] what counts as one cause
 * @param losses  [outages] what the treaty sees, money, >= 0
 * @param hours  length of the clause, 72 or 168 by custom, > 0; an outage exactly so much later is a new event
 * @returns [outages] number of the event of each outage, from 0, in the order in which they open; 0 without a loss
 */
export function groupEvents(
  startHour: Float64Array,
  cause: Uint32Array,
  losses: Float64Array,
  hours: number,
): Uint32Array {
  invariant(hours > 0, `an hours clause of ${hours} h`);
  const groups = new Uint32Array(startHour.length);
  const open = new Map<number, { readonly event: number; readonly until: number }>();
  let events = 0;
  let previous = -Infinity;
  for (let outage = 0; outage < startHour.length; outage++) {
    const start = startHour[outage]!;
    invariant(start >= previous, 'outages are not in order of time');
    previous = start;
    if (losses[outage] === 0) continue;
    let current = open.get(cause[outage]!);
    if (current === undefined || start >= current.until) {
      current = { event: events, until: start + hours };
      open.set(cause[outage]!, current);
      events += 1;
    }
    groups[outage] = current.event;
  }
  return groups;
}
