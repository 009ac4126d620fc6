import { ImpactError } from '../core/errors/impact-error.ts';
import { parseDurationHours } from '../core/units/duration.ts';

const scales: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** Longer texts hold no count that anyone made. */
const LONGEST = 30;

/**
 * A count as people write it: `2500`, `2,500`, `2.5k`, `2m`, `11 million`. A comma only groups thousands, a point only
 * starts decimals.
 *
 * @param option name for the error
 * @returns a whole number >= 0
 * @throws ImpactError USAGE
 */
export function readCount(text: string, option: string): number {
  const value = scaledNumber(text);
  if (value === null) throw usage(option, text, 'write a count such as 2500, 2.5k, 2m or 11 million');
  if (!Number.isInteger(value)) throw usage(option, text, 'a count is a whole number, such as 2500');
  return value;
}

/**
 * An amount of money without its currency: `5400000000`, `5.4bn`, `600 million`. A comma only groups thousands.
 *
 * @param option name for the error
 * @returns > 0
 * @throws ImpactError USAGE
 */
export function readAmount(text: string, option: string): number {
  const hint =
    'write a figure such as 5.4bn or 600 million, and its currency with --currency; a loss is positive';
  const value = scaledNumber(text);
  if (value === null || value === 0) throw usage(option, text, hint);
  return value;
}

/**
 * An amount of money that can be none: `25k`, `0`.
 *
 * @returns >= 0
 * @throws ImpactError USAGE
 */
export function readAmountOrNone(text: string, option: string): number {
  const value = scaledNumber(text);
  if (value === null) throw usage(option, text, 'write a figure such as 25k or 1.5m, or 0 for none');
  return value;
}

/** Digits with an optional word of scale; null for anything else. */
function scaledNumber(text: string): number | null {
  const match =
    text.length <= LONGEST ? /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([a-z]*)$/i.exec(text.trim()) : null;
  const scale = match === null ? undefined : scales[(match[3] ?? '').toLowerCase()];
  if (match === null || scale === undefined) return null;
  const digits = `${(match[1] ?? '').replaceAll(',', '')}.${match[2] ?? '0'}`;
  // Rounded where binary fractions differ from the decimal that was typed: 1.1m is 1,100,000.
  return Number((Number(digits) * scale).toPrecision(15));
}

/**
 * Hours as a number or an ISO 8601 duration: `6`, `14.5`, `PT2H52M`.
 *
 * @throws ImpactError USAGE for a negative number, another unit or text; PARAMETER_OUT_OF_RANGE beyond five years
 */
export function readHours(text: string, option: string): number {
  const trimmed = text.trim();
  const isNumber = /^(?:\d+\.?\d*|\.\d+)$/.test(trimmed) && trimmed.length <= LONGEST;
  const hours = isNumber ? Number(trimmed) : parseDurationHours(trimmed);
  if (hours === null) {
    throw usage(option, text, 'write hours as a number, 6 or 14.5, or as PT2H52M; 90 minutes are 1.5');
  }
  if (hours > MOST_HOURS) {
    throw new ImpactError('PARAMETER_OUT_OF_RANGE', {
      path: option,
      message: `${trimmed} is longer than ${MOST_HOURS.toLocaleString('en-US')} hours, five years`,
      hint: 'hours are asked for, not minutes or seconds',
    });
  }
  return hours;
}

/** As in a scenario file. */
const MOST_HOURS = 43_800;

/**
 * A share as `0.45` or `45%`.
 *
 * @returns 0 to 1
 * @throws ImpactError USAGE; a bare 45 is refused, since it could mean either
 */
export function readShare(text: string, option: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,12})?|\.\d{1,12})(\s*%)?$/.exec(text.trim());
  const value =
    match === null ? NaN : Number((Number(match[1]) / (match[2] === undefined ? 1 : 100)).toPrecision(15));
  if (value >= 0 && value <= 1) return value;
  throw usage(option, text, 'write a share such as 0.45 or 45%');
}

/** A whole number >= 0 for a seed or a number of draws; a comma only groups thousands. Its limits are the scenario's. */
export function readWhole(text: string, option: string): number {
  if (!/^(?:\d{1,16}|\d{1,3}(?:,\d{3}){1,5})$/.test(text.trim())) {
    throw usage(option, text, 'write a whole number, 0 or more, in plain digits, such as 20000');
  }
  return Number(text.replaceAll(',', ''));
}

function usage(option: string, text: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path: option, message: `cannot read "${text.slice(0, 40)}"`, hint });
}
