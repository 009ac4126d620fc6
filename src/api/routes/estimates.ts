import { z } from 'zod';
import type { Api } from '../api.ts';
import type { EstimateStore } from '../estimate-store.ts';
import { refuseOtherMethods } from '../methods.ts';
import { estimateResponse } from '../schemas/estimate.ts';
import { answers, bodyProblems, lookUpProblems } from '../schemas/problem.ts';
import { scenarioRequest } from '../schemas/scenario.ts';
import { goneSignal, JSON_TYPE, notModified, sendBody, unknownId } from '../send.ts';
import { requireAffordable, simulationCostMs } from '../simulation-cost.ts';
import type { SimulationPool } from '../simulation-pool.ts';

interface EstimateServices {
  readonly pool: SimulationPool;
  readonly store: EstimateStore;
  /** `private` where answers are for holders of a key only. */
  readonly cacheScope: 'public' | 'private';
}

const YEAR_SECONDS = 31_536_000;
/** About what a table or a picture takes. */
const RENDER_MS = 100;

const params = z.strictObject({ id: z.string().describe('the `id` of an estimate') });

const text = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
});

/** The report has its style inside itself and no script; nothing in it may load or run anything. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Other forms of an estimate, by suffix. */
const forms = [
  {
    suffix: 'csv',
    type: 'text/csv',
    operationId: 'readEstimateCsv',
    summary: 'An estimate as a table, one value a row',
    description: 'UTF-8, with a header.',
    headers: (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` }),
  },
  {
    suffix: 'svg',
    type: 'image/svg+xml',
    operationId: 'readEstimateSvg',
    summary: 'The chart of an estimate as a drawing',
    description: 'It stands alone, with title and source.',
    headers: (name: string) => ({
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': REPORT_POLICY,
    }),
  },
  {
    suffix: 'png',
    type: 'image/png',
    operationId: 'readEstimatePng',
    summary: 'The chart of an estimate as a picture',
    description: 'For places that take no drawings.',
    headers: (name: string) => ({ 'content-disposition': `inline; filename="${name}"` }),
  },
  {
    suffix: 'html',
    type: 'text/html',
    operationId: 'readEstimateHtml',
    summary: 'The whole report as one page that stands alone',
    description: 'It needs no script and loads nothing, so it can be mailed and printed.',
    headers: (name: string) => ({
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': REPORT_POLICY,
    }),
  },
] as const;

/** `/v1/estimates`. */
export function registerEstimates(app: Api, { pool, store, cacheScope }: EstimateServices): void {
  app.post(
    '/v1/estimates',
    {
      schema: {
        operationId: 'estimate',
        tags: ['estimates'],
        summary: 'Estimate what an outage cost',
        description:
          'The answer is kept in memory for a while under the address in `Location`; its `ETag` is the id.',
        body: scenarioRequest,
        response: answers({
          201: {
            description: 'The range, with its parts and reasons.',
            content: { 'application/json': { schema: estimateResponse } },
          },
          ...bodyProblems,
        }),
      },
    },
    async (request, reply) => {
      const scenario = request.body;
      requireAffordable([{ at: '', scenario }]);
      const options = { costMs: simulationCostMs(scenario), gone: goneSignal(reply) };
      const { id, json } = await pool.run('estimate', scenario, options);
      store.put(id, json);
      reply.code(201).headers({
        location: `/v1/estimates/${id}`,
        etag: `"${id}"`,
        'cache-control': 'no-store',
      });
      return sendBody(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/estimates', ['POST']);

  const known = (id: string): Uint8Array => {
    const json = store.get(id);
    if (json !== undefined) return json;
    throw unknownId('estimate', 'estimates are kept in memory for a while: send the scenario again');
  };
  const immutable = `${cacheScope}, max-age=${YEAR_SECONDS}, immutable`;

  app.get(
    '/v1/estimates/:id',
    {
      schema: {
        operationId: 'readEstimate',
        tags: ['estimates'],
        summary: 'Read an estimate that was made before',
        params,
        response: answers({
          200: {
            description: 'The same bytes as when it was made.',
            content: { 'application/json': { schema: estimateResponse } },
          },
          304: z.null().describe('The caller has it already.'),
          ...lookUpProblems,
        }),
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const json = known(id);
      reply.header('cache-control', immutable);
      return notModified(request, reply, id) ?? sendBody(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/estimates/:id', ['GET']);

  for (const form of forms) {
    const url = `/v1/estimates/:id.${form.suffix}`;
    app.get(
      url,
      {
        schema: {
          operationId: form.operationId,
          tags: ['estimates'],
          summary: form.summary,
          params,
          response: answers({ 200: text(form.description, form.type), ...lookUpProblems }),
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const json = known(id);
        reply.header('cache-control', immutable);
        const unchanged = notModified(request, reply, `${id}.${form.suffix}`);
        if (unchanged !== undefined) return unchanged;
        const body = await pool.run(form.suffix, json, { costMs: RENDER_MS, gone: goneSignal(reply) });
        reply.headers(form.headers(`lossrange-${id}.${form.suffix}`));
        return sendBody(reply, form.type, body);
      },
    );
    refuseOtherMethods(app, url, ['GET']);
  }
}
