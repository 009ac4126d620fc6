import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { assessAgainst } from '../../../src/core/claims/assess-claim.ts';
import type { ClaimAmount, ClaimReading } from '../../../src/core/claims/claim.ts';
import type { ClaimBackground, ClaimFindings } from '../../../src/core/claims/claim-assessment.ts';
import { openEvent, type OpenEvent } from '../../../src/core/claims/open-event.ts';
import type { Claim } from '../../../src/core/claims/readings.ts';
import { rankOf } from '../../../src/core/claims/verdict.ts';
import { exchangeRate } from '../../../src/core/units/exchange-rate.ts';
import { catalog, eventScenario } from '../../support/engine.ts';

const nothing: ClaimBackground = { family: null, pastClaims: [], figures: [] };
const events = new Map<string, OpenEvent>();

function eventOf(id: string): OpenEvent {
  const event = events.get(id) ?? openEvent(eventScenario(id), catalog, zoneOffsetHours);
  events.set(id, event);
  return event;
}

const amount = (low: number, high = low, more: Partial<ClaimAmount> = {}): ClaimAmount => ({
  low,
  high,
  currency: 'USD',
  unit: 'total',
  bound: 'none',
  words: 'words',
  ...more,
});

const reading = (amounts: readonly ClaimAmount[], more: Partial<ClaimReading> = {}): ClaimReading => ({
  text: 'text',
  language: 'en',
  amounts,
  alternatives: [],
  measure: null,
  scope: null,
  ...more,
});

function check(
  id: string,
  amounts: readonly ClaimAmount[],
  more: Partial<ClaimReading> = {},
  settled: Omit<Claim, 'reading'> = {},
): ClaimFindings {
  return assessAgainst(eventOf(id), { reading: reading(amounts, more), ...settled }, nothing);
}

describe('hundreds of billions for the AWS outage', () => {
  const found = check('aws-2025-10-20', [amount(1e11, 9.99e11)]);

  it('are implausibly high, by each kind of loss', () => {
    expect(found.verdict).toBe('implausible-high');
    expect(found.rule.number).toBe(5);
    expect(found.measureCompared).toBe('economic-loss');
    expect(new Set(found.comparisons.map(({ verdict }) => verdict))).toEqual(new Set(['implausible-high']));
    expect(found.comparisons.map(({ measure }) => measure)).not.toContain('household-time');
    expect(found.flagged).toBe(true);
  });

  it('are hundreds of times our middle, and near 40 percent of all the world produces', () => {
    expect(found.ratioLowToMedian!).toBeGreaterThan(150);
    expect(found.ceiling!.shareOfWorldNeeded).toBeGreaterThan(0.38);
    expect(found.ceiling!.shareOfWorldNeeded).toBeLessThan(0.52);
    expect(found.shareOfOutcomesAtOrAboveLow!).toBeLessThan(0.01);
  });

  it('would need 40 million dollars from each of the 2,500 firms named', () => {
    const row = found.wouldHaveToBeTrue.find(({ words }) => words.includes('named'))!;
    expect(row.needed).toBe(40e6);
    expect(
      found.wouldHaveToBeTrue.filter(({ within }) => within !== null).every((input) => !input.withinRange),
    ).toBe(true);
    expect(found.jointChange!.within).toBe('user-time');
    expect(found.jointChange!.chance).toBeLessThan(0.05);
  });
});

describe('rules', () => {
  it('three: above all that can be lost, in the world or in the country named', () => {
    expect(check('aws-2025-10-20', [amount(5e11)]).verdict).toBe('exceeds-ceiling');
    const us = { kind: 'countries', countries: ['US'], words: 'the US alone' } as const;
    expect(check('aws-2025-10-20', [amount(2e11)], { scope: us }).verdict).toBe('exceeds-ceiling');
    expect(check('aws-2025-10-20', [amount(2e11)]).verdict).toBe('implausible-high');
  });

  it('three: sales in an economy have no such bound', () => {
    expect(check('aws-2025-10-20', [amount(5e11)], {}, { measure: 'revenue' }).verdict).toBe(
      'implausible-high',
    );
  });

  it('one: another kind of figure, a rate for each firm or customer, a wider scope', () => {
    const shares = { id: 'market-value', words: 'in market cap' } as const;
    expect(check('roblox-2021-10-28', [amount(1.6e9)], { measure: shares }).verdict).toBe('not-comparable');
    for (const unit of ['per-firm', 'per-firm-hour', 'per-customer'] as const) {
      expect(check('aws-2025-10-20', [amount(1e6, 1e6, { unit })]).verdict).toBe('not-comparable');
    }
    const world = { kind: 'world', countries: [], words: 'worldwide' } as const;
    const wider = check('crowdstrike-2024-07-19-f500', [amount(15e9)], { scope: world });
    expect([wider.verdict, wider.rule.number, wider.flagged]).toEqual(['not-comparable', 1, true]);
  });

  it('one: another country, unless the figure exceeds all it produces in a year', () => {
    const iran = { kind: 'countries', countries: ['IR'], words: 'Iran' } as const;
    expect(check('russia-2022-03-01', [amount(6.11e11)], { scope: iran }).verdict).toBe('exceeds-ceiling');
    expect(check('russia-2022-03-01', [amount(6.11e8)], { scope: iran }).verdict).toBe('not-comparable');
  });

  it('two: no amount, no measure of its kind, a middle of nothing', () => {
    expect(check('aws-2025-10-20', []).verdict).toBe('needs-review');
    expect(check('delta-2024-07-19', [amount(5e8)], {}, { measure: 'insured-industry' }).verdict).toBe(
      'needs-review',
    );
    const still = eventScenario('aws-2025-10-20', { draws: 1_000, seed: 1 });
    const { kind, provider, region } = still.outage;
    const outage = { kind, provider, region, windows: [], phases: [], durationHours: 0, restorationHours: 0 };
    const event = openEvent({ ...still, outage }, catalog, zoneOffsetHours);
    const found = assessAgainst(event, { reading: reading([amount(1e9)]) }, nothing);
    expect([found.verdict, found.rule.number]).toEqual(['needs-review', 2]);
  });

  it('two: several readings, only when the answer depends on which', () => {
    const billions = amount(1e9, 1e10);
    expect(check('aws-2025-10-20', [billions, amount(6e8)]).verdict).toBe('plausible');
    const two = check('aws-2025-10-20', [billions, amount(1e11)]);
    expect(two.verdict).toBe('needs-review');
    expect(two.claim.alternatives.map(({ verdict }) => verdict)).toEqual(['implausible-high']);
    const long = [{ amount: amount(1e12), because: 'billón is 10^12 in Spanish' }];
    expect(check('aws-2025-10-20', [amount(1e9)], { alternatives: long }).verdict).toBe('needs-review');
    expect(
      check('aws-2025-10-20', [amount(1e11)], { alternatives: [{ ...long[0]!, amount: amount(2e11) }] })
        .verdict,
    ).toBe('implausible-high');
  });

  it('two: no currency, unless all that it can be give one answer', () => {
    const without = { currency: null };
    const high = check('aws-2025-10-20', [amount(1e11, 9.99e11, without)]);
    expect([high.verdict, high.claim.currency, high.claim.currencyStated]).toEqual([
      'implausible-high',
      'USD',
      false,
    ]);
    expect(high.claim.alternatives.map(({ amount: { currency } }) => currency)).toEqual(['EUR', 'GBP']);
    const arabs = check('aws-2025-10-20', [amount(1e9, 1e10, without)], { language: 'hi' });
    expect(arabs.verdict).toBe('needs-review');
    expect(arabs.claim.alternatives[0]!.amount.currency).toBe('USD');
    const settled = check(
      'aws-2025-10-20',
      [amount(1e9, 1e10, without)],
      { language: 'hi' },
      { currency: 'USD' },
    );
    expect([settled.verdict, settled.claim.currencyStated]).toEqual(['plausible', true]);
  });

  it('four: a part of the whole is never too low', () => {
    const ten = { kind: 'part', countries: [], words: 'ten large platforms' } as const;
    expect(check('aws-2025-10-20', [amount(1e6)], { scope: ten }).verdict).toBe('plausible');
    expect(check('aws-2025-10-20', [amount(1e6)]).verdict).toBe('implausible-low');
  });
});

describe('what a claim is set against', () => {
  it("is a company's cost, sales and profit in its own view", () => {
    const found = check('delta-2024-07-19', [amount(5e8)]);
    expect([found.verdict, found.measureCompared, found.ceiling]).toEqual(['plausible', 'cost', null]);
    expect(check('delta-2024-07-19', [amount(5e8)], {}, { measure: 'economic-loss' }).measureCompared).toBe(
      'cost',
    );
  });

  it('is the kind of loss that is stated, and no other', () => {
    const insured = check('aws-2025-10-20', [amount(38e6, 581e6)], {}, { measure: 'insured-industry' });
    expect([insured.verdict, insured.comparisons.length]).toEqual(['plausible', 1]);
    // The same figure would be low for sales.
    expect(check('aws-2025-10-20', [amount(38e6)], {}, { measure: 'revenue' }).verdict).not.toBe('plausible');
  });

  it('is a total: a rate an hour times the hours, with the hours of full outage beside it', () => {
    const found = check(
      'aws-2025-10-20',
      [amount(75e6, 75e6, { unit: 'per-hour' })],
      {},
      { measure: 'revenue' },
    );
    expect(found.claim.lowUsd! / 75e6).toBeCloseTo(14.53, 1);
    const [full] = found.claim.alternatives;
    expect((full!.amount.low * 14.53) / 75e6).toBeCloseTo(5.33, 0);
    expect(found.verdict).toBe('plausible');
  });

  it('runs until business was normal where a long incident is counted so', () => {
    const found = check('jlr-2025-08-31', [amount(50e6, 50e6, { unit: 'per-week', currency: 'GBP' })]);
    expect(found.claim.lowUsd! / 67e6).toBeGreaterThan(3);
  });
});

describe('properties', () => {
  const usd = fc.double({ min: 1e3, max: 1e13, noNaN: true });

  it('currency does not change the verdict', () => {
    fc.assert(
      fc.property(usd, fc.constantFrom('EUR', 'GBP', 'JPY', 'INR', 'CAD'), (total, currency) => {
        const { perUsd } = exchangeRate(catalog.exchangeRates, currency, 2025)!;
        const [inUsd, other] = [
          check('aws-2025-10-20', [amount(total)], {}, { measure: 'economic-loss' }),
          check(
            'aws-2025-10-20',
            [amount(total * perUsd, total * perUsd, { currency })],
            {},
            { measure: 'economic-loss' },
          ),
        ];
        expect(other.verdict).toBe(inUsd.verdict);
      }),
      { numRuns: 25 },
    );
  });

  it('a larger claim never gets a lower verdict, whatever it says it is', () => {
    const measures = [undefined, 'economic-loss', 'revenue', 'insured-industry'] as const;
    fc.assert(
      fc.property(
        usd,
        fc.double({ min: 1, max: 1e3, noNaN: true }),
        fc.constantFrom(...measures),
        (total, factor, measure) => {
          const verdict = (of: number) => check('aws-2025-10-20', [amount(of)], {}, { measure }).verdict;
          expect(rankOf(verdict(total * factor))!).toBeGreaterThanOrEqual(rankOf(verdict(total))!);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('the id depends on what is claimed, not on its words', () => {
    const found = check('aws-2025-10-20', [amount(1e9)]);
    expect(check('aws-2025-10-20', [amount(1e9, 1e9, { words: 'other' })], { text: 'other' }).id).toBe(
      found.id,
    );
    expect(check('aws-2025-10-20', [amount(1.1e9)]).id).not.toBe(found.id);
    expect(check('aws-2025-10-20', [amount(1e9)], {}, { measure: 'revenue' }).id).not.toBe(found.id);
    expect(found.id).toMatch(/^[a-z2-7]{26}$/);
  });
});
