import type { Catalog } from '../../src/core/catalog.ts';
import { buildResult } from '../../src/core/impact/build-result.ts';
import { compile } from '../../src/core/impact/compile.ts';
import { pool } from '../../src/core/impact/pool.ts';
import { runChunk } from '../../src/core/impact/run-chunk.ts';
import { simulate } from '../../src/core/impact/simulate.ts';
import type { Scenario } from '../../src/core/scenario.ts';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';

/**
 * One estimate with everything that a case may look at, lists keyed by what identifies their rows.
 *
 * - the fields of the result; `methods`, `waterfall`, `bySector`, `byCountry`, `provenance` and `warnings` by id
 * - `timeline`: hours before the end as a list, `after` for what fell after it
 * - `first`: the first draw of every column of every method, after structural error and ceiling
 * - `window`: what scope and world produce in the hours of the outage
 */
export function viewOf(scenario: Scenario, catalog: Catalog): Readonly<Record<string, unknown>> {
  const compilation = compile(scenario, catalog, zoneOffsetHours);
  const { model } = compilation;
  const simulation = simulate(model);
  const result = buildResult(scenario, catalog, compilation, simulation, pool(model, simulation));
  const chunk = runChunk(model, 0);
  return {
    ...result,
    methods: byKey(result.methods, (row) => row.method),
    waterfall: byKey(result.waterfall, (row) => row.step),
    bySector: byKey(result.bySector, (row) => row.id),
    byCountry: byKey(result.byCountry, (row) => row.id),
    provenance: byKey(result.provenance, (row) => row.parameter),
    warnings: byKey(result.warnings, (row) => row.code),
    facts: byKey(result.facts, (row) => row.path),
    timeline: result.timeline.filter((row) => row.fromHour !== null),
    after: result.timeline.find((row) => row.fromHour === null),
    window: compilation.window,
    first: Object.fromEntries(
      model.methods.map((method, m) => [
        method.method,
        Object.fromEntries(
          Object.entries(chunk.methods[m]!.columns).map(([column, draws]) => [column, draws[0]]),
        ),
      ]),
    ),
  };
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [keyOf(row), row]));
}

/**
 * What stands at a path of names joined by `/`, such as `methods/footprint/raw/p50`.
 *
 * @throws Error naming the first part of the path that is not there, with what is
 */
export function lookUp(view: unknown, path: string): unknown {
  let value = view;
  for (const name of path.split('/')) {
    const known = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (!known.includes(name)) throw new Error(`${path}: no "${name}" among ${known.join(', ')}`);
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
