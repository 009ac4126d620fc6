import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { runWorlds } from '../../../src/core/backtest/run-worlds.ts';
import { stressWorlds, studentT4Quantile, withHeavyTails } from '../../../src/core/backtest/stress-worlds.ts';
import { runChunk } from '../../../src/core/impact/run-chunk.ts';
import { calibrationEvents } from '../../../src/tools/run-calibration.ts';
import { catalog, compiled } from '../../support/engine.ts';

const events = calibrationEvents();
const groups = stressWorlds(events, catalog, zoneOffsetHours);
// Enough for every wrong world to be seen beyond doubt, and to fix a coverage to within 2 of 100.
const RUN = { worlds: 400, draws: 999, seed: 1 };
const LEVEL = 0.01 / groups.flatMap(({ worlds }) => worlds).length;
// A million draws or so each: about 10 seconds alone, several times that on a machine that does other things too.
const PATIENCE_MS = 180_000;

describe('worlds the engine does not assume', () => {
  it.each(groups.map((group) => [group.worlds.map(({ id }) => id).join(', '), group] as const))(
    'are rejected when wrong, held when mild: %s',
    (_, group) => {
      for (const { id, expected, scores, failed, asExpected } of runWorlds(group, RUN, LEVEL)) {
        expect({ id, expected, scores, failed, asExpected }).toMatchObject({ id, asExpected: true });
      }
    },
    PATIENCE_MS,
  );

  it('hold both sorts', () => {
    const expected = groups.flatMap(({ worlds }) => worlds.map((world) => world.expected));
    expect(new Set(expected)).toEqual(new Set(['rejected', 'held']));
  });

  it('differ from the engine: doubled exposure and uncounted reports move the inputs they name', () => {
    const cloud = groups.find(({ worlds }) => worlds.some(({ id }) => id === 'exposure-doubled'))!;
    const changed = (id: string): string[] => {
      const { inputs } = cloud.worlds.find((world) => world.id === id)!.truth(1);
      return inputs
        .filter(
          ({ marginal }, i) => JSON.stringify(marginal) !== JSON.stringify(cloud.range.inputs[i]!.marginal),
        )
        .map(({ name }) => name);
    };
    expect(changed('exposure-doubled')).toEqual([
      'exposure.aws.us-east-1.home',
      'exposure.aws.us-east-1.elsewhere',
    ]);
    expect(changed('reports-missing')).toEqual(['affected.userReports[5].count']);
  });
});

describe('heavy tails', () => {
  it.each([
    // Printed tables of Student's t with 4 degrees of freedom, three decimals.
    [0.75, 0.741],
    [0.95, 2.132],
    [0.975, 2.776],
    [0.995, 4.604],
    [0.005, -4.604],
    [0.5, 0],
  ])('t at %d is %d', (u, t) => {
    expect(Math.abs(studentT4Quantile(u) - t)).toBeLessThan(5.1e-4);
  });

  it('reach the structural factor as t4, not cut, times its width', () => {
    const { model } = compiled(events['company-it']);
    const logs = Array.from({ length: 2000 }, (_, seed) => {
      const heavy = withHeavyTails(model, 1.5, seed);
      return Math.log10(runChunk({ ...heavy, methods: [], draws: 1, seed }, 0).structural[0]!);
    });
    const unit = 0.9 * 1.5 * model.structural.logSd;
    const beyond = (t: number): number => logs.filter((log) => Math.abs(log / unit) > t).length / logs.length;
    // 4 standard errors of a share of 2,000: P(|t4| > 2.132) = 0.1, P(|t4| > 0.741) = 0.5.
    expect(Math.abs(beyond(2.132) - 0.1)).toBeLessThan(0.027);
    expect(Math.abs(beyond(0.741) - 0.5)).toBeLessThan(0.045);
    // The engine cuts at 3.707; t4 is beyond it in 2 of 100.
    expect(beyond(3.7075)).toBeGreaterThan(0.005);
  });
});
