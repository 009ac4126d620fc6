import { describe, expect, it } from 'vitest';
import { octaveTable, tableQuantile } from '../../../src/core/distribution/octave-table.ts';

describe('octaveTable', () => {
  it('is exact where the quantile function is a straight line', () => {
    const { nodes } = octaveTable(
      (p) => 3 + 8 * p,
      (tail) => 11 - 8 * tail,
    );
    for (const p of [
      0,
      2 ** -53,
      1e-9,
      2 ** -25,
      1e-4,
      0.1,
      0.25,
      0.49,
      0.5,
      0.51,
      0.75,
      0.99,
      1 - 1e-9,
      1,
    ]) {
      // Two roundings of numbers near 11.
      expect(Math.abs(tableQuantile(nodes, p) - (3 + 8 * p))).toBeLessThan(4e-15);
    }
  });

  it('has the same relative error in every octave of both tails', () => {
    // Quantiles p^2: linear interpolation over 1/64 of an octave is wrong by at most (1/64)^2 / 4 of the value.
    const { nodes } = octaveTable(
      (p) => p * p,
      (tail) => 1 - tail * tail,
    );
    for (let octave = 1; octave <= 24; octave++) {
      const p = 2 ** -octave * (1 - 0.5 / 128);
      expect(Math.abs(tableQuantile(nodes, p) / (p * p) - 1)).toBeLessThan(1 / 64 ** 2 / 4);
      // The subtraction from 1 costs digits: 1e-16 against the square of the tail.
      const error = (1 - tableQuantile(nodes, 1 - p)) / (p * p) - 1;
      expect(Math.abs(error)).toBeLessThan(1 / 64 ** 2 / 4 + 2e-16 / (p * p));
    }
  });

  it('levels out noise of the exact function, also where the tails meet', () => {
    const noise = (p: number) => 1e-3 * Math.sin(1e5 * p);
    const { nodes } = octaveTable(
      (p) => p + noise(p),
      (tail) => 0.999 - tail + noise(tail),
    );
    let previous = -Infinity;
    for (let p = 0; p <= 1; p += 1 / 4093) {
      expect(tableQuantile(nodes, p)).toBeGreaterThanOrEqual(previous);
      previous = tableQuantile(nodes, p);
    }
  });

  it('stops when the exact function fails', () => {
    expect(() =>
      octaveTable(
        () => NaN,
        () => 1,
      ),
    ).toThrow('invariant');
  });
});
