import { describe, expect, it } from 'vitest';
import { naiveLossUsd } from '../../../src/core/backtest/naive-loss.ts';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import type { Json } from '../../support/engine.ts';
import { catalog, companyOutage, scenarioOf, telecomOutage } from '../../support/engine.ts';

const naive = (json: Json): number | null => naiveLossUsd(scenarioOf(json), catalog, zoneOffsetHours);

describe('naive loss', () => {
  it('of a company is the revenue of the hours', () => {
    expect(naive(companyOutage())).toBeCloseTo((1e9 / 8760) * 6, 3);
  });

  it('runs until business was normal', () => {
    expect(naive(companyOutage({ restorationHours: 48 }))).toBeCloseTo((1e9 / 8760) * 48, 3);
  });

  it('takes the company own hours first, the affected unit before the group, a range at its median', () => {
    const json = companyOutage(
      { kind: 'ransomware', restorationHours: 48 },
      {
        annualRevenueUsd: 9e9,
        affectedUnitRevenueUsd: 1e9,
        restorationHours: { lognormal: { median: 24, gsd: 2 } },
      },
    );
    // The median of a lognormal comes back through exp and log.
    expect(naive(json)! / ((1e9 / 8760) * 24)).toBeCloseTo(1, 9);
  });

  it('of an economy is the output of the hours, by the share cut off', () => {
    const all = naive(telecomOutage({}, 1))!;
    expect(naive(telecomOutage({}, 0.3))).toBeCloseTo(all * 0.3, 0);
    expect(naive(telecomOutage({ durationHours: 12 }, 1))! / all).toBeCloseTo(2, 9);
    const canada = catalog.countries.find((row) => row.iso2 === 'CA')!;
    const growth = 1.045 ** (2025 - canada.gdpYear);
    expect(all / ((canada.gdpUsd! * growth * 6) / 8760)).toBeCloseTo(1, 9);
  });

  it('of a part of an economy takes its share', () => {
    const scope = (valueAddedShare: number): Json => ({
      scope: { label: 'A tenth', countries: ['CA'], valueAddedShare },
    });
    const whole = naive(telecomOutage({}, 1))!;
    expect(naive(telecomOutage({}, 1, scope(0.1)))! / whole).toBeCloseTo(0.1, 9);
  });

  it('needs a revenue', () => {
    const flights: Json = {
      outage: { kind: 'airline', durationHours: 6 },
      affected: { flightsCancelled: 500, companies: [{ name: 'Air', sector: 'air-transportation' }] },
      scope: 'company',
    };
    expect(naive(flights)).toBeNull();
  });
});
