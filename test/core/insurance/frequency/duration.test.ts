import { describe, expect, it } from 'vitest';
import {
  durationExceededBy,
  limitedHours,
  survivalShare,
} from '../../../../src/core/insurance/frequency/duration.ts';
import type { Duration } from '../../../../src/core/insurance/frequency/duration.ts';
import { expectedInsuredHours } from '../../../support/closed-forms/expected-insured-hours.ts';

const pareto = (shape: number): Duration => ({
  kind: 'generalised-pareto',
  thresholdHours: 4,
  scaleHours: 8,
  shape,
});
const lognormal: Duration = { kind: 'lognormal', medianHours: 6, sigma: 0.9 };
const laws: readonly (readonly [string, Duration])[] = [
  ['Pareto, shape 0.4', pareto(0.4)],
  ['Pareto, shape 0.95', pareto(0.95)],
  ['Pareto, shape 0', pareto(0)],
  ['Pareto, shape -0.25', pareto(-0.25)],
  ['lognormal', lognormal],
];

/** Integral of S by Simpson's rule, the threshold on a node. */
function integral(law: Duration, from: number, to: number): number {
  const n = 20_000;
  const step = (to - from) / n;
  let sum = survivalShare(law, from) + survivalShare(law, to);
  for (let i = 1; i < n; i++) sum += survivalShare(law, from + i * step) * (i % 2 === 1 ? 4 : 2);
  return (sum * step) / 3;
}

describe('survival, quantile and limited mean', () => {
  it.each(laws)('%s: the length that a share exceeds is exceeded by that share', (_, law) => {
    for (const tail of [0.9999, 0.7, 0.3, 0.01, 1e-6]) {
      expect(survivalShare(law, durationExceededBy(law, tail)) / tail).toBeCloseTo(1, 9);
    }
  });

  it.each(laws)('%s: the limited mean is the integral of S', (_, law) => {
    for (const hours of [2, 4, 8, 24, 100]) {
      const upToThreshold = integral(law, 0, Math.min(hours, 4));
      const above = hours > 4 ? integral(law, 4, hours) : 0;
      expect(limitedHours(law, hours)).toBeCloseTo(upToThreshold + above, 6);
    }
    expect(limitedHours(law, 0)).toBe(0);
  });

  // scipy 1.17.1, GPD of shape 0.3 and scale 1.
  it.each([
    [0.001, 0.00100065049874481],
    [0.05, 0.0516899767978308],
    [0.5, 0.770481377816388],
    [0.95, 4.8548535074386],
    [0.999, 23.1442744908094],
  ])('generalised Pareto quantile at %d', (p, x) => {
    const law: Duration = { kind: 'generalised-pareto', thresholdHours: 0, scaleHours: 1, shape: 0.3 };
    expect(durationExceededBy(law, 1 - p) / x).toBeCloseTo(1, 12);
  });

  it('the mean is threshold + scale / (1 - shape), or median exp(sigma^2 / 2)', () => {
    expect(limitedHours(pareto(0.4), 1e12)).toBeCloseTo(4 + 8 / 0.6, 4);
    expect(limitedHours(lognormal, 1e9)).toBeCloseTo(6 * Math.exp(0.405), 9);
  });

  it('a small shape joins the exponential, shape near 1 stays finite', () => {
    expect(limitedHours(pareto(1e-9), 24)).toBeCloseTo(limitedHours(pareto(0), 24), 7);
    expect(limitedHours(pareto(0.999999), 24)).toBeCloseTo(4 + 8 * Math.log1p(20 / 8), 4);
  });

  it('negative shape has an end: no outage beyond threshold + scale / 0.25', () => {
    expect(survivalShare(pareto(-0.25), 36)).toBe(0);
    expect(survivalShare(pareto(-0.25), 40)).toBe(0);
  });
});

describe('expectedInsuredHours', () => {
  // Exponential excess of mean 8 over 4 h: S(u) = exp(-(u - 4) / 8).
  const law = pareto(0);

  it('time deductible: the integral of S from W to W + P', () => {
    const expected = 8 * (Math.exp(-0.5) - Math.exp(-1.5));
    expect(expectedInsuredHours(law, 8, 8, 'timeDeductible')).toBeCloseTo(expected, 12);
  });

  it('qualifying: W S(W) and the integral of S from W to P', () => {
    const expected = 8 * Math.exp(-0.5) + 8 * (Math.exp(-0.5) - Math.exp(-2.5));
    expect(expectedInsuredHours(law, 8, 24, 'qualifying')).toBeCloseTo(expected, 12);
  });

  it('qualifying with an indemnity period inside the waiting period: P S(W)', () => {
    expect(expectedInsuredHours(law, 8, 6, 'qualifying')).toBeCloseTo(6 * Math.exp(-0.5), 12);
    expect(expectedInsuredHours(law, 8, 8, 'qualifying')).toBeCloseTo(8 * Math.exp(-0.5), 12);
  });

  it('without a waiting period the two modes agree', () => {
    for (const [, other] of laws) {
      expect(expectedInsuredHours(other, 0, 72, 'qualifying')).toBeCloseTo(
        expectedInsuredHours(other, 0, 72, 'timeDeductible'),
        12,
      );
    }
  });

  it('falls with the waiting period; qualifying insures more', () => {
    for (const [, other] of laws) {
      const hours = [2, 6, 8, 10, 12, 24].map((waiting) => ({
        deductible: expectedInsuredHours(other, waiting, 2_160, 'timeDeductible'),
        qualifying: expectedInsuredHours(other, waiting, 2_160, 'qualifying'),
      }));
      hours.forEach(({ deductible, qualifying }) => expect(qualifying).toBeGreaterThan(deductible));
      hours.slice(1).forEach(({ deductible, qualifying }, index) => {
        expect(deductible).toBeLessThan(hours[index]!.deductible);
        expect(qualifying).toBeLessThanOrEqual(hours[index]!.qualifying);
      });
    }
  });
});
