import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/core/distribution/normal.ts';
import type { AnyMethod } from '../../../src/core/impact/methods/registry.ts';
import { jointChange } from '../../../src/core/claims/joint-change.ts';
import { pointModel, type PointModel } from '../../../src/core/claims/point-model.ts';
import { wholeMethods } from '../../../src/core/impact/pool.ts';
import { quantilesOf } from '../../../src/core/statistics/quantiles.ts';
import { simulate } from '../../../src/core/impact/simulate.ts';
import { catalog, compiled, eventScenario } from '../../support/engine.ts';

const footprint = { method: 'footprint' } as AnyMethod;
const noUnit = (): string => '';

/** Loss = exp(mu + Σ slope · score), whose point nearest to the middle is known. */
function lognormalProduct(mu: number, slopes: readonly number[], most = Infinity): PointModel {
  return {
    doubts: slopes.map((_, i) => ({
      id: `x${i}`,
      words: `input ${i}`,
      input: i,
      valueAt: (point) => Math.exp(point[i]!),
    })),
    at: (_method, _column, points) =>
      Float64Array.from(points, (point) =>
        Math.min(most, Math.exp(slopes.reduce((sum, slope, i) => sum + slope * point[i]!, mu))),
      ),
    withInput: () => Float64Array.of(),
  };
}

describe('the least unlikely joint change', () => {
  it.each([
    ['above', 5],
    ['below', -4],
  ])('is exact where the logarithm of the loss is linear, %s the middle', (_, distanceInLog) => {
    const slopes = [0.8, 1.2, -0.5];
    const length = Math.hypot(...slopes);
    const target = Math.exp(3 + distanceInLog);
    const found = jointChange(lognormalProduct(3, slopes), footprint, 'lost', target, noUnit)!;
    const distance = distanceInLog / length;
    // The share of outcomes at or beyond the amount is the normal tail at this distance, on either side.
    expect(found.chance).toBeCloseTo(normalCdf(-Math.abs(distance)), 5);
    for (const [i, slope] of slopes.entries()) {
      const row = found.inputs.find(({ input }) => input === `x${i}`)!;
      const score = (slope / length) * distance;
      expect(Math.log(row.needed!)).toBeCloseTo(score, 2);
      expect(row.percentile).toBeCloseTo(normalCdf(score), 3);
    }
    expect(found.inputs[0]!.input).toBe('x1');
  });

  it('is none where no combination gives the amount', () => {
    expect(jointChange(lognormalProduct(0, [1, 1], 10), footprint, 'lost', 11, noUnit)).toBeNull();
    expect(jointChange(lognormalProduct(0, [0.1]), footprint, 'lost', 1e6, noUnit)).toBeNull();
    expect(jointChange(lognormalProduct(0, [0, 0]), footprint, 'lost', 2, noUnit)).toBeNull();
  });

  it('leaves out inputs that hardly move', () => {
    const found = jointChange(lognormalProduct(0, [1, 0.01]), footprint, 'lost', Math.exp(2), noUnit)!;
    expect(found.inputs.map(({ input }) => input)).toEqual(['x0']);
  });
});

describe('on the AWS event', () => {
  const { model } = compiled(eventScenario('aws-2025-10-20', { draws: 20_000, seed: 1 }));
  const points = pointModel(model, {
    structural: 'misses',
    family: (stream) => catalog.parameters.get(stream)!.words,
  });
  const middle = new Float64Array(points.doubts.length);
  const simulation = simulate(model);

  it.each(wholeMethods(model).map((index) => [model.methods[index]!.method, index] as const))(
    '%s: the middle of all beliefs is near the middle of the outcomes',
    (_, index) => {
      const [median] = quantilesOf(simulation.methods[index]!.columns.get('lost')!, [0.5]);
      const atMiddle = points.at(model.methods[index]!, 'lost', [middle])[0]!;
      expect(atMiddle / median!).toBeGreaterThan(0.7);
      expect(atMiddle / median!).toBeLessThan(1.4);
    },
  );

  it.each(wholeMethods(model).map((index) => [model.methods[index]!.method, index] as const))(
    '%s: the point gives the amount, and its chance is near the share of outcomes',
    (_, index) => {
      const lost = simulation.methods[index]!.columns.get('lost')!;
      const [target] = quantilesOf(lost, [0.95]);
      const found = jointChange(points, model.methods[index]!, 'lost', target!, noUnit)!;
      // 5 % of the outcomes lie above; a linear approximation is right within a factor of two or so.
      expect(found.chance).toBeGreaterThan(0.02);
      expect(found.chance).toBeLessThan(0.12);
      expect(found.inputs.length).toBeGreaterThan(0);
      for (const { percentile } of found.inputs) expect(Math.abs(percentile - 0.5)).toBeLessThanOrEqual(0.5);
    },
  );
});
