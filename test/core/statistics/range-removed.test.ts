import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/core/distribution/normal.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';
import { sortedCopy, sortedQuantile } from '../../../src/core/statistics/quantiles.ts';
import {
  binQuantiles,
  randomSplits,
  rangeShareRemoved,
  rangeSharesRemoved,
} from '../../../src/core/statistics/range-removed.ts';
import { risingOrder } from '../../../src/core/statistics/rising-order.ts';

function uniforms(n: number, name: string): Float64Array {
  const out = new Float64Array(n);
  for (let chunk = 0; chunk * 4096 < n; chunk++) {
    fillUniforms(out.subarray(chunk * 4096, (chunk + 1) * 4096), 11, name, chunk);
  }
  return out;
}

describe('rangeShareRemoved', () => {
  const n = 50_000;
  const a = uniforms(n, 'a');
  const b = uniforms(n, 'b');

  it('finds nothing in inputs that do not matter, in few draws too', () => {
    for (const draws of [400, 2000, 50_000]) {
      const losses = uniforms(draws, 'losses').map((u) => Math.exp(normalQuantile(u)));
      const share = rangeSharesRemoved(risingOrder(losses));
      const shares = Array.from({ length: 20 }, (_, i) => share(uniforms(draws, `other ${i}`)));
      const mean = shares.reduce((x, y) => x + y, 0) / shares.length;
      // Without the correction 400 draws, 20 to a bin, would give 0.07. What is left is noise, cut at 0: the width of a
      // 90 % range of n normal draws has a relative sd of about 0.9 / sqrt(n).
      expect(mean).toBeLessThan(0.9 / Math.sqrt(draws));
    }
  });

  it('removes all of the range when the loss is the input', () => {
    // A bin of a twentieth of the input keeps 0.9 / 20 of the range of a uniform.
    const losses = a.map((u) => u - 0.5);
    expect(Math.abs(rangeShareRemoved(a, losses) - 0.95)).toBeLessThan(0.005);
    expect(rangeShareRemoved(b, losses)).toBeLessThan(0.01);
  });

  it('compares ratios when all losses are positive', () => {
    const losses = a.map((u, i) => Math.exp(normalQuantile(u) + normalQuantile(b[i]!)));
    const doubled = losses.map((loss) => 2 * loss);
    // Not exactly: logarithms round.
    expect(Math.abs(rangeShareRemoved(a, losses) - rangeShareRemoved(a, doubled))).toBeLessThan(1e-12);
  });

  it('compares amounts when a loss is 0', () => {
    const losses = a.map((u, i) => (i === 0 ? 0 : 1 + u));
    const logs = losses.map((loss) => Math.max(loss, 1e-300));
    expect(rangeShareRemoved(a, losses)).not.toBe(rangeShareRemoved(a, logs));
    expect(Math.abs(rangeShareRemoved(a, losses) - 0.95)).toBeLessThan(0.005);
  });

  it('is 0 without a range, without draws, and when bins hold one draw each', () => {
    expect(rangeShareRemoved(a, new Float64Array(n).fill(5))).toBe(0);
    expect(rangeShareRemoved(new Float64Array(0), new Float64Array(0))).toBe(0);
    expect(rangeShareRemoved(Float64Array.of(0.5), Float64Array.of(3))).toBe(0);
  });

  it('accepts probabilities that rounded to 1', () => {
    expect(
      rangeShareRemoved(Float64Array.of(0, 1, 0.5, 1), Float64Array.of(1, 2, 3, 4)),
    ).toBeGreaterThanOrEqual(0);
  });

  it('leaves its arguments as they were', () => {
    const losses = Float64Array.of(3, 1, 2);
    const inputs = Float64Array.of(0.9, 0.1, 0.5);
    rangeShareRemoved(inputs, losses);
    expect([...losses, ...inputs]).toEqual([3, 1, 2, 0.9, 0.1, 0.5]);
  });
});

describe('binQuantiles', () => {
  const binned = fc.array(
    fc.tuple(
      fc.nat(19),
      fc.oneof(fc.constantFrom(-1, 0, 1), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
    ),
    { maxLength: 300 },
  );

  it('are those of the losses in each bin alone', () => {
    fc.assert(
      fc.property(binned, fc.constantFrom(0.05, 0.95, 0, 0.5, 0.51, 1), (draws, p) => {
        const binOf = Uint8Array.from(draws, ([bin]) => bin);
        const counts = Uint32Array.from({ length: 20 }, (_, bin) => binOf.filter((b) => b === bin).length);
        const rising = risingOrder(Float64Array.from(draws, ([, loss]) => loss));
        const found = binQuantiles({ binOf, counts }, rising, p);
        counts.forEach((count, bin) => {
          const losses = Float64Array.from(draws.filter(([b]) => b === bin).map(([, loss]) => loss));
          // Only the sign of a zero may differ, which no width can show.
          expect(found[bin]! + 0).toBe(count === 0 ? 0 : sortedQuantile(sortedCopy(losses), p) + 0);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('randomSplits', () => {
  it('are the first of longer ones, whatever was asked for before', () => {
    for (const draws of [100, 20_480, 5000, 30_000, 100]) {
      const splits = randomSplits(draws);
      expect(splits.map(({ counts }) => counts.reduce((a, b) => a + b, 0))).toEqual(Array(8).fill(draws));
      // Of 100 draws, 5 to a bin: the first of the first split, as made by the streams of this name.
      const first = new Float64Array(100);
      fillUniforms(first, 0, 'range-removed/0', 0, 'bootstrap');
      expect([...splits[0]!.binOf.subarray(0, 100)]).toEqual(Array.from(first, (u) => Math.floor(u * 20)));
    }
  });
});
