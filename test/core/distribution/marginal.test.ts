import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuantity, fillQuantiles, quantileAt } from '../../../src/core/distribution/marginal.ts';
import type { Quantity } from '../../../src/core/distribution/quantity.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

const N = 1000;

const quantities: Record<string, Quantity> = {
  constant: 0.4,
  interval: { p5: 0.1, p95: 0.6 },
  metalog: { p10: 0.1, p50: 0.2, p90: 0.7 },
  'metalog with a lower end': { p10: 0.1, p50: 0.2, p90: 0.7, min: 0 },
  'metalog with an upper end': { p10: 0.1, p50: 0.4, p90: 0.7, max: 1 },
  'metalog with both ends': { p10: 0.1, p50: 0.2, p90: 0.7, min: 0, max: 1 },
  pert: { pert: [0.2, 0.5, 0.8] },
  'pert with the mode at the end': { pert: [0, 0, 0.8] },
  triangular: { triangular: [0.2, 0.25, 0.9] },
  uniform: { uniform: [0.1, 0.7] },
  normal: { normal: { mean: 0.4, sd: 0.2 } },
  'normal interval': { normal: { p5: -0.1, p95: 0.9 } },
  lognormal: { lognormal: { median: 0.3, gsd: 1.8 } },
  'lognormal interval': { lognormal: { p10: 0.1, p90: 0.5 } },
  beta: { beta: { mean: 0.3, sd: 0.1 } },
  'beta with a steep end': { beta: { mean: 0.1, sd: 0.2 } },
};
const names = Object.keys(quantities);

function compiled(name: string, bounds: { min?: number; max?: number } = {}) {
  return compileQuantity(quantities[name]!, bounds, 'test.path').marginal;
}

function uniforms(): Float64Array {
  const out = new Float64Array(N);
  fillUniforms(out, 5, 'marginal', 0);
  out.set([2 ** -53, 1 - 2 ** -53, 0.5, 0.075, 0.925]);
  return out;
}

describe('fillQuantiles', () => {
  it.each(names)('%s: agrees with quantileAt, draw by draw', (name) => {
    const marginal = compiled(name, { min: -0.2, max: 1.1 });
    const u = uniforms();
    const out = new Float64Array(N);
    fillQuantiles(marginal, u, out, N);
    for (const [i, value] of out.entries()) {
      const exact = quantileAt(marginal, u[i]!);
      // Normal scores come from a table within 1.5e-7.
      if (marginal.kind === 'normal') {
        expect(Math.abs(value - exact)).toBeLessThan(1.5e-7 * marginal.sd);
      } else if (marginal.kind === 'lognormal') {
        expect(Math.abs(Math.log(value / exact))).toBeLessThan(1.5e-7 * marginal.sigma);
      } else {
        expect(value).toBe(exact);
      }
    }
  });

  it.each(names)('%s: may write over its input, and stops at n', (name) => {
    const marginal = compiled(name);
    const apart = new Float64Array(N);
    fillQuantiles(marginal, uniforms(), apart, N);
    const shared = uniforms();
    fillQuantiles(marginal, shared, shared, N - 1);
    expect(shared.subarray(0, N - 1)).toEqual(apart.subarray(0, N - 1));
    expect(shared[N - 1]).toBe(uniforms()[N - 1]);
  });

  it.each(names)('%s: is finite even for probabilities that rounded to 0 and 1', (name) => {
    const out = new Float64Array(2);
    fillQuantiles(compiled(name), Float64Array.of(0, 1), out, 2);
    expect(out.every(Number.isFinite)).toBe(true);
  });

  it.each(names)('%s: survives a structured clone', (name) => {
    const marginal = compiled(name, { max: 1.1 });
    const [before, after] = [new Float64Array(N), new Float64Array(N)];
    fillQuantiles(marginal, uniforms(), before, N);
    fillQuantiles(structuredClone(marginal), uniforms(), after, N);
    expect(after).toEqual(before);
  });
});

describe('quantileAt', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });

  it.each(names)('%s: never falls', (name) => {
    const marginal = compiled(name);
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = [quantileAt(marginal, Math.min(a, b)), quantileAt(marginal, Math.max(a, b))];
        // Neighbouring probabilities may swap by the last bits of the formula.
        expect(low <= high || low - high <= 1e-14 * Math.abs(low) + 1e-16).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(names)('%s: keeps inside the bounds that cut it', (name) => {
    // The bounds cut a tenth off each end.
    const whole = compiled(name);
    const bounds = { min: quantileAt(whole, 0.1) - 1e-9, max: quantileAt(whole, 0.9) + 1e-9 };
    const marginal = compiled(name, bounds);
    fc.assert(
      fc.property(probability, (p) => {
        const value = quantileAt(marginal, p);
        expect(value).toBeGreaterThanOrEqual(bounds.min);
        expect(value).toBeLessThanOrEqual(bounds.max);
      }),
    );
    // Without the cut, the same would fail at once.
    expect(name === 'constant' || quantileAt(whole, 0.05) < bounds.min).toBe(true);
  });

  it('of any interval meets its two points', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.double({ min: 1.001, max: 1e4, noNaN: true }),
        (p5, factor) => {
          const p95 = p5 * factor;
          const { marginal } = compileQuantity({ p5, p95 }, {}, 'x');
          // exp of a sum of logarithms near 30: 30 x 1e-16 a few times.
          expect(Math.abs(quantileAt(marginal, 0.05) / p5 - 1)).toBeLessThan(5e-14);
          expect(Math.abs(quantileAt(marginal, 0.95) / p95 - 1)).toBeLessThan(5e-14);
        },
      ),
    );
  });
});
