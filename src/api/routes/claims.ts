import { listEvents } from '../../services/describe-model.ts';
import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { claimRequest, claimResponse } from '../schemas/claim.ts';
import { answers, bodyProblems } from '../schemas/problem.ts';
import { goneSignal, JSON_TYPE, sendText } from '../send.ts';
import { requireAffordable, simulationCostMs } from '../simulation-cost.ts';
import type { SimulationPool } from '../simulation-pool.ts';
import { unknownEvent } from '../unknown-event.ts';

/** An event has the usual number of draws, and a check looks into them more than once. */
const EVENT_COST_MS = 1_000;

/** `/v1/claims/assess`. */
export async function registerClaims(app: Api, pool: SimulationPool): Promise<void> {
  const events = (await listEvents()).map(({ id }) => id);
  app.post(
    '/v1/claims/assess',
    {
      schema: {
        operationId: 'assessClaim',
        tags: ['claims'],
        summary: 'Say whether a published figure can be',
        description:
          'The claim by its words (`text`) or by its `amount`; the outage by the id of a bundled event or by a scenario.',
        body: claimRequest,
        response: answers({
          200: {
            description: 'What the figure was read as, how it stands, and what would have to be true.',
            content: { 'application/json': { schema: claimResponse } },
          },
          ...bodyProblems,
        }),
      },
    },
    async (request, reply) => {
      const { event, scenario, ...claim } = request.body;
      if (event !== undefined && !events.includes(event)) throw unknownEvent(event, events);
      if (scenario !== undefined) requireAffordable([{ at: '/scenario', scenario }]);
      const costMs = scenario === undefined ? EVENT_COST_MS : 2 * simulationCostMs(scenario);
      const check = { request: claim, event, scenario };
      const json = await pool.run('assess', check, { costMs, gone: goneSignal(reply) });
      reply.header('cache-control', 'no-store');
      return sendText(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/claims/assess', ['POST']);
}
