import { z } from 'zod';
import { nearestName } from '../../core/units/nearest-name.ts';
import { jsonText } from '../../report/json-text.ts';
import { describeEvent, listEventLines } from '../../services/describe-event.ts';
import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { eventResponse, eventsResponse } from '../schemas/model.ts';
import { answers, lookUpProblems, readingProblems } from '../schemas/problem.ts';
import { JSON_TYPE, sendText, unknownId } from '../send.ts';

/** `/v1/events`: read once, when the server starts. */
export async function registerEvents(app: Api): Promise<void> {
  const lines = await listEventLines();
  const list = jsonText({ events: lines });
  const bodies = new Map(
    await Promise.all(lines.map(async ({ id }) => [id, jsonText(await describeEvent(id))] as const)),
  );

  app.get(
    '/v1/events',
    {
      schema: {
        operationId: 'listEvents',
        tags: ['model'],
        summary: 'The bundled past outages',
        response: answers({
          200: {
            description: 'All of them, by id.',
            content: { 'application/json': { schema: eventsResponse } },
          },
          ...readingProblems,
        }),
      },
    },
    (_request, reply) => sendText(reply.header('cache-control', 'no-cache'), JSON_TYPE, list),
  );
  refuseOtherMethods(app, '/v1/events', ['GET']);

  app.get(
    '/v1/events/:id',
    {
      schema: {
        operationId: 'readEvent',
        tags: ['model'],
        summary: 'One past outage: its scenario, and what was published',
        params: z.strictObject({ id: z.string().describe('as in the list of events') }),
        response: answers({
          200: {
            description: 'The scenario, ready to be sent, and the published figures.',
            content: { 'application/json': { schema: eventResponse } },
          },
          ...lookUpProblems,
        }),
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const body = bodies.get(id);
      if (body === undefined) {
        const near = nearestName(id.slice(0, 64), [...bodies.keys()]);
        throw unknownId('event', near === null ? 'GET /v1/events lists them' : `did you mean "${near}"?`);
      }
      return sendText(reply.header('cache-control', 'no-cache'), JSON_TYPE, body);
    },
  );
  refuseOtherMethods(app, '/v1/events/:id', ['GET']);
}
