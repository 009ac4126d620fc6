import { describe, expect, it } from 'vitest';
import { priceResponse } from '../../src/api/schemas/price.ts';
import { priceJson } from '../../src/report/price/price-json.ts';
import { parseRisk } from '../../src/schema/risk.ts';
import { pricePolicy } from '../../src/services/price-policy.ts';
import { expectProblem, openApp, post } from './support.ts';

const risk = {
  insured: { annualRevenueUsd: 250e6, sector: 'retail-trade', provider: 'aws', region: 'us-east-1' },
  policy: { waitingHours: 8, limitUsd: 5e6, retentionUsd: 10_000.25 },
  simulation: { worlds: 5, years: 200, seed: 7 },
};

describe('POST /v1/risks/price', async () => {
  const app = await openApp();
  const url = '/v1/risks/price';

  it('prices a risk: the bytes of the command line, in the documented form', async () => {
    const answer = await post(app, url, risk);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toBe(priceJson(await pricePolicy(parseRisk(risk))));
    const json: unknown = JSON.parse(answer.body);
    expect(priceResponse.parse(json)).toEqual(json);
  });

  it('writes money of the contract as exact text with its currency', async () => {
    const { risk: echo } = priceResponse.parse(JSON.parse((await post(app, url, risk)).body));
    expect(echo.policy.retention).toEqual({ amount: '10000.25', currency: 'USD' });
    expect(echo.policy.limit).toEqual({ amount: '5000000', currency: 'USD' });
  });

  it('refuses what is wrong, and says where', async () => {
    const missing = await post(app, url, { ...risk, policy: { waitingHours: 8 } });
    expectProblem(missing, 422);
    expect(missing.body).toContain('#/policy/limitUsd');
    const short = await post(app, url, { ...risk, policy: { ...risk.policy, waitingHours: 1 } });
    expectProblem(short, 422, 'PARAMETER_OUT_OF_RANGE');
    expect(short.body).toContain('#/policy/waitingHours');
    const long = await post(app, url, { ...risk, simulation: { worlds: 5, years: 400_000, seed: 7 } });
    expectProblem(long, 422, 'PARAMETER_OUT_OF_RANGE');
    expectProblem(await app.inject({ method: 'GET', url }), 405, 'METHOD_NOT_ALLOWED');
  });
});
