import type { Catalog, ZoneOffsetHours } from './catalog.ts';
import { buildResult } from './impact/build-result.ts';
import { compile } from './impact/compile.ts';
import { pool } from './impact/pool.ts';
import type { KeptDraws } from './impact/kept-draws.ts';
import { simulate } from './impact/simulate.ts';
import type { EstimateResult } from './result.ts';
import type { Scenario } from './scenario.ts';
import { lending } from './memory/lent-arrays.ts';

/**
 * Estimates what one outage cost: compile → sample → evaluate → aggregate → explain.
 *
 * Pure: the same scenario, catalog and offsets give the same result, to the byte within one version of V8.
 *
 * @param scenario    checked facts, see `schema/`
 * @param catalog     parameters and tables
 * @param zoneOffset  hours that local clocks are ahead of UTC
 * @param kept        what the caller's last estimate drew: the same result sooner when few facts changed; null draws anew
 * @throws ImpactError when a name is unknown, a value out of bounds, or no method applies
 */
export function estimate(
  scenario: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  kept: KeptDraws | null = null,
): EstimateResult {
  return lending(() => {
    const compilation = compile(scenario, catalog, zoneOffset);
    const simulation = simulate(compilation.model, kept);
    return buildResult(scenario, catalog, compilation, simulation, pool(compilation.model, simulation));
  });
}
