import type { Catalog } from '../../core/catalog.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import { parseInstant } from '../../core/units/instant.ts';
import { nearestName } from '../../core/units/nearest-name.ts';
import type { Scenario } from '../../core/scenario.ts';
import { parseScenario } from '../../schema/scenario.ts';
import { toScenarioJson } from '../../schema/scenario-json.ts';
import { scenarioOfFacts } from '../../services/scenario-of-facts.ts';
import {
  asOfDate,
  inRegion,
  startingAt,
  withFirms,
  withHours,
  withOverride,
  withReports,
  type WhatIf,
} from '../../services/what-if.ts';
import type { Choice } from '../state/choice.ts';

export { toScenarioJson };

/**
 * The scenario that a choice stands for, made in the order of the command line, so that the same changes give the same
 * id; and what was changed, in words.
 *
 * @throws ImpactError that names the field
 */
export function scenarioOfChoice(
  choice: Choice,
  catalog: Catalog,
  events: ReadonlyMap<string, Scenario>,
): WhatIf {
  const opened = choice.event === undefined ? fromFacts(choice, catalog) : fromEvent(choice.event, events);
  const changed = steps(choice).reduce<WhatIf>(
    (before, step) => {
      const after = step(before.scenario);
      return { scenario: after.scenario, said: [...before.said, ...after.said] };
    },
    { scenario: opened, said: [] },
  );
  const simulation = {
    draws: choice.draws ?? changed.scenario.simulation.draws,
    seed: choice.seed ?? changed.scenario.simulation.seed,
  };
  // Once more through the schema: what a reader typed is trusted no more than a file.
  return { ...changed, scenario: parseScenario(toScenarioJson({ ...changed.scenario, simulation })) };
}

function fromEvent(id: string, events: ReadonlyMap<string, Scenario>): Scenario {
  const scenario = events.get(id);
  if (scenario !== undefined) return scenario;
  const near = nearestName(id.slice(0, 64), events.keys());
  throw new ImpactError('EVENT_UNKNOWN', {
    path: 'event',
    message: 'no bundled event has this name',
    hint: near === null ? 'choose one from the list' : `did you mean "${near}"?`,
  });
}

function fromFacts(choice: Choice, catalog: Catalog): Scenario {
  const { kind = 'cloud', provider, region, start, hours, firms, reports, countries } = choice;
  return parseScenario(
    scenarioOfFacts({ kind, provider, region, start, hours, firms, reports, countries }, catalog),
  );
}

/** Dates come from an address too, where anything can stand. */
function movedTo(scenario: Scenario, start: string): WhatIf {
  if (parseInstant(start) !== null) return startingAt(scenario, start);
  throw new ImpactError('SCENARIO_INVALID', {
    path: 'outage.start',
    message: 'the start is no instant',
    hint: 'choose a date and a time',
  });
}

function steps(choice: Choice): ((scenario: Scenario) => WhatIf)[] {
  const { event, region, start, hours, firms, reports, asOf } = choice;
  const named = event !== undefined;
  const list: ((scenario: Scenario) => WhatIf)[] = [];
  if (named && region !== undefined) list.push((scenario) => inRegion(scenario, region));
  if (named && start !== undefined) list.push((scenario) => movedTo(scenario, start));
  // First the date: it decides which count the others replace.
  if (asOf !== undefined) list.push((scenario) => asOfDate(scenario, asOf));
  if (named && hours !== undefined) list.push((scenario) => withHours(scenario, hours));
  if (named && firms !== undefined) list.push((scenario) => withFirms(scenario, firms));
  if (named && reports !== undefined) list.push((scenario) => withReports(scenario, reports));
  for (const [path, value] of Object.entries(choice.assumptions)) {
    list.push((scenario) => withOverride(scenario, path, value));
  }
  return list;
}
