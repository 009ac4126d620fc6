import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { comparisonRequest } from '../schemas/comparison.ts';
import { comparisonResponse } from '../schemas/estimate.ts';
import { answers, bodyProblems } from '../schemas/problem.ts';
import { goneSignal, JSON_TYPE, sendText } from '../send.ts';
import { requireAffordable, simulationCostMs } from '../simulation-cost.ts';
import type { SimulationPool } from '../simulation-pool.ts';

/** `/v1/comparisons`. */
export function registerComparisons(app: Api, pool: SimulationPool): void {
  app.post(
    '/v1/comparisons',
    {
      schema: {
        operationId: 'compare',
        tags: ['estimates'],
        summary: 'Compare two scenarios on the same draws',
        description: 'Both must ask for the same draws and seed. The weights of the first are held.',
        body: comparisonRequest,
        response: answers({
          200: {
            description: 'Both estimates, and the second over the first.',
            content: { 'application/json': { schema: comparisonResponse } },
          },
          ...bodyProblems,
        }),
      },
    },
    async (request, reply) => {
      const { first, second } = request.body;
      requireAffordable([
        { at: '/first', scenario: first },
        { at: '/second', scenario: second },
      ]);
      const costMs = simulationCostMs(first) + simulationCostMs(second);
      const json = await pool.run('compare', { first, second }, { costMs, gone: goneSignal(reply) });
      reply.header('cache-control', 'no-store');
      return sendText(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/comparisons', ['POST']);
}
