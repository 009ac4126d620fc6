import { describe, expect, it } from 'vitest';
import { likelyMistakes, type MistakeContext } from '../../../src/core/claims/likely-mistakes.ts';
import type { PastClaim } from '../../../src/core/claims/claim-assessment.ts';
import { judge, type ClaimTotal } from '../../../src/core/claims/verdict.ts';

const held = { p5: 0.06e9, p10: 0.09e9, p90: 3.1e9, p95: 6.2e9, ceilingUsd: 425e9 };
const total = (low: number, high = low): ClaimTotal => ({ lowUsd: low, highUsd: high, bound: 'none' });
const past = (unit: PastClaim['unit'], usd: number, family: string | null = 'aws'): PastClaim => ({
  id: 'c',
  family,
  text: '',
  lowUsd: usd,
  highUsd: usd,
  unit,
  claimant: 'somebody',
  measure: 'economic-loss',
  date: '2025-10-20',
  url: null,
  assessment: 'weak_method',
});

function idsFor(claim: ClaimTotal, changed: Partial<MistakeContext> = {}): readonly string[] {
  return likelyMistakes({
    claim,
    unit: 'total',
    verdict: judge(claim, held).verdict,
    event: { hours: 14.5, firms: 70_000 },
    judge: (other) => judge(other, held).verdict,
    judgeAs: { interrupted: null, revenue: null },
    currencies: [],
    pastClaims: [],
    figures: [],
    ...changed,
  }).map(({ id }) => id);
}

describe('likely mistakes', () => {
  it('are looked for only where a figure cannot be', () => {
    expect(idsFor(total(1e9))).toEqual([]);
    expect(idsFor(total(5e9))).toEqual([]);
  });

  it.each([
    ['a decimal point', total(20e9), 'ten-times-high'],
    ['millions written as billions', total(600e9), 'thousand-times-high'],
    ['a figure in millions without the word', total(600), 'million-times-low'],
    ['billions written as millions', total(1e6), 'thousand-times-low'],
    ['a rate an hour read as the total', total(36e6), 'rate-per-hour'],
  ] as const)('find %s', (_, claim, id) => {
    expect(idsFor(claim)).toContain(id);
  });

  it('tell an hour from a day', () => {
    const perDay = total((0.0208e9 * 14.5) / 24);
    expect(idsFor(perDay, { unit: 'per-day' })).toContain('hour-as-day');
    const perHour = total(1e9 * 14.5);
    expect(idsFor(perHour, { unit: 'per-hour' })).toEqual(
      expect.arrayContaining(['total-per-hour', 'day-as-hour']),
    );
  });

  it('tell another currency', () => {
    expect(idsFor(total(150e9), { currencies: [{ code: 'JPY', ratio: 150 }] })).toContain('currency-jpy');
  });

  it('always name a total that was published as a rate', () => {
    expect(idsFor(total(161e6), { pastClaims: [past('per-hour', 160e6)] })).toEqual(['published-as-rate']);
    expect(idsFor(total(170e6), { pastClaims: [past('per-hour', 160e6)] })).toEqual([]);
    // A rate about outages in general is no rate of this event.
    expect(idsFor(total(160e6), { pastClaims: [past('per-hour', 160e6, null)] })).toEqual([]);
  });

  it('tell a survey rate times every firm', () => {
    const survey = [{ ...past('per-firm-hour', 0.3e6, null), highUsd: 1e6 }];
    expect(idsFor(total(300e9, 1e12), { pastClaims: survey })).toContain('survey-times-count');
    expect(idsFor(total(20e9), { pastClaims: survey })).not.toContain('survey-times-count');
    expect(idsFor(total(1e6), { pastClaims: survey })).not.toContain('survey-times-count');
  });

  it('tell one company from all', () => {
    const one = {
      event: 'delta',
      title: 'Delta',
      family: 'aws',
      scope: 'company',
      company: true,
      measure: 'cost' as const,
      usd: 20e6,
    };
    expect(idsFor(total(20e6), { figures: [one] })).toContain('one-for-all');
    expect(idsFor(total(20e6), { figures: [{ ...one, company: false }] })).not.toContain('one-for-all');
  });

  it('tell another kind of loss', () => {
    const wide = { interrupted: 'plausible', revenue: 'plausible' } as const;
    expect(idsFor(total(12e9), { judgeAs: wide })).toEqual(
      expect.arrayContaining(['interrupted-not-lost', 'revenue-not-loss']),
    );
  });
});
