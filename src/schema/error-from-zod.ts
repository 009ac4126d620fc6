import type { z } from 'zod';
import { ImpactError, type ErrorCode } from '../core/errors/impact-error.ts';
import { invariant } from '../core/errors/invariant.ts';
import { fieldPath } from './field-path.ts';
import { shown } from './issue.ts';
import type { IssueParams } from './issue.ts';

type Issue = z.core.$ZodIssue;

/** Way out when a schema knows none: an example beats a grammar. */
const EXAMPLES = 'compare with the examples in data/events';

/** One thing wrong with an input. */
export interface InputProblem {
  readonly code: ErrorCode;
  readonly path: readonly PropertyKey[];
  /** What is allowed, and what was found. */
  readonly message: string;
  readonly hint: string;
}

/**
 * The first problem of an input as an `ImpactError`: path, what is allowed, what was found, and the way out, with the number
 * of further problems.
 * @param label file or source, put before the path
 */
export function errorFromZod(error: z.ZodError, json: unknown, label?: string): ImpactError {
  const problems = problemsFromZod(error, json);
  const [first] = problems;
  invariant(first !== undefined, 'a failed check has an issue');
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new ImpactError(first.code, {
    path: fieldPath(first.path, label),
    message: first.message + more,
    hint: first.hint,
    cause: error,
  });
}

/** Every problem of an input. An unknown key goes first, since a misspelt name explains why another one is missing. */
export function problemsFromZod(error: z.ZodError, json: unknown): readonly InputProblem[] {
  const issues = error.issues.flatMap((issue) => resolve(issue, json, []));
  const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
  const ordered = issues.toSorted((a, b) => Number(b === first) - Number(a === first));
  return ordered.map((issue) => {
    const [allowed = '', hint = ''] = issue.message.split('\n');
    const params: IssueParams = issue.code === 'custom' ? (issue.params ?? {}) : {};
    return {
      code: params.code ?? 'SCENARIO_INVALID',
      path: issue.path,
      message: statement(issue, allowed, params, valueAt(json, issue.path)),
      hint: hint === '' ? EXAMPLES : hint,
    };
  });
}

function statement(issue: Issue, allowed: string, params: IssueParams, found: unknown): string {
  if (issue.code === 'unrecognized_keys' || params.found === false) return allowed;
  return found === undefined ? `is missing: ${allowed}` : `${allowed}; found ${shown(found)}`;
}

/**
 * The issues that matter, with full paths: a union that failed gives way to the alternative that was meant, when one of
 * them fits the value at least in outline; a bad key of a record is reported at that key.
 */
function resolve(issue: Issue, json: unknown, parent: readonly PropertyKey[]): readonly Issue[] {
  const path = [...parent, ...issue.path];
  const located = { ...issue, path } as Issue;
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return issue.issues.flatMap((inner) => resolve(inner, json, path));
  }
  if (issue.code !== 'invalid_union') return [located];
  const found = valueAt(json, path);
  const meant = issue.errors
    .filter((alternative) => alternative.every((inner) => fitsOutline(inner, found)))
    .toSorted((a, b) => a.length - b.length)[0];
  return meant === undefined ? [located] : meant.flatMap((inner) => resolve(inner, json, path));
}

/** False when an issue shows that its alternative was not meant at all: another type, or not one key in common. */
function fitsOutline(issue: Issue, found: unknown): boolean {
  if (issue.path.length > 0) return true;
  if (issue.code === 'invalid_type') return false;
  if (issue.code !== 'unrecognized_keys') return true;
  return typeof found === 'object' && found !== null && issue.keys.length < Object.keys(found).length;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    json,
  );
}
