import type { Marginal } from './shape.ts';

/** Whether two compiled inputs turn the same uniforms into the same draws: every number of theirs is the same. */
export function sameMarginal(a: Marginal, b: Marginal): boolean {
  const [mine, others] = [Object.entries(a), Object.entries(b)];
  const other = new Map<string, unknown>(others);
  return mine.length === others.length && mine.every(([key, value]) => sameValue(value, other.get(key)));
}

/** Numbers and words, and lists of numbers. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isList(a) || !isList(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float64Array;
}
