import { describe, expect, it } from 'vitest';
import { disastersOf, openAccumulation } from '../../../../src/core/insurance/accumulation/accumulation.ts';
import { nodesOf } from '../../../../src/core/insurance/accumulation/nodes.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { catalog } from '../../../support/engine.ts';
import { plain } from '../support.ts';
import { CERTAIN, modelOf, OPTIONS, policyOf } from '../years/support.ts';

const azure = { dependsOn: [{ provider: 'azure', region: 'eastus', share: 1 }] };

function accumulationOf(rows: Parameters<typeof modelOf>[0], assumptions: Parameters<typeof modelOf>[1]) {
  const nodes = nodesOf(rows, catalog.catalogues.get('cloud')!, plain.loss.cause);
  const model = modelOf(rows, assumptions, { ...OPTIONS, worlds: 4, disasters: disastersOf(nodes) });
  const builder = openAccumulation(nodes, model);
  for (let world = 0; world < 4; world++) builder.add(runWorld(model, world));
  return builder.accumulation();
}

describe('accumulation', () => {
  it('a day, two and three without service: 500 an hour after 8 h of waiting', () => {
    const { rows } = accumulationOf([policyOf('a')], CERTAIN);
    expect(rows.map(({ region }) => region)).toEqual([null, 'us-east-1']);
    for (const { disasters } of rows) {
      expect(disasters.map(({ hours }) => hours)).toEqual([24, 48, 72]);
      [16, 40, 64].forEach((paid, i) => {
        for (const usd of [disasters[i]!.mean, disasters[i]!.p5, disasters[i]!.p95]) {
          expect(usd).toBeCloseTo(500 * paid, 6);
        }
      });
    }
    // No common shock: every loss is of the region alone.
    expect(rows.map(({ averageShare, tailShare }) => [averageShare, tailShare])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('shares add up to the book, whatever strikes it', () => {
    const rows = [policyOf('a'), policyOf('b', {}, azure), policyOf('c', {}, { dependsOn: null })];
    const { rows: places, others } = accumulationOf(rows, {});
    for (const share of ['averageShare', 'tailShare'] as const) {
      expect(places.reduce((sum, row) => sum + row[share], others[share])).toBeCloseTo(1, 9);
    }
    // The policy of no known cloud is struck by places that nobody names.
    expect(others.averageShare).toBeGreaterThan(0);
  });
});
