import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { openParameterBook } from '../../../src/core/impact/parameter-book.ts';
import { openEventTables } from '../../../src/core/insurance/book-years/event-table.ts';
import { openBookYears } from '../../../src/core/insurance/book-years/open-book-years.ts';
import { foldTerms } from '../../../src/core/insurance/folded-policy.ts';
import type { Insured } from '../../../src/core/insurance/insured/insured.ts';
import { structuralMean } from '../../../src/core/insurance/insured/structural-factor.ts';
import type { Policy } from '../../../src/core/insurance/policy.ts';
import { explainInBook } from '../../../src/core/insurance/portfolio/explained-policy.ts';
import type { InsuredPolicy } from '../../../src/core/insurance/portfolio/insured-policy.ts';
import { runWorld } from '../../../src/core/insurance/years/run-world.ts';
import { sum } from '../../../src/core/statistics/sum.ts';
import { catalog } from '../../support/engine.ts';
import { inOneEvent, inOneYear, outageModel } from './one-outage.ts';
import { anyCase, anyPolicy, plain } from './support.ts';
import { CERTAIN, modelOf, OPTIONS, policyOf, tablesOf } from './years/support.ts';

const spends: Partial<Insured> = { extraExpenseUsd: 1000 };
const term = (waiting: 'triggered' | 'none', limit: number | null = null): Partial<Policy<number>> => ({
  extraExpense: { waiting, limit },
});
const waits = (hours: number): Policy<number>['waiting'] => ({ ...plain.policy.waiting, hours });

/** 500 an hour, 1,000 spent in each outage, 8 h of waiting unless the title says otherwise. */
const byHand: readonly [string, number, InsuredPolicy, number, number][] = [
  ['12 h: 6,000 + 1,000; 4 h and the 1,000 are paid', 12, policyOf('a', {}, spends), 7000, 3000],
  ['up to a limit of 400', 12, policyOf('a', term('triggered', 400), spends), 7000, 2400],
  ['6 h do not pass 8 h', 6, policyOf('a', {}, spends), 4000, 0],
  ['6 h, no waiting period for it', 6, policyOf('a', term('none'), spends), 4000, 1000],
  ['12 h, no waiting period for it', 12, policyOf('a', term('none'), spends), 7000, 3000],
  [
    '6 h, no waiting period for it, a deductible of 300',
    6,
    policyOf('a', { ...term('none'), policyDeductible: 300 }, spends),
    4000,
    700,
  ],
  [
    '12 h, half of the layer, at most 2,000: min(3,000, 2,000) / 2',
    12,
    policyOf('a', { layer: { attachment: 0, limit: 2000, participationShare: 0.5 } }, spends),
    7000,
    1000,
  ],
  [
    'it runs elsewhere at once: nothing is lost, and nothing spent',
    12,
    policyOf('a', term('none'), { ...spends, failoverHours: 0 }),
    0,
    0,
  ],
  ['it has no margin to lose', 12, policyOf('a', term('none'), { ...spends, grossMarginShare: 0 }), 0, 0],
  [
    'it rests on another region',
    12,
    policyOf('a', term('none'), {
      ...spends,
      dependsOn: [{ provider: 'aws', region: 'eu-west-1', share: 1 }],
    }),
    0,
    0,
  ],
];

describe('extra expense, worked by hand', () => {
  it.each(byHand)('%s', (_, hours, policy, groundUp, gross) => {
    const event = inOneEvent([policy], outageModel(hours));
    expect(event.groundUp.p50).toBeCloseTo(groundUp, 6);
    expect(event.gross.p50).toBeCloseTo(gross, 6);
    const year = inOneYear([policy], hours);
    expect(year.groundUp[0]).toBeCloseTo(groundUp, 6);
    expect(year.gross[0]).toBeCloseTo(gross, 6);
    expect(year.grossMeanNeutral[0]).toBeCloseTo(gross, 6);
  });

  it('waiting periods of the table hold for it, or none does', () => {
    const table = (policy: InsuredPolicy): number[] =>
      inOneEvent([policy], outageModel(11)).waiting.map(({ gross }) => Math.round(gross.p50));
    // 11 h at 500: 5, 3, 1 h after 6, 8, 10 h, or all 11; with 1,000 on top where the hours are passed.
    expect(table(policyOf('a', {}, spends))).toEqual([3500, 2500, 1500, 0, 0, 6500, 6500, 6500, 0, 0]);
    expect(table(policyOf('a', term('none'), spends))).toEqual([
      ...[3500, 2500, 1500, 1000, 1000],
      ...[6500, 6500, 6500, 1000, 1000],
    ]);
  });

  it('counts once for all policies of an account, with the first row', () => {
    const rows = [policyOf('a', {}, spends), policyOf('a')];
    expect(inOneEvent(rows, outageModel(12)).groundUp.p50).toBeCloseTo(7000, 6);
    expect(inOneEvent(rows.toReversed(), outageModel(12)).groundUp.p50).toBeCloseTo(6000, 6);
    expect(inOneYear(rows, 12).extraExpense[0]).toBe(1000);
    expect(inOneYear(rows.toReversed(), 12).extraExpense[0]).toBe(0);
    // The second row has another ground-up loss, which is said; the same row twice has not.
    expect(inOneEvent(rows, outageModel(12)).unlikeFirstRow).toBe(1);
    expect(inOneEvent([rows[0]!, rows[0]!], outageModel(12)).unlikeFirstRow).toBe(0);
  });

  it('is a step of its own where a policy is explained', () => {
    const { outcome, steps } = explainInBook(outageModel(12), policyOf('a', {}, spends), String);
    expect(outcome.groundUp.toNumber()).toBeCloseTo(7000, 6);
    expect(steps.find(({ name }) => name === 'Extra expense')!.why).toBe('1000 of 1000 is added');
    const elsewhere = policyOf('a', {}, { ...spends, dependsOn: [] });
    expect(explainInBook(outageModel(12), elsewhere, String).outcome.groundUp.toNumber()).toBe(0);
  });
});

describe('extra expense in years', () => {
  const without = modelOf([policyOf('a')]);
  const averageOf = (policy: InsuredPolicy): number => tablesOf(modelOf([policy])).gross.averageByPolicy[0]!;
  /** Outages a year of us-east-1, and those of 8 h and more. */
  const perYear = tablesOf(modelOf([policyOf('a', { waiting: waits(0) })])).paidByPolicy[0]!;
  const past8Hours = tablesOf(without).paidByPolicy[0]!;

  it('is spent in every outage, and paid in those that pass the waiting period, or in all', () => {
    const gross = averageOf(policyOf('a'));
    const { groundUp } = tablesOf(modelOf([policyOf('a', {}, spends)]));
    expect(groundUp.averageByPolicy[0]).toBeCloseTo(
      tablesOf(without).groundUp.averageByPolicy[0]! + 1000 * perYear,
      6,
    );
    expect(averageOf(policyOf('a', {}, spends))).toBeCloseTo(gross + 1000 * past8Hours, 6);
    expect(averageOf(policyOf('a', term('none'), spends))).toBeCloseTo(gross + 1000 * perYear, 6);
    expect(perYear).toBeGreaterThan(past8Hours);
  });

  it('uses up an annual aggregate, and counts as paid', () => {
    const terms = { ...term('none'), waiting: waits(2000), annualAggregate: { attachment: 0, limit: 1500 } };
    const { gross, paidByPolicy } = tablesOf(modelOf([policyOf('a', terms, spends)]));
    expect(Math.max(...gross.total)).toBe(1500);
    expect(paidByPolicy[0]).toBeGreaterThan(past8Hours);
  });

  it('is not divided by the mean of the structural factor, in sums as in tables by event', () => {
    const sd = 0.47;
    const assumptions = { ...CERTAIN, 'structural-error.systemic': sd };
    const book = openParameterBook(catalog, { assumptions, sources: {} });
    const cloud = catalog.catalogues.get('cloud')!;
    const rows = [policyOf('a', {}, spends)];
    const run = openBookYears(
      rows,
      cloud,
      { worlds: 4, yearsPerWorld: 250, seed: 7 },
      catalog,
      book,
      zoneOffsetHours,
    );
    const tables = openEventTables(run.model);
    let outages = 0;
    for (let world = 0; world < 4; world++) {
      const result = runWorld(run.model, world);
      tables.add(result, run.add(result));
      outages += result.extraExpense.filter((spent) => spent === 1000).length;
    }
    const { factorMedianOne, meanNeutral } = run.losses().groundUp.averageAnnualLossUsd;
    const spent = (1000 * outages) / 1000;
    expect(spent).toBeGreaterThan(0);
    expect((factorMedianOne - spent) / (meanNeutral - spent)).toBeCloseTo(structuralMean(sd), 9);
    const { years } = tables.tables().groundUp.book;
    expect(sum(years[0]!.total) / 1000).toBeCloseTo(meanNeutral, 6);
  });

  it('has in effect no waiting period where none holds for it, and is told', () => {
    const book = () => openParameterBook(catalog, { assumptions: CERTAIN, sources: {} });
    const cloud = catalog.catalogues.get('cloud')!;
    const rows = [
      policyOf('a'),
      policyOf('b', term('none')),
      policyOf('c', {}, spends),
      policyOf('d', term('none'), spends),
    ];
    const simulation = { worlds: 2, yearsPerWorld: 2, seed: 7 };
    const run = openBookYears(rows, cloud, simulation, catalog, book(), zoneOffsetHours);
    for (const world of [0, 1]) run.add(runWorld(run.model, world));
    const { waitTooShort, extraExpensePolicies } = run.losses();
    expect([waitTooShort.policies, extraExpensePolicies]).toEqual([1, 2]);
  });
});

describe('a loss with extra expense, under any terms', () => {
  const insuredArbitrary: fc.Arbitrary<Partial<Insured>> = fc.record({
    extraExpenseUsd: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e5, noNaN: true })),
    recaptureReducesLoss: fc.boolean(),
    annualRevenueUsd: fc.double({ min: 1, max: 1e9, noNaN: true }),
    grossMarginShare: fc.constantFrom(null, 0, 0.4),
    failoverHours: fc.constantFrom(null, 0, 5, 100),
    dependsOn: fc.constantFrom(
      null,
      [{ provider: 'aws', region: 'us-east-1', share: 1 }],
      [{ provider: 'aws', region: null, share: 0.5 }],
    ),
  });
  const policyArbitrary = fc
    .tuple(anyPolicy, insuredArbitrary)
    .map(([terms, insured]) => policyOf('a', terms, insured));
  // A sum of draws, and a division by the mean factor, round the last bits.
  const atMost = (gross: number, groundUp: number) =>
    expect(gross).toBeLessThanOrEqual(groundUp * (1 + 1e-12));

  it('pays no more than is lost, in every outage', () => {
    const uncertain = outageModel(9, { 'structural-error.systemic': 0.4, 'recapture.retail-trade': 0.6 });
    fc.assert(
      fc.property(policyArbitrary, (policy) => {
        const event = inOneEvent([policy], uncertain);
        for (const name of ['mean', 'p5', 'p50', 'p95'] as const)
          atMost(event.gross[name], event.groundUp[name]);
        event.waiting.forEach(({ gross }) => atMost(gross.mean, event.groundUp.mean));
        const { groundUp, gross } = runWorld(modelOf([policy], {}, { ...OPTIONS, worlds: 1 }), 0);
        gross.byEvent.forEach((paid, outage) => atMost(paid, groundUp.byEvent[outage]!));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same in one event and in a year', () => {
    fc.assert(
      fc.property(policyArbitrary, fc.integer({ min: 4, max: 40 }), (policy, hours) => {
        // Who needs a cloud that is not known is struck by chance; an aggregate is of a year.
        const known = { ...policy.insured, dependsOn: [{ provider: 'aws', region: 'us-east-1', share: 1 }] };
        const terms = { ...policy.terms, annualAggregate: plain.policy.annualAggregate };
        const row = { ...policy, insured: known, terms };
        const event = inOneEvent([row], outageModel(hours));
        const year = inOneYear([row], hours);
        const close = (a: number, b: number) =>
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));
        close(year.groundUp[0]!, event.groundUp.p50);
        close(year.gross[0]!, event.gross.p50);
      }),
      { numRuns: 150 },
    );
  });

  it('pays the same for a loss of nothing, triggered or not, where no waiting period holds for it', () => {
    fc.assert(
      fc.property(anyCase, ({ policy, loss }) => {
        const folded = foldTerms(
          { ...policy, extraExpense: { ...policy.extraExpense, waiting: 'none' } },
          loss,
        );
        expect(folded.grossWithoutLoss).toBe(folded.grossNotTriggered);
      }),
    );
  });
});
