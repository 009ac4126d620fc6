import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../../src/catalog/zone-offset.ts';
import { expectedInsuredHours } from '../../../support/closed-forms/expected-insured-hours.ts';
import { priceRisk } from '../../../../src/core/insurance/price/price-risk.ts';
import type { PriceResult } from '../../../../src/core/insurance/price/price-result.ts';
import { parseRisk } from '../../../../src/schema/risk.ts';
import { catalog } from '../../../support/engine.ts';
import { CERTAIN } from '../years/support.ts';

const shop = {
  annualRevenueUsd: 8_760_000,
  sector: 'retail-trade',
  grossMarginShare: 1,
  provider: 'aws',
  region: 'us-east-1',
};

function price(changes: {
  insured?: object;
  policy?: object;
  load?: string;
  assumptions?: object;
  simulation?: object;
}): PriceResult {
  const risk = parseRisk({
    ...(changes.load === undefined ? {} : { load: changes.load }),
    insured: { ...shop, ...changes.insured },
    policy: { waitingHours: 8, limitUsd: 1e6, ...changes.policy },
    assumptions: changes.assumptions ?? {},
    simulation: { worlds: 10, years: 2000, seed: 7, ...changes.simulation },
  });
  return priceRisk(risk, catalog, zoneOffsetHours);
}

describe('a price without doubt', () => {
  const result = price({ assumptions: CERTAIN, simulation: { worlds: 2, years: 20_000 } });
  const exponential = { kind: 'generalised-pareto', thresholdHours: 4, scaleHours: 8, shape: 0 } as const;

  it.each(result.waiting.map((row) => [row.waitingHours, row.mode, row] as const))(
    '%d h, %s: rate × expected insured hours × 500 an hour',
    (hours, mode, row) => {
      const expected = 0.5 * 500 * expectedInsuredHours(exponential, hours, 2880, mode);
      // A paid loss has a mean square below 2 · (W + 8 h)² · 500², and comes half a time a year: 4 standard errors.
      const error = Math.sqrt((0.5 * 2 * (hours + 8) ** 2 * 500 ** 2) / 20_000);
      expect(Math.abs(row.averageGrossLossUsd - expected)).toBeLessThan(4 * error);
      const rate = 0.5 * Math.exp(-(hours - 4) / 8);
      expect(Math.abs(row.payingOutagesPerYear - rate)).toBeLessThan(4 * Math.sqrt(rate / 20_000));
    },
  );

  it('the premium is (loss · 1.1 + 5 % of the sd) ÷ 0.65', () => {
    const { meanNeutral } = result.averageGrossLossUsd;
    const expected = (meanNeutral * 1.1 + 0.05 * result.standardDeviationUsd) / 0.65;
    expect(result.technicalPremiumUsd.mean).toBeCloseTo(expected, 6);
    expect(result.averageGrossLossUsd.factorMedianOne).toBeCloseTo(meanNeutral, 6);
  });

  it('its lines add up', () => {
    const parts = result.lines.slice(0, -1).reduce((sum, { usd }) => sum + usd, 0);
    expect(parts).toBeCloseTo(result.lines.at(-1)!.usd, 6);
    expect(result.lines.at(-1)!.usd).toBe(result.technicalPremiumUsd.mean);
    expect(result.rateOnLine).toBe(result.technicalPremiumUsd.mean / result.risk.policy.limitUsd);
  });

  it('shows the count behind the rate, and the parameters it used with their override', () => {
    expect(result.counted[0]).toMatchObject({ id: 'us-east-1', outages: 1_000_000, perYear: 0.5 });
    expect(result.provenance.find(({ parameter }) => parameter === 'dependence.retail-trade')).toMatchObject({
      value: 0.5,
      evidence: 'user',
    });
    expect(result.warnings).toEqual([]);
  });
});

describe('what wordings differ in', () => {
  const certain = {
    assumptions: { ...CERTAIN, 'recapture.retail-trade': 0.6 },
    simulation: { worlds: 2, years: 2000 },
  };
  const deducted = price(certain);
  const not = price({ ...certain, policy: { recapture: 'not-deducted' } });

  it('each shows what the premium of the other would be', () => {
    const figures = ({ technicalPremiumUsd, averageGrossLossUsd }: PriceResult) => ({
      technicalPremiumUsd: technicalPremiumUsd.mean,
      averageGrossLossUsd: averageGrossLossUsd.meanNeutral,
    });
    expect(deducted.otherWording).toEqual({ recapture: 'not-deducted', ...figures(not) });
    expect(not.otherWording).toEqual({ recapture: 'deducted', ...figures(deducted) });
  });

  it('0.6 made up are 0.4 of the loss where they are deducted, whatever the waiting period', () => {
    const ratio = not.averageGrossLossUsd.meanNeutral / deducted.averageGrossLossUsd.meanNeutral;
    expect(ratio).toBeCloseTo(2.5, 9);
    not.waiting.forEach((row, i) => {
      expect(row.averageGrossLossUsd / deducted.waiting[i]!.averageGrossLossUsd).toBeCloseTo(2.5, 9);
    });
  });

  it('extra expense is paid in each outage that pays, and spent in all', () => {
    const spent = price({ ...certain, insured: { extraExpenseUsd: 1000 } });
    const more = spent.averageGrossLossUsd.meanNeutral - deducted.averageGrossLossUsd.meanNeutral;
    expect(more).toBeCloseTo(1000 * deducted.payingOutagesPerYear.mean, 6);
    const groundUp = spent.averageGroundUpLossUsd - deducted.averageGroundUpLossUsd;
    expect(groundUp).toBeGreaterThan(more);
    expect(spent.id).not.toBe(deducted.id);
  });
});

describe('a price', () => {
  const premium = (changes: Parameters<typeof price>[0]): number => price(changes).technicalPremiumUsd.mean;

  it('falls with the waiting period and rises with the limit; outlasting costs more than deducting', () => {
    const { waiting } = price({});
    const of = (name: string) =>
      waiting.filter(({ mode }) => mode === name).map((row) => row.averageGrossLossUsd);
    const [deducted, outlasted] = [of('timeDeductible'), of('qualifying')];
    expect(deducted).toEqual(deducted.toSorted((a, b) => b - a));
    expect(outlasted).toEqual(outlasted.toSorted((a, b) => b - a));
    deducted.forEach((loss, i) => expect(outlasted[i]).toBeGreaterThan(loss));
    const limits = [500, 5000, 50_000].map((limitUsd) => premium({ policy: { limitUsd } }));
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
  });

  it('is that of the same row of its table', () => {
    const result = price({ policy: { waitingHours: 10, waitingMode: 'qualifying' } });
    const row = result.waiting.find(({ mode, waitingHours }) => mode === 'qualifying' && waitingHours === 10);
    expect(row!.technicalPremiumUsd).toBe(result.technicalPremiumUsd.mean);
  });

  it('has a cost-of-capital load without profit', () => {
    const { lines } = price({ load: 'cost-of-capital' });
    expect(lines.find(({ step }) => step === 'profit')!.usd).toBe(0);
    expect(lines.find(({ step }) => step === 'risk-load')).toMatchObject({ rate: 0.1 });
  });

  it('of a cloud that is not known is below that of a region that fails often', () => {
    expect(premium({ insured: { provider: null, region: null, country: 'US' } })).toBeLessThan(premium({}));
  });

  it('scales with revenue and limit together', () => {
    const one = premium({});
    const ten = premium({ insured: { annualRevenueUsd: 87_600_000 }, policy: { limitUsd: 1e7 } });
    expect(ten / one).toBeCloseTo(10, 9);
  });

  it('is the same again, and has another id for another seed', () => {
    const small = { simulation: { worlds: 3, years: 60 } };
    expect(price(small)).toEqual(price(small));
    expect(price({ simulation: { worlds: 3, years: 60, seed: 8 } }).id).not.toBe(price(small).id);
  });

  it('takes a finer sector, and notes what it does not use', () => {
    const result = price({
      insured: { sector: 'food-and-beverage-retail' },
      assumptions: { 'ladder.power': 0.1 },
    });
    expect(result.sectorTitle).toBe('Retail trade');
    expect(result.warnings).toEqual([
      expect.objectContaining({ code: 'ASSUMPTION_UNUSED', path: 'assumptions.ladder.power' }),
    ]);
  });

  it.each([
    [{ policy: { waitingHours: 3.5 } }, 'PARAMETER_OUT_OF_RANGE', 'policy.waitingHours'],
    [{ insured: { sector: 'shops' } }, 'SECTOR_UNKNOWN', 'insured.sector'],
    [{ insured: { provider: 'crowdstrike', region: null } }, 'PROVIDER_UNKNOWN', 'insured.provider'],
    [{ insured: { region: 'us-east-9' } }, 'PROVIDER_UNKNOWN', 'insured.region'],
    [{ insured: { country: 'XX' } }, 'COUNTRY_UNKNOWN', 'insured.country'],
    [{ assumptions: { 'pricing.profit': 0.1 } }, 'PARAMETER_UNKNOWN', 'assumptions.pricing.profit'],
    [{ assumptions: { 'pricing.commissionShare': 0.9 } }, 'PARAMETER_OUT_OF_RANGE', 'premium'],
    [
      { assumptions: { 'catalogue.cloud.frequency.us-east-1.events': 1e6 } },
      'PARAMETER_OUT_OF_RANGE',
      'assumptions',
    ],
    [
      { assumptions: { 'catalogue.cloud.frequency.us-east-1.years': { p5: 10, p95: 20 } } },
      'PARAMETER_OUT_OF_RANGE',
      'assumptions.catalogue.cloud.frequency.us-east-1.years',
    ],
    [
      { assumptions: { 'catalogue.cloud.class.many-services.share': 2 } },
      'PARAMETER_OUT_OF_RANGE',
      'assumptions.catalogue.cloud.class.many-services.share',
    ],
  ])('%j is refused', (changes, code, path) => {
    expect(() => price(changes)).toThrow(expect.objectContaining({ code, path }));
  });
});
