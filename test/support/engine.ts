import { readEventText, listEventIds } from '../../src/catalog/event-files.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { estimate } from '../../src/core/estimate.ts';
import { compile } from '../../src/core/impact/compile.ts';
import type { Compilation } from '../../src/core/impact/compile.ts';
import type { DrawTable, LossColumns } from '../../src/core/impact/method.ts';
import type { AnyMethod } from '../../src/core/impact/methods/registry.ts';
import { runChunk } from '../../src/core/impact/run-chunk.ts';
import type { EstimateResult, MethodId } from '../../src/core/result.ts';
import type { Scenario } from '../../src/core/scenario.ts';
import { parseEventFile } from '../../src/schema/event-file.ts';
import { parseScenario } from '../../src/schema/scenario.ts';

/** The engine on the bundled models and tables, for tests. */

export const catalog = loadCatalog();
/** Events that can be estimated; the one that the engine refuses has tests of its own. */
export const eventIds = listEventIds().filter((id) => !id.startsWith('knight-'));

export type Json = Readonly<Record<string, unknown>>;

/** Few draws: properties compare draw by draw, so more would only repeat them. */
export const FEW = { draws: 64, seed: 11 };

export function scenarioOf(json: Json, simulation: { draws: number; seed: number } = FEW): Scenario {
  return parseScenario({ affected: {}, simulation, ...json });
}

export function eventScenario(id: string, simulation?: { draws: number; seed: number }): Scenario {
  const { scenario } = parseEventFile(JSON.parse(readEventText(id).text), id);
  return simulation === undefined ? scenario : { ...scenario, simulation };
}

export function compiled(scenario: Scenario, from: Catalog = catalog): Compilation {
  return compile(scenario, from, zoneOffsetHours);
}

export function estimated(scenario: Scenario, from: Catalog = catalog): EstimateResult {
  return estimate(scenario, from, zoneOffsetHours);
}

/** What one method gave in the first chunk. */
export interface MethodRun {
  readonly model: AnyMethod;
  readonly inputs: DrawTable;
  /** Before structural error and ceiling. */
  readonly raw: Float64Array;
  readonly columns: LossColumns;
}

/** Runs the first chunk; by method. */
export function methodRuns(scenario: Scenario, from: Catalog = catalog): ReadonlyMap<MethodId, MethodRun> {
  const { model } = compiled(scenario, from);
  const { inputs, methods } = runChunk(model, 0);
  return new Map(
    methods.map(({ raw, columns }, m) => {
      const method = model.methods[m]!;
      return [method.method, { model: method, inputs, raw, columns }];
    }),
  );
}

/** Raw draws of one method; fails when it does not run. */
export function rawDraws(method: MethodId, scenario: Scenario, from: Catalog = catalog): Float64Array {
  const run = methodRuns(scenario, from).get(method);
  if (run === undefined) throw new Error(`${method} does not run on this scenario`);
  return run.raw;
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Largest difference between two lists of draws, relative to the larger of each pair. */
export function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = a.length === b.length ? 0 : Infinity;
  a.forEach((value, i) => {
    const scale = Math.max(Math.abs(value), Math.abs(b[i]!));
    if (scale > 0) largest = Math.max(largest, Math.abs(value - b[i]!) / scale);
  });
  return largest;
}

/** A Monday in the working hours of the eastern United States. */
export const MONDAY = '2025-10-20T14:00:00Z';

/** A region of a cloud in one country: footprint, ladder, firm count and user time all run. */
export function cloudOutage(outage: Json = {}, affected: Json = {}, rest: Json = {}): Json {
  return {
    outage: {
      kind: 'cloud',
      provider: 'aws',
      region: 'us-east-1',
      start: MONDAY,
      durationHours: 6,
      ...outage,
    },
    affected: { businesses: [{ count: 70_000, counted: 'all' }], userReports: [{ count: 1e7 }], ...affected },
    scope: 'US',
    ...rest,
  };
}

export function companyOutage(outage: Json = {}, company: Json = {}, rest: Json = {}): Json {
  return {
    outage: { kind: 'company-it', start: MONDAY, durationHours: 6, ...outage },
    affected: {
      companies: [
        { name: 'Shop', sector: 'retail-trade', country: 'US', affectedUnitRevenueUsd: 1e9, ...company },
      ],
    },
    ...rest,
  };
}

export function airlineOutage(outage: Json = {}, affected: Json = {}, rest: Json = {}): Json {
  return {
    outage: { kind: 'airline', start: MONDAY, durationHours: 6, ...outage },
    affected: {
      flightsCancelled: 500,
      companies: [{ name: 'Air', sector: 'air-transportation', country: 'US', annualRevenueUsd: 1e10 }],
      ...affected,
    },
    ...rest,
  };
}

/** A country cut off: only the ladder runs, on a rung that is a loss already. */
export function telecomOutage(outage: Json = {}, share: unknown = 0.3, rest: Json = {}): Json {
  return {
    outage: { kind: 'telecom', start: MONDAY, durationHours: 6, ...outage },
    affected: { coverage: [{ country: 'CA', share }] },
    ...rest,
  };
}

/** The same override for every sector: `overrideSectors('dependence', 0.5)`. */
export function overrideSectors(name: string, value: unknown): Json {
  return Object.fromEntries(catalog.sectors.map((sector) => [`${name}.${sector.id}`, value]));
}
