import { describe, expect, it } from 'vitest';
import { openParameterBook } from '../../../src/core/impact/parameter-book.ts';
import { compileCatalogue } from '../../../src/core/insurance/frequency/compile-catalogue.ts';
import { pricingBasis } from '../../../src/core/insurance/price/premium-of-years.ts';
import {
  catalog,
  cloudOutage,
  companyOutage,
  airlineOutage,
  compiled,
  eventIds,
  eventScenario,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

/** Scenarios that, with the bundled events, ask every part of every model. */
const scenarios: readonly Json[] = [
  // Every provider and region, and every kind with its priors.
  ...[...catalog.providers.values()].map(({ provider, region }) => ({
    outage: { kind: 'cloud', provider, region },
    affected: { businesses: [{ count: 10, counted: 'named' }], devices: 10 },
  })),
  ...[...catalog.kinds.keys()].map((kind) => ({
    outage: { kind },
    affected: { userReports: [{ count: 10 }], coverage: [{ country: 'FR', share: 1 }], flightsCancelled: 10 },
    scope: 'FR',
  })),
  cloudOutage({ impairmentShare: 0.5, restorationHours: 10 }),
  companyOutage({}, { affectedUnitRevenueUsd: undefined, annualRevenueUsd: 1e9 }),
  companyOutage({ kind: 'ransomware' }, { manualFallback: true }),
  airlineOutage(
    {},
    { companies: [{ name: 'A', sector: 'regional-air-transportation', annualRevenueUsd: 1e9 }] },
  ),
  telecomOutage({ kind: 'national-shutdown' }),
];

/** Read when the tables are loaded, not by an estimate. */
const readByTheCatalog = /^time-zones\./;

/** Paths that the catalogues of outages read; years are simulated from them, no estimate is. */
function readByCatalogues(): Set<string> {
  const read = new Set<string>();
  const watched = new Map(catalog.parameters);
  watched.get = (path) => {
    read.add(path);
    return catalog.parameters.get(path);
  };
  for (const catalogue of catalog.catalogues.values()) compileCatalogue(catalogue, watched);
  return read;
}

/** Paths that a premium reads, with either load. */
function readByPricing(): string[] {
  const book = openParameterBook(catalog, { assumptions: {}, sources: {} });
  pricingBasis('standard-deviation', book);
  pricingBasis('cost-of-capital', book);
  return book.provenance.map(({ parameter }) => parameter);
}

describe('parameters of the models', () => {
  it('are each read by some estimate, catalogue of outages or premium', () => {
    const read = readByCatalogues();
    for (const path of readByPricing()) read.add(path);
    for (const scenario of [
      ...eventIds.map((id) => eventScenario(id)),
      ...scenarios.map((json) => scenarioOf(json)),
    ]) {
      for (const { parameter } of compiled(scenario).provenance) read.add(parameter);
    }
    const dead = [...catalog.parameters.keys()].filter(
      (path) => !read.has(path) && !readByTheCatalog.test(path),
    );
    expect(dead).toEqual([]);
  });

  it('that an estimate lists have their value, evidence and source', () => {
    const { provenance } = compiled(
      scenarioOf(cloudOutage({}, {}, { assumptions: { 'user-time.recapture': 0.2 } })),
    );
    const rows = new Map(provenance.map((row) => [row.parameter, row]));
    expect(rows.size).toBe(provenance.length);
    for (const [path, row] of rows) {
      const parameter = catalog.parameters.get(path);
      if (parameter === undefined) {
        expect(row).toMatchObject({ evidence: 'fact', source: null });
      } else if (path === 'user-time.recapture') {
        expect(row).toMatchObject({ evidence: 'user', source: null });
      } else {
        expect(row).toMatchObject({
          value: parameter.value,
          evidence: parameter.evidence,
          source: parameter.reference,
        });
      }
    }
    expect(rows.get('user-time.recapture')!.value).toBe(0.2);
    expect(rows.get('affected.businesses[0].count')).toMatchObject({ value: 70_000, unit: 'organisations' });
  });
});
