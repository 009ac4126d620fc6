import { describe, expect, it } from 'vitest';
import { notCounted } from '../../../src/core/impact/not-counted.ts';
import { resolveExposure, resolveScope } from '../../../src/core/impact/scope.ts';
import {
  airlineOutage,
  catalog,
  cloudOutage,
  companyOutage,
  compiled,
  estimated,
  eventIds,
  eventScenario,
  methodRuns,
  scenarioOf,
  telecomOutage,
} from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

function scopeOf(json: Json) {
  const scenario = scenarioOf(json);
  const kind = catalog.kinds.get(scenario.outage.kind)!;
  const scope = resolveScope(scenario, kind, catalog);
  return { scope, exposure: resolveExposure(scenario, kind, scope) };
}

describe('whose loss it is, when the scenario does not say', () => {
  it.each<readonly [string, Json, Json, string]>([
    [
      'a company, when only companies are given',
      companyOutage(),
      { kind: 'company', label: 'Shop' },
      'company-it',
    ],
    ['the airlines', airlineOutage(), { kind: 'company', label: 'Air' }, 'airline'],
    [
      'airlines without a name',
      airlineOutage({}, { companies: [] }),
      { kind: 'company', label: 'the airlines hit' },
      'airline',
    ],
    [
      'the countries cut off',
      telecomOutage(),
      { kind: 'economy', label: 'CA', countries: ['CA'] },
      'systemic',
    ],
    [
      'a country without Internet',
      telecomOutage({ kind: 'national-shutdown' }),
      { kind: 'economy', label: 'CA', countries: ['CA'] },
      'national-shutdown',
    ],
    [
      'the world otherwise',
      cloudOutage({}, {}, { scope: undefined }),
      { kind: 'economy', label: 'world' },
      'systemic',
    ],
    [
      'a company hit by ransomware',
      companyOutage({ kind: 'ransomware' }),
      { kind: 'company', label: 'Shop' },
      'company-long-cyber',
    ],
    [
      'the world beside named companies',
      cloudOutage({}, { companies: [{ name: 'A', sector: 'hospitals' }] }, { scope: undefined }),
      { kind: 'economy', label: 'world' },
      'systemic',
    ],
  ])('%s', (_, json, scope, exposure) => {
    expect(scopeOf(json)).toEqual({ scope, exposure });
  });
});

describe('whose loss it is, when the scenario says', () => {
  it('a company is called by its name', () => {
    const companies = ['A', 'B'].map((name) => ({ name, sector: 'hospitals', annualRevenueUsd: 1e9 }));
    expect(scopeOf({ ...companyOutage(), affected: { companies }, scope: 'company' }).scope.label).toBe(
      'A and B',
    );
  });

  it('an economy with a company in it is systemic, and the exposure that is named wins', () => {
    expect(scopeOf({ ...companyOutage(), scope: 'US' }).exposure).toBe('systemic');
    expect(scopeOf({ ...companyOutage(), scope: 'US', exposure: 'company-it' }).exposure).toBe('company-it');
  });

  it('a company counts neither firms nor users, nor exposure', () => {
    const companies = [{ name: 'A', sector: 'hospitals', country: 'US', annualRevenueUsd: 1e9 }];
    const runs = methodRuns(scenarioOf(cloudOutage({}, { companies }, { scope: 'company' })));
    expect([...runs.keys()]).toEqual(['named-companies']);
  });

  it('a part of an economy has that part of the loss', () => {
    const scope = (valueAddedShare: number) =>
      cloudOutage({}, { businesses: [] }, { scope: { label: 'some', countries: ['US'], valueAddedShare } });
    const whole = methodRuns(scenarioOf(scope(1)));
    const part = methodRuns(scenarioOf(scope(0.25)));
    // Users are counted for whole countries.
    expect([...part.keys()]).toEqual(['footprint', 'gdp-hours-ladder']);
    for (const [method, { raw }] of part) {
      raw.forEach((usd, i) => expect(Math.abs(usd / whole.get(method)!.raw[i]! - 0.25)).toBeLessThan(1e-12));
    }
  });

  it('a part of an economy is compared with what that part makes', () => {
    const scope = (valueAddedShare: number) =>
      estimated(
        scenarioOf(
          cloudOutage(
            {},
            { businesses: [] },
            { scope: { label: 'some', countries: ['US'], valueAddedShare } },
          ),
        ),
      );
    const whole = scope(1);
    const part = scope(0.25);
    expect(Math.abs(part.ceiling!.scopeUsd / whole.ceiling!.scopeUsd - 0.25)).toBeLessThan(1e-9);
    expect(Math.abs(part.lossFraction!.p50 / whole.lossFraction!.p50 - 1)).toBeLessThan(1e-9);
  });

  it('the loss of two countries is that of each, draw by draw', () => {
    const raw = (scope: string) =>
      methodRuns(scenarioOf(cloudOutage({}, { businesses: [] }, { scope }))).get('footprint')!.raw;
    const [both, first, second] = [raw('US,CA'), raw('US'), raw('CA')];
    both.forEach((usd, i) => expect(Math.abs((first[i]! + second[i]!) / usd - 1)).toBeLessThan(1e-12));
  });
});

describe('an event file', () => {
  it.each(eventIds)('%s has the exposure that its facts give', (id) => {
    const { exposure, ...rest } = eventScenario(id);
    const { model } = compiled({ ...rest, exposure: undefined });
    expect(model.structural.exposure).toBe(exposure);
  });
});

describe('what is not counted', () => {
  it('differs between a company and an economy', () => {
    const company = scenarioOf(companyOutage());
    const economy = scenarioOf(cloudOutage());
    expect(notCounted(company, { kind: 'company', label: 'A' }).join()).toContain('fines');
    const listed = notCounted(economy, { kind: 'economy', label: 'world' });
    expect(listed.join()).toContain('further along the chain');
    // Rungs for power cuts hold them.
    const power = scenarioOf(telecomOutage({ kind: 'power' }));
    expect(notCounted(power, { kind: 'economy', label: 'CA' })).toHaveLength(listed.length - 1);
  });
});
