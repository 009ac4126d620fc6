import { invariant } from '../core/errors/invariant.ts';

/** JSON with two spaces and a last line break. A number that JSON cannot hold is our bug, never a silent null. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, refuseNonFinite, 2).replace(numbersOnly, onOneLine)}\n`;
}

/** An array of numbers spread over lines. Strings in JSON hold no line break, so none of them can match. */
const numbersOnly = /\[\n\s*(-?\d[^\s,]*(?:,\n\s*-?\d[^\s,]*)*)\n\s*\]/g;

/** Pairs such as a probability and its amount read as one line, not four. */
function onOneLine(_match: string, numbers: string): string {
  return `[${numbers.split(/,\s*/).join(', ')}]`;
}

function refuseNonFinite(key: string, value: unknown): unknown {
  invariant(typeof value !== 'number' || Number.isFinite(value), `${key} is ${String(value)} in a result`);
  // JSON has no -0; 0 is what it means.
  return Object.is(value, -0) ? 0 : value;
}
