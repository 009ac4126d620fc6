import { compileQuantity, quantileAt } from '../../core/distribution/marginal.ts';
import type { Quantity } from '../../core/distribution/quantity.ts';
import { countOf, reportsOf } from '../../core/outage/dated-facts.ts';
import type { ProvenanceRow } from '../../core/result.ts';
import type { Scenario } from '../../core/scenario.ts';
import { lengthHours } from '../../services/what-if.ts';
import type { FactsNow, Span } from './messages.ts';

/** What a scenario says of the facts that the page lets a reader change. */
export function factsNow(scenario: Scenario): FactsNow {
  const { outage, affected, asOf } = scenario;
  const firms = (countOf(scenario, ['named', 'all']) ?? countOf(scenario, ['part']))?.fact;
  const reports = reportsOf(scenario)?.fact;
  const dated = [...affected.businesses, ...affected.userReports].flatMap(({ asOf: date }) =>
    date === undefined ? [] : [date.slice(0, 10)],
  );
  return {
    kind: outage.kind,
    provider: outage.provider ?? null,
    region: outage.region ?? null,
    start: outage.phases[0]?.start ?? outage.start ?? outage.windows[0]?.start ?? null,
    hours: lengthHours(outage),
    firms: firms === undefined ? null : spanOf(firms.count).middle,
    firmsCounted: firms?.counted ?? null,
    reports: reports === undefined ? null : spanOf(reports.count).middle,
    asOf: asOf ?? null,
    datesKnown: [...new Set(dated)].sort(),
  };
}

/** Lowest, middle and highest of each value used, by parameter. */
export function spansOf(rows: readonly ProvenanceRow[]): Readonly<Record<string, Span>> {
  return Object.fromEntries(rows.map((row) => [row.parameter, spanOf(row.value)]));
}

function spanOf(quantity: Quantity): Span {
  const { marginal } = compileQuantity(quantity, {}, '');
  const at = (p: number): number => quantileAt(marginal, p);
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
}
