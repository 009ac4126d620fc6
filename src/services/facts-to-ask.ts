import type { Catalog, Kind } from '../core/catalog.ts';
import type { Scenario } from '../core/scenario.ts';

/** Scenario fields that narrow this kind of outage most and are not given, most useful first. */
export function factsToAsk(scenario: Scenario, catalog: Catalog): readonly string[] {
  const kind = catalog.kinds.get(scenario.outage.kind);
  const company = scenario.scope?.kind === 'company';
  // Counts of others say nothing of one company's loss; and where the hours until normal decide, hard-down hours do not.
  const settled = new Set([
    ...(company
      ? ['affected.businesses', 'affected.userReports', 'affected.coverage', 'affected.devices']
      : []),
    ...(runsOnRestoration(kind) && isGiven(scenario, 'outage.restorationHours')
      ? ['outage.durationHours']
      : []),
  ]);
  return (kind?.ask ?? []).filter((path) => !settled.has(path) && !isGiven(scenario, path));
}

/** Whether a path such as `affected.companies[].annualRevenueUsd` holds anything; phases also say how long. */
function runsOnRestoration(kind: Kind | undefined): boolean {
  return kind?.exposure === 'airline' || kind?.exposure === 'company-long-cyber';
}

function isGiven(scenario: Scenario, path: string): boolean {
  if (path === 'outage.durationHours' || path === 'outage.impairmentShare' || path === 'outage.start') {
    if (scenario.outage.phases.length > 0) return true;
  }
  let values: readonly unknown[] = [scenario];
  for (const key of path.split('.')) {
    const name = key.replace('[]', '');
    values = values
      .map((value) => (value as Readonly<Record<string, unknown>>)[name])
      .flatMap((value) => (key.endsWith('[]') && Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((value) => value !== undefined);
  }
  return values.some((value) => !Array.isArray(value) || value.length > 0);
}
