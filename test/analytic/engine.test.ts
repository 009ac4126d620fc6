import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/core/distribution/normal.ts';
import { chunkCount, runChunk } from '../../src/core/impact/run-chunk.ts';
import { sampleInputs } from '../../src/core/impact/sample.ts';
import { compileQuantity } from '../../src/core/distribution/marginal.ts';
import type { CompiledInput } from '../../src/core/impact/parameter-book.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  compiled,
  estimated,
  overrideSectors,
  scenarioOf,
  sum,
} from '../support/engine.ts';
import type { Json } from '../support/engine.ts';

/** Right code is beyond 4 Monte Carlo standard errors once in 16,000 checks. */
const SIGMAS = 4;

const sdOf = (draws: Float64Array): number => {
  const mean = sum(draws) / draws.length;
  return Math.sqrt(sum(draws.map((value) => (value - mean) ** 2)) / (draws.length - 1));
};

describe('a scenario that is a product of lognormals has their quantiles', () => {
  it('cancelled passengers times the cost of each', () => {
    const json = airlineOutage(
      {},
      { companies: [], flightsCancelled: undefined, passengers: { lognormal: { median: 40_000, gsd: 1.4 } } },
      { assumptions: { 'airline.costUsdPerPassenger': { lognormal: { median: 300, gsd: 1.8 } } } },
    );
    const result = estimated(scenarioOf(json, { draws: 40_000, seed: 17 }));
    const raw = result.methods.find((row) => row.method === 'airline')!.raw!;
    const sigma = Math.hypot(Math.log(1.4), Math.log(1.8));
    for (const [name, p] of [
      ['p5', 0.05],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const exact = 40_000 * 300 * Math.exp(sigma * normalQuantile(p));
      expect(Math.abs(raw[name] - exact)).toBeLessThan(SIGMAS * raw.monteCarloStandardError[name]);
    }
    const mean = 40_000 * 300 * Math.exp(sigma ** 2 / 2);
    expect(Math.abs(raw.mean - mean)).toBeLessThan(SIGMAS * raw.monteCarloStandardError.mean);
    // The structural factor is symmetric in its logarithm, so the middle stays where it is.
    const { p50, monteCarloStandardError } = result.economicLoss!;
    expect(Math.abs(p50 - 40_000 * 300)).toBeLessThan(SIGMAS * monteCarloStandardError.p50);
  });

  it('firms times their size times the hours that stop', () => {
    const assumptions = {
      'business-count.countFactor': { lognormal: { median: 1, gsd: 1.3 } },
      'business-count.valueAddedFactor': { lognormal: { median: 1, gsd: 1.5 } },
      'business-count.valueAddedUsdOther': 6e6,
      'business-count.extraExpenseUsdOther': 0,
      'business-count.dependency': 0.25,
      'business-count.lostShare': 0.4,
      'business-count.tailSupplier': 0.2,
      'business-count.recaptureSupplier': 0.6,
    };
    const json = {
      outage: { kind: 'platform', durationHours: 10, impairmentShare: 0.5 },
      affected: { businesses: [{ count: { lognormal: { median: 20_000, gsd: 1.6 } }, counted: 'all' }] },
      assumptions,
    };
    const result = estimated(scenarioOf(json, { draws: 40_000, seed: 18 }));
    const raw = result.methods.find((row) => row.method === 'business-count')!.raw!;
    // 20,000 firms of 6 million a year, 5 full hours, a quarter of .4 stopped, 1.2 with the tail, .4 not made up.
    const median = ((20_000 * 6e6) / 8760) * 5 * 0.25 * 0.4 * 1.2 * 0.4;
    const sigma = Math.hypot(Math.log(1.3), Math.log(1.5), Math.log(1.6));
    for (const [name, p] of [
      ['p5', 0.05],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const exact = median * Math.exp(sigma * normalQuantile(p));
      expect(Math.abs(raw[name] - exact)).toBeLessThan(SIGMAS * raw.monteCarloStandardError[name]);
    }
  });

  it('a country cut off: GDP per hour times hours times share times the fraction lost', () => {
    const json = {
      outage: { kind: 'telecom', durationHours: { lognormal: { median: 5, gsd: 1.5 } } },
      affected: { coverage: [{ country: 'CA', share: 0.25 }] },
      assumptions: { 'ladder.telecom': { lognormal: { median: 0.06, gsd: 1.7 } } },
    };
    const scenario = scenarioOf(json, { draws: 40_000, seed: 19 });
    const raw = estimated(scenario).methods.find((row) => row.method === 'gdp-hours-ladder')!.raw!;
    const median = compiled(scenario).window!.flatUsdPerHour * 5 * 0.25 * 0.06;
    const sigma = Math.hypot(Math.log(1.5), Math.log(1.7));
    for (const [name, p] of [
      ['p5', 0.05],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const exact = median * Math.exp(sigma * normalQuantile(p));
      expect(Math.abs(raw[name] - exact)).toBeLessThan(SIGMAS * raw.monteCarloStandardError[name]);
    }
  });
});

describe('inputs of one family are correlated', () => {
  const N = 5 * 4096;
  const { marginal } = compileQuantity({ normal: { mean: 0, sd: 1 } }, {}, 'test');
  const member = (name: string, correlation: number): CompiledInput => ({
    name,
    marginal,
    stream: name,
    family: { stream: 'family', correlation },
    words: name,
  });

  it.each([0, 0.3, 0.6, 1])('two with correlation %d: the sd of their sum', (correlation) => {
    const total = new Float64Array(N);
    for (let chunk = 0; chunk < 5; chunk++) {
      const [a, b] = sampleInputs([member('a', correlation), member('b', correlation)], 3, chunk, 4096);
      a!.forEach((value, i) => (total[chunk * 4096 + i] = value + b![i]!));
    }
    const exact = Math.sqrt(2 + 2 * correlation);
    // The relative standard error of a standard deviation is 1 / sqrt(2 n).
    expect(Math.abs(sdOf(total) / exact - 1)).toBeLessThan(SIGMAS / Math.sqrt(2 * N));
  });

  it('all 20: the sd of their sum over the sum of their sds', () => {
    const total = new Float64Array(N);
    for (let chunk = 0; chunk < 5; chunk++) {
      const inputs = catalog.sectors.map((sector) => member(`dependence.${sector.id}`, 0.6));
      for (const column of sampleInputs(inputs, 3, chunk, 4096)) {
        column.forEach((value, i) => (total[chunk * 4096 + i]! += value));
      }
    }
    const exact = Math.sqrt(0.6 + 0.4 / 20);
    expect(Math.abs(sdOf(total) / 20 / exact - 1)).toBeLessThan(SIGMAS / Math.sqrt(2 * N));
  });

  it('the dependence of two sectors, through the whole footprint', () => {
    const fixed = {
      ...overrideSectors('recapture', 0),
      'exposure.aws.us-east-1.home': 0.1,
      'footprint.tail': 0,
      'footprint.impairmentScale': 1,
    };
    const spread = { normal: { mean: 0.5, sd: 0.05 } };
    const rawOf = (dependence: Json) => {
      const assumptions = { ...fixed, ...overrideSectors('dependence', 0), ...dependence };
      const json = cloudOutage({ impairmentShare: 1 }, { businesses: [], userReports: [] }, { assumptions });
      const { model } = compiled(scenarioOf(json, { draws: N, seed: 23 }));
      const footprint = model.methods.findIndex((row) => row.method === 'footprint');
      const raw = new Float64Array(N);
      for (let chunk = 0; chunk < chunkCount(N); chunk++)
        raw.set(runChunk(model, chunk).methods[footprint]!.raw, chunk * 4096);
      return raw;
    };
    const first = rawOf({ 'dependence.manufacturing': spread });
    const second = rawOf({ 'dependence.information': spread });
    const both = rawOf({ 'dependence.manufacturing': spread, 'dependence.information': spread });
    // The loss is linear in dependence, and the sectors' draws are the same in all three.
    both.forEach((usd, i) => expect(Math.abs((first[i]! + second[i]!) / usd - 1)).toBeLessThan(1e-9));
    const [a, b] = [sdOf(first), sdOf(second)];
    const exact = Math.sqrt(a ** 2 + b ** 2 + 2 * 0.6 * a * b);
    // The two sds are estimated from the same draws, so what is left is the error of the correlation: (1 - .36) / sqrt(n).
    expect(Math.abs(sdOf(both) / exact - 1)).toBeLessThan(SIGMAS * (0.64 / Math.sqrt(N)));
  });
});
