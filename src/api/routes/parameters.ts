import type { Catalog } from '../../core/catalog.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { parametersResponse } from '../schemas/model.ts';
import { answers, readingProblems } from '../schemas/problem.ts';
import { JSON_TYPE, sendText } from '../send.ts';

/** `/v1/models/parameters`. */
export function registerParameters(app: Api, catalog: Catalog): void {
  const list = jsonText({ parameters: [...catalog.parameters.values()] });
  app.get(
    '/v1/models/parameters',
    {
      schema: {
        operationId: 'listParameters',
        tags: ['model'],
        summary: 'Every model parameter, with value, unit, source and grade',
        response: answers({
          200: {
            description: 'All of them; a scenario overrides one by its path.',
            content: { 'application/json': { schema: parametersResponse } },
          },
          ...readingProblems,
        }),
      },
    },
    (_request, reply) => sendText(reply.header('cache-control', 'no-cache'), JSON_TYPE, list),
  );
  refuseOtherMethods(app, '/v1/models/parameters', ['GET']);
}
