import type { FactRow } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { countOf, knownFact, reportsOf } from '../outage/dated-facts.ts';

const countWords = {
  named: 'businesses named in reports',
  all: 'organisations hit',
  part: 'of the businesses hit',
};

/** Every dated fact of the scenario with its date and source, and whether it was used or is a what-if. */
export function factsOf(scenario: Scenario): FactRow[] {
  const { affected } = scenario;
  const complete = countOf(scenario, ['named', 'all']);
  const usedCount = complete ?? countOf(scenario, ['part']);
  const usedReports = knownFact(scenario, 'devices') === undefined ? reportsOf(scenario) : null;
  const rows: FactRow[] = affected.businesses.map((fact, i) => ({
    path: `affected.businesses[${i}]`,
    value: fact.count,
    words: countWords[fact.counted],
    asOf: fact.asOf,
    source: fact.source,
    used: usedCount?.index === i,
  }));
  affected.userReports.forEach((fact, i) => {
    rows.push({
      path: `affected.userReports[${i}]`,
      value: fact.count,
      words: 'user reports',
      asOf: fact.asOf,
      source: fact.source,
      used: usedReports?.index === i,
    });
  });
  for (const [name, words] of [
    ['flightsCancelled', 'flights cancelled'],
    ['passengers', 'passengers whose flight was cancelled'],
    ['devices', 'devices that stopped'],
  ] as const) {
    const fact = affected[name];
    if (fact === undefined) continue;
    const replaced = name === 'flightsCancelled' && knownFact(scenario, 'passengers') !== undefined;
    const used = knownFact(scenario, name) !== undefined && !replaced;
    rows.push({
      path: `affected.${name}`,
      value: fact.value,
      words,
      asOf: fact.asOf,
      source: fact.source,
      used,
    });
  }
  return rows;
}
