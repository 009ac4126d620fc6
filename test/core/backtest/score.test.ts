import { scoresOf } from '../../../src/core/backtest/scores.ts';
import { describe, expect, it } from 'vitest';
import type { BacktestInput, PublishedLoss } from '../../../src/core/backtest/backtest-input.ts';
import { drawsOfMeasure } from '../../../src/core/backtest/measure-draws.ts';
import { scoreEvents } from '../../../src/core/backtest/score.ts';
import { fitStructuralError } from '../../../src/core/backtest/structural-fit.ts';
import { readEventText } from '../../../src/catalog/event-files.ts';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { parseEventFile } from '../../../src/schema/event-file.ts';
import { log10StandardDeviation } from '../../../src/core/statistics/log-spread.ts';
import { quantilesOf } from '../../../src/core/statistics/quantiles.ts';
import type { Json } from '../../support/engine.ts';
import { catalog, companyOutage, estimated, scenarioOf, telecomOutage } from '../../support/engine.ts';

const simulation = { draws: 2000, seed: 3 };

function shop(
  id: string,
  usd: number,
  changes: Partial<BacktestInput> = {},
  company: Json = {},
): BacktestInput {
  const cost: PublishedLoss = {
    measure: 'cost',
    scope: 'company',
    lowUsd: null,
    centralUsd: usd,
    highUsd: null,
    estimator: 'The shop',
  };
  return {
    id,
    title: `Shop ${id}`,
    family: id,
    exposure: 'company-it',
    fit: true,
    published: [cost],
    scenario: scenarioOf(companyOutage({}, company, { scope: 'company' })),
    ...changes,
  };
}

const score = (events: readonly BacktestInput[]) => scoreEvents(events, catalog, zoneOffsetHours, simulation);

describe('scoring events', () => {
  const events = [shop('c', 2e5), shop('a', 5e5), shop('b', 4e6, { family: 'a' })];
  const result = score(events);

  it('puts each published figure into the range of its event', () => {
    expect(result.events.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    for (const event of result.events) {
      expect(event.log10Error).toBeCloseTo(Math.log10(event.p50 / event.published.central), 12);
      expect(event.inside80).toBe(
        event.p10 <= event.published.central && event.published.central <= event.p90,
      );
      expect(event.width90).toBeCloseTo(Math.log10(event.p95 / event.p5), 12);
    }
    expect(result.pit).toEqual(result.events.map(({ pit }) => pit));
    expect(result.families).toBe(2);
  });

  it('fits the structural error without the family that it is used on', () => {
    const rowOf = ({ scenario, family, published }: BacktestInput) => {
      const { draws } = drawsOfMeasure({ ...scenario, simulation }, 'cost', catalog, zoneOffsetHours, 0)!;
      const [middle = 0] = quantilesOf(draws, [0.5]);
      return {
        family,
        exposure: 'company-it' as const,
        log10Error: Math.log10(middle / published[0]!.centralUsd!),
        parameterVariance: log10StandardDeviation(draws) ** 2,
      };
    };
    const rows = events.map(rowOf);
    const without = (family: string): number =>
      fitStructuralError(
        'company-it',
        rows.filter((row) => row.family !== family),
      ).shipped;
    expect(result.events.map((event) => event.structuralError)).toEqual([
      without('a'),
      without('a'),
      without('c'),
    ]);
    // Family a misses by far more than c, so leaving it out must show.
    expect(without('a')).toBeLessThan(without('c'));
    expect(result.structuralFits.find((fit) => fit.exposure === 'company-it')).toMatchObject({
      rows: 3,
      families: 2,
      shipped: fitStructuralError('company-it', rows).shipped,
    });
  });

  it('scores events with fit: false apart, with the shipped error, and learns nothing from them', () => {
    const apart = shop('z', 1e12, { fit: false });
    const withApart = score([...events, apart]);
    expect(withApart.events).toEqual(result.events);
    expect(withApart).toMatchObject(scoresOf(result.events));
    expect(withApart.apart).toMatchObject([
      {
        id: 'z',
        fit: false,
        structuralError: catalog.parameters.get('structural-error.company-it')!.value,
      },
    ]);
  });

  it('names what it cannot score, and why', () => {
    const one = result.outOfScope;
    expect(one).toEqual([]);
    const nothing = { ...shop('nothing', 1), published: [] };
    const world = { ...shop('world', 1), published: [{ ...shop('x', 1).published[0]!, scope: 'world' }] };
    const refused = shop('refused', 1e6, {}, { sector: 'no-such-sector' });
    const telecom: BacktestInput = {
      ...shop('telecom', 1e6, { exposure: 'systemic' }),
      published: [{ ...shop('x', 1e6).published[0]!, measure: 'corporate-interruption', scope: 'CA' }],
      scenario: scenarioOf(telecomOutage({}, 0.3, { scope: 'CA' })),
    };
    const stopped = shop('no-outage', 1e6, {
      scenario: scenarioOf(companyOutage({ durationHours: 0 }, {}, { scope: 'company' })),
    });
    const { outOfScope, ...scores } = score([...events, nothing, world, refused, telecom, stopped]);
    expect(scores).toMatchObject(scoresOf(result.events));
    expect(outOfScope).toEqual([
      { id: 'no-outage', why: expect.stringContaining('no loss at all') as string },
      { id: 'nothing', why: expect.stringContaining('nothing is published') as string },
      { id: 'refused', why: expect.stringContaining('no-such-sector') as string },
      { id: 'telecom', why: expect.stringContaining('do not give corporate-interruption') as string },
      { id: 'world', why: expect.stringContaining('the figure is for world') as string },
    ]);
  });

  it('does not depend on the order of the files, but on the seed', () => {
    expect(score([...events].reverse())).toEqual(result);
    const other = scoreEvents(events, catalog, zoneOffsetHours, { ...simulation, seed: 4 });
    expect(other.crps).not.toBe(result.crps);
    expect(other.eventsHash).toBe(result.eventsHash);
    expect(score([shop('a', 5.1e5)]).eventsHash).not.toBe(score([shop('a', 5e5)]).eventsHash);
  });

  it('has nothing to say of nothing', () => {
    expect(() => score([])).toThrow(expect.objectContaining({ code: 'NOTHING_TO_SCORE' }));
    expect(() => score([{ ...shop('a', 1), published: [] }])).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('a: nothing is published') as string }),
    );
  });
});

describe('a published figure', () => {
  it('reaches the score of its event, never the estimate of it', () => {
    // Alone in its family, so that the structural error is the prior whatever is published.
    const [low, high] = [2e5, 9e6].map((usd) => score([shop('a', usd)]).events[0]!);
    const quantilesOnly = ({ p5, p10, p25, p50, p75, p90, p95 }: NonNullable<typeof low>) => [
      p5,
      p10,
      p25,
      p50,
      p75,
      p90,
      p95,
    ];
    expect(quantilesOnly(low!)).toEqual(quantilesOnly(high!));
    expect(low!.crps).not.toBe(high!.crps);
  });

  it.each(['aws-2025-10-20', 'jlr-2025-08-31'])('is not seen by an estimate of %s', (id) => {
    const json = JSON.parse(readEventText(id).text) as { published: { lowUsd?: number; highUsd: number }[] };
    const estimateWith = (published: unknown) =>
      estimated({ ...parseEventFile({ ...json, published }, id).scenario, simulation });
    const asPublished = estimateWith(json.published);
    expect(json.published.length).toBeGreaterThan(0);
    expect(estimateWith([])).toEqual(asPublished);
    const other = { ...json.published[0], lowUsd: 1, centralUsd: 1e12, highUsd: 1e13 };
    expect(estimateWith([other])).toEqual(asPublished);
  });
});
