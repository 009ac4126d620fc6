import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { comparisonResponse, estimateResponse } from '../../src/api/schemas/estimate.ts';
import {
  eventResponse,
  eventsResponse,
  healthResponse,
  parametersResponse,
  sectorResponse,
  sectorsResponse,
} from '../../src/api/schemas/model.ts';
import { comparisonJson } from '../../src/report/comparison-json.ts';
import { estimateCsv } from '../../src/report/estimate-csv.ts';
import { estimateLine } from '../../src/report/estimate-json.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { compareEstimates } from '../../src/services/compare-estimates.ts';
import { estimateImpact } from '../../src/services/estimate-impact.ts';
import { expectGolden, expectProblem, openApp, post, smallScenario } from './support.ts';

const app = await openApp();
const blackout = {
  outage: { kind: 'power', start: '2025-04-28T10:33:00Z', durationHours: { p5: 8, p95: 14 } },
  affected: { coverage: [{ country: 'ES', share: 0.9 }] },
  simulation: { draws: 500, seed: 3 },
};

describe('POST /v1/estimates', () => {
  it.each([
    ['estimate-airline', smallScenario],
    ['estimate-blackout', blackout],
  ])('gives the body of golden/%s', async (name, scenario) => {
    const answer = await post(app, '/v1/estimates', scenario);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    estimateResponse.parse(answer.json());
    expectGolden(name, answer.body);
  });

  it('gives the same bytes as the engine without threads', async () => {
    const answer = await post(app, '/v1/estimates', blackout);
    expect(answer.body).toBe(estimateLine(await estimateImpact(parseScenario(blackout))));
  });

  it('names the answer by its id, and keeps no copy of a POST', async () => {
    const { headers, body } = await post(app, '/v1/estimates', smallScenario);
    const { id } = JSON.parse(body);
    expect(headers).toMatchObject({
      location: `/v1/estimates/${id}`,
      etag: `"${id}"`,
      'cache-control': 'no-store',
    });
  });
});

describe('GET /v1/estimates/{id}', async () => {
  const made = await post(app, '/v1/estimates', blackout);
  const location = String(made.headers.location);

  it('gives the same bytes again, for good', async () => {
    const answer = await app.inject(location);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(made.body);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.etag).toBe(made.headers.etag);
  });

  it.each([
    String(made.headers.etag),
    `W/${String(made.headers.etag)}`,
    `"x", ${String(made.headers.etag)}`,
    '*',
  ])('is not sent again to who has %s', async (held) => {
    const answer = await app.inject({ url: location, headers: { 'if-none-match': held } });
    expect([answer.statusCode, answer.body]).toEqual([304, '']);
    expect(answer.headers.etag).toBe(made.headers.etag);
  });

  it('is sent to who has another', async () => {
    const answer = await app.inject({ url: location, headers: { 'if-none-match': '"other"' } });
    expect(answer.statusCode).toBe(200);
  });

  it('has a table', async () => {
    const answer = await app.inject(`${location}.csv`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="lossrange-[a-z2-7]{26}\.csv"$/,
    );
    expect(answer.body).toBe(estimateCsv(await estimateImpact(parseScenario(blackout))));
  });

  it('has a chart, as a drawing and as a picture', async () => {
    const drawing = await app.inject(`${location}.svg`);
    expect(drawing.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(drawing.body).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    const picture = await app.inject(`${location}.png`);
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.rawPayload.subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('has a report that loads and runs nothing', async () => {
    const report = await app.inject(`${location}.html`);
    expect(report.statusCode, report.body).toBe(200);
    expect(report.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(report.body).toMatch(/^<!doctype html>/i);
    expect(report.body).not.toMatch(/<script|<link|src="http/i);
    expect(report.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox$/);
  });

  it('answers HEAD without a body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: location });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(made.body)));
  });

  it('keeps the first of two that differ in their names only', async () => {
    const renamed = await post(app, '/v1/estimates', { ...blackout, title: 'Another name' });
    expect(renamed.headers.location).toBe(location);
    expect(renamed.json().scenario.title).toBe('Another name');
    expect((await app.inject(location)).body).toBe(made.body);
  });

  it('forgets the ones unused for longest when memory is full', async () => {
    const small = await openApp({ storeBytes: 60_000 });
    const ids: string[] = [];
    for (const seed of [1, 2, 3, 4]) {
      const scenario = { ...smallScenario, simulation: { draws: 100, seed } };
      const { headers } = await post(small, '/v1/estimates', scenario);
      ids.push(String(headers.location));
      // Reading the first keeps it.
      expect((await small.inject(ids[0]!)).statusCode).toBe(200);
    }
    const statuses = await Promise.all(ids.map(async (url) => (await small.inject(url)).statusCode));
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(200);
    expect(statuses).toContain(404);
  });
});

describe('POST /v1/comparisons', () => {
  const longer = { ...smallScenario, outage: { ...smallScenario.outage, restorationHours: 60 } };

  it('gives the body of golden/comparison', async () => {
    const answer = await post(app, '/v1/comparisons', { first: smallScenario, second: longer });
    expect(answer.statusCode, answer.body).toBe(200);
    comparisonResponse.parse(answer.json());
    expectGolden('comparison', answer.body);
    const alone = await compareEstimates(parseScenario(smallScenario), parseScenario(longer));
    expect(answer.body).toBe(comparisonJson(alone));
  });

  it.each([
    [
      'second',
      { first: smallScenario, second: { ...longer, simulation: { draws: 301, seed: 7 } } },
      'simulation/draws',
    ],
    ['second', { first: smallScenario, second: { ...longer, outage: { kind: 'nothing' } } }, 'outage/kind'],
    ['first', { first: { ...longer, outage: { kind: 'nothing' } }, second: longer }, 'outage/kind'],
    ['first', { first: { ...longer, oops: 1 }, second: longer }, ''],
  ])('says that the %s is wrong', async (side, body, at) => {
    const answer = await post(app, '/v1/comparisons', body);
    expectProblem(answer, 422);
    expect(answer.json().errors[0].pointer).toBe(`#/${side}${at === '' ? '' : `/${at}`}`);
  });
});

describe('what is in the box', () => {
  it('lists events, each of which can be sent as it is', async () => {
    const { events } = eventsResponse.parse((await app.inject('/v1/events')).json());
    expect(events.length).toBeGreaterThan(40);
    for (const { id, published } of events) {
      const event = eventResponse.parse((await app.inject(`/v1/events/${id}`)).json());
      expect(event.published).toHaveLength(published);
      expect(parseScenario(event.scenario).title).toBe(event.title);
    }
  });

  it('gives an event with what was published, which is no input', async () => {
    const event = (await app.inject('/v1/events/aws-2025-10-20')).json();
    expect(event).toMatchObject({ id: 'aws-2025-10-20', family: 'aws-2025', exposure: 'systemic' });
    expect(event.scenario).not.toHaveProperty('published');
  });

  it('lists sectors and parameters', async () => {
    const { sectors } = sectorsResponse.parse((await app.inject('/v1/sectors')).json());
    expect(sectors).toHaveLength(20);
    const { parameters } = parametersResponse.parse((await app.inject('/v1/models/parameters')).json());
    const sector = sectorResponse.parse((await app.inject('/v1/sectors/retail-trade')).json());
    const recapture = sector.parameters.find(({ path }) => path === 'recapture.retail-trade');
    expect(recapture).toEqual(parameters.find(({ path }) => path === 'recapture.retail-trade'));
    expect(recapture?.value).toEqual(sectors.find(({ id }) => id === 'retail-trade')?.recapture);
  });

  it.each([
    ['/v1/events/aws-2025-10-21', 'did you mean "aws-2025-10-20"?'],
    ['/v1/sectors/retail', 'did you mean "retail-trade"?'],
    ['/v1/sectors/air-transportation', 'it is a part of "transportation-and-warehousing"'],
    [
      '/v1/estimates/aaaaaaaaaaaaaaaaaaaaaaaaaa',
      'estimates are kept in memory for a while: send the scenario again',
    ],
  ])('says what was meant by %s', async (url, hint) => {
    const answer = await app.inject(url);
    expectProblem(answer, 404, 'NOT_FOUND');
    expect(answer.json().hint).toBe(hint);
  });
});

describe('the state of the server', () => {
  it.each(['/healthz', '/readyz'])('%s', async (url) => {
    // The threads have answered before, so they are ready.
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    healthResponse.parse(answer.json());
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is not ready before its threads are', async () => {
    const pool = {
      run: () => Promise.reject(new Error()),
      isReady: () => false,
      close: () => Promise.resolve(),
    };
    const early = await openApp({ pool });
    expect((await early.inject('/healthz')).statusCode).toBe(200);
    expectProblem(await early.inject('/readyz'), 503, 'OVERLOADED');
  });
});

describe('the page', () => {
  it('is missed in words when it is not built', async () => {
    const bare = await openApp({ pageFolder: '/nowhere/at/all' });
    const answer = await bare.inject('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('GET  /docs');
  });

  it('has its documentation, which loads from this server alone', async () => {
    const answer = await app.inject('/docs');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toMatch(/(?:src|href)="https?:/);
    expect(
      z.object({ openapi: z.literal('3.1.0') }).parse((await app.inject('/openapi.json')).json()),
    ).toBeTruthy();
  });
});
