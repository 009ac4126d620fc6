import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import type { Insured } from '../../../../src/core/insurance/insured/insured.ts';
import { openInsuredModel } from '../../../../src/core/insurance/insured/open-insured-model.ts';
import type { Policy } from '../../../../src/core/insurance/policy.ts';
import type { BookLosses } from '../../../../src/core/insurance/portfolio/book-result.ts';
import { explainInBook } from '../../../../src/core/insurance/portfolio/explained-policy.ts';
import type { InsuredPolicy } from '../../../../src/core/insurance/portfolio/insured-policy.ts';
import { openBook } from '../../../../src/core/insurance/portfolio/open-book.ts';
import { waitingVariants } from '../../../../src/core/insurance/portfolio/policy-hours.ts';
import { summariseBook } from '../../../../src/core/insurance/portfolio/summarise-book.ts';
import { reinsuredEvent } from '../../../../src/core/insurance/portfolio/reinsured-event.ts';
import type { TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';
import { parseScenario } from '../../../../src/schema/scenario.ts';
import { catalog, eventScenario } from '../../../support/engine.ts';
import { eventExcess, quotaShare } from '../reinsurance/support.ts';
import { flatOutage as flat } from '../flat-assumptions.ts';
import { plain } from '../support.ts';

const window = (service: string, from: string, to: string) => ({
  service,
  start: `2025-10-20T${from}:00Z`,
  end: `2025-10-20T${to}:00Z`,
});
/** The three windows of insurers' examples; everything wholly down. */
const scenario = parseScenario({
  outage: {
    kind: 'cloud',
    provider: 'aws',
    region: 'us-east-1',
    windows: [
      window('dynamodb', '06:48', '09:40'),
      window('ec2-launches', '09:25', '17:36'),
      window('nlb', '12:30', '21:09'),
    ],
    phases: [{ start: '2025-10-20T06:48:00Z', end: '2025-10-20T21:09:00Z', impairmentShare: 1 }],
  },
  assumptions: flat,
  simulation: { draws: 100, seed: 1 },
});
const event = {
  provider: 'aws',
  region: 'us-east-1',
  strikesClouds: true,
  startMs: Date.UTC(2025, 9, 20, 6, 48),
};
const flatModel = openInsuredModel(scenario, catalog, zoneOffsetHours);
const uncertain = { ...eventScenario('aws-2025-10-20'), simulation: { draws: 200, seed: 3 } };
const model = openInsuredModel(uncertain, catalog, zoneOffsetHours);

/** 8.76 million a year at a margin of 1, half of it on the cloud: 500 US dollars an hour. */
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
const plainTerms = plain.policy;

let line = 1;
function policy(change: {
  readonly insured?: Partial<Insured>;
  readonly terms?: Partial<Policy<number>>;
  readonly waiting?: Partial<Policy<number>['waiting']>;
  readonly key?: Partial<InsuredPolicy['key']>;
  readonly expiryMs?: number;
}): InsuredPolicy {
  line += 1;
  return {
    line,
    key: { portNumber: '1', accNumber: `A${line}`, polNumber: `P${line}`, layerNumber: 1, ...change.key },
    insured: { ...shop, ...change.insured },
    terms: { ...plainTerms, waiting: { ...plainTerms.waiting, ...change.waiting }, ...change.terms },
    currency: 'USD',
    inceptionMs: -Infinity,
    expiryMs: change.expiryMs ?? Infinity,
    grossPremiumUsd: null,
  };
}

function lossesOf(policies: readonly InsuredPolicy[], of = flatModel): BookLosses {
  const book = openBook(of, event, false);
  policies.forEach(book.add);
  return summariseBook(book.sums);
}

function netOf(policies: readonly InsuredPolicy[], treaties: readonly TreatyTerms[], of = flatModel) {
  const book = openBook(of, event, true);
  policies.forEach(book.add);
  const always = treaties.map((terms) => ({ terms, inceptionMs: -Infinity, expiryMs: Infinity }));
  const { losses, netShare } = reinsuredEvent(always, null, book.sums.gross);
  book.addNet(netShare!);
  return { ...summariseBook(book.sums), net: losses.net! };
}

describe('a book of one policy, worked by hand', () => {
  it('pays hours 8 to 14.35 less the deductible, for its share of the layer', () => {
    const { groundUp, gross, drawsWithoutPayout } = lossesOf([
      policy({
        terms: { policyDeductible: 1000, layer: { attachment: 0, limit: 5000, participationShare: 0.5 } },
      }),
    ]);
    // 14.35 h at 500 are 7,175; 6.35 h are 3,175, less 1,000 are 2,175, half of it 1,087.50.
    expect(groundUp.p50).toBeCloseTo(7175, 6);
    for (const amount of [gross.mean, gross.p5, gross.p50, gross.p95]) expect(amount).toBeCloseTo(1087.5, 6);
    expect(drawsWithoutPayout).toBe(0);
  });

  it('shows what every waiting period would have paid', () => {
    const { waiting } = lossesOf([policy({})]);
    // 500 an hour: 8.35, 6.35, 4.35, 2.35 h after the waiting period, or all 14.35 h; 24 h are not reached.
    expect(waiting.map(({ gross }) => Math.round(gross.p50))).toEqual([
      ...[4175, 3175, 2175, 1175, 0],
      ...[7175, 7175, 7175, 7175, 0],
    ]);
    expect(waiting.map(({ mode, hours }) => ({ mode, hours }))).toEqual(waitingVariants);
  });

  it.each([
    [['dynamodb'], 0, 0],
    [['ec2-launches'], 0.1833333, 0],
    [['nlb'], 0.65, 0],
    [null, 6.35, 2.35],
  ])('needs %s: paid for %f h after 8 h, %f h after 12 h', (services, after8, after12) => {
    const paidHours = (hours: number, mode: 'timeDeductible' | 'qualifying') =>
      lossesOf([policy({ insured: { services }, waiting: { hours, mode } })]).gross.p50 / 500;
    expect(paidHours(8, 'timeDeductible')).toBeCloseTo(after8, 6);
    expect(paidHours(12, 'timeDeductible')).toBeCloseTo(after12, 6);
    expect(paidHours(12, 'qualifying')).toBeCloseTo(after12 === 0 ? 0 : 14.35, 6);
  });

  it('says why', () => {
    const why = (services: string[] | null, hours: number) =>
      explainInBook(flatModel, policy({ insured: { services }, waiting: { hours } }), String).steps.find(
        ({ name }) => name === 'Waiting period',
      )!.why;
    expect(why(['nlb'], 12)).toBe(
      'nlb alone was impaired for 8.65 h without a gap; 12 h are asked for: nothing of the interruption is paid',
    );
    expect(why(null, 12)).toContain('for 14.35 h without a gap; the first 12 h');
  });

  it('loses nothing elsewhere, or when it is not in force', () => {
    const elsewhere = policy({
      insured: { dependsOn: [{ provider: 'aws', region: 'eu-west-1', share: 1 }] },
    });
    const expired = policy({ expiryMs: event.startMs });
    const { policyCount, notInForce, groundUp, policies, regions } = lossesOf([elsewhere, expired]);
    expect([policyCount, notInForce, groundUp.p95, policies]).toEqual([1, 1, 0, []]);
    expect(regions).toEqual([
      { name: 'aws eu-west-1', policies: 1, groundUpMean: 0, grossMean: 0, netMean: null },
    ]);
  });

  it('counts hours of less impairment when policies do', () => {
    const half = parseScenario({
      outage: {
        kind: 'cloud',
        provider: 'aws',
        region: 'us-east-1',
        phases: [{ start: '2025-10-20T06:00:00Z', end: '2025-10-20T18:00:00Z', impairmentShare: 0.3 }],
      },
      assumptions: flat,
      simulation: { draws: 100, seed: 1 },
    });
    const { gross, minimumImpairment } = lossesOf(
      [policy({})],
      openInsuredModel(half, catalog, zoneOffsetHours),
    );
    // 12 h impaired by 0.3: no hour counts from 0.5 on; from 0 or 0.25 on four hours are left, at 0.3 of 500.
    expect(gross.p50).toBe(0);
    minimumImpairment.forEach((row) => expect(row.gross.p50).toBeCloseTo(600, 6));
  });
});

/** Policies of all sorts. */
const policyArbitrary = fc
  .record({
    revenue: fc.double({ min: 1e5, max: 1e10, noNaN: true }),
    known: fc.constantFrom(
      null,
      [{ provider: 'aws', region: null, share: 1 }],
      [{ provider: 'aws', region: 'us-east-1', share: 0.7 }],
      [{ provider: 'azure', region: null, share: 1 }],
    ),
    services: fc.constantFrom(null, ['nlb'], ['dynamodb', 'ec2-launches']),
    hours: fc.constantFrom(0, 6, 8, 12),
    mode: fc.constantFrom('timeDeductible' as const, 'qualifying' as const, 'greaterOf' as const),
    deductible: fc.double({ min: 0, max: 1e5, noNaN: true }),
    limit: fc.constantFrom(null, 1e4, 1e6),
    recaptureReducesLoss: fc.boolean(),
    extraExpenseUsd: fc.constantFrom(0, 0, 20_000),
    expenseWaits: fc.constantFrom('triggered' as const, 'none' as const),
  })
  .map(({ revenue, known, services, hours, mode, deductible, limit, expenseWaits, ...facts }) =>
    policy({
      insured: { annualRevenueUsd: revenue, dependsOn: known, services, ...facts },
      waiting: { hours, mode },
      terms: {
        policyDeductible: deductible,
        extraExpense: { waiting: expenseWaits, limit: null },
        waiting: { ...plainTerms.waiting, hours, mode },
        layer: { attachment: 0, limit, participationShare: 1 },
      },
    }),
  );

describe('any book', () => {
  it('pays no more than is lost, for each policy and in all', () => {
    fc.assert(
      fc.property(fc.array(policyArbitrary, { minLength: 1, maxLength: 8 }), (policies) => {
        const losses = lossesOf(policies, model);
        losses.policies.forEach((loss) =>
          expect(loss.grossMean).toBeLessThanOrEqual(loss.groundUpMean * (1 + 1e-12)),
        );
        for (const name of ['mean', 'p5', 'p50', 'p95'] as const) {
          expect(losses.gross[name]).toBeLessThanOrEqual(losses.groundUp[name] * (1 + 1e-12));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same in another order: policies exactly, totals but for rounding', () => {
    fc.assert(
      fc.property(fc.array(policyArbitrary, { minLength: 2, maxLength: 8 }), (policies) => {
        const losses = lossesOf(policies, model);
        const reversed = lossesOf(policies.toReversed(), model);
        expect(reversed.policies.toReversed()).toEqual(losses.policies);
        // Eight sums in another order differ in the last bits.
        const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(a, b);
        for (const name of ['groundUp', 'gross'] as const) {
          expect(isClose(reversed[name].mean, losses[name].mean)).toBe(true);
          expect(isClose(reversed[name].p95, losses[name].p95)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the sum of two halves, each with half of the layer', () => {
    fc.assert(
      fc.property(policyArbitrary, (whole) => {
        const half = (layerNumber: number): InsuredPolicy => ({
          ...whole,
          key: { ...whole.key, layerNumber },
          terms: { ...whole.terms, layer: { ...whole.terms.layer, participationShare: 0.5 } },
        });
        const one = lossesOf([whole], model);
        const two = lossesOf([half(1), half(2)], model);
        // Halving is exact in binary, and the ground-up loss of the insured counts once.
        expect(two.gross).toEqual(one.gross);
        expect(two.groundUp).toEqual(one.groundUp);
        expect(two.waiting).toEqual(one.waiting);
      }),
    );
  });

  it('splits into sectors, providers and regions that add up', () => {
    fc.assert(
      fc.property(fc.array(policyArbitrary, { minLength: 1, maxLength: 8 }), (policies) => {
        const { gross, groundUp, sectors, providers, regions } = lossesOf(policies, model);
        for (const groups of [sectors, providers, regions]) {
          const sumOf = (value: 'grossMean' | 'groundUpMean') =>
            groups.reduce((total, group) => total + group[value], 0);
          expect(sumOf('grossMean')).toBeCloseTo(gross.mean, 3);
          expect(sumOf('groundUpMean')).toBeCloseTo(groundUp.mean, 3);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('net of treaties of the whole book', () => {
  it('falls on policies in proportion to gross, worked by hand', () => {
    const late = policy({ insured: { sector: 'retail-trade' } });
    const whole = policy({ waiting: { mode: 'qualifying' } });
    const elsewhere = policy({
      insured: { dependsOn: [{ provider: 'azure', region: 'eastus', share: 1 }] },
    });
    // 3,175 and 7,175 gross are 10,350; 4,140 above 6,210 are ceded, so 0.6 of each stays: 1,905 and 4,305.
    const { net, policies, providers, regions, sectors } = netOf(
      [late, whole, elsewhere],
      [eventExcess(4140, 6210, [])],
    );
    expect(net.mean).toBeCloseTo(6210, 6);
    expect(policies.map(({ netMean }) => netMean!)).toEqual([
      expect.closeTo(1905, 6),
      expect.closeTo(4305, 6),
    ]);
    expect(sectors).toMatchObject([{ name: 'retail-trade', netMean: expect.closeTo(6210, 6) as number }]);
    expect(providers).toMatchObject([
      { name: 'aws', netMean: expect.closeTo(6210, 6) as number },
      { name: 'azure', netMean: 0 },
    ]);
    expect(regions).toMatchObject([
      { name: 'aws us-east-1', netMean: expect.closeTo(6210, 6) as number },
      { name: 'azure eastus', netMean: 0 },
    ]);
  });

  it('is not there without treaties', () => {
    const { policies, sectors } = lossesOf([policy({})]);
    expect([policies[0]!.netMean, sectors[0]!.netMean]).toEqual([null, null]);
  });

  it('adds up to the net of the book, whatever the treaties, and never exceeds gross', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const money = fc.double({ min: 1, max: 50_000, noNaN: true });
    fc.assert(
      fc.property(share, money, money, fc.integer({ min: 1, max: 6 }), (ceded, attachment, limit, count) => {
        const policies = Array.from({ length: count }, (_, i) =>
          policy({
            insured: { annualRevenueUsd: 1e7 * (i + 1), dependsOn: i % 2 === 0 ? null : shop.dependsOn },
            waiting: { hours: 2 * i },
          }),
        );
        const treaties = [
          quotaShare(ceded, { inuringPriority: 1 }),
          eventExcess(limit, attachment, [1], { number: 2, inuringPriority: 2 }),
        ];
        const book = netOf(policies, treaties, model);
        const close = (sum: number) => Math.abs(sum - book.net.mean) <= 1e-9 * book.gross.mean;
        for (const parts of [book.policies, book.sectors, book.providers, book.regions]) {
          expect(close(parts.reduce((sum, { netMean }) => sum + netMean!, 0))).toBe(true);
          for (const { grossMean, netMean } of parts)
            expect(netMean!).toBeLessThanOrEqual(grossMean * (1 + 1e-12));
        }
      }),
      { numRuns: 40 },
    );
  });
});
