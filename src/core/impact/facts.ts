import type { FactRow, ProvenanceRow } from '../result.ts';
import type { Scenario } from '../scenario.ts';

const countWords = {
  named: 'businesses named in reports',
  all: 'organisations hit',
  part: 'of the businesses hit',
};

/** Every dated fact of the scenario with its date and source, and whether it was used or is a what-if. */
export function factsOf(scenario: Scenario, provenance: readonly ProvenanceRow[]): FactRow[] {
  const { affected } = scenario;
  const isUsed = (path: string): boolean => provenance.some((row) => row.parameter.startsWith(path));
  const rows: FactRow[] = affected.businesses.map((fact, i) => ({
    path: `affected.businesses[${i}]`,
    value: fact.count,
    words: countWords[fact.counted],
    asOf: fact.asOf,
    source: fact.source,
    used: isUsed(`affected.businesses[${i}]`),
  }));
  affected.userReports.forEach((fact, i) => {
    rows.push({
      path: `affected.userReports[${i}]`,
      value: fact.count,
      words: 'user reports',
      asOf: fact.asOf,
      source: fact.source,
      used: isUsed(`affected.userReports[${i}]`),
    });
  });
  for (const [name, words] of [
    ['flightsCancelled', 'flights cancelled'],
    ['passengers', 'passengers whose flight was cancelled'],
    ['devices', 'devices that stopped'],
  ] as const) {
    const fact = affected[name];
    if (fact === undefined) continue;
    rows.push({
      path: `affected.${name}`,
      value: fact.value,
      words,
      asOf: fact.asOf,
      source: fact.source,
      used: isUsed(`affected.${name}`),
    });
  }
  return rows;
}
