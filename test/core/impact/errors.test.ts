import { describe, expect, it } from 'vitest';
import { ImpactError } from '../../../src/core/errors/impact-error.ts';
import type { Catalog } from '../../../src/core/catalog.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  compiled,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

function errorOf(json: Json, from: Catalog = catalog): ImpactError {
  try {
    compiled(scenarioOf(json), from);
  } catch (error) {
    if (error instanceof ImpactError) return error;
    throw error;
  }
  throw new Error('no error');
}

const assume = (assumptions: Json): Json => cloudOutage({}, {}, { assumptions });

describe('a name that nothing has is refused, with the one that was meant', () => {
  it.each<readonly [string, string, string, Json]>([
    ['KIND_UNKNOWN', 'outage.kind', '"cloud"', cloudOutage({ kind: 'clod' })],
    ['KIND_UNKNOWN', 'outage.kind', 'one of: ', cloudOutage({ kind: 'earthquake' })],
    ['PROVIDER_UNKNOWN', 'outage.region', '"us-east-1"', cloudOutage({ region: 'us-east-11' })],
    ['PROVIDER_UNKNOWN', 'outage.provider', '"aws"', cloudOutage({ provider: 'awss', region: undefined })],
    [
      'PROVIDER_UNKNOWN',
      'outage.provider',
      'one of: aws, azure',
      cloudOutage({ provider: 'oracle', region: undefined }),
    ],
    [
      'SECTOR_UNKNOWN',
      'affected.companies[0].sector',
      '"retail-trade"',
      companyOutage({}, { sector: 'retail-trad' }),
    ],
    [
      'SECTOR_UNKNOWN',
      'affected.companies[0].sector',
      '"hospitals"',
      companyOutage({}, { sector: 'hospital' }),
    ],
    [
      'SECTOR_UNKNOWN',
      'affected.companies[0].sector',
      'lossrange sectors',
      companyOutage({}, { sector: 'witchcraft-and-wizardry' }),
    ],
    [
      'SECTOR_UNKNOWN',
      'affected.companies[0].sector',
      '"air-transportation"',
      airlineOutage({}, { companies: [{ name: 'Air', sector: 'air-transport', annualRevenueUsd: 1e9 }] }),
    ],
    [
      'COUNTRY_UNKNOWN',
      'affected.coverage[0].country',
      '',
      { ...telecomOutage(), affected: { coverage: [{ country: 'XX', share: 1 }] } },
    ],
    ['COUNTRY_UNKNOWN', 'affected.companies[0].country', '', companyOutage({}, { country: 'XX' })],
    ['COUNTRY_UNKNOWN', 'scope.countries', '', cloudOutage({}, {}, { scope: 'US,XX' })],
    [
      'PARAMETER_UNKNOWN',
      'assumptions.recapture.retail-trad',
      '"recapture.retail-trade"',
      assume({ 'recapture.retail-trad': 0.5 }),
    ],
    [
      'PARAMETER_UNKNOWN',
      'assumptions.user-time.usersPerReports',
      '"user-time.usersPerReport"',
      assume({ 'user-time.usersPerReports': 50 }),
    ],
    [
      'PARAMETER_UNKNOWN',
      'assumptions.something.else-entirely-different',
      'explain lists',
      assume({ 'something.else-entirely-different': 1 }),
    ],
  ])('%s at %s', (code, path, hint, json) => {
    const error = errorOf(json);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.hint).toContain(hint);
    expect(error.message.length).toBeGreaterThan(10);
  });

  it('a provider is said to be unknown at its own field', () => {
    expect(errorOf(cloudOutage({ provider: 'amazon' })).path).toBe('outage.provider');
  });

  it('a country without a figure of GDP', () => {
    const without = {
      ...catalog,
      countries: catalog.countries.map((row) => (row.iso2 === 'CA' ? { ...row, gdpUsd: null } : row)),
    };
    expect(errorOf(telecomOutage(), without)).toMatchObject({
      code: 'COUNTRY_UNKNOWN',
      path: 'affected.coverage[0].country',
    });
    expect(errorOf(telecomOutage(), without).message).toContain('Canada');
  });

  it('names of inherited properties are unknown too', () => {
    expect(errorOf(cloudOutage({ kind: 'constructor' })).code).toBe('KIND_UNKNOWN');
    expect(errorOf(companyOutage({}, { sector: 'constructor' })).code).toBe('SECTOR_UNKNOWN');
    expect(errorOf(cloudOutage({ provider: 'constructor', region: undefined })).code).toBe(
      'PROVIDER_UNKNOWN',
    );
  });
});

describe('a value outside its bounds is refused', () => {
  it.each<readonly [string, Json]>([
    ['a share above 1', { 'recapture.retail-trade': 1.5 }],
    ['a share below 0', { 'recapture.retail-trade': -0.1 }],
    ['a percent', { 'dependence.retail-trade': 45 }],
    ['a range outside', { 'recapture.retail-trade': { uniform: [2, 3] } }],
    ['a range where one number is needed', { 'severity.shape': { p5: 0.5, p95: 1 } }],
    ['a fixed number above its bound', { 'severity.immediateShare': 1.5 }],
  ])('%s', (_, assumptions) => {
    const error = errorOf(assume(assumptions));
    expect(['PARAMETER_OUT_OF_RANGE', 'QUANTITY_INVALID']).toContain(error.code);
    expect(error.path).toBe(`assumptions.${Object.keys(assumptions)[0]!}`);
  });

  it('an override may not leave a week without activity', () => {
    const json = assume({ 'activity.office.weight': 0, 'activity.office.otherWeight': 0 });
    expect(errorOf(json).code).toBe('PARAMETER_OUT_OF_RANGE');
  });
});

describe('facts that switch on no method are refused, with what to give', () => {
  it.each<readonly [string, Json]>([
    ['a kind alone', { outage: { kind: 'platform', durationHours: 5 } }],
    [
      'an airline without flights or revenue',
      airlineOutage({}, { flightsCancelled: undefined, companies: [] }),
    ],
    ['companies without revenue', companyOutage({}, { affectedUnitRevenueUsd: undefined })],
    ['a country outside the scope', { ...telecomOutage(), scope: 'FR' }],
    ['a company view without companies', cloudOutage({}, {}, { scope: 'company' })],
  ])('%s', (_, json) => {
    const error = errorOf(json);
    expect([error.code, error.path]).toEqual(['NO_METHOD_APPLIES', 'affected']);
    expect(error.hint).toContain('affected.businesses');
  });
});
