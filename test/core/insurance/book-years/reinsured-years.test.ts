import { describe, expect, it } from 'vitest';
import { openReinsuredYears } from '../../../../src/core/insurance/book-years/reinsured-years.ts';
import type { TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';
import type { WorldYears } from '../../../../src/core/insurance/years/run-world.ts';
import { noEventLosses } from '../../../../src/core/insurance/years/event-losses.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { openYearTables } from '../../../../src/core/insurance/years/year-tables.ts';
import { aggregateExcess, eventExcess, quotaShare } from '../reinsurance/support.ts';
import { modelOf, policyOf } from '../years/support.ts';

const { catalogue } = modelOf([policyOf('a')]);
const losses = (byEvent: readonly number[]) => ({
  byEvent: Float64Array.from(byEvent),
  byPolicy: new Float64Array(1),
});

/** A world of two years by hand: two outages of one source 60 h apart, then one of another. */
function worldOf(world: number, mean: readonly number[], asItIs: readonly number[]): WorldYears {
  return {
    world,
    starts: Uint32Array.of(0, 2, 3),
    startHour: Float64Array.of(100, 160, 50),
    durationHours: Float64Array.of(5, 5, 5),
    source: Uint16Array.of(3, 3, 4),
    allRegions: new Uint8Array(3),
    groundUp: losses(asItIs),
    extraExpense: new Float64Array(3),
    gross: losses(asItIs),
    grossMeanNeutral: losses(mean),
    paidEvents: new Uint32Array(1),
    cells: [],
    disasters: noEventLosses(0),
  };
}

function yearsOf(treaties: readonly TreatyTerms[], ...worlds: readonly WorldYears[]) {
  const builder = openReinsuredYears(treaties, catalogue, {
    worlds: worlds.length,
    yearsPerWorld: 2,
    seed: 1,
  });
  worlds.forEach(builder.add);
  return builder.summary();
}

describe('years of a book after its treaties', () => {
  it('by hand: 6 above 5 of an event, once again at 100 % of a premium of 3', () => {
    // Year 1: 4 + 4 of one event, 3 above 5. Year 2: 20, 6 above 5. As it is doubled: 11 above 5 pays 6, and 6.
    const layer = eventExcess(6, 5, [1], { premiumUsd: 3, placedShare: 0.5 });
    const { net, treaties } = yearsOf([layer], worldOf(0, [4, 4, 20], [8, 8, 40]));
    // Half is placed: 1.5 and 3 are paid.
    expect(net!.averageAnnualLossUsd.meanNeutral).toBeCloseTo((8 - 1.5 + 20 - 3) / 2, 12);
    expect(net!.averageAnnualLossUsd.factorMedianOne).toBeCloseTo((16 - 3 + 40 - 3) / 2, 12);
    expect(treaties).toHaveLength(1);
    expect(treaties[0]).toMatchObject({
      averageRecoveryUsd: { factorMedianOne: 3, meanNeutral: 2.25 },
      payingYearsShare: 1,
      exhaustedYearsShare: 0,
      cededPremiumUsd: 1.5,
    });
    // Used 3 and 6 of 6: half and all of the premium, for the half that is placed.
    expect(treaties[0]!.averageReinstatementPremiumUsd).toBeCloseTo((0.75 + 1.5) / 2, 12);
  });

  it('counts the years in which a limit is used up, over all worlds', () => {
    const layer = aggregateExcess(10, 0);
    const { treaties, net } = yearsOf(
      [layer],
      worldOf(0, [4, 4, 10], [4, 4, 10]),
      worldOf(1, [5, 5, 0], [5, 5, 0]),
    );
    // Years of 8, 10, 10 and 0.
    expect(treaties[0]).toMatchObject({ payingYearsShare: 0.75, exhaustedYearsShare: 0.5 });
    expect(net!.averageAnnualLossUsd.meanNeutral).toBe(0);
    expect(yearsOf([quotaShare(0.5)], worldOf(0, [1, 1, 1], [1, 1, 1])).treaties[0]).toMatchObject({
      exhaustedYearsShare: null,
      cededPremiumUsd: null,
    });
  });

  it('net, gross and recoveries of a simulated book fit together, and its curves lie below the gross ones', () => {
    const rows = [policyOf('a'), policyOf('b', {}, { dependsOn: null })];
    const model = modelOf(rows, {});
    const { worlds, yearsPerWorld } = model.options;
    const treaties = [
      quotaShare(0.45),
      eventExcess(2000, 1000, [1], { number: 2, inuringPriority: 2 }),
      aggregateExcess(5000, 1500, { number: 3, inuringPriority: 3 }),
    ];
    const builder = openReinsuredYears(treaties, model.catalogue, model.options);
    const gross = openYearTables(model.options);
    for (let world = 0; world < worlds; world++) {
      const result = runWorld(model, world);
      builder.add(result);
      gross.add(result);
    }
    const { net, netExceedance, treaties: paid } = builder.summary();
    const tables = gross.tables();
    const average = (years: Float64Array) => years.reduce((a, b) => a + b, 0) / (worlds * yearsPerWorld);
    const recovered = (name: 'factorMedianOne' | 'meanNeutral') =>
      paid.reduce((sum, { averageRecoveryUsd }) => sum + averageRecoveryUsd[name], 0);
    const grossMean = average(tables.grossMeanNeutral.total);
    expect(grossMean).toBeGreaterThan(0);
    expect(net!.averageAnnualLossUsd.meanNeutral + recovered('meanNeutral')).toBeCloseTo(grossMean, 6);
    expect(net!.averageAnnualLossUsd.factorMedianOne + recovered('factorMedianOne')).toBeCloseTo(
      average(tables.gross.total),
      6,
    );
    const worst = Math.max(...tables.grossMeanNeutral.total);
    for (const { occurrence, aggregate } of netExceedance!) {
      if (occurrence === null) continue;
      expect(occurrence.lossUsd).toBeLessThanOrEqual(aggregate!.lossUsd);
      expect(aggregate!.lossUsd).toBeLessThan(worst);
      expect(aggregate!.ofPremiumShare).toBeNull();
    }
  });

  it('nothing without a treaty; a world out of turn or missing is a bug', () => {
    const world = worldOf(0, [1, 1, 1], [1, 1, 1]);
    expect(yearsOf([], world)).toEqual({ net: null, netExceedance: null, treaties: [] });
    const builder = openReinsuredYears([], catalogue, { worlds: 2, yearsPerWorld: 2, seed: 1 });
    builder.add(world);
    expect(() => builder.add(world)).toThrow('invariant');
    expect(() => builder.summary()).toThrow('invariant');
  });
});
