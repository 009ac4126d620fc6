import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { priceResponse, riskRequest } from '../schemas/price.ts';
import { answers, bodyProblems } from '../schemas/problem.ts';
import { goneSignal, JSON_TYPE, sendText } from '../send.ts';
import { pricingCostMs } from '../simulation-cost.ts';
import type { SimulationPool } from '../simulation-pool.ts';

/** `/v1/risks/price`. */
export function registerRisks(app: Api, pool: SimulationPool): void {
  app.post(
    '/v1/risks/price',
    {
      schema: {
        operationId: 'priceRisk',
        tags: ['insurance'],
        summary: 'Price one risk',
        description:
          'Business interruption from outages of a cloud provider: technical premium with its range, outages that pay, and the same at other waiting periods.',
        body: riskRequest,
        response: answers({
          200: {
            description: 'The premium from loss to price, with terms as read and every assumption.',
            content: { 'application/json': { schema: priceResponse } },
          },
          ...bodyProblems,
        }),
      },
    },
    async (request, reply) => {
      const risk = request.body;
      const json = await pool.run('price', risk, { costMs: pricingCostMs(risk), gone: goneSignal(reply) });
      reply.header('cache-control', 'no-store');
      return sendText(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/risks/price', ['POST']);
}
