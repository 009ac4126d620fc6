import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import { openParameterBook } from '../../../../src/core/impact/parameter-book.ts';
import { openBookYears } from '../../../../src/core/insurance/book-years/open-book-years.ts';
import { structuralMean } from '../../../../src/core/insurance/insured/structural-factor.ts';
import type { InsuredPolicy } from '../../../../src/core/insurance/portfolio/insured-policy.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { catalog } from '../../../support/engine.ts';
import { CERTAIN, policyOf } from '../years/support.ts';

const simulation = { worlds: 4, yearsPerWorld: 250, seed: 7 };
const simulate = (rows: readonly InsuredPolicy[], assumptions = CERTAIN) => {
  const book = openParameterBook(catalog, { assumptions, sources: {} });
  const cloud = catalog.catalogues.get('cloud')!;
  const run = openBookYears(rows, cloud, simulation, catalog, book, zoneOffsetHours);
  for (let world = 0; world < simulation.worlds; world++) run.add(runWorld(run.model, world));
  return run.losses();
};

describe('years of a book', () => {
  it('counts the ground-up loss of an insured once, and what each of its layers pays', () => {
    const layer = (layerNumber: number) => {
      const policy = policyOf('a', { layer: { attachment: 0, limit: null, participationShare: 0.5 } });
      return { ...policy, key: { ...policy.key, layerNumber } };
    };
    const whole = simulate([policyOf('a')]);
    const halves = simulate([layer(1), layer(2)]);
    expect(halves.groundUp).toEqual(whole.groundUp);
    const { meanNeutral } = whole.gross.averageAnnualLossUsd;
    expect(meanNeutral).toBeGreaterThan(0);
    expect(halves.gross.averageAnnualLossUsd.meanNeutral).toBeCloseTo(meanNeutral, 6);
  });

  it('divides the ground-up average by the mean of the structural factor, and nothing when it is certain', () => {
    const certain = simulate([policyOf('a')]).groundUp.averageAnnualLossUsd;
    expect(certain.meanNeutral).toBe(certain.factorMedianOne);
    const sd = 0.47;
    const doubtful = simulate([policyOf('a')], { ...CERTAIN, 'structural-error.systemic': sd });
    const { factorMedianOne, meanNeutral } = doubtful.groundUp.averageAnnualLossUsd;
    expect(factorMedianOne / meanNeutral).toBeCloseTo(structuralMean(sd), 9);
  });

  it('never pays more than is lost, on average and in the tail, and knows what it was not told', () => {
    const rows = [policyOf('a'), policyOf('b', {}, { dependsOn: null })];
    const { groundUp, gross, grossExceedance, providerUnknown, policyCount } = simulate(rows, {});
    expect({ providerUnknown, policyCount }).toEqual({ providerUnknown: 1, policyCount: 2 });
    expect(gross.averageAnnualLossUsd.meanNeutral).toBeLessThan(groundUp.averageAnnualLossUsd.meanNeutral);
    for (const { occurrence, aggregate } of grossExceedance) {
      expect(occurrence!.lossUsd).toBeLessThanOrEqual(aggregate!.lossUsd);
      expect(aggregate!.tailValueAtRiskUsd).toBeGreaterThanOrEqual(aggregate!.lossUsd);
      expect(aggregate!.low).toBeLessThanOrEqual(aggregate!.high);
      expect(aggregate!.tailLow).toBeLessThanOrEqual(aggregate!.tailHigh);
      // The mean of the worse years cannot all but surely lie below the least of them.
      expect(aggregate!.tailHigh).toBeGreaterThanOrEqual(aggregate!.lossUsd);
    }
  });
});
