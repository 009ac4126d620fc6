import { describe, expect, it } from 'vitest';
import type { MethodId } from '../../src/core/result.ts';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  methodRuns,
  scenarioOf,
  telecomOutage,
} from '../support/engine.ts';
import type { Json } from '../support/engine.ts';

/**
 * With an uncertain length, time integrals are computed at 24 lengths and interpolated. So the loss at a draw must be
 * nearly that of a scenario whose known length is what was drawn: all other draws are the same numbers.
 */
function errorsOf(build: (durationHours: unknown) => Json, quantity: Json): Map<MethodId, number[]> {
  const errors = new Map<MethodId, number[]>();
  const uncertain = methodRuns(scenarioOf(build(quantity)));
  const { inputs, model } = [...uncertain.values()][0]!;
  const durations = inputs[model.timing.duration]!;
  for (let draw = 0; draw < 24; draw++) {
    const known = methodRuns(scenarioOf(build(durations[draw]!)));
    for (const [method, { raw }] of uncertain) {
      const list = errors.get(method) ?? [];
      errors.set(method, [...list, Math.abs(raw[draw]! / known.get(method)!.raw[draw]! - 1)]);
    }
  }
  return errors;
}

const narrow = { p5: 4, p95: 10 };
const wide = { p5: 2, p95: 100 };
const impaired = { impairmentShare: { pert: [0.2, 0.5, 0.9] } };

describe('the loss of an uncertain length, draw by draw', () => {
  it.each<readonly [string, (durationHours: unknown) => Json, Json, number]>([
    // Activity changes with every half hour, which straight lines between lengths follow only so far.
    [
      'a cloud region, 4 to 10 h',
      (durationHours) => cloudOutage({ durationHours, ...impaired }),
      narrow,
      0.01,
    ],
    [
      'a cloud region, 2 to 100 h',
      (durationHours) => cloudOutage({ durationHours, ...impaired }),
      wide,
      0.06,
    ],
    ['a company, 4 to 10 h', (durationHours) => companyOutage({ durationHours }), narrow, 0.01],
    ['a company, 2 to 100 h', (durationHours) => companyOutage({ durationHours }), wide, 0.06],
    // No clock: nothing but the curve of severity is interpolated.
    [
      'a region, start unknown',
      (durationHours) => cloudOutage({ start: undefined, durationHours, ...impaired }),
      wide,
      0.005,
    ],
    // Linear in the length: exact but for rounding.
    ['a country', (durationHours) => telecomOutage({ durationHours }), wide, 1e-9],
    ['an airline', (durationHours) => airlineOutage({ durationHours }), wide, 1e-9],
    [
      'a long cyber incident',
      (durationHours) => companyOutage({ kind: 'ransomware', durationHours }),
      wide,
      1e-9,
    ],
    [
      'a known recovery',
      (durationHours) => cloudOutage({ durationHours, restorationHours: 500, ...impaired }),
      narrow,
      0.01,
    ],
  ])('%s', (_, build, quantity, tolerance) => {
    for (const [method, errors] of errorsOf(build, quantity)) {
      expect(Math.max(...errors), method).toBeLessThan(tolerance);
    }
  });

  it('a restoration profile is stretched with the length', () => {
    const build = (durationHours: unknown): Json => ({
      outage: {
        kind: 'software-update',
        provider: 'crowdstrike',
        region: 'endpoint',
        start: '2024-07-19T04:09:00Z',
        durationHours,
      },
      affected: { devices: 1e6 },
      scope: 'US',
    });
    for (const [method, errors] of errorsOf(build, { p5: 20, p95: 120 })) {
      expect(Math.max(...errors), method).toBeLessThan(0.06);
    }
  });
});
