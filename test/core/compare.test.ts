import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import { compare } from '../../src/core/compare.ts';
import { ImpactError } from '../../src/core/errors/impact-error.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  estimated,
  overrideSectors,
  scenarioOf,
} from '../support/engine.ts';
import type { Json } from '../support/engine.ts';

const simulation = { draws: 3000, seed: 12 };
const compared = (first: Json, second: Json) =>
  compare(scenarioOf(first, simulation), scenarioOf(second, simulation), catalog, zoneOffsetHours);

describe('two scenarios on the same draws', () => {
  it('that are the same differ in nothing', () => {
    const result = compared(cloudOutage(), cloudOutage());
    expect(result.ratio).toEqual({ p5: 1, p50: 1, p95: 1 });
    expect(result.secondHigherShare).toBe(0);
    expect(result.changed).toEqual([]);
    expect(result.methodsFelt).toEqual([]);
    expect(result.second).toEqual(result.first);
    expect(result.first).toEqual(estimated(scenarioOf(cloudOutage(), simulation)));
  });

  it('of a company twice as large: exactly twice the loss, in every draw', () => {
    const result = compared(companyOutage(), companyOutage({}, { affectedUnitRevenueUsd: 2e9 }));
    // Twice a binary number is exact, and so is the quotient.
    expect(result.ratio).toEqual({ p5: 2, p50: 2, p95: 2 });
    expect(result.secondHigherShare).toBe(1);
    expect(result.methodsFelt).toEqual(['named-companies']);
    expect(result.changed).toEqual([
      { path: 'affected.companies[0].affectedUnitRevenueUsd', first: '1000000000', second: '2000000000' },
    ]);
  });

  it('that swap places have the inverse ratio', () => {
    const [small, large] = [companyOutage(), companyOutage({ durationHours: 9 })];
    const there = compared(small, large);
    const back = compared(large, small);
    // Quantiles of type 7 interpolate, which an inverse does not survive to the last digit.
    expect(Math.abs(there.ratio!.p50 * back.ratio!.p50 - 1)).toBeLessThan(1e-6);
    expect(there.secondHigherShare + back.secondHigherShare).toBe(1);
  });

  it('say which methods felt the change', () => {
    const assumptions = overrideSectors('dependence', 0.3);
    expect(compared(cloudOutage(), cloudOutage({}, {}, { assumptions })).methodsFelt).toEqual(['footprint']);
    const longer = compared(cloudOutage(), cloudOutage({ durationHours: 7 }));
    expect(longer.methodsFelt.toSorted()).toEqual([
      'business-count',
      'footprint',
      'gdp-hours-ladder',
      'user-time',
    ]);
    expect(longer.secondHigherShare).toBe(1);
    expect(longer.ratio!.p5).toBeGreaterThan(1);
  });
});

describe('weights of the first scenario are held', () => {
  it('when a change would move them', () => {
    const narrow = cloudOutage({}, {}, { assumptions: { 'user-time.usersPerReport': 80 } });
    const { first, second } = compared(cloudOutage(), narrow);
    const alone = estimated(scenarioOf(narrow, simulation));
    const weights = (result: typeof first) => result.methods.map((row) => row.weight);
    expect(weights(second)).toEqual(weights(first));
    expect(weights(alone)).not.toEqual(weights(first));
  });

  it('and a draw keeps its method when another method leaves', () => {
    // The three other methods know nothing of user reports.
    const { first, ratio, secondHigherShare } = compared(cloudOutage(), cloudOutage({}, { userReports: [] }));
    const weight = first.methods.find((row) => row.method === 'user-time')!.weight;
    expect(weight).toBeGreaterThan(0.05);
    // Only draws that user time gave can differ; 4 standard errors of their share.
    expect(secondHigherShare).toBeLessThan(
      weight + 4 * Math.sqrt((weight * (1 - weight)) / simulation.draws),
    );
    expect(ratio!.p50).toBe(1);
    const { changed, methodsFelt } = compared(cloudOutage(), cloudOutage({}, { userReports: [] }));
    expect(methodsFelt).toEqual([]);
    expect(changed.map((row) => row.path)).toEqual(['affected.userReports[0]']);
  });

  it('but not when the two have no method in common', () => {
    const result = compared(airlineOutage(), companyOutage());
    expect(result.second.methods.find((row) => row.method === 'named-companies')!.weight).toBe(1);
  });
});

describe('what changed', () => {
  const paths = (first: Json, second: Json) => compared(first, second).changed.map((row) => row.path);

  it('is named by path, names and sources left out', () => {
    expect(paths({ ...cloudOutage(), title: 'A' }, { ...cloudOutage(), title: 'B', id: 'b' })).toEqual([]);
    expect(paths(cloudOutage(), cloudOutage({ start: undefined }))).toEqual(['outage.start']);
    expect(paths(cloudOutage(), cloudOutage({ durationHours: { p5: 3, p95: 9 } }))).toEqual([
      'outage.durationHours',
    ]);
    expect(
      paths(
        cloudOutage({ durationHours: { p5: 3, p95: 8 } }),
        cloudOutage({ durationHours: { p5: 3, p95: 9 } }),
      ),
    ).toEqual(['outage.durationHours.p95']);
    expect(
      paths(cloudOutage(), cloudOutage({}, {}, { assumptions: { 'user-time.recapture': 0.5 } })),
    ).toEqual(['assumptions.user-time.recapture']);
  });

  it('a field that is not given is said to be so', () => {
    const { changed } = compared(cloudOutage(), cloudOutage({ start: undefined }));
    expect(changed[0]).toMatchObject({
      first: expect.stringContaining('2025-10-20') as string,
      second: 'not given',
    });
  });
});

describe('no ratio', () => {
  it('to nothing', () => {
    const result = compared(companyOutage({ durationHours: 0 }), companyOutage());
    expect(result.ratio).toBeNull();
    expect(result.secondHigherShare).toBe(1);
  });

  it('is 0 of nothing to something', () => {
    expect(compared(companyOutage(), companyOutage({ durationHours: 0 })).ratio).toEqual({
      p5: 0,
      p50: 0,
      p95: 0,
    });
  });

  it('when a side has no headline', () => {
    const json = (share: number) =>
      cloudOutage(
        {},
        { businesses: [], userReports: [] },
        { assumptions: { 'exposure.aws.us-east-1.home': share } },
      );
    const result = compared(json(0.15), json(1e-5));
    expect([result.first.headline, result.second.headline]).toEqual([true, false]);
    expect(result.ratio).toBeNull();
  });
});

describe('different draws are refused', () => {
  it.each([
    ['seed', { draws: 3000, seed: 13 }],
    ['draws', { draws: 3001, seed: 12 }],
  ])('%s', (name, other) => {
    const run = () =>
      compare(
        scenarioOf(companyOutage(), simulation),
        scenarioOf(companyOutage(), other),
        catalog,
        zoneOffsetHours,
      );
    expect(run).toThrow(ImpactError);
    expect(run).toThrow(
      expect.objectContaining({ code: 'SCENARIO_INVALID', path: `simulation.${name}` }) as Error,
    );
  });
});
