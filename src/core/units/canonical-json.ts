import { invariant } from '../errors/invariant.ts';

/**
 * Canonical JSON text of plain data: no spaces, keys in order of their UTF-16 code units, numbers and strings as
 * ECMAScript prints them. Equal data give equal text, so the text can be hashed. As in `JSON.stringify`, a key whose
 * value is undefined is left out.
 *
 * Source: RFC 8785, JSON Canonicalization Scheme, https://www.rfc-editor.org/rfc/rfc8785
 * @example canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    invariant(!/\p{Surrogate}/u.test(value), 'canonical JSON of text with half a surrogate pair');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), `canonical JSON of ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  invariant(isPlainObject(value), `canonical JSON of ${Object.prototype.toString.call(value)}`);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

/** Only literal objects: a Map or a Date would silently become `{}`. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
