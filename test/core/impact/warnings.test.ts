import { describe, expect, it } from 'vitest';
import {
  airlineOutage,
  cloudOutage,
  companyOutage,
  estimated,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const enough = { draws: 1000, seed: 1 };
const codesOf = (json: Json, simulation = enough): string[] =>
  estimated(scenarioOf(json, simulation)).warnings.map((row) => row.code);

const everything = overrideAll();

/** Each warning with a scenario that must give it, and the nearest one that must not. */
const cases: (readonly [string, Json, Json])[] = [
  ['START_UNKNOWN', cloudOutage({ start: undefined }), cloudOutage()],
  [
    'START_UNKNOWN',
    cloudOutage({ start: undefined }),
    cloudOutage({
      start: undefined,
      windows: [{ service: 's3', start: '2025-10-20T10:00:00Z', end: '2025-10-20T12:00:00Z' }],
    }),
  ],
  ['DURATION_UNKNOWN', cloudOutage({ durationHours: undefined }), cloudOutage()],
  [
    'DURATION_UNKNOWN',
    companyOutage({ durationHours: undefined }),
    companyOutage({
      start: undefined,
      durationHours: undefined,
      phases: [{ start: '2025-10-20T10:00:00Z', end: '2025-10-20T12:00:00Z', impairmentShare: 0.5 }],
    }),
  ],
  ['NO_ORGANISATION_COUNT', cloudOutage({}, { businesses: [] }), cloudOutage()],
  ['NO_ORGANISATION_COUNT', cloudOutage({}, { businesses: [] }), telecomOutage()],
  // Ten billion reports are more than all people.
  [
    'USERS_CAPPED',
    cloudOutage({}, { userReports: [{ count: 1e10 }] }),
    cloudOutage({}, { userReports: [{ count: 100 }] }),
  ],
  ['CEILING_CUT', telecomOutage({ kind: 'power' }, 1), telecomOutage()],
  ['CEILING_CUT', cloudOutage({}, {}, { assumptions: everything }), cloudOutage()],
  [
    'ASSUMPTION_UNUSED',
    cloudOutage({}, {}, { assumptions: { 'airline.recoveryHours': 3 } }),
    airlineOutage({}, {}, { assumptions: { 'airline.recoveryHours': 3 } }),
  ],
  [
    'REVENUE_UNKNOWN',
    cloudOutage({}, { companies: [{ name: 'A', sector: 'hospitals', country: 'US' }] }),
    cloudOutage(
      {},
      { companies: [{ name: 'A', sector: 'hospitals', country: 'US', annualRevenueUsd: 1e9 }] },
    ),
  ],
  ['COUNTRY_UNKNOWN', companyOutage({}, { country: undefined }), companyOutage()],
  // A long incident has no time of day.
  [
    'COUNTRY_UNKNOWN',
    companyOutage({}, { country: undefined }),
    companyOutage({ kind: 'ransomware' }, { country: undefined }),
  ],
  [
    'FACT_UNUSED',
    companyOutage({}, { restorationHours: 20 }),
    companyOutage({ kind: 'ransomware' }, { restorationHours: 20 }),
  ],
  // 16 % of a normal lie above 1 when its mean is one standard deviation below it.
  [
    'MASS_CUT',
    cloudOutage({ impairmentShare: { normal: { mean: 0.9, sd: 0.1 } } }),
    cloudOutage({ impairmentShare: { normal: { mean: 0.5, sd: 0.1 } } }),
  ],
];

describe('a warning appears when it should, and not otherwise', () => {
  it.each(cases)('%s', (code, with_, without) => {
    expect(codesOf(with_)).toContain(code);
    expect(codesOf(without)).not.toContain(code);
  });

  it('FEW_DRAWS', () => {
    expect(codesOf(companyOutage(), { draws: 999, seed: 1 })).toContain('FEW_DRAWS');
    expect(codesOf(companyOutage())).not.toContain('FEW_DRAWS');
  });

  it('none at all for a scenario that says everything', () => {
    expect(codesOf(companyOutage())).toEqual([]);
    expect(codesOf(telecomOutage())).toEqual([]);
    expect(codesOf(airlineOutage())).toEqual([]);
  });

  it('each once, with the path of the fact that would remove it', () => {
    const companies = ['A', 'B'].map((name) => ({ name, sector: 'hospitals', annualRevenueUsd: 1e9 }));
    const { warnings } = estimated(
      scenarioOf({ ...companyOutage({ durationHours: undefined }), affected: { companies } }, enough),
    );
    expect(warnings.map((row) => [row.code, row.path])).toEqual([
      ['DURATION_UNKNOWN', 'outage.durationHours'],
      ['COUNTRY_UNKNOWN', 'affected.companies'],
    ]);
    for (const { message } of warnings) expect(message.length).toBeGreaterThan(20);
  });

  it('says how often a ceiling or a cap cut', () => {
    const result = estimated(
      scenarioOf(cloudOutage({}, { userReports: [{ count: 1e10 }] }, { assumptions: everything }), enough),
    );
    const message = (code: string) => result.warnings.find((row) => row.code === code)!.message;
    const percent = Math.round(result.methods.find((row) => row.method === 'footprint')!.clippedShare * 100);
    expect(message('CEILING_CUT')).toContain(`${percent} %`);
    expect(message('USERS_CAPPED')).toContain('100 %');
  });
});

/** All of the economy exposed and dependent. */
function overrideAll(): Json {
  return {
    'exposure.aws.us-east-1.home': 1,
    'severity.immediateShare': 1,
    'severity.maximumShare': 1,
    'structural-error.systemic': 1,
  };
}
