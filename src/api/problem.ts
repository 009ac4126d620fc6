import { STATUS_CODES } from 'node:http';
import type { ImpactError } from '../core/errors/impact-error.ts';
import { errorCatalogue, type ErrorCode } from '../core/errors/impact-error.ts';
import { pointerOfPath } from './pointer.ts';

/** What the interface itself can refuse, beside the errors of an input; `README.md` lists both. */
export const apiErrors = {
  REQUEST_MALFORMED: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  BODY_TOO_LARGE: 413,
  PATH_TOO_LONG: 414,
  MEDIA_TYPE_UNSUPPORTED: 415,
  EXPECTATION_FAILED: 417,
  COST_TOO_HIGH: 422,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  OVERLOADED: 503,
} as const;

export type ApiErrorCode = keyof typeof apiErrors;

/** One thing wrong with an input. */
export interface ProblemEntry {
  /** JSON pointer into the body as a URI fragment: `#/affected/businesses/0/count`. */
  readonly pointer: string;
  readonly detail: string;
  readonly code: string;
  readonly hint: string;
}

/** Body of every answer that is an error, `application/problem+json` of RFC 9457. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly hint: string;
  readonly errors?: readonly ProblemEntry[] | undefined;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** An error of the interface: its status, what happened, and the way out. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly hint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly entries: readonly ProblemEntry[];

  constructor(
    code: ApiErrorCode,
    fields: {
      message: string;
      hint: string;
      headers?: Readonly<Record<string, string>>;
      entries?: readonly ProblemEntry[];
    },
  ) {
    super(fields.message);
    this.name = 'ApiError';
    this.code = code;
    this.hint = fields.hint;
    this.headers = fields.headers ?? {};
    this.entries = fields.entries ?? [];
  }
}

/** An input that its schema refuses, with everything found wrong. */
export class InvalidInput extends Error {
  readonly entries: readonly ProblemEntry[];

  constructor(entries: readonly ProblemEntry[]) {
    super('the input is not valid');
    this.name = 'InvalidInput';
    this.entries = entries;
  }
}

/** The body for an error of the interface. */
export function problemOf(error: ApiError): Problem {
  const problem = blank(apiErrors[error.code], error.code, error.message, error.hint);
  return error.entries.length === 0 ? problem : { ...problem, errors: error.entries };
}

/** The body for an input that was refused by a rule of the engine. */
export function problemOfImpact(error: ImpactError): Problem {
  const { httpStatus } = errorCatalogue[error.code];
  // What is wrong with the files of the server is for its log, not for its callers.
  if (httpStatus >= 500) return internalProblem();
  const entry = {
    pointer: pointerOfPath(error.path),
    detail: error.message,
    code: error.code,
    hint: error.hint,
  };
  const detail = `${error.path === 'scenario' ? 'the body' : `${error.path}:`} ${error.message}`;
  return { ...blank(httpStatus, error.code, detail, error.hint), errors: [entry] };
}

/** The body for an input that its schema refused; the first entry speaks for all. */
export function problemOfInput({ entries }: InvalidInput): Problem {
  const [first] = entries;
  const code: string = first?.code ?? ('SCENARIO_INVALID' satisfies ErrorCode);
  const detail = first === undefined ? 'the input is not valid' : `${first.pointer}: ${first.detail}`;
  const more = entries.length > 1 ? ` (and ${entries.length - 1} more)` : '';
  return { ...blank(422, code, detail + more, first?.hint ?? ''), errors: entries };
}

export function internalProblem(): Problem {
  return blank(500, 'INTERNAL', 'the server failed to answer', 'this is a fault of the server: report it');
}

/** A problem of a status that has no code of its own. */
export function blank(status: number, code: string, detail: string, hint: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code, hint };
}
