import { describe, expect, it } from 'vitest';
import { outputUsd, sharesOf } from '../../../src/core/exposure/economy.ts';
import { chunkCount, runChunk } from '../../../src/core/impact/run-chunk.ts';
import type { Scenario } from '../../../src/core/scenario.ts';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  compiled,
  eventIds,
  eventScenario,
  methodRuns,
  overrideSectors,
  rawDraws,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';

/** The division and product by which a loss is brought to its ceiling round once each. */
const ROUNDING = 1e-15;

function expectBelowCeiling(scenario: Scenario): { clipped: number; draws: number } {
  const { model } = compiled(scenario);
  let clipped = 0;
  for (let chunk = 0; chunk < chunkCount(model.draws); chunk++) {
    const { methods, structural } = runChunk(model, chunk);
    methods.forEach(({ raw, columns, clipped: cut }, m) => {
      clipped += cut;
      columns.lost.forEach((usd, i) => {
        const most = columns.ceiling[i]!;
        if (usd > most * (1 + ROUNDING)) expect.fail(`${model.methods[m]!.method}: ${usd} above ${most}`);
        if (usd > raw[i]! * structural[i]! * (1 + ROUNDING)) expect.fail('a ceiling raised a loss');
      });
    });
  }
  return { clipped, draws: model.draws };
}

describe('no draw exceeds its ceiling', () => {
  it.each(eventIds)('%s', (id) => {
    expectBelowCeiling(eventScenario(id, { draws: 2000, seed: 21 }));
  });

  it('when everything is exposed, dependent and down', () => {
    const all = {
      ...overrideSectors('dependence', 1),
      ...overrideSectors('exposed', 1),
      ...overrideSectors('recapture', 0),
      'exposure.aws.us-east-1.home': 1,
      'severity.immediateShare': 1,
      'severity.maximumShare': 1,
      'structural-error.systemic': 1,
    };
    const { clipped } = expectBelowCeiling(
      scenarioOf(cloudOutage({ impairmentShare: 1 }, { businesses: [] }, { assumptions: all }), {
        draws: 2000,
        seed: 1,
      }),
    );
    // The raw footprint is then the whole output of the window, which the structural factor exceeds in half of the draws
    // by more than the tail that the ceiling allows for in many.
    expect(clipped).toBeGreaterThan(500);
  });
});

describe('the ceiling by hand', () => {
  it('of a company: a year of the unit that was down, plus extra expense', () => {
    const scenario = scenarioOf(companyOutage({ durationHours: 10_000 }));
    const { columns } = methodRuns(scenario).get('named-companies')!;
    const { model } = compiled(scenario);
    const { structural } = runChunk(model, 0);
    columns.ceiling.forEach((usd, i) => {
      // Extra expense is a column of its own, multiplied like the others by what brought the loss to its ceiling.
      const factor = Math.min(structural[i]!, usd / rawDraws('named-companies', scenario)[i]!);
      expect(Math.abs((1e9 + columns.extraExpense[i]! / factor) / usd - 1)).toBeLessThan(1e-12);
    });
  });

  it('of an airline: two weeks of revenue, or 5,000 dollars a passenger', () => {
    const ceilings = (passengers: number) => [
      ...methodRuns(scenarioOf(airlineOutage({}, { passengers }))).get('airline')!.columns.ceiling,
    ];
    // 1e10 a year is 1e10 / 8760 * 336 in two weeks of an average year.
    const weeks = (1e10 / 8760) * 336;
    for (const usd of ceilings(1000)) expect(Math.abs(usd / weeks - 1)).toBeLessThan(0.001);
    for (const usd of ceilings(1e6)) expect(usd).toBe(5e9);
  });

  it('of an economy: what it makes in those hours, times the tail', () => {
    const compilation = compiled(scenarioOf(telecomOutage()));
    const { columns } = methodRuns(scenarioOf(telecomOutage())).get('gdp-hours-ladder')!;
    const most = compilation.window!.scopeUsd * 1.6;
    for (const usd of columns.ceiling) expect(Math.abs(usd / most - 1)).toBeLessThan(1e-12);
  });

  it('of an economy whose recovery is known: what it makes until business is normal', () => {
    const scenario = scenarioOf(telecomOutage({ restorationHours: 24 }));
    const { economy } = compiled(scenario);
    const canada = sharesOf(economy!, (iso2) => (iso2 === 'CA' ? 1 : 0));
    const most = outputUsd(economy!, canada, 24);
    const { columns } = methodRuns(scenario).get('gdp-hours-ladder')!;
    for (const usd of columns.ceiling) expect(Math.abs(usd / most - 1)).toBeLessThan(1e-12);
  });

  it('of a part of an economy: that part', () => {
    const scope = (valueAddedShare: unknown) =>
      cloudOutage(
        {},
        { businesses: [] },
        { scope: { label: 'some firms', countries: ['US'], valueAddedShare } },
      );
    const ceilings = (share: unknown) =>
      methodRuns(scenarioOf(scope(share))).get('footprint')!.columns.ceiling;
    const whole = ceilings(1);
    ceilings(0.25).forEach((usd, i) => expect(Math.abs(usd / whole[i]! - 0.25)).toBeLessThan(1e-12));
  });
});
