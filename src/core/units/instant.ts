const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Longest instant text: `2025-10-20T06:48:00.123456789+02:00`. */
const LONGEST = 35;

/**
 * Instant in ms since 1970-01-01T00:00Z of an ISO 8601 text with `Z` or a `±hh:mm` offset; null when it is not one.
 * Seconds are optional; digits beyond the millisecond are dropped. The day must exist (30 February does not),
 * and 24:00, leap seconds and offsets beyond ±14:00 are refused.
 */
export function parseInstant(text: string): number | null {
  if (text.length > LONGEST) return null;
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [
    ,
    date = '',
    hours,
    minutes,
    seconds = '0',
    fraction = '',
    sign,
    offsetHours = '0',
    offsetMinutes = '0',
  ] = match;
  const midnight = parseDay(date);
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (midnight === null || hour > 23 || minute > 59 || second > 59) return null;
  if (Number(offsetMinutes) > 59 || offset > 14 * 60) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const local = midnight + (hour * 60 + minute) * MINUTE_MS + second * 1000 + milliseconds;
  return local - (sign === '-' ? -offset : offset) * MINUTE_MS;
}

/**
 * Latest instant that a text like `2025-10-20` or `2025-10-20T18:00:00Z` covers, in ms since the epoch:
 * a date stands for its last millisecond in UTC, so that a fact of that day counts as known by it. Null when it is neither.
 */
export function parseDateOrInstant(text: string): number | null {
  if (!DATE.test(text)) return parseInstant(text);
  const midnight = parseDay(text);
  return midnight === null ? null : midnight + DAY_MS - 1;
}

/** An instant as `2025-10-20T06:48:00Z`; milliseconds only when there are some. `ms` since the epoch, years 1–9999. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** UTC midnight of `yyyy-mm-dd`, null when the calendar has no such day: only real days survive the round trip. */
function parseDay(date: string): number | null {
  const ms = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return new Date(ms).toISOString().slice(0, 10) === date ? ms : null;
}
