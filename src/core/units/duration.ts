const DURATION =
  /^P(?:(\d+)(?:[.,](\d+))?W|(?:(\d+)(?:[.,](\d+))?D)?(T(?:(\d+)(?:[.,](\d+))?H)?(?:(\d+)(?:[.,](\d+))?M)?(?:(\d+)(?:[.,](\d+))?S)?)?)$/;
/** Longer texts hold numbers that no outage needs. */
const LONGEST = 40;
/** Capture group of the whole part of each component, its fraction in the next one, and its length in seconds. */
const COMPONENTS = [
  { group: 1, seconds: 604_800 },
  { group: 3, seconds: 86_400 },
  { group: 6, seconds: 3_600 },
  { group: 8, seconds: 60 },
  { group: 10, seconds: 1 },
] as const;

/**
 * Hours in an ISO 8601 duration (`PT6H`, `PT2H52M`, `P1DT2H`, `P2W`, `PT2.5H`); null when it is not one.
 * Days are 24 h. Years and months are refused: their length depends on the date. Only the last component may have a fraction.
 * The sum is a ratio of two whole numbers, so the result is the nearest double: `PT6H` is 6 to the last bit.
 */
export function parseDurationHours(text: string): number | null {
  if (text.length > LONGEST) return null;
  const match = DURATION.exec(text);
  if (match === null || match[5] === 'T') return null;
  const given = COMPONENTS.filter(({ group }) => match[group] !== undefined);
  const last = given.at(-1);
  if (last === undefined) return null;
  if (given.some((component) => component !== last && match[component.group + 1] !== undefined)) return null;

  const fraction = match[last.group + 1] ?? '';
  const scale = 10 ** fraction.length;
  const whole = given.reduce((sum, { group, seconds }) => sum + Number(match[group]) * seconds, 0);
  const scaledSeconds = whole * scale + Number(fraction) * last.seconds;
  return Number.isSafeInteger(scaledSeconds) ? scaledSeconds / (3_600 * scale) : null;
}
