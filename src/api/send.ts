import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './problem.ts';

/** Sends text that is complete already: the schemas of answers document it, and tests hold the two together. */
export function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.type(type).serializer(String).send(text);
}

/** Sends a rendered file. */
export function sendBody(reply: FastifyReply, type: string, body: string | Uint8Array): FastifyReply {
  if (typeof body === 'string') return sendText(reply, `${type}; charset=utf-8`, body);
  return reply.type(type).send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Aborts when the caller leaves before the answer is complete. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** A 304 when the caller has this version already, else undefined. `tag` is a strong ETag without its quotes. */
export function notModified(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
): FastifyReply | undefined {
  reply.header('etag', `"${tag}"`);
  const held = request.headers['if-none-match'];
  if (held === undefined) return undefined;
  const tags = held.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(`"${tag}"`) || tags.includes('*') ? reply.code(304).send() : undefined;
}

/** An id that nothing has. */
export function unknownId(what: string, hint: string): ApiError {
  return new ApiError('NOT_FOUND', { message: `no ${what} has this id`, hint });
}
