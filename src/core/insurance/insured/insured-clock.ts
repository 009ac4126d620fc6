import type { HourRun, ImpairedStretch, OutageClock } from '../insured-outage.ts';
import type { Insured } from './insured.ts';

/**
 * The outage as one insured has it: the stretches of the services that it needs, until it runs elsewhere.
 *
 * Hours of failover run from the first hour in which one of its services is impaired. Who has moved elsewhere needs no
 * restoration after the end.
 *
 * @param stretches         of all services, hours since the start
 * @param restorationHours  after an outage of so many hours, as long as the insured has not moved elsewhere
 */
export function insuredClock(
  stretches: readonly ImpairedStretch[],
  { services, failoverHours }: Pick<Insured, 'services' | 'failoverHours'>,
  restorationHours: (outageHours: number) => number,
): OutageClock {
  const needed = stretches.filter(({ service }) => services === null || services.includes(service));
  const whole = spanOf(needed);
  const cutHour = failoverHours === null ? Infinity : whole.fromHour + failoverHours;
  if (cutHour >= whole.toHour) {
    return { stretches: needed, restorationHours: restorationHours(whole.toHour - whole.fromHour) };
  }
  const cut = needed
    .filter(({ fromHour }) => fromHour < cutHour)
    .map((stretch) => ({ ...stretch, toHour: Math.min(stretch.toHour, cutHour) }));
  return { stretches: cut, restorationHours: 0 };
}

/** From the first impaired hour to the last; 0 to 0 when there is none. */
export function spanOf(stretches: readonly ImpairedStretch[]): HourRun {
  if (stretches.length === 0) return { fromHour: 0, toHour: 0 };
  return {
    fromHour: Math.min(...stretches.map(({ fromHour }) => fromHour)),
    toHour: Math.max(...stretches.map(({ toHour }) => toHour)),
  };
}
