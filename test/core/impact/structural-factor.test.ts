import { describe, expect, it } from 'vitest';
import { runChunk } from '../../../src/core/impact/run-chunk.ts';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  compiled,
  scenarioOf,
  sum,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const CHUNKS = 25;

function structuralFactors(json: Json): { exposure: string; logSd: number; factors: Float64Array } {
  const { model } = compiled(scenarioOf(json, { draws: CHUNKS * 4096, seed: 9 }));
  const factors = new Float64Array(CHUNKS * 4096);
  for (let chunk = 0; chunk < CHUNKS; chunk++)
    factors.set(runChunk({ ...model, methods: [] }, chunk).structural, chunk * 4096);
  return { ...model.structural, factors };
}

describe('the structural factor', () => {
  it.each<readonly [string, number, number, Json]>([
    ['airline', 0.25, 1.19, airlineOutage()],
    ['company-long-cyber', 0.33, 1.36, companyOutage({ kind: 'ransomware' })],
    ['national-shutdown', 0.45, 1.77, { ...telecomOutage({ kind: 'national-shutdown' }) }],
    ['company-it', 0.5, 2.03, companyOutage()],
    ['systemic', 0.5, 2.03, cloudOutage()],
  ])('of %s has median 1 and its mean', (exposure, spread, mean, json) => {
    const override = { assumptions: { [`structural-error.${exposure}`]: spread } };
    const { exposure: found, logSd, factors } = structuralFactors({ ...json, ...override });
    expect([found, logSd]).toEqual([exposure, spread]);
    const sorted = factors.toSorted();
    const n = factors.length;
    // The log is symmetric around 0. 4 standard errors of a median: 1.25 sd / sqrt(n), sd about .9 * 1.22 * spread.
    expect(Math.abs(Math.log10(sorted[n / 2]!))).toBeLessThan((4 * 1.25 * 1.1 * spread) / Math.sqrt(n));
    const found1 = sum(factors) / n;
    const sd = Math.sqrt(sum(factors.map((factor) => (factor - found1) ** 2)) / n);
    // 4 standard errors, and the rounding of the stated mean.
    expect(Math.abs(found1 - mean)).toBeLessThan((4 * sd) / Math.sqrt(n) + 0.005);
    // Cut at the 1-in-200 quantiles of Student's t with 6 degrees of freedom, 3.707.
    expect(Math.log10(sorted[n - 1]!)).toBeLessThanOrEqual(0.9 * spread * 3.7075);
    expect(Math.log10(sorted[0]!)).toBeGreaterThanOrEqual(-0.9 * spread * 3.7075);
  });

  it('is shared by all methods on each draw', () => {
    const { model } = compiled(scenarioOf(cloudOutage(), { draws: 4096, seed: 9 }));
    const { methods, structural } = runChunk(model, 0);
    expect(methods).toHaveLength(4);
    for (const { raw, columns } of methods) {
      raw.forEach((usd, i) => {
        const least = Math.min(structural[i]!, columns.ceiling[i]! / usd);
        // One product and one division: the last digits.
        expect(Math.abs(columns.lost[i]! / usd / least - 1)).toBeLessThan(1e-14);
      });
    }
  });

  it('multiplies every amount of a draw alike', () => {
    const { model } = compiled(scenarioOf(cloudOutage(), { draws: 512, seed: 9 }));
    const { methods } = runChunk(model, 0);
    for (const { columns } of methods) {
      columns.lost.forEach((usd, i) => {
        const parts = columns.interrupted[i]! - columns.recaptured[i]! + columns.extraExpense[i]!;
        expect(Math.abs(parts / usd - 1)).toBeLessThan(1e-12);
      });
    }
  });
});
