import { ImpactError } from '../core/errors/impact-error.ts';
import { quoted, shown } from './issue.ts';
import { fieldPath } from './field-path.ts';

/** Deepest nesting of lists and objects. A scenario needs 6; recursive code fails at some thousands. */
const DEEPEST = 32;
/** Longest list, and most keys of one object. */
const MOST_ENTRIES = 1_000;
/** Most values in the whole input; 1 MiB of text could hold half a million. */
const MOST_VALUES = 50_000;
/** Keys that mean something to JavaScript itself. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Entry = { readonly value: unknown; readonly path: readonly PropertyKey[] };

/**
 * Stops on anything that later code, recursive or generic, cannot take safely: nesting beyond 32, lists beyond 1,000,
 * objects that JSON cannot express, keys such as `__proto__`, halves of surrogate pairs. Not recursive itself.
 */
export function requirePlainJson(json: unknown, label: string | undefined): void {
  const waiting: Entry[] = [{ value: json, path: [] }];
  let seen = 0;
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    seen += 1;
    const problem = seen > MOST_VALUES ? tooBig() : problemOf(entry);
    if (problem !== undefined) {
      throw new ImpactError('SCENARIO_INVALID', { path: fieldPath(entry.path, label), ...problem });
    }
    waiting.push(...childrenOf(entry));
  }
}

interface Problem {
  readonly message: string;
  readonly hint: string;
}

function problemOf({ value, path }: Entry): Problem | undefined {
  if (typeof value === 'string') return isWellFormed(value) ? undefined : malformedText(value);
  if (typeof value !== 'object' || value === null) {
    const isJson = value === null || ['number', 'boolean', 'undefined'].includes(typeof value);
    return isJson ? undefined : notJson(value);
  }
  if (path.length >= DEEPEST) {
    return {
      message: `lists and objects are nested more than ${DEEPEST} deep`,
      hint: 'a scenario needs about 6 levels',
    };
  }
  if (!Array.isArray(value) && !isPlainObject(value)) return notJson(value);
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  if ((Array.isArray(value) ? value.length : keys.length) > MOST_ENTRIES) {
    return {
      message: `has more than ${MOST_ENTRIES.toLocaleString('en-US')} entries; found ${shown(value)}`,
      hint: 'keep the largest ones and put the rest into one entry',
    };
  }
  const forbidden = keys.find((key) => FORBIDDEN_KEYS.has(key));
  if (forbidden !== undefined) {
    return { message: `has the key ${quoted(forbidden)}, which is not allowed`, hint: 'rename or remove it' };
  }
  const malformed = keys.find((key) => !isWellFormed(key));
  return malformed === undefined ? undefined : malformedText(malformed);
}

function childrenOf({ value, path }: Entry): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  return entries.map(([key, child]) => ({ value: child, path: [...path, key] }));
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function tooBig(): Problem {
  return {
    message: `holds more than ${MOST_VALUES.toLocaleString('en-US')} values`,
    hint: 'give counts instead of long lists',
  };
}

function notJson(value: unknown): Problem {
  return {
    message: `must be plain JSON data; found ${shown(value)}`,
    hint: 'use text, numbers, true, false, null, lists and literal objects',
  };
}

function malformedText(text: string): Problem {
  return { message: `holds text with a broken character: ${quoted(text)}`, hint: 'save the text as UTF-8' };
}
