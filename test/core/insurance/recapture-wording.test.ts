import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Insured } from '../../../src/core/insurance/insured/insured.ts';
import { runWorld } from '../../../src/core/insurance/years/run-world.ts';
import { inOneEvent, inOneYear, outageModel } from './one-outage.ts';
import { CERTAIN, modelOf, policyOf, tablesOf } from './years/support.ts';

/** 0.6 of the lost sales are made up, after a day as after an hour. */
const madeUp = { 'recapture.retail-trade': 0.6 };
const whole: Partial<Insured> = { recaptureReducesLoss: false };

describe('a wording that does not deduct sales made up later', () => {
  it('in one event: 500 an hour for a day, not 0.4 of it', () => {
    const model = outageModel(24, madeUp);
    const deducted = inOneEvent([policyOf('a')], model);
    const not = inOneEvent([policyOf('a', {}, whole)], model);
    // 24 h at 500 are 12,000, of which 0.4 are lost for good; 16 h are left after the waiting period.
    expect([deducted.groundUp.p50, deducted.gross.p50].map(Math.round)).toEqual([4800, 3200]);
    expect([not.groundUp.p50, not.gross.p50].map(Math.round)).toEqual([12_000, 8000]);
  });

  it('in years: the same outage pays the same', () => {
    const [deducted, not] = [
      inOneYear([policyOf('a')], 24, madeUp),
      inOneYear([policyOf('a', {}, whole)], 24, madeUp),
    ];
    expect([deducted.groundUp[0]!, deducted.gross[0]!].map(Math.round)).toEqual([4800, 3200]);
    expect([not.groundUp[0]!, not.gross[0]!].map(Math.round)).toEqual([12_000, 8000]);
  });

  it('is as if nothing were ever made up', () => {
    const not = tablesOf(modelOf([policyOf('a', {}, whole)], { ...CERTAIN, ...madeUp }));
    const nothingMadeUp = tablesOf(modelOf([policyOf('a')]));
    expect(not).toEqual(nothingMadeUp);
  });

  it('of rows of one account the first says what the ground-up loss is, and each is paid by its own', () => {
    const rows = [policyOf('a'), policyOf('a', {}, whole)];
    const inEvent = (policies: typeof rows) => inOneEvent(policies, outageModel(24, madeUp));
    expect([inEvent(rows).groundUp.p50, inEvent(rows).gross.p50].map(Math.round)).toEqual([4800, 11_200]);
    const turned = inEvent(rows.toReversed());
    expect([turned.groundUp.p50, turned.gross.p50].map(Math.round)).toEqual([12_000, 11_200]);
    const inYear = inOneYear(rows.toReversed(), 24, madeUp);
    expect([inYear.groundUp[0]!, inYear.gross[0]!].map(Math.round)).toEqual([12_000, 11_200]);
  });

  it('never pays less, in any outage of any world', () => {
    const model = modelOf(
      [policyOf('a'), policyOf('b', {}, { dependsOn: null, country: 'US' })].flatMap((row) => [
        row,
        { ...row, insured: { ...row.insured, ...whole } },
      ]),
      {},
    );
    for (let world = 0; world < model.options.worlds; world++) {
      const { byPolicy } = runWorld(model, world).gross;
      expect(byPolicy[1]).toBeGreaterThanOrEqual(byPolicy[0]!);
      expect(byPolicy[3]).toBeGreaterThanOrEqual(byPolicy[2]!);
    }
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (share, hours) => {
          const of = outageModel(hours, { 'recapture.retail-trade': share });
          const [one, other] = [policyOf('a'), policyOf('a', {}, whole)].map((row) => inOneEvent([row], of));
          expect(other!.gross.mean).toBeGreaterThanOrEqual(one!.gross.mean);
          expect(other!.gross.mean).toBeLessThanOrEqual(other!.groundUp.mean);
        },
      ),
      { numRuns: 30 },
    );
  });
});
