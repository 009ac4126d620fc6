import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { listEventIds, readEventText } from '../../src/catalog/event-files.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import { truthOf } from '../../src/core/backtest/truth.ts';
import type { ImpactError } from '../../src/core/errors/impact-error.ts';
import { estimate } from '../../src/core/estimate.ts';
import type { EstimateResult } from '../../src/core/result.ts';
import { parseEventFile } from '../../src/schema/event-file.ts';

/** Row of data/published-outages -> the file that holds it. Null: no file, and the README says why. */
const fileOfRow: Readonly<Record<string, string | null>> = {
  'comair-2004-12': 'comair-2004-12-25',
  'egypt-2011-01': 'egypt-2011-01-27',
  'sony-psn-2011-04': 'sony-psn-2011-04-20',
  'knight-2012-08': 'knight-2012-08-01',
  'amazon-2013-08': 'amazon-2013-08-19',
  'southwest-2016-07': 'southwest-2016-07-20',
  'delta-2016-08': 'delta-2016-08-08',
  'aws-s3-2017-02': 'aws-s3-2017-02-28',
  'wannacry-nhs-2017-05': 'wannacry-nhs-2017-05-12',
  'tsb-2018-04': 'tsb-2018-04-20',
  'o2uk-2018-12': 'o2uk-2018-12-06',
  'hydro-2019-03': 'hydro-2019-03-19',
  'target-2019-06': 'target-2019-06-15',
  'slack-2019-q2': 'slack-2019-06-28',
  'uhs-2020-09': 'uhs-2020-09-27',
  'uvm-2020-10': 'uvm-2020-10-28',
  'ovh-2021-03': 'ovh-2021-03-10',
  'nigeria-twitter-2021-06': 'nigeria-2021-06-05',
  'fastly-2021-06': 'fastly-2021-06-08',
  'facebook-2021-10-econ': 'facebook-2021-10-04',
  'facebook-2021-10-revenue': 'facebook-2021-10-04-company',
  'roblox-2021-10': 'roblox-2021-10-28',
  'russia-shutdowns-2022': 'russia-2022-03-01',
  'rogers-2022-07-credits': 'rogers-2022-07-08',
  'rogers-2022-07-econ': 'rogers-2022-07-08',
  'commonspirit-2022-10': 'commonspirit-2022-10-02',
  'southwest-2022-12': 'southwest-2022-12-21',
  'nats-2023-08': 'nats-2023-08-28',
  'kyivstar-2023-12': 'kyivstar-2023-12-12',
  'change-healthcare-2024': null,
  'crowdstrike-2024-f500': 'crowdstrike-2024-07-19-f500',
  'crowdstrike-2024-global': 'crowdstrike-2024-07-19',
  'crowdstrike-2024-insured': 'crowdstrike-2024-07-19',
  'crowdstrike-2024-uk': 'crowdstrike-2024-07-19-gb',
  'delta-2024-07': 'delta-2024-07-19',
  'mns-2025-04': 'mns-2025-04-19',
  'mns-coop-2025-04-econ': 'mns-coop-2025-04-19',
  'iberia-2025-04': 'iberia-2025-04-28-es',
  'coop-2025-04': 'coop-2025-04-25',
  'unfi-2025-06': 'unfi-2025-06-05',
  'alaska-2025-07': 'alaska-2025-07-20',
  'jlr-2025-08-company': 'jlr-2025-08-31',
  'jlr-2025-08-econ': 'jlr-2025-08-31-gb',
  'aws-2025-10-insured': 'aws-2025-10-20',
  'aws-2025-10-us-direct': 'aws-2025-10-20-us',
};

/** Kinds of loss in the table -> the measure that they are scored as. */
const measureOfKind: Readonly<Record<string, string>> = {
  revenue_loss: 'revenue',
  lost_bookings: 'revenue',
  lost_sales_net: 'revenue',
  pre_tax_cost: 'cost',
  company_total_cost: 'cost',
  public_sector_cost: 'cost',
  lost_revenue_plus_cost: 'cost',
  company_cost_and_profit_swing: 'cost',
  economic_loss_industry_and_passengers: 'cost',
  operating_profit_hit: 'profit',
  operating_profit_hit_gross: 'profit',
  direct_loss_corporate: 'corporate-interruption',
  economic_loss: 'economic-loss',
};

const rows: readonly Readonly<Record<string, string>>[] = parse(
  readFileSync(new URL('../../data/published-outages/2026-11/table.csv', import.meta.url)),
  { columns: true },
);
const readme = readFileSync(new URL('../../data/events/README.md', import.meta.url), 'utf8');
const catalog = loadCatalog();
const files = listEventIds().map((id) => {
  const { file, text } = readEventText(id);
  return { file: id, ...parseEventFile(JSON.parse(text), file) };
});
const fitted = files.filter(({ fit }) => fit);
const unfitted = files.filter(({ fit }) => !fit);

type Event = (typeof files)[number];

/** What is asked of an estimate here does not depend on the number of draws. */
const simulation = { draws: 200, seed: 1 };

function estimateOf({ scenario }: Event): EstimateResult {
  return estimate({ ...scenario, simulation }, catalog, zoneOffsetHours);
}

/** Every name of a source that a fact gives. */
function sourceNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string' ? [inner] : sourceNames(inner),
  );
}

function usdOf(millions: string | undefined): number | null {
  return millions === undefined || millions === '' ? null : Number(millions) * 1e6;
}

describe('the past outages', () => {
  it('cover every row of the table, or the README says why not', () => {
    expect(rows.map((row) => row['id']).sort()).toEqual(Object.keys(fileOfRow).sort());
    const held = Object.values(fileOfRow).filter((id) => id !== null);
    const ids = files.map(({ file }) => file);
    expect(held.filter((id) => !ids.includes(id))).toEqual([]);
    // Spain and Portugal together is a scope that no row of the table has.
    expect(ids.filter((id) => !held.includes(id))).toEqual(['iberia-2025-04-28']);
    expect(readme).toContain('Change Healthcare');
  });

  it('have 26 that count in the back-test, of the kinds that were fitted', () => {
    const byExposure: Record<string, number> = {};
    for (const { exposure } of fitted) byExposure[exposure] = (byExposure[exposure] ?? 0) + 1;
    expect(byExposure).toEqual({ 'company-long-cyber': 8, airline: 7, 'company-it': 4, systemic: 7 });
  });

  it('group what is one piece of evidence', () => {
    const families: Record<string, number> = {};
    for (const { family } of fitted) families[family] = (families[family] ?? 0) + 1;
    expect(Object.fromEntries(Object.entries(families).filter(([, count]) => count > 1))).toEqual({
      'crowdstrike-2024': 3,
      'uk-retail-2025': 3,
      'jlr-2025': 2,
    });
  });
});

describe.each(files)('$file', (event) => {
  const { file, scenario, published } = event;

  it('is named after its id', () => {
    expect(scenario.id).toBe(file);
    // Knowledge of an outage does not end before it begins.
    const date = /\d{4}-\d{2}-\d{2}/.exec(file)![0];
    expect(scenario.asOf! >= date).toBe(true);
  });

  it('keeps the published figures out of the scenario', () => {
    for (const key of ['published', 'fit', 'family', 'note']) expect(scenario).not.toHaveProperty(key);
  });

  it('says where every fact and figure comes from', () => {
    const names = [
      ...sourceNames(scenario.outage),
      ...sourceNames(scenario.affected),
      ...published.map(({ source }) => source),
    ];
    expect(names.filter((name) => !Object.hasOwn(scenario.sources, name))).toEqual([]);
    const { businesses, userReports, coverage, companies } = scenario.affected;
    const { flightsCancelled, passengers, devices } = scenario.affected;
    const facts = [...businesses, ...userReports, ...coverage, ...companies];
    const counts = [flightsCancelled, passengers, devices].filter((fact) => fact !== undefined);
    for (const fact of [...facts, ...counts]) expect(fact.source).toBeDefined();
    for (const { title, href, publisher } of Object.values(scenario.sources)) {
      // A source without an address was read elsewhere, or says that nobody read it.
      if (href === undefined && publisher === undefined) expect(title).toContain('not retrieved');
    }
  });
});

describe.each(fitted)('$file, which counts', (event) => {
  const { file, published, scenario } = event;

  it('is scored on the figure of the table', () => {
    const row = rows.find((candidate) => fileOfRow[candidate['id']!] === file)!;
    const truth = truthOf({ ...event, id: file, title: file });
    if ('why' in truth) return expect.fail(truth.why);
    const central = usdOf(row['loss_central_usd_m']);
    const [low, high] = [usdOf(row['loss_low_usd_m']), usdOf(row['loss_high_usd_m'])];
    const tabled = central ?? Math.sqrt(low! * high!);
    // One company raised its figure by 7 % after the table's source, and the file has the later one.
    expect(Math.abs(truth.centralUsd / tabled - 1)).toBeLessThan(0.1);
    expect(truth.measure).toBe(measureOfKind[row['loss_kind']!]);
  });

  it('has an estimate of its first figure', () => {
    const { measure, scope } = published[0]!;
    const given = estimateOf(event).measures[measure];
    expect(given).toBeDefined();
    if (scenario.scope?.kind === 'company') {
      expect(scope).toBe('company');
      for (const { name } of scenario.affected.companies) expect(given!.scope).toContain(name);
    } else {
      expect(given!.scope).toBe(scope);
    }
  });
});

describe.each(unfitted)('$file, which does not count', (event) => {
  it('says why', () => {
    expect(event.note).toMatch(/^Does not count in the back-test: \S/);
  });

  it('has an estimate all the same, or is refused for what it is', () => {
    if (event.scenario.outage.kind !== 'trading-loss') {
      expect(estimateOf(event).economicLoss!.p50).toBeGreaterThan(0);
      return;
    }
    expect(() => estimateOf(event)).toThrow(
      expect.objectContaining({ code: 'OUT_OF_MODEL' } satisfies Partial<ImpactError>),
    );
  });
});
