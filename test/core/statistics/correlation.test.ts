import { sampleCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { correlationsWith, standardise } from '../../../src/core/statistics/correlation.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

function uniforms(name: string): Float64Array {
  const values = new Float64Array(4096);
  fillUniforms(values, 1, name, 0);
  return values;
}

function standardised(values: Float64Array): Float64Array {
  const copy = values.slice();
  standardise(copy);
  return copy;
}

describe('correlation of uniforms with standardised lists', () => {
  const a = uniforms('a');
  const b = uniforms('b');
  const mixed = a.map((value, i) => Math.exp(3 * value - b[i]!));

  it('is that of simple-statistics', () => {
    const found = correlationsWith(a, [standardised(mixed), standardised(b)]);
    [mixed, b].forEach((list, i) =>
      expect(Math.abs(found[i]! - sampleCorrelation([...a], [...list]))).toBeLessThan(1e-12),
    );
  });

  it('is 1 with itself and -1 with its mirror image', () => {
    const [same, mirrored] = correlationsWith(a, [
      standardised(a),
      standardised(a.map((value) => 7 - 2 * value)),
    ]);
    expect(Math.abs(same! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(mirrored! + 1)).toBeLessThan(1e-12);
  });

  it('is not a number where a list does not vary, whatever its value', () => {
    for (const value of [0, 0.1, 1e9])
      expect(correlationsWith(a, [standardised(new Float64Array(4096).fill(value))])).toEqual([NaN]);
  });
});
