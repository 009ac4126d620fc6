import { describe, expect, it } from 'vitest';
import { pitOf, pitVarianceTimes12 } from '../../../src/core/backtest/pit.ts';
import { normalQuantile } from '../../../src/core/distribution/normal.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

const three = Float64Array.of(1, 2, 3);

describe('PIT', () => {
  it.each([
    { observed: 0, pit: 0.5 / 4 },
    { observed: 1.5, pit: 1.5 / 4 },
    { observed: 2, pit: 2 / 4 },
    { observed: 9, pit: 3.5 / 4 },
  ])('of $observed among 1, 2, 3 is $pit', ({ observed, pit }) => {
    expect(pitOf(three, observed)).toBe(pit);
  });

  it('puts a figure among equal draws into their middle', () => {
    expect(pitOf(Float64Array.of(5, 5, 5), 5)).toBe(0.5);
  });
});

/** PIT of truths from one normal against draws of another, with a spread of its own. */
function simulatedPits(drawnSd: number, worlds: number): number[] {
  const m = 400;
  const uniforms = new Float64Array(m + 1);
  return Array.from({ length: worlds }, (_, world) => {
    fillUniforms(uniforms, 3, 'pit', world);
    const [truth = 0, ...rest] = Array.from(uniforms, normalQuantile);
    return pitOf(Float64Array.from(rest, (z) => z * drawnSd).sort(), truth);
  });
}

describe('PIT of simulated truths', () => {
  const worlds = 2000;

  it('is uniform when the draws are honest', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const pit of simulatedPits(1, worlds)) counts[Math.min(9, Math.floor(pit * 10))]! += 1;
    const expected = worlds / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99 % point of chi-square with 9 degrees of freedom; the seed is fixed, so the test does not flicker.
    expect(chiSquare).toBeLessThan(21.67);
  });

  it('has a variance that tells width', () => {
    // The standard error of 12 x variance over 2,000 uniforms is 0.02.
    expect(pitVarianceTimes12(simulatedPits(1, worlds))).toBeCloseTo(1, 1);
    expect(pitVarianceTimes12(simulatedPits(1.5, worlds))).toBeLessThan(0.75);
    expect(pitVarianceTimes12(simulatedPits(0.7, worlds))).toBeGreaterThan(1.25);
  });

  it('of a single event has no variance', () => {
    expect(pitVarianceTimes12([0.4])).toBe(0);
  });
});
