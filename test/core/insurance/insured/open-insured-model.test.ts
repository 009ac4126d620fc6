import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import { countHours } from '../../../../src/core/insurance/count-hours.ts';
import type { Insured } from '../../../../src/core/insurance/insured/insured.ts';
import {
  roomForStruck,
  openInsuredModel,
} from '../../../../src/core/insurance/insured/open-insured-model.ts';
import type { InsuredModel } from '../../../../src/core/insurance/insured/open-insured-model.ts';
import { parseScenario } from '../../../../src/schema/scenario.ts';
import { catalog, eventScenario } from '../../../support/engine.ts';
import { flatOutage as flat } from '../flat-assumptions.ts';
import { plain } from '../support.ts';

/** 8.76 million a year at a margin of 1: 1,000 an hour. */
const shop: Insured = {
  annualRevenueUsd: 8_760_000,
  sector: 'retail-trade',
  country: null,
  grossMarginShare: 1,
  dependenceShare: null,
  dependsOn: [{ provider: 'aws', region: 'us-east-1', share: 1 }],
  services: null,
  failoverHours: null,
  recaptureReducesLoss: true,
  extraExpenseUsd: 0,
};

function open(outage: object, assumptions: object = flat, draws = 1): InsuredModel {
  const scenario = parseScenario({
    outage: { kind: 'cloud', provider: 'aws', region: 'us-east-1', ...outage },
    assumptions,
    simulation: { draws: Math.max(draws, 100), seed: 7 },
  });
  return openInsuredModel({ ...scenario, simulation: { draws, seed: 7 } }, catalog, zoneOffsetHours);
}

function scales(model: InsuredModel, insured: Insured, key = '1:p/a'): Float64Array {
  const out = new Float64Array(model.draws);
  const room = roomForStruck(model.draws);
  const struck = model.fillStruck(insured, key, room);
  for (let i = 0; i < struck; i++) out[room.draw[i]!] = room.scale[i]!;
  return out;
}

/** Whole loss in the first draw, US dollars. */
function lossOf(model: InsuredModel, insured: Insured = shop): number {
  return model.shapeOf(insured).accrual.loss.at(-1)! * scales(model, insured)[0]!;
}

const tenHours = { durationHours: 10, impairmentShare: 1 };
const whole = open(tenHours);

describe('loss of one insured by the hour', () => {
  it('1,000 an hour, half of it dependent: 5,000 in 10 hours, 500 after one', () => {
    const { accrual } = whole.shapeOf(shop);
    const scale = scales(whole, shop)[0]!;
    expect(lossOf(whole)).toBeCloseTo(5000, 6);
    expect(accrual.hours[2]).toBe(1);
    expect(accrual.loss[2]! * scale).toBeCloseTo(500, 6);
  });

  it.each<[string, object, Partial<Insured>, number]>([
    ['a quarter of its work needs the cloud', tenHours, { dependenceShare: 0.25 }, 2500],
    ['the margin is 0.4', tenHours, { grossMarginShare: 0.4 }, 2000],
    [
      '0.3 of it rests on the region',
      tenHours,
      { dependsOn: [{ provider: 'aws', region: 'us-east-1', share: 0.3 }] },
      1500,
    ],
    [
      'it rests on another region',
      tenHours,
      { dependsOn: [{ provider: 'aws', region: 'us-west-2', share: 1 }] },
      0,
    ],
    [
      'it rests on another provider',
      tenHours,
      { dependsOn: [{ provider: 'azure', region: null, share: 1 }] },
      0,
    ],
    ['it rests on no cloud', tenHours, { dependsOn: [] }, 0],
    ['it runs elsewhere after 4 hours', tenHours, { failoverHours: 4 }, 2000],
    ['the service is half down', { durationHours: 10, impairmentShare: 0.5 }, {}, 2500],
  ])('%s', (_, outage, changes, loss) => {
    expect(lossOf(open(outage), { ...shop, ...changes })).toBeCloseTo(loss, 6);
  });

  it('an unknown margin is value added ÷ sales of the sector, whose output is 0.32 of its sales', () => {
    const { valueAddedUsd, grossOutputUsd } = catalog.sectors.find(({ id }) => id === 'retail-trade')!;
    expect(lossOf(whole, { ...shop, grossMarginShare: null })).toBeCloseTo(
      (5000 * 0.32 * valueAddedUsd) / grossOutputUsd,
      6,
    );
  });

  it('0.6 made up leaves 0.4, and less is made up of a long outage', () => {
    const sixTenths = { ...flat, 'recapture.retail-trade': 0.6 };
    expect(lossOf(open(tenHours, sixTenths))).toBeCloseTo(2000, 6);
    // 72 h of delay, then the share falls by e in 2,160 h.
    const long = open({ durationHours: 2232, impairmentShare: 1 }, sixTenths);
    expect(lossOf(long)).toBeCloseTo(2232 * 500 * (1 - 0.6 / Math.E), 4);
  });

  it('sales made up later are lost all the same where the wording does not deduct them', () => {
    const model = open(tenHours, { ...flat, 'recapture.retail-trade': 0.6 });
    const not = { ...shop, recaptureReducesLoss: false };
    // One model and both wordings, in turn.
    expect([shop, not, shop].map((insured) => Math.round(lossOf(model, insured)))).toEqual([
      2000, 5000, 2000,
    ]);
  });

  it('a tail of 0.3 of the loss accrues after the end, over 0.3 / 0.81 of its length', () => {
    const model = open(tenHours, { ...flat, 'footprint.tail': 0.3 });
    const { clock, accrual } = model.shapeOf(shop);
    expect(lossOf(model)).toBeCloseTo(6500, 6);
    expect(clock.restorationHours).toBeCloseTo(3 / 0.81, 9);
    expect(accrual.hours.at(-1)).toBeCloseTo(10 + 3 / 0.81, 9);
    expect(model.shapeOf({ ...shop, failoverHours: 9 }).clock.restorationHours).toBe(0);
  });

  it('stated hours of restoration are the tail', () => {
    const { clock } = open({ ...tenHours, restorationHours: 16 }).shapeOf(shop);
    expect(clock.restorationHours).toBe(6);
  });

  it('work stops with the local clock: an outage at night costs less', () => {
    const at = (start: string) =>
      lossOf(open({ ...tenHours, durationHours: 4, start }), { ...shop, country: 'US' });
    expect(at('2025-10-21T07:00:00Z')).toBeLessThan(at('2025-10-21T19:00:00Z') / 2);
  });

  it('those reached bear the impairment of all', () => {
    const halfReached = { ...flat, 'catalogue.cloud.class.many-services.reachedShare': 0.5 };
    const model = open({ durationHours: 10, impairmentShare: 0.25 }, halfReached, 4000);
    const losses = scales(model, shop).map((scale) => scale * model.shapeOf(shop).accrual.loss.at(-1)!);
    const struck = losses.filter((loss) => loss > 0);
    expect(struck[0]).toBeCloseTo(2500, 6);
    // 4 standard errors of a share of 0.5 in 4,000 draws.
    expect(Math.abs(struck.length / 4000 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  });

  it('who names no cloud is struck as often as work rests on the region', () => {
    const share = { ...flat, 'exposure.aws.us-east-1.home': 0.2, 'exposure.aws.all.home': 0.4 };
    const model = open(tenHours, share, 4000);
    const shareStruck = (dependsOn: Insured['dependsOn']): number =>
      scales(model, { ...shop, country: 'US', dependsOn }).filter((scale) => scale > 0).length / 4000;
    expect(Math.abs(shareStruck(null) - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 4000));
    const provider = shareStruck([{ provider: 'aws', region: null, share: 1 }]);
    expect(Math.abs(provider - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  });

  it('the structural factor is one for all insureds of a draw', () => {
    const model = open(tenHours, { ...flat, 'structural-error.systemic': 0.47 }, 50);
    const [one, other] = [
      scales(model, shop, '1:p/a'),
      scales(model, { ...shop, annualRevenueUsd: 87_600_000 }, '1:p/b'),
    ];
    one.forEach((scale, i) => expect(other[i]! / scale).toBeCloseTo(10, 9));
    expect(new Set(one).size).toBe(50);
  });

  it('is the same in any order, and another for another insured', () => {
    const uncertain = () => open(tenHours, {}, 300);
    const keys = ['1:p/a', '1:p/b', '1:p/c'];
    const forwards = uncertain();
    const there = keys.map((key) => scales(forwards, shop, key).join());
    const backwards = uncertain();
    const back = keys.toReversed().map((key) => scales(backwards, shop, key).join());
    expect(back.toReversed()).toEqual(there);
    expect(new Set(there).size).toBe(3);
  });

  it('needs a provider', () => {
    expect(() => open({ ...tenHours, provider: undefined, region: undefined })).toThrow(
      expect.objectContaining({ code: 'PROVIDER_UNKNOWN', path: 'outage.provider' }),
    );
  });
});

describe('AWS, 20 October 2025', () => {
  const scenario = eventScenario('aws-2025-10-20');
  const model = openInsuredModel(
    { ...scenario, simulation: { draws: 100, seed: 7 } },
    catalog,
    zoneOffsetHours,
  );
  const us = { ...shop, country: 'US' };
  const hoursOf = (services: readonly string[] | null): number =>
    countHours(model.shapeOf({ ...us, services }).clock, null, plain.policy.waiting).hours;

  it.each<[readonly string[] | null, number]>([
    [['dynamodb'], 2.87],
    [['ec2-launches'], 8.18],
    [['nlb'], 8.65],
    [['ec2-launches', 'nlb'], 11.73],
    [['dynamodb', 'ec2-launches', 'nlb'], 14.35],
    [null, 14.35],
  ])('%j is down for %d hours', (services, hours) => {
    expect(hoursOf(services)).toBeCloseTo(hours, 2);
  });

  it('nothing accrues before, after or without the services that are needed', () => {
    const { accrual } = model.shapeOf({ ...us, services: ['nlb'], failoverHours: 3 });
    const from = 5.7;
    accrual.hours.forEach((hour, i) => {
      if (hour <= from) expect(accrual.loss[i]).toBe(0);
    });
    expect(accrual.hours.at(-1)).toBeCloseTo(8.7, 9);
    const unneeded = model.shapeOf({ ...us, services: ['s3'] });
    expect([...unneeded.accrual.loss]).toEqual([0]);
  });

  it('who needs a service that failed is struck in every draw', () => {
    expect(scales(model, { ...us, services: ['nlb'] }).every((scale) => scale > 0)).toBe(true);
  });
});

describe('accrual', () => {
  const windows = (...rows: [string, string, string][]) => ({
    windows: rows.map(([service, start, end]) => ({
      service,
      start: `2025-10-20T${start}:00Z`,
      end: `2025-10-20T${end}:00Z`,
    })),
    phases: [{ start: '2025-10-20T06:00:00Z', end: '2025-10-20T20:00:00Z', impairmentShare: 1 }],
  });

  it('windows apart add up', () => {
    const model = open(windows(['a', '06:00', '08:00'], ['b', '10:00', '13:00'], ['c', '12:00', '14:00']));
    const of = (services: readonly string[]) => lossOf(model, { ...shop, services });
    expect(of(['a', 'b'])).toBeCloseTo(of(['a']) + of(['b']), 6);
    expect(of(['a'])).toBeCloseTo(1000, 6);
    // An hour in which two services are down is lost once.
    expect(of(['b', 'c'])).toBeCloseTo(2000, 6);
  });

  it('severity starts with the first hour of the insured', () => {
    const growing = { ...flat, 'severity.immediateShare': 0.1 };
    const model = open(windows(['a', '06:00', '08:00'], ['b', '10:00', '12:00']), growing);
    expect(lossOf(model, { ...shop, services: ['b'] })).toBeCloseTo(
      lossOf(model, { ...shop, services: ['a'] }),
      6,
    );
  });

  it('a longer outage never costs less, by the hour or in all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (a, b) => {
        const loss = (quarters: number) =>
          lossOf(
            open(
              { durationHours: quarters / 4, start: '2025-10-20T06:48:00Z' },
              { 'structural-error.systemic': 0 },
            ),
            {
              ...shop,
              country: 'US',
              services: null,
            },
          );
        expect(loss(a + b)).toBeGreaterThanOrEqual(loss(a));
      }),
      { numRuns: 25 },
    );
  });
});
