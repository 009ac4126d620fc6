import { expect, it } from 'vitest';
import { scoresOf } from '../../../src/core/backtest/scores.ts';
import { scoredEvent } from '../../support/scored-event.ts';

it('scores of a worked example', () => {
  // Three events of two families: the twins, one of them missed, and one alone.
  const scores = scoresOf([
    scoredEvent({
      family: 'twins',
      log10Error: -0.6,
      pit: 0.96,
      crps: 0.4,
      inside50: false,
      inside80: false,
      inside90: false,
      intervalScore90: 6,
      width90: 1,
    }),
    scoredEvent({ family: 'twins', log10Error: 0.1, pit: 0.4, crps: 0.1, width90: 2 }),
    scoredEvent({
      family: 'alone',
      log10Error: 0.2,
      pit: 0.2,
      crps: 0.1,
      inside50: false,
      width90: 3,
      intervalScore90: 3,
    }),
  ]);
  expect(scores).toMatchObject({ scored: 3, families: 2, inside50: 1, inside80: 2, inside90: 2 });
  // Twins count by half: (1/2 + 0) / 2, then (1/2 + 1) / 2.
  expect(scores.coverage).toEqual({ 50: 0.25, 80: 0.75, 90: 0.75 });
  expect(scores.medianAbsLog10Error).toBe(0.2);
  expect(scores.meanAbsLog10Error).toBeCloseTo(0.3, 12);
  expect(scores.bias).toBeCloseTo(-0.1, 12);
  expect(scores.crps).toBeCloseTo(0.2, 12);
  expect(scores.intervalScore90).toBeCloseTo(11 / 3, 12);
  expect(scores.meanWidth90).toBe(2);
  // Mean of the places 0.52; squares 0.1936 + 0.0144 + 0.1024 = 0.3104; over n - 1 = 2, times 12.
  expect(scores.pitVarianceTimes12).toBeCloseTo(1.8624, 12);
});
