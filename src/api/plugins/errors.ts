import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ImpactError } from '../../core/errors/impact-error.ts';
import { LONGEST_TEXT } from '../../schema/json-text.ts';
import type { Api } from '../api.ts';
import {
  ApiError,
  InvalidInput,
  PROBLEM_TYPE,
  blank,
  internalProblem,
  problemOf,
  problemOfImpact,
  problemOfInput,
} from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Every error of a route, a hook or a body leaves as `application/problem+json`, and so does an unknown path. */
export function registerErrors(app: Api): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    sendProblem(notFound(request), request, reply),
  );
}

/** For errors before a route is found, such as `/%zz`; they skip the error handler. */
export function sendRouterProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(error, request, reply);
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemFrom(error, request.routeOptions.bodyLimit);
  // The message of a refused input repeats parts of it, which a log must not hold.
  if (problem.status >= 500 && problem.code === 'INTERNAL')
    request.log.error({ err: error }, 'internal error');
  else request.log.info({ code: problem.code }, 'refused');
  if (error instanceof ApiError) reply.headers(error.headers);
  // Errors before routing meet no hook that would set these.
  if (!reply.hasHeader('content-security-policy')) reply.headers(barePolicy);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

const barePolicy = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function notFound(request: FastifyRequest): ApiError {
  return new ApiError('NOT_FOUND', {
    message: `nothing answers ${request.method} at this address`,
    hint: 'the addresses are listed at /openapi.json and /docs',
  });
}

function problemFrom(error: unknown, bodyLimit?: number): Problem {
  if (error instanceof ApiError) return problemOf(error);
  if (error instanceof ImpactError) return problemOfImpact(error);
  if (error instanceof InvalidInput) return problemOfInput(error);
  const known = isFastifyError(error) ? knownErrors[error.code] : undefined;
  if (known !== undefined) return problemOf(known(bodyLimit));
  const status = statusOf(error);
  if (status < 400 || status >= 500) return internalProblem();
  return blank(status, 'REQUEST_MALFORMED', `the request is refused: ${STATUS_CODES[status] ?? ''}`, DOCS);
}

const DOCS = 'see /docs for what this address takes';

/** The errors of the framework that a caller can cause. */
const knownErrors: Readonly<Record<string, (bodyLimit?: number) => ApiError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (bodyLimit = LONGEST_TEXT) =>
    new ApiError('BODY_TOO_LARGE', {
      message: `the body is longer than ${bodyLimit.toLocaleString('en-US')} bytes`,
      hint:
        bodyLimit > LONGEST_TEXT
          ? '`lossrange book` reads books of any size'
          : 'a scenario has a few kilobytes; give counts instead of long lists',
      // What follows of the body is not read.
      headers: { connection: 'close' },
    }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new ApiError('MEDIA_TYPE_UNSUPPORTED', {
      message: 'the body must be JSON',
      hint: 'send the header "content-type: application/json"',
      headers: { accept: 'application/json' },
    }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new ApiError('REQUEST_MALFORMED', {
      message: 'the body is not as long as its content-length says',
      hint: 'let the client compute the header',
      headers: { connection: 'close' },
    }),
  FST_ERR_BAD_URL: () =>
    new ApiError('REQUEST_MALFORMED', {
      message: 'the address is not a valid path',
      hint: 'a percent sign must be followed by two hexadecimal digits',
    }),
  FST_ERR_MAX_PARAM_LENGTH: () =>
    new ApiError('PATH_TOO_LONG', {
      message: 'a part of the path is longer than 100 characters',
      hint: 'ids have at most 64 characters',
    }),
  FST_ERR_HANDLER_TIMEOUT: () =>
    new ApiError('OVERLOADED', {
      message: 'the answer took too long',
      hint: 'ask for fewer draws, or try again later',
      headers: { 'retry-after': '30' },
    }),
};

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** What the HTTP parser refuses never becomes a request: the answer is written by hand, in the same form. */
export function answerSocketError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawProblem(socketProblem(error.code)));
}

function socketProblem(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const hint = 'send shorter headers and a shorter address';
    return problemOf(
      new ApiError('HEADERS_TOO_LARGE', { message: 'the headers are longer than 16 KiB', hint }),
    );
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const hint = 'send the headers within 10 seconds and the body within 30';
    return problemOf(
      new ApiError('REQUEST_TIMEOUT', { message: 'the request did not arrive in time', hint }),
    );
  }
  return problemOf(
    new ApiError('REQUEST_MALFORMED', {
      message: 'this is not an HTTP/1.1 request',
      hint: 'use an HTTP client',
    }),
  );
}

/** Node answers an unknown `Expect` by itself, without a body. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const problem = problemOf(
    new ApiError('EXPECTATION_FAILED', {
      message: 'the header "expect" asks for something unknown',
      hint: 'leave it out, or send "100-continue"',
    }),
  );
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, {
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...barePolicy,
    connection: 'close',
  });
  response.end(body);
}

/** A whole HTTP answer that ends the connection. */
export function rawProblem(problem: Problem): string {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    ...Object.entries(barePolicy).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
