import type { z } from 'zod';
import type { Outage, Phase, ServiceWindow } from '../core/scenario.ts';
import { parseInstant } from '../core/units/instant.ts';
import { MS_PER_HOUR } from '../core/units/time.ts';
import { hoursQuantity } from './hours.ts';
import { explain } from './issue.ts';
import { listOf } from './list.ts';
import { boundedQuantity } from './quantity.ts';
import { strictObject } from './strict-object.ts';
import { idOf, lineOfText } from './text.ts';
import { instantText } from './time.ts';

const MOST_STRETCHES = 500;

const share = boundedQuantity({ min: 0, max: 1, unit: 'share' });

const serviceWindow = strictObject(
  {
    service: lineOfText('the name of the service'),
    start: instantText,
    end: instantText,
    source: idOf('the name of a source', 'aws').optional(),
  },
  'a service window',
).superRefine(requireLength);

const phase = strictObject(
  { start: instantText, end: instantText, impairmentShare: share },
  'a phase',
).superRefine(requireLength);

/** What stopped, and when. Windows are put in order of their start; a `start` that repeats the first phase is dropped. */
export const outageSchema = strictObject(
  {
    kind: idOf('the kind of outage', 'cloud'),
    provider: idOf('the provider', 'aws').optional(),
    region: idOf('the region of the provider', 'us-east-1').optional(),
    windows: listOf(serviceWindow, 'service windows', MOST_STRETCHES).default([]),
    phases: listOf(phase, 'phases', MOST_STRETCHES).superRefine(requireOrder).default([]),
    start: instantText.optional(),
    durationHours: hoursQuantity.optional(),
    restorationHours: hoursQuantity.optional(),
    impairmentShare: share.optional(),
  },
  'the outage',
)
  .superRefine(requireOneClock)
  .superRefine(requireRestorationLast)
  .transform(({ start, ...outage }): Outage => {
    const windows = outage.windows.toSorted((a, b) => millis(a.start) - millis(b.start));
    return outage.phases.length > 0 || start === undefined
      ? { ...outage, windows }
      : { ...outage, windows, start };
  });

function requireLength({ start, end }: { start: string; end: string }, context: z.core.$RefinementCtx): void {
  if (millis(end) > millis(start)) return;
  const message = explain(
    `must end after it starts; it runs from ${start} to ${end}`,
    end === start ? 'remove it, or give its real end' : 'swap the two, or correct the date',
  );
  context.addIssue({ code: 'custom', message, params: { found: false } });
}

/** Phases are one timeline, so each hour may be counted once. */
function requireOrder(phases: readonly Phase[], context: z.core.$RefinementCtx): void {
  phases.forEach((later, index) => {
    const earlier = phases[index - 1];
    if (earlier === undefined || millis(later.start) >= millis(earlier.end)) return;
    const overlap = millis(later.end) > millis(earlier.start);
    const message = explain(
      `${overlap ? 'overlaps' : 'comes before'} the phase in front of it: phases[${index - 1}] runs from ` +
        `${earlier.start} to ${earlier.end}, phases[${index}] from ${later.start} to ${later.end}`,
      overlap
        ? 'let one end when the next one starts; windows may overlap, phases may not'
        : 'put the phases in order of time',
    );
    context.addIssue({ code: 'custom', path: [index], message, params: { found: false } });
  });
}

/** Phases already say when, how long and how badly; a second statement could only contradict them. */
function requireOneClock(outage: Outage, context: z.core.$RefinementCtx): void {
  const first = outage.phases[0];
  if (first === undefined) return;
  for (const key of ['durationHours', 'impairmentShare'] as const) {
    if (outage[key] === undefined) continue;
    const message = explain(
      'must not stand beside phases, which say the same in detail',
      `remove outage.${key} to keep the phases, or remove outage.phases to keep one length`,
    );
    context.addIssue({ code: 'custom', path: [key], message });
  }
  if (outage.start !== undefined && outage.start !== first.start) {
    const message = explain(
      `must be the start of the first phase, ${first.start}`,
      'remove outage.start: the phases have their own times',
    );
    context.addIssue({ code: 'custom', path: ['start'], message });
  }
}

/** Business cannot be normal before the service is back. */
function requireRestorationLast(outage: Outage, context: z.core.$RefinementCtx): void {
  const { restorationHours, phases } = outage;
  const [first, last] = [phases[0], phases.at(-1)];
  const down =
    first === undefined || last === undefined
      ? outage.durationHours
      : (millis(last.end) - millis(first.start)) / MS_PER_HOUR;
  if (typeof restorationHours !== 'number' || typeof down !== 'number') return;
  // A phase end is rounded to the millisecond, a length in hours is not.
  if (restorationHours >= down - 1e-6) return;
  const message = explain(
    `must be at least the ${down} hours that the service was down`,
    'restorationHours counts from the start of the outage until business is normal',
  );
  context.addIssue({ code: 'custom', path: ['restorationHours'], message });
}

function millis(instant: string): number {
  return parseInstant(instant) ?? NaN;
}

/** The outage as input; the keys without a value are left out. */
export function printOutage(outage: Outage): unknown {
  const { windows, phases, ...rest } = outage;
  return { ...rest, windows: orAbsent<ServiceWindow>(windows), phases: orAbsent<Phase>(phases) };
}

function orAbsent<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}
