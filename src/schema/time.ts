import { z } from 'zod';
import { formatInstant, parseDateOrInstant, parseInstant } from '../core/units/instant.ts';
import { explain } from './issue.ts';

/** No outage of a network or a computer lies outside these years; epoch zeros and typing slips do. */
const FIRST_MS = Date.UTC(1900, 0, 1);
const END_MS = Date.UTC(2200, 0, 1);

const INSTANT = 'must be a time with its offset from UTC';
const INSTANT_EXAMPLE = 'write it like "2025-10-20T06:48:00Z" or "2025-10-20T08:48:00+02:00"';
const DATE_OR_INSTANT = 'must be a date or a time with its offset from UTC';
const DATE_EXAMPLE = 'write it like "2025-10-20" or "2025-10-20T18:00:00Z"';
const PUBLISHED = 'must be a year, a month or a day';
const PUBLISHED_EXAMPLE = 'write it like "2025", "2025-10" or "2025-10-20"';

/** ISO 8601 instant with `Z` or an offset, kept as UTC text. */
export const instantText = z.string(explain(INSTANT, INSTANT_EXAMPLE)).transform((text, context) => {
  const ms = parseInstant(text);
  if (ms !== null && inRange(ms)) return formatInstant(ms);
  context.addIssue({ code: 'custom', message: explain(INSTANT, instantHint(text, INSTANT_EXAMPLE)) });
  return z.NEVER;
});

/** A date, meaning the end of that UTC day, or an instant. Dates stay dates; instants are kept as UTC text. */
export const dateOrInstantText = z
  .string(explain(DATE_OR_INSTANT, DATE_EXAMPLE))
  .transform((text, context) => {
    const ms = parseDateOrInstant(text);
    if (ms !== null && inRange(ms)) return isDate(text) ? text : formatInstant(ms);
    const hint = instantHint(isDate(text) ? `${text}T00:00Z` : text, DATE_EXAMPLE);
    context.addIssue({ code: 'custom', message: explain(DATE_OR_INSTANT, hint) });
    return z.NEVER;
  });

/** When something was published or read: `2021`, `2021-03` or `2021-03-10`. */
export const publicationDate = z
  .string(explain(PUBLISHED, PUBLISHED_EXAMPLE))
  .refine((text) => isPublicationDate(text), explain(PUBLISHED, PUBLISHED_EXAMPLE));

function isPublicationDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false;
  const ms = parseDateOrInstant(`${text}${'-01'.repeat((10 - text.length) / 3)}`);
  return ms !== null && inRange(ms);
}

function instantHint(text: string, example: string): string {
  if (isDate(text)) return `add the time and the offset: "${text}T06:48:00Z"`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/.test(text)) {
    return 'add "Z" when it is UTC, or the offset of the local clock, such as "+02:00"';
  }
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(
    text,
  );
  if (!isInstant) return example;
  return parseInstant(text) === null
    ? 'no calendar has this day or no clock this time: check the day, the hour and the offset'
    : 'years run from 1900 to 2199 here';
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function inRange(ms: number): boolean {
  return ms >= FIRST_MS && ms < END_MS;
}
