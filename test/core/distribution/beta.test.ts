import { describe, expect, it } from 'vitest';
import { betaFromMoments, betaQuantile, betaTable } from '../../../src/core/distribution/beta.ts';
import { pertParameters } from '../../../src/core/distribution/pert.ts';

describe('betaQuantile', () => {
  it('is the identity for the uniform beta(1, 1)', () => {
    // jstat stops its own iteration at a relative step of 1e-8.
    expect(Math.abs(betaQuantile(0.3, 1, 1) - 0.3)).toBeLessThan(1e-9);
  });

  it('stops when jstat gives no share', () => {
    expect(() => betaQuantile(0.3, NaN, 1)).toThrow('invariant');
  });
});

describe('betaFromMoments', () => {
  it('gives back its mean and sd', () => {
    const { alpha, beta } = betaFromMoments(0.3, 0.1);
    const total = alpha + beta;
    // A handful of roundings.
    expect(Math.abs(alpha / total - 0.3)).toBeLessThan(1e-15);
    expect(Math.abs(Math.sqrt((alpha * beta) / (total * total * (total + 1))) - 0.1)).toBeLessThan(1e-15);
  });
});

describe('betaTable', () => {
  it('is the same when it was made before, and when it was forgotten', () => {
    const shape = { alpha: 2, beta: 3 };
    const table = betaTable(shape, 0, 1);
    expect(betaTable(shape, 0, 1)).toBe(table);
    expect(betaTable(shape, 0, 2).nodes).not.toEqual(table.nodes);
    for (let i = 0; i < 300; i++) betaTable({ alpha: 1, beta: 1 }, 0, i + 1);
    const again = betaTable(shape, 0, 1);
    expect(again).not.toBe(table);
    expect(again).toEqual(table);
  });
});

describe('pertParameters', () => {
  it('allows the mode at either end', () => {
    expect(pertParameters(0, 0, 2)).toEqual({ alpha: 1, beta: 5 });
    expect(pertParameters(0, 2, 2)).toEqual({ alpha: 5, beta: 1 });
  });
});
