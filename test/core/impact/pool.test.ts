import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capWeights, pool, pooledColumn, wholeMethods } from '../../../src/core/impact/pool.ts';
import { simulate } from '../../../src/core/impact/simulate.ts';
import type { CompiledModel } from '../../../src/core/impact/compile.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  compiled,
  estimated,
  scenarioOf,
  sum,
} from '../../support/engine.ts';

describe('capWeights', () => {
  it.each<readonly [string, readonly number[], number, readonly number[]]>([
    ['one method has all', [3], 1, [1]],
    ['two methods have half each', [1, 99], 0.5, [0.5, 0.5]],
    ['three alike', [2, 2, 2], 0.5, [1 / 3, 1 / 3, 1 / 3]],
    // 8 of 10 is cut to a half; the other half goes 1 : 1.
    ['three, one of which dominates', [8, 1, 1], 0.5, [0.5, 0.25, 0.25]],
    // The half left is shared 3 : 1.
    ['what is cut goes to the others in proportion', [12, 3, 1], 0.5, [0.5, 0.375, 0.125]],
    // .7 and .25 of 1: the first to .3, then the second, which would get .583, to .3 as well.
    ['a second one that is lifted above', [70, 25, 3, 2], 0.3, [0.3, 0.3, 0.24, 0.16]],
    ['none above', [4, 3, 2, 1], 0.5, [0.4, 0.3, 0.2, 0.1]],
  ])('%s', (_, raw, maximum, expected) => {
    const weights = capWeights(raw, maximum);
    expect(weights).toHaveLength(expected.length);
    weights.forEach((weight, i) => expect(Math.abs(weight - expected[i]!)).toBeLessThan(1e-12));
  });

  it('sums to 1, keeps the order and stays below the maximum', () => {
    const raw = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(raw, fc.double({ min: 0.5, max: 1, noNaN: true }), (values, maximum) => {
        const weights = capWeights(values, maximum);
        expect(Math.abs(sum(weights) - 1)).toBeLessThan(1e-12);
        expect(Math.max(...weights)).toBeLessThanOrEqual(maximum + 1e-12);
        values.forEach((a, i) =>
          values.forEach((b, j) =>
            expect(a >= b ? weights[i]! - weights[j]! : 0).toBeGreaterThanOrEqual(-1e-12),
          ),
        );
      }),
    );
  });
});

describe('the pool', () => {
  const scenario = scenarioOf(cloudOutage(), { draws: 8000, seed: 2 });
  const { model } = compiled(scenario);
  const simulation = simulate(model);
  const pooled = pool(model, simulation);
  const lostOf = (m: number) => simulation.methods[m]!.columns.get('lost')!;

  it('takes every draw from one of the methods', () => {
    pooled.lost.forEach((usd, i) => expect(usd).toBe(lostOf(pooled.methodAt[i]!)[i]!));
  });

  it('takes them in proportion to the weights', () => {
    expect(pooled.weights).toHaveLength(4);
    pooled.weights.forEach((weight, m) => {
      const taken = pooled.methodAt.filter((method) => method === m).length / 8000;
      // 4 standard errors of a share.
      expect(Math.abs(taken - weight)).toBeLessThan(4 * Math.sqrt((weight * (1 - weight)) / 8000));
    });
  });

  it('weighs by precision: twice the spread, a quarter of the weight', () => {
    const spread = (m: number) => {
      const logs = [...lostOf(m)].map(Math.log10);
      const mean = sum(logs) / logs.length;
      return Math.sqrt(sum(logs.map((log) => (log - mean) ** 2)) / (logs.length - 1));
    };
    const raw = model.methods.map((_, m) => 1 / spread(m) ** 2);
    const expected = capWeights(raw, 0.5);
    pooled.weights.forEach((weight, m) => expect(Math.abs(weight - expected[m]!)).toBeLessThan(1e-9));
    expect(Math.abs(sum(pooled.weights) - 1)).toBeLessThan(1e-12);
  });

  it('lies within its methods, in order', () => {
    const result = estimated(scenario);
    const { p5, p10, p25, p50, p75, p90, p95 } = result.economicLoss!;
    const ordered = [p5, p10, p25, p50, p75, p90, p95];
    ordered.slice(1).forEach((usd, i) => expect(usd).toBeGreaterThan(ordered[i]!));
    const whole = result.methods.flatMap(({ economicLoss }) => economicLoss ?? []);
    for (const [pooledUsd, name] of [
      [p5, 'p5'],
      [p50, 'p50'],
      [p95, 'p95'],
    ] as const) {
      expect(pooledUsd).toBeGreaterThanOrEqual(Math.min(...whole.map((loss) => loss[name])));
      expect(pooledUsd).toBeLessThanOrEqual(Math.max(...whole.map((loss) => loss[name])));
    }
  });

  it('does not depend on the order of the methods, beyond which draw takes which', () => {
    const reversed: CompiledModel = { ...model, methods: model.methods.toReversed() };
    const other = pool(reversed, simulate(reversed));
    other.weights
      .toReversed()
      .forEach((weight, m) => expect(Math.abs(weight - pooled.weights[m]!)).toBeLessThan(1e-12));
    // Another choice of method for each draw: the same mixture, so its quantiles differ by Monte Carlo error only.
    const median = (draws: Float64Array) => Math.log10(draws.toSorted()[4000]!);
    // Standard error of the median of 8,000 draws of spread about .6 is 1.25 * .6 / sqrt(8000) = .0085; 4 of them, for two.
    expect(Math.abs(median(other.lost) - median(pooled.lost))).toBeLessThan(4 * 0.0085 * Math.SQRT2);
  });

  it('gives equal bytes again', () => {
    expect(pool(model, simulate(model))).toEqual(pooled);
  });

  it('obeys weights that are held', () => {
    const held = pool(model, simulation, [0, 1, 0, 0]);
    expect(held.lost).toEqual(lostOf(1));
  });

  it('has a column only when every pooled method fills it', () => {
    expect(pooledColumn(simulation, pooled, 'interrupted')).not.toBeNull();
    expect(pooledColumn(simulation, pooled, 'household')).toBeNull();
    expect(pooledColumn(simulation, pool(model, simulation, [0, 0, 0, 1]), 'household')).not.toBeNull();
  });

  it('keeps its width with more draws: it is doubt, not noise', () => {
    const width = (draws: number) => {
      const { p5, p95 } = estimated(scenarioOf(cloudOutage(), { draws, seed: 6 })).economicLoss!;
      return Math.log10(p95 / p5);
    };
    const ratio = width(100_000) / width(10_000);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it('gives one method alone all the weight', () => {
    const result = estimated(scenarioOf(companyOutage()));
    expect(result.methods.filter((row) => row.weight > 0).map((row) => row.weight)).toEqual([1]);
  });

  it('gives methods without a spread equal weights', () => {
    const result = estimated(scenarioOf(cloudOutage({ durationHours: 0 })));
    expect(result.methods.map((row) => row.weight)).toEqual([0.25, 0.25, 0.25, 0.25, 0, 0]);
  });
});

describe('named companies', () => {
  const companies = [{ name: 'A', sector: 'hospitals', country: 'US', annualRevenueUsd: 1e9 }];

  it('are the whole loss when nothing else speaks for it', () => {
    const result = estimated(scenarioOf(companyOutage()));
    expect(result.methods.find((row) => row.method === 'named-companies')).toMatchObject({
      scope: 'whole',
      weight: 1,
    });
  });

  it('are a part beside a whole method, and are not pooled', () => {
    const result = estimated(scenarioOf(cloudOutage({}, { companies })));
    const row = result.methods.find(({ method }) => method === 'named-companies')!;
    expect(row).toMatchObject({ scope: 'part', weight: 0 });
    expect(row.economicLoss!.p50).toBeGreaterThan(0);
    const without = estimated(scenarioOf(cloudOutage()));
    expect(result.economicLoss).toEqual(without.economicLoss);
  });

  it('are a whole beside a count that is only a part', () => {
    const json = {
      outage: { kind: 'platform', durationHours: 6 },
      scope: 'US',
      affected: { companies, businesses: [{ count: 10, counted: 'part' }] },
    };
    const { model } = compiled(scenarioOf(json));
    expect(model.methods.map((row) => [row.method, row.scope])).toEqual([
      ['business-count', 'part'],
      ['named-companies', 'whole'],
    ]);
    expect(wholeMethods(model)).toEqual([1]);
  });

  it('a lone part is used as all there is', () => {
    const json = {
      outage: { kind: 'platform', durationHours: 6 },
      affected: { businesses: [{ count: 10, counted: 'part' }] },
    };
    const { model } = compiled(scenarioOf(json));
    expect(wholeMethods(model)).toEqual([0]);
  });
});

describe('methods that disagree', () => {
  /** Exposure for the footprint alone: the ladder does not know it. */
  const exposed = (share: number) =>
    estimated(
      scenarioOf(
        cloudOutage(
          {},
          { businesses: [], userReports: [] },
          { assumptions: { 'exposure.aws.us-east-1.home': share } },
        ),
        { draws: 4000, seed: 3 },
      ),
    );

  it('a thousandfold give no headline but their span', () => {
    const result = exposed(1e-5);
    expect(result.headline).toBe(false);
    expect(result.economicLoss).toBeNull();
    const whole = result.methods.flatMap(({ economicLoss }) => economicLoss ?? []);
    expect(result.span).toEqual({
      lowUsd: Math.min(...whole.map((loss) => loss.p5)),
      highUsd: Math.max(...whole.map((loss) => loss.p95)),
    });
    expect(result.warnings.map((row) => row.code)).toContain('METHODS_DISAGREE');
  });

  it('more than tenfold with overlapping ranges give a headline and a warning', () => {
    const result = exposed(0.02);
    const [low, high] = result.methods
      .flatMap(({ economicLoss }) => economicLoss ?? [])
      .toSorted((a, b) => a.p50 - b.p50);
    // What the case is made for.
    expect(high!.p50).toBeGreaterThan(10 * low!.p50);
    expect(low!.p90).toBeGreaterThan(high!.p10);
    expect(result.headline).toBe(true);
    expect(result.span).toBeUndefined();
    expect(result.warnings.map((row) => row.code)).toContain('METHODS_DISAGREE');
  });

  it('less than tenfold pass without a word', () => {
    const result = exposed(0.15);
    expect(result.headline).toBe(true);
    expect(result.warnings.map((row) => row.code)).not.toContain('METHODS_DISAGREE');
  });

  it('count only when they weigh enough', () => {
    const json = cloudOutage(
      {},
      { businesses: [], userReports: [] },
      { assumptions: { 'exposure.aws.us-east-1.home': 1e-5, 'pooling.disagreementWeight': 0.6 } },
    );
    expect(estimated(scenarioOf(json, { draws: 4000, seed: 3 })).headline).toBe(true);
  });
});

describe('only amounts of one measure are pooled', () => {
  it('an airline that is asked for as an economy', () => {
    const json = airlineOutage(
      {},
      { companies: [], businesses: [{ count: 1000, counted: 'all' }] },
      { scope: 'US' },
    );
    const measures = new Set(
      estimated(scenarioOf(json))
        .methods.filter((row) => row.weight > 0)
        .map((row) => row.measure),
    );
    expect([...measures]).toHaveLength(1);
  });
});

describe('shares of the catalog', () => {
  it('are within the bounds that pooling needs', () => {
    expect(catalog.parameters.get('pooling.maximumWeight')!.value).toBe(0.5);
    expect(catalog.parameters.get('pooling.disagreementRatio')!.value).toBe(10);
    expect(catalog.parameters.get('pooling.disagreementWeight')!.value).toBe(0.15);
  });
});
