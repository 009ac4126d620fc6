import { invariant } from '../core/errors/invariant.ts';

/** JSON with two spaces and a last line break. A number that JSON cannot hold is our bug, never a silent null. */
export function jsonText(value: unknown): string {
  refuseNonFinite('result', value);
  return `${JSON.stringify(value, null, 2).replace(numbersOnly, onOneLine)}\n`;
}

/** The same on one line: for programs, in a fifth of the time. */
export function jsonLine(value: unknown): string {
  refuseNonFinite('result', value);
  return `${JSON.stringify(value)}\n`;
}

/** An array of numbers spread over lines. Strings in JSON hold no line break, so none of them can match. */
const numbersOnly = /\[\n\s*(-?\d[^\s,]*(?:,\n\s*-?\d[^\s,]*)*)\n\s*\]/g;

/** Pairs such as a probability and its amount read as one line, not four. */
function onOneLine(_match: string, numbers: string): string {
  return `[${numbers.split(/,\s*/).join(', ')}]`;
}

function refuseNonFinite(key: string, value: unknown): void {
  // The message is made only when it is needed: a result holds thousands of numbers, and to print them costs as much as JSON does.
  if (typeof value === 'number' && !Number.isFinite(value))
    invariant(false, `${key} is ${String(value)} in a result`);
  if (typeof value === 'object' && value !== null)
    for (const [inner, held] of Object.entries(value)) refuseNonFinite(inner, held);
}
