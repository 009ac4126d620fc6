import type { ErrorCode } from '../core/errors/impact-error.ts';

/**
 * What a check of ours adds to a zod issue. `found` false: the message already shows the values at fault,
 * so the reader needs no "found …" after it.
 */
export interface IssueParams {
  readonly found?: boolean;
  readonly code?: ErrorCode;
}

/**
 * Message of a schema: what is allowed on the first line, the way out on the second.
 * zod carries one string per issue, so the two travel together; `errorFromZod` takes them apart.
 */
export function explain(allowed: string, hint: string): string {
  return `${allowed}\n${hint}`;
}

/** Longest piece of outside text that a message repeats. */
const SHOWN_CHARACTERS = 60;

/** Outside text on one printable line of at most 60 characters, in quotes. */
export function quoted(text: string): string {
  const printable = text.slice(0, SHOWN_CHARACTERS).replace(/\p{C}/gu, '?');
  return JSON.stringify(printable) + (text.length > SHOWN_CHARACTERS ? '...' : '');
}

/** A found value in a few words; lists and objects by size, since their content can be private and long. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1' : `a list of ${value.length}`;
  if (typeof value === 'object') {
    const keys = Object.keys(value);
    if (keys.length === 0) return 'an empty object';
    const few = keys.slice(0, 3).map((key) => key.slice(0, 16).replace(/\p{C}/gu, '?'));
    return `an object with ${few.join(', ')}${keys.length > few.length ? ', ...' : ''}`;
  }
  return `a value of type ${typeof value}`;
}

/** A number as people read it: `43,800`, `0.8`, `1e+308`. */
export function plain(value: number): string {
  return Math.abs(value) < 1e16 ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : String(value);
}
