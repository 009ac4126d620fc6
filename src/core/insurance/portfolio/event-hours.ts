import { invariant } from '../../errors/invariant.ts';
import type { ServiceWindow } from '../../scenario.ts';
import { parseInstant } from '../../units/instant.ts';
import { MS_PER_HOUR } from '../../units/time.ts';
import { countHours } from '../count-hours.ts';
import type { WaitingPeriod } from '../policy.ts';

/** The clock that most policies have; hours of published windows count as wholly impaired. */
const usualClock: WaitingPeriod = {
  hours: 0,
  mode: 'timeDeductible',
  trigger: 'at-least',
  greaterOfTrigger: 'hours',
  count: 'continuous',
  minimumImpairmentShare: 0.5,
  clock: 'provider-outage',
};

export interface EventHours {
  /** Hours of each service alone, in the order in which they failed. */
  readonly services: readonly { readonly service: string; readonly hours: number }[];
  /** Hours without a gap of somebody who needs all of them; null when no windows are published. */
  readonly together: number | null;
}

/** How long the services of an event failed, one by one and together, as the clock of a policy counts it. */
export function eventHours(windows: readonly ServiceWindow[]): EventHours {
  if (windows.length === 0) return { services: [], together: null };
  const starts = windows.map(({ start }) => msOf(start));
  const first = Math.min(...starts);
  const stretches = windows.map(({ service, end }, i) => ({
    service,
    fromHour: (starts[i]! - first) / MS_PER_HOUR,
    toHour: (msOf(end) - first) / MS_PER_HOUR,
    impairmentShare: 1,
  }));
  const clock = { stretches, restorationHours: 0 };
  const names = [...new Set(windows.map(({ service }) => service))];
  return {
    services: names.map((service) => ({ service, hours: countHours(clock, [service], usualClock).hours })),
    together: countHours(clock, null, usualClock).hours,
  };
}

function msOf(text: string): number {
  const ms = parseInstant(text);
  invariant(ms !== null, `instant ${text} passed the schema`);
  return ms;
}
