import type { Scenario } from '../core/scenario.ts';
import { printAffected } from './affected.ts';
import { printOutage } from './outage.ts';
import { withoutUndefined } from './scenario.ts';
import { printScope } from './scope.ts';

/** A scenario as JSON data that `parseScenario` reads back to the same scenario; parts that say nothing are left out. */
export function toScenarioJson(scenario: Scenario): unknown {
  const { id, title, asOf, outage, affected, scope, exposure, assumptions, simulation, sources } = scenario;
  return withoutUndefined({
    id,
    title,
    asOf,
    outage: printOutage(outage),
    affected: printAffected(affected),
    scope: scope && printScope(scope),
    exposure,
    assumptions: filled(assumptions),
    simulation,
    sources: filled(sources),
  });
}

function filled<Values extends object>(values: Values): Values | undefined {
  return Object.keys(values).length > 0 ? values : undefined;
}
