import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { ablate, MEANINGFUL_CRPS } from '../../../src/core/backtest/ablation.ts';
import type { AblationEffect, AblationResult } from '../../../src/core/backtest/ablation.ts';
import { ablations } from '../../../src/core/backtest/ablations.ts';
import type { Ablation } from '../../../src/core/backtest/ablations.ts';
import type { BacktestInput } from '../../../src/core/backtest/backtest-input.ts';
import { drawsOfMeasure } from '../../../src/core/backtest/measure-draws.ts';
import type { MeasureId } from '../../../src/core/result.ts';
import type { Scenario } from '../../../src/core/scenario.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  compiled,
  eventScenario,
  scenarioOf,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const simulation = { draws: 400, seed: 3 };

function drawsOf(scenario: Scenario, measure: MeasureId): Float64Array {
  return drawsOfMeasure(scenario, measure, catalog, zoneOffsetHours)!.draws;
}

/** A company's outage whose published cost is this multiple of the middle estimate. */
function eventAt(json: Json, multiple: number, more: Partial<BacktestInput> = {}): BacktestInput {
  const scenario = scenarioOf(json, simulation);
  const sorted = drawsOf(scenario, 'cost').sort();
  const figure = {
    measure: 'cost',
    scope: 'company',
    lowUsd: null,
    centralUsd: multiple * sorted[simulation.draws / 2]!,
    highUsd: null,
    estimator: 'invented',
  } as const;
  return {
    id: 'invented',
    title: 'Invented',
    family: 'invented',
    exposure: 'company-it',
    fit: true,
    published: [figure],
    scenario,
    ...more,
  };
}

const company = (more: Json = {}): Json => companyOutage({}, {}, { scope: 'company', ...more });

function run(list: readonly Ablation[], events: readonly BacktestInput[]): AblationResult {
  return ablate(list, events, catalog, zoneOffsetHours, simulation);
}

function effectOn(ablation: Ablation, events: readonly BacktestInput[]): AblationEffect {
  return run([ablation], events).effects[0]!;
}

/** Multiplies what stops, and so the loss. */
const stops = (share: number): Ablation => ({
  id: 'stops',
  title: 'stops',
  why: 'a test',
  change: (scenario) => ({
    ...scenario,
    assumptions: { ...scenario.assumptions, 'company-it.stoppedShare': share },
  }),
});

/** CRPS by its definition, pair by pair, beside the formula by ranks that the code uses. */
function crpsByPairs(draws: Float64Array, publishedUsd: number): number {
  const logs = [...draws].map(Math.log10);
  const miss = logs.reduce((sum, x) => sum + Math.abs(x - Math.log10(publishedUsd)), 0) / logs.length;
  let spread = 0;
  for (const x of logs) for (const y of logs) spread += Math.abs(x - y);
  return miss - spread / (2 * logs.length ** 2);
}

describe('comparing an estimate with and without a part', () => {
  const event = eventAt(company(), 1);

  it('gives the difference of the two CRPS, over all events', () => {
    const { draws } = simulation;
    const published = event.published[0]!.centralUsd!;
    const without = drawsOf(stops(0.09).change(event.scenario, catalog), 'cost');
    const change = crpsByPairs(without, published) - crpsByPairs(drawsOf(event.scenario, 'cost'), published);
    expect(without).toHaveLength(draws);
    expect(change).toBeGreaterThan(0.1);
    const untouched = eventAt(airlineOutage({}, {}, { scope: 'company' }), 1, { id: 'air', family: 'air' });
    const effect = effectOn(stops(0.09), [event, untouched]);
    // Sums of 400 logs in another order: rounding only.
    expect(effect.crpsChange).toBeCloseTo(change / 2, 10);
    expect(effect.touched).toEqual([
      { id: 'invented', family: 'invented', crpsChange: expect.closeTo(change, 10) as number },
    ]);
    expect(effect.verdict).toBe('helps');
    expect(effect.medianErrorChange).toBeGreaterThan(0.1);
    // Resampling two families draws now neither, now both of the touched rows.
    expect(effect.interval[0]).toBe(0);
    expect(effect.interval[1]).toBeCloseTo(change, 10);
  });

  it('says that a part hurts when the estimate is better without it', () => {
    const low = eventAt(company(), 0.1);
    const effect = effectOn(stops(0.09), [low]);
    expect(effect.verdict).toBe('hurts');
    expect(effect.crpsChange).toBeLessThan(-MEANINGFUL_CRPS);
  });

  it('calls a small difference neither, and a part that nothing depends on untested', () => {
    // The margin of 1 % in what stops moves log10 loss by .004, far below the .02 that would count.
    const shipped = catalog.parameters.get('company-it.stoppedShare')!.value;
    expect(shipped).toEqual({ triangular: [0.6, 0.9, 1] });
    const slightly: Ablation = {
      ...stops(1),
      change: (scenario) => ({
        ...scenario,
        assumptions: { 'company-it.stoppedShare': { triangular: [0.594, 0.891, 0.99] } },
      }),
    };
    const small = effectOn(slightly, [event]);
    expect(small.touched).toHaveLength(1);
    expect(small.crpsChange).not.toBe(0);
    expect(small.verdict).toBe('neither');

    const elsewhere: Ablation = {
      ...stops(1),
      change: (scenario) => ({ ...scenario, assumptions: { 'airline.recoveryHours': 0 } }),
    };
    expect(effectOn(elsewhere, [event])).toMatchObject({
      touched: [],
      impossible: [],
      crpsChange: 0,
      interval: [0, 0],
      verdict: 'untested',
    });
  });

  it('does not count an override that is read but changes no draw', () => {
    // Extra expense belongs to cost and not to revenue.
    const figure = { ...event.published[0]!, measure: 'revenue' as const };
    const extra = ablations.find((row) => row.id === 'extra-expense')!;
    expect(effectOn(extra, [{ ...event, published: [figure] }]).touched).toEqual([]);
    expect(effectOn(extra, [event]).touched).toHaveLength(1);
  });

  it('leaves out, by name, an event that cannot be estimated without the part', () => {
    const nameless = { companies: [{ name: 'Air', sector: 'air-transportation', country: 'US' }] };
    const flightsOnly = eventAt(airlineOutage({}, nameless, { scope: 'company' }), 1, { id: 'air' });
    const effect = effectOn(
      ablations.find((row) => row.id === 'flights')!,
      [flightsOnly, event],
    );
    expect(effect.impossible).toEqual(['air']);
    expect(effect.crpsChange).toBe(0);
  });

  it('passes over events that are not for scoring', () => {
    const oneSided = { ...event.published[0]!, centralUsd: null, lowUsd: null, highUsd: 1e6 };
    const result = run([], [event, { ...event, fit: false }, { ...event, published: [oneSided] }]);
    expect(result.events).toBe(1);
  });

  it('puts the largest help first and gives equal results twice', () => {
    const list = [stops(0.5), stops(0.09)];
    const first = run(list, [event]);
    expect(first.effects[0]!.crpsChange).toBeGreaterThan(first.effects[1]!.crpsChange);
    expect(run(list, [event])).toEqual(first);
  });
});

describe('the list of ablations', () => {
  const few = { draws: 16, seed: 1 };
  /** Between them they have every fact that an ablation leaves out and run every method that one overrides. */
  const scenarios = [
    scenarioOf(companyOutage({}, { affectedUnitRevenueUsd: undefined, annualRevenueUsd: 1e9 })),
    scenarioOf(cloudOutage({}, { businesses: [{ count: 2500, counted: 'named' }] }, { scope: 'world' })),
    ...[
      'jlr-2025-08-31',
      'hydro-2019-03-19',
      'sony-psn-2011-04-20',
      'delta-2024-07-19',
      'crowdstrike-2024-07-19',
    ].map((id) => eventScenario(id, few)),
  ];
  const models = scenarios.map((scenario) => JSON.stringify(compiled(scenario).model));

  it('has one id and one short title each', () => {
    expect(new Set(ablations.map((row) => row.id)).size).toBe(ablations.length);
    for (const { title } of ablations) expect(title.length, title).toBeLessThanOrEqual(38);
  });

  it.each(ablations)('$id takes something away, and hurts no input', ({ change }) => {
    const moves = scenarios.some((scenario, i) => {
      const before = JSON.stringify(scenario);
      const changed = change(scenario, catalog);
      expect(JSON.stringify(scenario)).toBe(before);
      // Throws where no parameter has an overridden path, or a value is out of its bounds.
      return JSON.stringify(compiled(changed).model) !== models[i];
    });
    expect(moves).toBe(true);
  });

  it('keeps the mean of sectors when it takes their differences away', () => {
    const changed = ablations.find((row) => row.id === 'sector-differences')!.change(scenarios[0]!, catalog);
    const values = catalog.sectors.map((sector) => changed.assumptions[`dependence.${sector.id}`]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
    const { triangular } = values[0] as { triangular: readonly number[] };
    // By hand from the sector table of 2023, real estate at .304 of its value added: modes average .27.
    expect(triangular[1]).toBeCloseTo(0.27, 2);
  });
});
