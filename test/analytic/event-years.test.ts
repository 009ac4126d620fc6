import { describe, expect, it } from 'vitest';
import { occurrenceExceedance } from '../support/closed-forms/analytic-oep.ts';
import { annualLoss } from '../../src/core/insurance/curves/average-annual-loss.ts';
import { exceedanceCurve, lossAtReturnPeriod } from '../../src/core/insurance/curves/exceedance-curve.ts';
import { compoundDistribution, roundedSeverity } from '../support/closed-forms/panjer.ts';
import { tailValueAtRisk } from '../../src/core/insurance/curves/tail-value-at-risk.ts';
import { yearLosses } from '../../src/core/insurance/curves/year-losses.ts';
import { countDistribution } from '../../src/core/insurance/frequency/count-distribution.ts';
import type { CatalogueWorld } from '../../src/core/insurance/frequency/draw-world.ts';
import { limitedHours, survivalShare } from '../../src/core/insurance/frequency/duration.ts';
import type { Duration } from '../../src/core/insurance/frequency/duration.ts';
import { simulateEventYears } from '../../src/core/insurance/frequency/event-year.ts';
import { expectedInsuredHours } from '../support/closed-forms/expected-insured-hours.ts';

const YEARS = 50_000;
const SEED = 42;
const duration: Duration = { kind: 'generalised-pareto', thresholdHours: 4, scaleHours: 8, shape: 0.3 };

function simulate(rate: number, contagion: number) {
  const world: CatalogueWorld = {
    name: `analytic-${contagion}`,
    sources: [{ provider: 'p', region: 'r', serviceClass: 'c', rate, duration, reachedShare: 1 }],
    providers: [
      {
        id: 'p',
        count: countDistribution(rate, contagion),
        commonShockShare: 0,
        firstSource: 0,
        upToShare: Float64Array.of(1),
      },
    ],
  };
  return simulateEventYears(world, SEED, 0, YEARS);
}

// Each event loses its hours above 8, at most 40. Every limit below is 4 Monte Carlo standard errors.
const waiting = 8;
const most = 40;
const lossOf = (hours: number) => Math.min(Math.max(hours - waiting, 0), most);
const above = (loss: number) => (loss < most ? survivalShare(duration, waiting + loss) : 0);

describe.each([
  [1.5, 0],
  [1.5, 0.8],
])('50,000 years at rate %d, contagion %d', (rate, contagion) => {
  const events = simulate(rate, contagion);
  const { largest, total } = yearLosses(events.starts, events.durationHours.map(lossOf));
  const share = (values: Float64Array, loss: number) => values.filter((value) => value > loss).length / YEARS;
  const near = (found: number, p: number) =>
    expect(Math.abs(found - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / YEARS));

  it('OEP is 1 - exp(-rate S), or its negative-binomial form', () => {
    for (const loss of [0, 2, 10, 30]) {
      near(share(largest, loss), occurrenceExceedance(rate * above(loss), contagion));
    }
  });

  it('AEP is that of the Panjer recursion', () => {
    const step = 0.05;
    const severity = roundedSeverity((x) => 1 - above(x), step, Math.round(most / step) + 1);
    const exact = compoundDistribution(countDistribution(rate, contagion), severity, 4_000);
    // Between two grid points, so that no mass sits on the edge; the grid moves a probability by less than 1e-4 here.
    for (const loss of [0.5, 5, 20, 60, 90]) {
      const upTo = exact.subarray(0, Math.round(loss / step)).reduce((sum, p) => sum + p, 0);
      const half = exact[Math.round(loss / step)]! / 2;
      near(share(total, loss), 1 - upTo - half);
    }
  });

  it('AAL is rate x expected insured hours', () => {
    const { averageAnnualLoss, standardError } = annualLoss(total, 1);
    const exact = rate * expectedInsuredHours(duration, waiting, most, 'timeDeductible');
    expect(Math.abs(averageAnnualLoss - exact)).toBeLessThan(4 * standardError);
    const limited = limitedHours(duration, waiting + most) - limitedHours(duration, waiting);
    expect(exact).toBeCloseTo(rate * limited, 12);
  });

  it('AEP is at least OEP, and TVaR at least the loss', () => {
    const oep = exceedanceCurve(largest);
    const aep = exceedanceCurve(total);
    for (const period of [2, 10, 100, 250, 1_000]) {
      expect(lossAtReturnPeriod(aep, period)).toBeGreaterThanOrEqual(lossAtReturnPeriod(oep, period)!);
      expect(tailValueAtRisk(aep, period)).toBeGreaterThanOrEqual(lossAtReturnPeriod(aep, period)!);
    }
  });
});
