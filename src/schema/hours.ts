import { z } from 'zod';
import { parseDurationHours } from '../core/units/duration.ts';
import { explain } from './issue.ts';
import { addBoundIssues, quantityError, quantityForms } from './quantity.ts';

/** Five years: longer than any restoration on record. */
const MOST_HOURS = 5 * 8_760;

const HOURS = 'must be hours: a number, a range, or an ISO 8601 duration such as "PT6H"';

const durationText = z.string().transform((text, context) => {
  const hours = parseDurationHours(text);
  if (hours !== null) return hours;
  context.addIssue({ code: 'custom', message: explain(HOURS, hoursHint(text)) });
  return z.NEVER;
});

/** Hours, 0 to 43,800: a quantity, or text like `PT2H52M`. Text with a unit in words is refused with its value in hours. */
export const hoursQuantity = z
  .union([...quantityForms, durationText], { error: quantityError(HOURS) })
  .superRefine((hours, context) =>
    addBoundIssues(hours, { min: 0, max: MOST_HOURS, unit: 'hours' }, context),
  );

function hoursHint(text: string): string {
  const hours = hoursInWords(text);
  if (hours !== null) return `write ${Number(hours.toPrecision(12))}, the value in hours`;
  return text.startsWith('P')
    ? 'days, hours, minutes and seconds only, as in "P1DT2H30M": years and months have no fixed length'
    : 'example: 6 or "PT6H"';
}

const HOURS_BY_UNIT: ReadonlyMap<string, number> = new Map(
  [
    { hours: 1 / 3600, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
    { hours: 1 / 60, names: ['m', 'min', 'mins', 'minute', 'minutes'] },
    { hours: 1, names: ['', 'h', 'hr', 'hrs', 'hour', 'hours'] },
    { hours: 24, names: ['d', 'day', 'days'] },
    { hours: 168, names: ['w', 'week', 'weeks'] },
  ].flatMap(({ hours, names }) => names.map((name) => [name, hours] as const)),
);

/** What `360 min`, `6 hours` or `2h 52m` come to in hours; null when it is no such text. */
function hoursInWords(text: string): number | null {
  if (text.length > 80) return null;
  const lower = text.toLowerCase();
  if (!/^(?:\d{1,9}(?:\.\d{1,9})? ?[a-z]{1,7} ?){1,4}$|^\d{1,9}(?:\.\d{1,9})?$/.test(lower)) return null;
  let hours = 0;
  for (const [, amount, unit = ''] of lower.matchAll(/(\d+(?:\.\d+)?) ?([a-z]*)/g)) {
    const factor = HOURS_BY_UNIT.get(unit);
    if (factor === undefined) return null;
    hours += Number(amount) * factor;
  }
  return hours;
}
