import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import { annualLoss } from '../../../../src/core/insurance/curves/average-annual-loss.ts';
import { expectedInsuredHours } from '../../../support/closed-forms/expected-insured-hours.ts';
import type { Policy, WaitingMode } from '../../../../src/core/insurance/policy.ts';
import { openYearTables } from '../../../../src/core/insurance/years/year-tables.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { integrate } from '../../../../src/core/outage/activity-integral.ts';
import { activeHours } from '../../../../src/core/insurance/years/activity-table.ts';
import { sum } from '../../../../src/core/statistics/sum.ts';
import { severityHours } from '../../../../src/core/vulnerability/severity.ts';
import { plain } from '../support.ts';
import { CERTAIN, modelOf, OPTIONS, policyOf, tablesOf } from './support.ts';

const exponential = { kind: 'generalised-pareto', thresholdHours: 4, scaleHours: 8, shape: 0 } as const;
const wait = (hours: number, mode: WaitingMode): Partial<Policy<number>> => ({
  waiting: { ...plain.policy.waiting, hours, mode },
});

describe('a year of outages', () => {
  it.each([
    [8, 'timeDeductible', 2880],
    [8, 'qualifying', 2880],
    [12, 'timeDeductible', 5],
    [6, 'qualifying', 10],
  ] as const)(
    'waits %d h, %s, %d h paid: rate × expected insured hours × 500 an hour',
    (hours, mode, indemnityHours) => {
      const options = { ...OPTIONS, worlds: 4, yearsPerWorld: 5000 };
      const { gross } = tablesOf(
        modelOf([policyOf('a', { ...wait(hours, mode), indemnityHours })], CERTAIN, options),
      );
      const expected = 0.5 * expectedInsuredHours(exponential, hours, indemnityHours, mode) * 500;
      const { averageAnnualLoss, processStandardError } = annualLoss(gross.total, 4);
      // 4 standard errors of 20,000 years; half hours are exact, as every hour loses alike.
      expect(Math.abs(averageAnnualLoss - expected)).toBeLessThan(4 * processStandardError);
    },
  );

  it('ground-up is the rate × mean length × 500, and paid losses are the rate × S(8)', () => {
    const options = { ...OPTIONS, worlds: 4, yearsPerWorld: 5000 };
    const { groundUp, paidByPolicy } = tablesOf(modelOf([policyOf('a')], CERTAIN, options));
    const { averageAnnualLoss, processStandardError } = annualLoss(groundUp.total, 4);
    expect(Math.abs(averageAnnualLoss - 0.5 * 12 * 500)).toBeLessThan(4 * processStandardError);
    const rate = 0.5 * Math.exp(-0.5);
    expect(Math.abs(paidByPolicy[0]! - rate)).toBeLessThan(4 * Math.sqrt(rate / 20_000));
  });

  it('never pays more than it lost, and less when it waits longer or the limit is lower', () => {
    const rows = [4, 6, 8, 12, 24].map((hours) => policyOf('a', wait(hours, 'timeDeductible')));
    const limits = [1e5, 1e4, 1e3].map((limit) =>
      policyOf('a', { dependent: { ...plain.policy.dependent, limit } }),
    );
    const { gross, groundUp } = tablesOf(modelOf([...rows, ...limits], {}));
    const averages = [...gross.averageByPolicy];
    const [waits, limited] = [averages.slice(0, 5), averages.slice(5)];
    expect(waits).toEqual(waits.toSorted((a, b) => b - a));
    expect(limited).toEqual(limited.toSorted((a, b) => b - a));
    // All are of one insured, whose ground-up loss is counted with the first of them.
    averages.forEach((loss) => expect(loss).toBeLessThanOrEqual(groundUp.averageByPolicy[0]!));
    expect(sum(groundUp.averageByPolicy)).toBe(groundUp.averageByPolicy[0]);
    expect(waits[4]).toBeGreaterThan(0);
  });

  it('a qualifying period pays at least what a time deductible of the same hours pays', () => {
    const [deducted, outlasted] = tablesOf(
      modelOf([policyOf('a', wait(8, 'timeDeductible')), policyOf('a', wait(8, 'qualifying'))], {}),
    ).gross.averageByPolicy;
    expect(outlasted).toBeGreaterThan(deducted!);
  });

  it('an annual aggregate caps every year, and two halves make the whole', () => {
    const terms = { annualAggregate: { attachment: 0, limit: 3000 } };
    const { gross } = tablesOf(modelOf([policyOf('a', terms)]));
    expect(Math.max(...gross.total)).toBe(3000);
    const half = { layer: { attachment: 0, limit: null, participationShare: 0.5 } };
    const halves = tablesOf(modelOf([policyOf('a', half), policyOf('a', half)])).gross.total;
    tablesOf(modelOf([policyOf('a')])).gross.total.forEach((loss, year) => {
      expect(halves[year]).toBeCloseTo(loss, 6);
    });
  });

  it('without structural error the mean-neutral loss is the gross loss', () => {
    const { gross, grossMeanNeutral } = tablesOf(modelOf([policyOf('a')]));
    gross.total.forEach((loss, year) => expect(grossMeanNeutral.total[year]).toBeCloseTo(loss, 6));
  });

  it('failing over before the waiting period ends pays nothing', () => {
    const { gross, groundUp } = tablesOf(modelOf([policyOf('a', {}, { failoverHours: 5 })]));
    expect(Math.max(...gross.total)).toBe(0);
    expect(Math.max(...groundUp.largest)).toBeCloseTo(2500, 6);
  });

  it('on the clock of the interruption a tail counts, and is paid', () => {
    const tail = { ...CERTAIN, 'footprint.tail': 0.3 };
    const clock = (name: 'provider-outage' | 'insured-interruption') =>
      tablesOf(modelOf([policyOf('a', { waiting: { ...plain.policy.waiting, clock: name } })], tail)).gross
        .averageByPolicy[0]!;
    expect(clock('insured-interruption')).toBeGreaterThan(clock('provider-outage'));
  });
});

describe('worlds', () => {
  const rows = [policyOf('a'), policyOf('b', {}, { dependsOn: null, country: 'US' }), policyOf('c')];

  it('are the same alone, in any order and beside other rows', () => {
    const first = modelOf(rows, {});
    const there = [0, 1, 2].map((world) => runWorld(first, world));
    const other = modelOf(rows.toReversed(), {});
    const back = [2, 1, 0].map((world) => runWorld(other, world)).toReversed();
    there.forEach((result, world) => {
      expect([...back[world]!.gross.byPolicy].reverse()).toEqual([...result.gross.byPolicy]);
    });
    expect(JSON.stringify(runWorld(first, 1))).toBe(JSON.stringify(there[1]));
  });

  it('differ in the structural factor, which all their events share', () => {
    const certain = { ...CERTAIN, 'structural-error.systemic': 0.47 };
    const model = modelOf([policyOf('a')], certain);
    const plainModel = modelOf([policyOf('a')]);
    [0, 1].forEach((world) => {
      const ratio = model.structural[world]!;
      const without = runWorld(plainModel, world).groundUp.byEvent;
      runWorld(model, world).groundUp.byEvent.forEach((loss, event) => {
        expect(loss).toBeCloseTo(without[event]! * ratio, 4);
      });
    });
    expect(model.structural[0]).not.toBe(model.structural[1]);
  });

  it('are merged in order, each once', () => {
    const model = modelOf(rows, {}, { ...OPTIONS, worlds: 2 });
    const [first, second] = [runWorld(model, 0), runWorld(model, 1)];
    const tables = openYearTables(model.options);
    expect(() => tables.add(second)).toThrow('world 1 comes in place of 0');
    tables.add(first);
    expect(() => tables.tables()).toThrow('1 of 2 worlds');
    tables.add(second);
    const { gross } = tables.tables();
    const sum = gross.total.reduce((a, b) => a + b, 0);
    expect(gross.averageByPolicy.reduce((a, b) => a + b, 0)).toBeCloseTo(sum / 100, 6);
  });
});

describe('activeHours', () => {
  it('is the integral over the local week at half hours, and even after two weeks', () => {
    const { table } = modelOf([policyOf('a', {}, { country: 'US' })], {}).groups[0]!;
    const { curve, week } = table;
    const monday = Date.UTC(2026, 0, 5);
    const stopped = (hour: number) => severityHours(curve, hour);
    for (const [slot, hours] of [
      [0, 0.5],
      [20, 12],
      [335, 40],
      [100, 336],
    ] as const) {
      const stretch = { fromHour: 0, toHour: hours };
      const startMs = monday + slot * 1_800_000;
      const [expected] = integrate(
        startMs,
        zoneOffsetHours('Etc/UTC', startMs),
        stretch,
        [week],
        stopped,
        Infinity,
      );
      expect(activeHours(table, slot, hours)).toBeCloseTo(expected!, 9);
    }
    expect(activeHours(table, 7, 436) - activeHours(table, 7, 336)).toBeCloseTo(100 * curve.maximumShare, 9);
  });
});
