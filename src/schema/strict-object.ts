import { z } from 'zod';
import { nearestName } from '../core/units/nearest-name.ts';
import { explain, quoted } from './issue.ts';

/** Longer names are no slips of the pen, and looking for near ones takes time. */
const LONGEST_NAME = 64;

/** An object with these keys and no others: a misspelt key would otherwise be a fact silently ignored. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(shape: Shape, what = 'an object') {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKey(issue.keys as readonly string[], keys)
        : explain(`must be ${what}`, `write { } with keys from: ${keys.join(', ')}`),
  });
}

function unknownKey(found: readonly string[], allowed: readonly string[]): string {
  const first = found[0] ?? '';
  const near = first.length <= LONGEST_NAME ? nearestName(first, allowed) : null;
  const hint =
    near === null ? `allowed here: ${allowed.join(', ')}` : `did you mean ${JSON.stringify(near)}?`;
  const others = found.length > 1 ? ` and ${found.length - 1} more` : '';
  return explain(`has the unknown key ${quoted(first)}${others}`, hint);
}
