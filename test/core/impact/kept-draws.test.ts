import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/core/estimate.ts';
import { compile } from '../../../src/core/impact/compile.ts';
import { runChunk } from '../../../src/core/impact/run-chunk.ts';
import type { KeptDraws } from '../../../src/core/impact/kept-draws.ts';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { airlineOutage, catalog, cloudOutage, estimated, scenarioOf } from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const SIMULATION = { draws: 4096 + 100, seed: 4 };
const modelOf = (json: Json, simulation = SIMULATION) =>
  compile(scenarioOf(json, simulation), catalog, zoneOffsetHours).model;
const drawsOf = (kept: KeptDraws, name: string): Float64Array | undefined =>
  kept.get(0)?.columns.get(name)?.draws;

describe('draws kept from one estimate to the next', () => {
  const steps: [string, Json, { draws: number; seed: number }][] = [
    ['first', cloudOutage(), SIMULATION],
    ['as before', cloudOutage(), SIMULATION],
    ['another length', cloudOutage({ durationHours: 7 }), SIMULATION],
    ['a length that is a range', cloudOutage({ durationHours: { p5: 3, p95: 9 } }), SIMULATION],
    ['another range', cloudOutage({ durationHours: { p5: 3, p95: 30 } }), SIMULATION],
    ['another share', cloudOutage({}, {}, { assumptions: { 'recapture.retail-trade': 0.5 } }), SIMULATION],
    [
      'another correlation',
      cloudOutage({}, {}, { assumptions: { 'sector-correlation.dependence': 0.2 } }),
      SIMULATION,
    ],
    ['another seed', cloudOutage(), { ...SIMULATION, seed: 5 }],
    ['fewer draws', cloudOutage(), { draws: 64, seed: 5 }],
    ['another kind', airlineOutage(), { draws: 64, seed: 5 }],
    ['the first again', cloudOutage(), SIMULATION],
  ];

  it('leave every result as it is, to the byte', () => {
    const kept: KeptDraws = new Map();
    for (const [step, json, simulation] of steps) {
      const scenario = scenarioOf(json, simulation);
      const again = JSON.stringify(estimate(scenario, catalog, zoneOffsetHours, kept));
      expect(again, step).toBe(JSON.stringify(estimated(scenario)));
    }
  });

  it('are the same arrays where nothing changed, and new ones where something did', () => {
    const kept: KeptDraws = new Map();
    const lengthOf = (hours: number) => ({ durationHours: { p5: hours, p95: 2 * hours } });
    const draw = (json: Json, simulation = SIMULATION): void => {
      runChunk(modelOf(json, simulation), 0, kept);
    };
    const names = ['recapture.retail-trade', 'outage.durationHours'];
    const both = () => names.map((name) => drawsOf(kept, name));
    draw(cloudOutage(lengthOf(3)));
    const [recapture, length] = both();
    expect(recapture).toHaveLength(4096);
    draw(cloudOutage(lengthOf(4)));
    expect(drawsOf(kept, names[0]!)).toBe(recapture);
    expect(drawsOf(kept, names[1]!)).not.toEqual(length);
    draw(cloudOutage(lengthOf(4)), { ...SIMULATION, seed: 5 });
    expect(drawsOf(kept, names[0]!)).not.toEqual(recapture);
  });

  it('are of the last run alone', () => {
    const kept: KeptDraws = new Map();
    runChunk(modelOf(cloudOutage()), 0, kept);
    const other = modelOf(airlineOutage());
    runChunk(other, 0, kept);
    expect([...kept.get(0)!.columns.keys()].sort()).toEqual(other.inputs.map(({ name }) => name).sort());
  });
});
