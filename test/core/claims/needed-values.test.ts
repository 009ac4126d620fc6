import { describe, expect, it } from 'vitest';
import { neededValues } from '../../../src/core/claims/needed-values.ts';
import { pointModel } from '../../../src/core/claims/point-model.ts';
import { wholeMethods } from '../../../src/core/impact/pool.ts';
import { catalog, compiled, eventScenario } from '../../support/engine.ts';

const { model } = compiled(eventScenario('aws-2025-10-20', { draws: 1_000, seed: 1 }));
const points = pointModel(model, {
  structural: 'misses',
  family: (stream) => catalog.parameters.get(stream)!.words,
});
const middle = new Float64Array(points.doubts.length);
const methods = wholeMethods(model).map((index) => model.methods[index]!);
const unitOf = (input: string): string => `unit of ${input}`;

describe('the value that one input alone would need', () => {
  it.each(
    methods.flatMap((method) => [0.3, 0.8, 1.5, 4].map((times) => [method.method, times, method] as const)),
  )('%s: gives %d times the middle when it is put in', (_, times, method) => {
    const before = points.at(method, 'lost', [middle])[0]!;
    const rows = neededValues(model, points, method, 'lost', before * times, before, unitOf);
    expect(rows.length).toBeGreaterThan(0);
    for (const { input, needed, range, withinRange, within, unit } of rows) {
      expect(within).toBe(method.method);
      expect(unit).toBe(`unit of ${input}`);
      expect(range!.low).toBeLessThan(range!.high);
      if (needed === null) continue;
      const index = model.inputs.findIndex(({ name }) => name === input);
      const after = points.withInput(method, 'lost', index, Float64Array.of(needed))[0]!;
      // The search ends in a 64th of a 64th of the way to the bound.
      expect(after / before / times).toBeGreaterThan(0.97);
      expect(after / before / times).toBeLessThan(1.03);
      expect(withinRange).toBe(needed >= range!.low && needed <= range!.high);
    }
  });

  it('is none when not even its bound gives the amount', () => {
    const [footprint] = methods;
    const before = points.at(footprint!, 'lost', [middle])[0]!;
    const rows = neededValues(model, points, footprint!, 'lost', before * 1e4, before, unitOf);
    const exposure = rows.find(({ input }) => input === 'exposure.aws.us-east-1.home')!;
    expect(exposure.needed).toBeNull();
    expect(exposure.withinRange).toBe(false);
  });
});
