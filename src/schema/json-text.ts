import { ImpactError } from '../core/errors/impact-error.ts';
import { fieldPath } from './field-path.ts';
import { quoted, shown } from './issue.ts';

/** Longest scenario text, in UTF-16 code units; 1 MiB. A scenario has a few kilobytes. */
export const LONGEST_TEXT = 1_048_576;
/** Same limit as for parsed input, applied before `JSON.parse`, which takes seconds over millions of brackets. */
const DEEPEST = 32;

/**
 * The object in a JSON text. Refuses what `JSON.parse` lets through or chokes on: a key given twice (the first value would
 * vanish), deep nesting, long text, and a top level that is no object. A byte order mark is dropped.
 * @param label file or source, for the path of an error
 * @param longest  in UTF-16 code units
 */
export function parseJsonText(
  text: string,
  label?: string,
  longest: number = LONGEST_TEXT,
): Record<string, unknown> {
  const path = label ?? 'scenario';
  const fail = (message: string, hint: string, cause?: unknown) =>
    new ImpactError('FILE_UNREADABLE', { path, message, hint, cause });
  if (text.length > longest) {
    throw fail(
      `is longer than ${longest.toLocaleString('en-US')} characters`,
      'a scenario has a few thousand',
    );
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') throw fail('is empty', 'write a scenario: { "outage": { "kind": "cloud" } }');

  const { tooDeep, twice } = scan(json);
  if (tooDeep)
    throw fail(`nests lists and objects more than ${DEEPEST} deep`, 'a scenario needs about 6 levels');
  const value = parsed(json, fail);
  if (twice !== undefined) {
    const last = twice.at(-1) ?? '';
    throw new ImpactError('SCENARIO_INVALID', {
      path: fieldPath(twice, label),
      message: `the key ${quoted(String(last))} is given twice in one object`,
      hint: 'keep one of the two',
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ImpactError('SCENARIO_INVALID', {
      path,
      message: `must be one JSON object; found ${shown(value)}`,
      hint: 'put the scenario into { }',
    });
  }
  return value as Record<string, unknown>;
}

function parsed(json: string, fail: (message: string, hint: string, cause: unknown) => ImpactError): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const position = placeOf(json, String(cause));
    const hint =
      'JSON has double quotes around keys and text, no comments, no comma after the last entry, no NaN';
    throw fail(`is not JSON${position === undefined ? '' : lineAndColumn(json, position)}`, hint, cause);
  }
}

/** Characters that V8 shows on either side of the one that it cannot read. */
const SHOWN_BEFORE = 10;

/** V8 tells the place of some errors by its number, that of others by a piece of the text around it. */
function placeOf(json: string, message: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const around = /, \.\.\."([^]+)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  const start = around === undefined ? -1 : json.indexOf(around);
  // A piece that comes twice gives no place.
  if (around === undefined || start === -1 || start !== json.lastIndexOf(around)) return undefined;
  return start + SHOWN_BEFORE;
}

function lineAndColumn(json: string, position: number): string {
  const before = json.slice(0, position).split('\n');
  return `: line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** An open list or object: the keys seen so far, and the key or position being read. */
interface Open {
  readonly keys: Set<string> | undefined;
  at: string | number;
  expectsKey: boolean;
}

interface Scan {
  readonly tooDeep: boolean;
  /** Path of the first key that comes twice in one object. */
  readonly twice?: readonly (string | number)[] | undefined;
}

/** One pass over the text for nesting and repeated keys. Takes any text: syntax is for `JSON.parse`. */
function scan(json: string): Scan {
  const open: Open[] = [];
  let twice: readonly (string | number)[] | undefined;
  for (let index = 0; index < json.length; index += 1) {
    const top = open.at(-1);
    switch (json[index]) {
      case '{':
        open.push({ keys: new Set(), at: '', expectsKey: true });
        break;
      case '[':
        open.push({ keys: undefined, at: 0, expectsKey: false });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (typeof top?.at === 'number') top.at += 1;
        else if (top !== undefined) top.expectsKey = true;
        break;
      case '"': {
        const end = endOfString(json, index);
        if (top?.keys !== undefined && top.expectsKey) {
          const key = unescaped(json.slice(index, end + 1));
          Object.assign(top, { at: key, expectsKey: false });
          if (top.keys.has(key)) twice ??= open.map(({ at }) => at);
          top.keys.add(key);
        }
        index = end;
        break;
      }
      default:
    }
    if (open.length > DEEPEST) return { tooDeep: true };
  }
  return { tooDeep: false, twice };
}

/** Position of the quote that closes the string opened at `start`, or the end of the text. */
function endOfString(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index += 1) {
    if (json[index] === '\\') index += 1;
    else if (json[index] === '"') return index;
  }
  return json.length;
}

/** The characters that a JSON string stands for; itself when it is broken, which `JSON.parse` then reports. */
function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}
