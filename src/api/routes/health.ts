import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { ApiError } from '../problem.ts';
import { healthResponse } from '../schemas/model.ts';
import { answers, problem, stateProblems } from '../schemas/problem.ts';
import { JSON_TYPE, sendText } from '../send.ts';

/** `/healthz`: the process answers. `/readyz`: it can estimate. Neither counts towards the rate limit. */
export function registerHealth(app: Api, isReady: () => boolean): void {
  const ok = {
    description: 'Yes.',
    content: { 'application/json': { schema: healthResponse } },
  };
  app.get(
    '/healthz',
    {
      config: { rateLimit: false },
      schema: {
        operationId: 'health',
        tags: ['server'],
        summary: 'Does the server answer?',
        response: answers({ 200: ok, ...stateProblems }),
      },
    },
    (_request, reply) => sendText(reply.header('cache-control', 'no-store'), JSON_TYPE, '{"status":"ok"}\n'),
  );
  refuseOtherMethods(app, '/healthz', ['GET']);

  app.get(
    '/readyz',
    {
      config: { rateLimit: false },
      schema: {
        operationId: 'ready',
        tags: ['server'],
        summary: 'Can the server estimate?',
        response: answers({
          200: ok,
          ...stateProblems,
          503: problem('Not yet.'),
        }),
      },
    },
    (_request, reply) => {
      if (!isReady()) {
        throw new ApiError('OVERLOADED', {
          message: 'the models are still being read',
          hint: 'try again in a second',
          headers: { 'retry-after': '1' },
        });
      }
      return sendText(reply.header('cache-control', 'no-store'), JSON_TYPE, '{"status":"ready"}\n');
    },
  );
  refuseOtherMethods(app, '/readyz', ['GET']);
}
