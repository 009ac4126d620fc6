import { describe, expect, it } from 'vitest';
import { occurrenceExceedance, probableMaximumLoss } from '../support/closed-forms/analytic-oep.ts';

describe('occurrenceExceedance', () => {
  it('Poisson: 1 - exp(-r)', () => {
    expect(occurrenceExceedance(Math.LN2, 0)).toBeCloseTo(0.5, 15);
    expect(occurrenceExceedance(0, 0)).toBe(0);
  });

  it('negative binomial: 1 - (1 + c r)^(-1/c), which tends to Poisson', () => {
    expect(occurrenceExceedance(3, 1)).toBeCloseTo(0.75, 15);
    expect(occurrenceExceedance(2, 0.5)).toBeCloseTo(0.75, 15);
    expect(occurrenceExceedance(2, 1e-9)).toBeCloseTo(occurrenceExceedance(2, 0), 8);
  });
});

describe('probableMaximumLoss', () => {
  const exponential = (p: number) => -Math.log1p(-p);

  it('is exceeded by the largest event of a year once in its return period', () => {
    for (const [rate, period] of [
      [0.2, 100],
      [3, 10],
      [0.5, 250],
    ] as const) {
      const loss = probableMaximumLoss(exponential, rate, period);
      expect(occurrenceExceedance(rate * Math.exp(-loss), 0)).toBeCloseTo(1 / period, 12);
    }
  });

  it('is 0 when too few years have any event', () => {
    expect(probableMaximumLoss(exponential, 0.001, 250)).toBe(0);
  });
});
