import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTerms } from '../../../src/core/insurance/folded-policy.ts';
import { anyCase, caseOf, folded, inFloats, type Case } from './support.ts';

/** The case with its accrual times a scale. */
function scaled(one: Case, scale: number): Case {
  const { hours, loss } = one.loss.accrual;
  return { ...one, loss: { ...one.loss, accrual: { hours, loss: loss.map((amount) => amount * scale) } } };
}

describe('foldedGross', () => {
  it('is the gross loss of applyPolicy, at every scale of the accrual', () => {
    // Irrational, so that no loss meets a retention exactly and rounding decides nothing.
    const scale = fc.nat(20_000).map((value) => (value / 1000) * Math.SQRT2);
    fc.assert(
      fc.property(anyCase, scale, (one, factor) => {
        const { gross, groundUp } = inFloats(scaled(one, factor));
        expect(Math.abs(folded(one, factor) - gross)).toBeLessThanOrEqual(1e-9 * groundUp);
      }),
      { numRuns: 4000 },
    );
  });

  it('never falls with the scale', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(100), fc.nat(100), (one, a, b) => {
        const [less, more] = [Math.min(a, b) / 20, Math.max(a, b) / 20];
        expect(folded(one, more)).toBeGreaterThanOrEqual(folded(one, less));
      }),
    );
  });
});

describe('foldTerms', () => {
  it('folds a chain of terms into three numbers', () => {
    const { policy, loss } = caseOf({
      policy: {
        retention: 100,
        coinsurance: { keptShare: 0.5 },
        dependent: { deductible: 25, limit: 200 },
        layer: { attachment: 50, limit: 400, participationShare: 0.5 },
      },
      loss: { extraExpense: 20, recoveries: 30 },
    });
    // x + 20 − 30 − 100, halved, − 25, at most 200, − 50, halved: slope 1/4, offset (55 + 25 + 50) / 2, cap (200 − 50) / 2.
    expect(foldTerms(policy, loss)).toEqual({
      slope: 0.25,
      offset: 65,
      cap: 75,
      greaterOfRetention: 0,
      grossNotTriggered: 0,
      grossWithoutLoss: 0,
    });
  });

  it('keeps what is paid without a loss of the interruption', () => {
    const { policy, loss } = caseOf({
      policy: { retention: 100, extraExpense: { waiting: 'none' } },
      loss: { extraExpense: 150 },
    });
    expect(foldTerms(policy, loss)).toMatchObject({ grossNotTriggered: 50, grossWithoutLoss: 50 });
  });
});
