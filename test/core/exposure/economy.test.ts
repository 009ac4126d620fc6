import { describe, expect, it } from 'vitest';
import {
  flatUsdPerHour,
  outputUsd,
  severityUsd,
  severityUsdBetween,
  sharesOf,
} from '../../../src/core/exposure/economy.ts';
import { HOURS_PER_YEAR } from '../../../src/core/units/time.ts';
import { cloudOutage, compiled, scenarioOf, sum } from '../../support/engine.ts';
import type { Json } from '../../support/engine.ts';

const economyOf = (outage: Json) =>
  compiled(scenarioOf(cloudOutage(outage, {}, { scope: 'world' }))).economy!;

describe('what an economy produces during an outage', () => {
  const week = economyOf({ durationHours: 168 });
  const all = sharesOf(week, () => 1);

  it('over a whole week is a week of its flat output', () => {
    expect(Math.abs(outputUsd(week, all, 168) / (168 * flatUsdPerHour(week, all)) - 1)).toBeLessThan(1e-9);
  });

  it('over a year is its value added', () => {
    const usd = sum(week.valueAdded.usdPerYear.map((sectors) => sum(sectors)));
    expect(Math.abs((flatUsdPerHour(week, all) * HOURS_PER_YEAR) / usd - 1)).toBeLessThan(1e-12);
    // World GDP is about a hundred trillion dollars.
    expect(usd).toBeGreaterThan(9e13);
    expect(usd).toBeLessThan(1.4e14);
  });

  it('is more by day than by night, and on a weekday than on a Sunday', () => {
    const spain = (start: string) => {
      const economy = economyOf({ start, durationHours: 2 });
      return outputUsd(
        economy,
        sharesOf(economy, (iso2) => (iso2 === 'ES' ? 1 : 0)),
        2,
      );
    };
    const [day, night, sunday] = ['2025-10-20T09:00:00Z', '2025-10-20T01:00:00Z', '2025-10-19T09:00:00Z'].map(
      spain,
    );
    expect(day!).toBeGreaterThan(1.5 * night!);
    expect(day!).toBeGreaterThan(1.2 * sunday!);
  });

  it('is flat when the start is unknown', () => {
    const economy = economyOf({ start: undefined, durationHours: 5 });
    expect(Math.abs(outputUsd(economy, all, 5) / (5 * flatUsdPerHour(economy, all)) - 1)).toBeLessThan(1e-12);
  });

  it('of a country is the sum over its time zones: every hour counts once', () => {
    for (const clocks of week.countryClocks)
      expect(Math.abs(sum(clocks.map((row) => row.share)) - 1)).toBeLessThan(1e-9);
  });

  it('uses the offset of the day of the outage', () => {
    const offsetOf = (start: string) => {
      const economy = economyOf({ start });
      const c = economy.valueAdded.countries.findIndex((country) => country.iso2 === 'ES');
      return economy.clockOffsetHours[economy.countryClocks[c]![0]!.clock];
    };
    expect(offsetOf('2025-07-20T10:00:00Z')).toBe(2);
    expect(offsetOf('2025-12-20T10:00:00Z')).toBe(1);
  });
});

describe('the kernel of severity', () => {
  const economy = economyOf({ durationHours: 10 });
  const all = sharesOf(economy, () => 1);

  it('is at most the output, and at least that at the immediate share', () => {
    const usd = sum(severityUsd(economy, all, 0));
    const output = outputUsd(economy, all, 10);
    expect(usd).toBeLessThan(output * economy.curve.maximumShare);
    expect(usd).toBeGreaterThan(output * economy.curve.immediateShare);
  });

  it('is the sum of its stretches', () => {
    const whole = severityUsd(economy, all, 0);
    const first = severityUsdBetween(economy, all, 0, 3.3);
    const second = severityUsdBetween(economy, all, 3.3, 10);
    whole.forEach((usd, cell) =>
      expect(Math.abs((first[cell]! + second[cell]!) / usd - 1)).toBeLessThan(1e-9),
    );
  });

  it('is linear in the shares of countries', () => {
    const half = severityUsd(
      economy,
      all.map((share) => share / 2),
      0,
    );
    severityUsd(economy, all, 0).forEach((usd, cell) =>
      expect(Math.abs(half[cell]! / usd - 0.5)).toBeLessThan(1e-12),
    );
  });

  it('is nothing outside the outage', () => {
    expect(sum(severityUsdBetween(economy, all, 10, 12))).toBe(0);
  });
});
