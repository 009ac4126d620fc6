import type { HTTPMethods } from 'fastify';
import type { Api } from './api.ts';
import { ApiError } from './problem.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const satisfies HTTPMethods[];

/** Answers 405 with `Allow` to every method of an address but the given ones, before any body is read. */
export function refuseOtherMethods(app: Api, url: string, allowed: readonly HTTPMethods[]): void {
  const taken = new Set<HTTPMethods>(allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed);
  const refusal = (): ApiError =>
    new ApiError('METHOD_NOT_ALLOWED', {
      message: 'this address does not take this method',
      hint: `use ${[...taken].join(' or ')}`,
      headers: { allow: [...taken].join(', ') },
    });
  app.route({
    method: methods.filter((method) => !taken.has(method)),
    url,
    schema: { hide: true },
    onRequest: (_request, _reply, done) => done(refusal()),
    handler: () => {
      throw refusal();
    },
  });
}
