import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import type { Quantity } from '../../../../src/core/distribution/quantity.ts';
import { openParameterBook } from '../../../../src/core/impact/parameter-book.ts';
import type { Insured } from '../../../../src/core/insurance/insured/insured.ts';
import type { Policy } from '../../../../src/core/insurance/policy.ts';
import type { InsuredPolicy } from '../../../../src/core/insurance/portfolio/insured-policy.ts';
import { openYearTables } from '../../../../src/core/insurance/years/year-tables.ts';
import type { YearTables } from '../../../../src/core/insurance/years/year-tables.ts';
import { openYearsModel } from '../../../../src/core/insurance/years/open-years-model.ts';
import type { YearsModel, YearsOptions } from '../../../../src/core/insurance/years/open-years-model.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { catalog } from '../../../support/engine.ts';
import { plain } from '../support.ts';
import { flat } from '../flat-assumptions.ts';

export const OPTIONS: YearsOptions = {
  worlds: 10,
  yearsPerWorld: 50,
  seed: 7,
  yearStartMs: Date.UTC(2026, 0, 1),
  disasters: [],
};

/**
 * Nothing uncertain but the outages: us-east-1 has one in two years (a million counted), each reaches everyone and stops
 * all dependent work at once; lengths are 4 h and an exponential excess of mean 8 h.
 */
export const CERTAIN: Readonly<Record<string, Quantity>> = {
  ...flat,
  'kind.cloud.impairmentShare': 1,
  'catalogue.cloud.frequency.us-east-1.events': 1_000_000,
  'catalogue.cloud.frequency.us-east-1.years': 2_000_000,
  'catalogue.cloud.frequency.us-east-1.overHours': 4,
  'catalogue.cloud.duration.long-outage.thresholdHours': 4,
  'catalogue.cloud.duration.long-outage.scaleHours': 8,
  'catalogue.cloud.duration.long-outage.shape': 0,
  'catalogue.cloud.provider.aws.commonShockShare': 0,
  'catalogue.cloud.provider.aws.contagion': 0,
};

/** 8.76 million a year at a margin of 1, half of it dependent on us-east-1: 500 an hour of outage. */
export const shop: Insured = {
  annualRevenueUsd: 8_760_000,
  sector: 'retail-trade',
  country: null,
  grossMarginShare: 1,
  dependenceShare: null,
  dependsOn: [{ provider: 'aws', region: 'us-east-1', share: 1 }],
  services: null,
  failoverHours: null,
  recaptureReducesLoss: true,
  extraExpenseUsd: 0,
};

export function policyOf(
  accNumber: string,
  terms: Partial<Policy<number>> = {},
  insured: Partial<Insured> = {},
): InsuredPolicy {
  return {
    line: 2,
    key: { portNumber: '1', accNumber, polNumber: '1', layerNumber: 1 },
    insured: { ...shop, ...insured },
    terms: { ...plain.policy, ...terms },
    currency: 'USD',
    inceptionMs: 0,
    expiryMs: OPTIONS.yearStartMs,
    grossPremiumUsd: null,
  };
}

export function modelOf(
  policies: readonly InsuredPolicy[],
  assumptions: Readonly<Record<string, Quantity>> = CERTAIN,
  options: YearsOptions = OPTIONS,
): YearsModel {
  const book = openParameterBook(catalog, { assumptions, sources: {} });
  const cloud = catalog.catalogues.get('cloud')!;
  return openYearsModel(policies, cloud, options, catalog, book, zoneOffsetHours);
}

export function tablesOf(model: YearsModel): YearTables {
  const builder = openYearTables(model.options);
  for (let world = 0; world < model.options.worlds; world++) builder.add(runWorld(model, world));
  return builder.tables();
}
