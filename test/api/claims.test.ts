import { describe, expect, it } from 'vitest';
import { claimResponse } from '../../src/api/schemas/claim.ts';
import { claimJson } from '../../src/report/claim/claim-json.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { assessClaim } from '../../src/services/assess-claim.ts';
import { expectGolden, expectProblem, openApp, post, smallScenario } from './support.ts';

const app = await openApp();
const assess = '/v1/claims/assess';

describe('POST /v1/claims/assess', () => {
  it('gives the body of golden/claim', async () => {
    const text = 'The outage cost the airline five billion dollars';
    const answer = await post(app, assess, { text, scenario: smallScenario });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(claimResponse.parse(answer.json())).toEqual(answer.json());
    expectGolden('claim', answer.body);
    const subject = { scenario: parseScenario(smallScenario), family: null };
    expect(answer.body).toBe(claimJson(await assessClaim({ text }, subject)));
  });

  it.each([
    ['hundreds of billions of dollars', 'implausible-high'],
    ['more than all the money in the world: 900 trillion dollars', 'exceeds-ceiling'],
  ])('of a bundled event: %s', async (text, verdict) => {
    const answer = await post(app, assess, { text, event: 'aws-2025-10-20' });
    expect(claimResponse.parse(answer.json()).verdict).toBe(verdict);
    expect(answer.json().event.id).toBe('aws-2025-10-20');
  });

  it('takes an amount in another currency', async () => {
    const body = { amount: 4e8, currency: 'EUR', measure: 'cost', scenario: smallScenario };
    const answer = await post(app, assess, body);
    expect(claimResponse.parse(answer.json()).claim).toMatchObject({
      low: 4e8,
      currency: 'EUR',
      measure: 'cost',
    });
  });

  const event = 'aws-2025-10-20';
  const text = 'a billion dollars';
  it.each([
    [{}, '#', 'CLAIM_INVALID'],
    [{ text }, '#', 'CLAIM_INVALID'],
    [{ event }, '#', 'CLAIM_INVALID'],
    [{ text, amount: 1, event }, '#', 'CLAIM_INVALID'],
    [{ text, event, scenario: smallScenario }, '#', 'CLAIM_INVALID'],
    [{ text: ' ', event }, '#/text', 'CLAIM_INVALID'],
    [{ text: 'x'.repeat(2_001), event }, '#/text', 'CLAIM_INVALID'],
    [{ amount: -1, event }, '#/amount', 'CLAIM_INVALID'],
    [{ amount: 1, currency: 'eur', event }, '#/currency', 'CLAIM_INVALID'],
    [{ amount: 1, currency: 'XYZ', event }, '#/currency', 'CURRENCY_UNKNOWN'],
    [{ text, measure: 'profits', event }, '#/measure', 'CLAIM_INVALID'],
    [{ text, claimLanguage: 'xx', event }, '#/claimLanguage', 'CLAIM_INVALID'],
    [{ text, event: 'aws-2025-10-21' }, '#/event', 'EVENT_UNKNOWN'],
    [{ text, event, extra: 1 }, '#', 'CLAIM_INVALID'],
    [{ text, scenario: { outage: { kind: 'clod' } } }, '#/scenario/outage/kind', 'KIND_UNKNOWN'],
    [
      { text, scenario: { outage: { kind: 'cloud', durationHour: 1 } } },
      '#/scenario/outage',
      'SCENARIO_INVALID',
    ],
    [
      { text, scenario: { ...smallScenario, simulation: { draws: 2_000_000, seed: 1 } } },
      '#/scenario/simulation/draws',
      'PARAMETER_OUT_OF_RANGE',
    ],
  ])('refuses %j at %s', async (body, pointer, code) => {
    const answer = await post(app, assess, body);
    expectProblem(answer, 422, code);
    expect(answer.json().errors[0]).toMatchObject({ pointer, code });
  });

  it.each(['$' + '9'.repeat(1_900), '1,'.repeat(900), 'm'.repeat(1_999), '€1bn '.repeat(390)])(
    'is done soon with a text of one pattern (C7)',
    async (pattern) => {
      const startedAt = performance.now();
      const answer = await post(app, assess, { text: pattern, scenario: smallScenario });
      expect(answer.statusCode).toBeLessThan(500);
      expect(performance.now() - startedAt).toBeLessThan(3_000);
    },
  );
});
