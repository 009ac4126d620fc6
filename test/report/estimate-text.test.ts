import { describe, expect, it } from 'vitest';
import type { EstimateResult } from '../../src/core/result.ts';
import { estimateLine, estimateText } from '../../src/report/estimate-text.ts';
import { certainLoss, estimateResult, lossOf, scoped } from '../support/estimate-result.ts';

const options = { unicode: true, command: 'lossrange estimate cloud-2025', subject: 'cloud-2025' };
const lineOf = (changes: Partial<EstimateResult>): string => estimateLine(estimateResult(changes), options);

describe('answer', () => {
  it('gives the middle and the range in one sentence', () => {
    expect(lineOf({})).toBe('About US$0.5 billion; 9 chances in 10: from $40 million to $6 billion.\n');
  });

  it('gives no middle figure when methods disagree', () => {
    expect(lineOf({ headline: false, economicLoss: null, span: { lowUsd: 2e6, highUsd: 45e9 } })).toBe(
      'Methods disagree more than tenfold: no middle figure. Together they span from US$2 million to $50 billion.\n',
    );
  });

  it('splits no middle figure that it does not give', () => {
    const shown = estimateText(
      estimateResult({ headline: false, economicLoss: null, span: { lowUsd: 2e6, highUsd: 45e9 } }),
      options,
    );
    expect(shown).not.toContain('From interrupted to lost');
    expect(shown).not.toContain('Sector by sector');
    expect(shown).toContain('Two ways to count it');
  });

  it('starts a span at nothing', () => {
    expect(lineOf({ headline: false, economicLoss: null, span: { lowUsd: 0, highUsd: 45e9 } })).toContain(
      'Together they span from nothing to US$50 billion.',
    );
  });

  it('gives no range for one draw', () => {
    const loss = scoped(certainLoss(5e8), 'economic-loss');
    expect(lineOf({ economicLoss: loss, draws: 1 })).toBe(
      'About US$0.5 billion in the one outcome that was drawn: no range.\n',
    );
    expect(lineOf({ economicLoss: loss })).toBe('About US$0.5 billion; every fact is given as known.\n');
  });

  it('tells warnings in its own words, without paths of parameters', () => {
    const text = estimateText(
      estimateResult({
        warnings: [
          { code: 'A', path: 'x', message: 'lengths of the past stand in for it (kind.cloud.durationHours)' },
          { code: 'B', path: 'y', message: 'in 19 % of outcomes' },
          {
            code: 'CEILING_CUT',
            path: 'methods.footprint',
            message: 'in 10 % of outcomes footprint was cut',
          },
        ],
      }),
      options,
    );
    expect(text).toContain('Note: lengths of the past stand in for it.');
    expect(text).toContain('Note: in 19 percent of outcomes.');
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /Note: in [\d.]+ percent of outcomes, counting work that rests on the service gave more than all/,
    );
  });

  it('names countries, and does not call a part of an economy the economy', () => {
    const { scenario } = estimateResult();
    const countryNames = new Map([['GB', 'United Kingdom']]);
    const trust = { kind: 'economy', label: 'NHS in England', countries: ['GB'] } as const;
    const part = estimateText(
      estimateResult({
        scenario: { ...scenario, scope: trust },
        economicLoss: scoped(lossOf(0.5e9, 3), 'economic-loss', 'NHS in England'),
      }),
      { ...options, countryNames },
    ).replaceAll(/\s+/g, ' ');
    expect(part).toContain(': lasting loss, NHS in England (estimate)');
    expect(part).toContain('the United Kingdom produced about');
    const code = scoped(lossOf(0.5e9, 3), 'economic-loss', 'GB');
    expect(estimateText(estimateResult({ economicLoss: code }), { ...options, countryNames })).toContain(
      'lasting loss to the economy of',
    );
  });

  it('says when nothing is lost', () => {
    expect(lineOf({ economicLoss: scoped(certainLoss(0), 'economic-loss') })).toBe(
      'No lasting loss: by these facts nothing was hit, or nothing stopped.\n',
    );
  });

  it('says when a loss is unlikely', () => {
    const loss = { ...lossOf(0, 1), p5: 0, p50: 0, p95: 14e6 };
    expect(lineOf({ economicLoss: scoped(loss, 'economic-loss') })).toBe(
      'Probably no lasting loss; 1 chance in 20 that it is above US$14 million.\n',
    );
  });

  it('starts a range at nothing', () => {
    const loss = { ...lossOf(5e6, 3), p5: 0 };
    expect(lineOf({ economicLoss: scoped(loss, 'economic-loss') })).toContain('from nothing to $15 million');
  });

  it('says whose loss it is', () => {
    const titleOf = (changes: Partial<EstimateResult>): string =>
      estimateText(estimateResult(changes), options).split('\n  ')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
    const { scenario } = estimateResult();
    const delta = scoped(lossOf(0.5e9, 3), 'cost', 'Delta Air Lines');
    expect(titleOf({ economicLoss: delta })).toBe(
      'Cloud region, 20 October 2025: cost to Delta Air Lines (estimate)',
    );
    const two = { kind: 'economy', label: 'ES and US', countries: ['ES', 'US'] } as const;
    expect(
      titleOf({
        scenario: { ...scenario, scope: two },
        economicLoss: scoped(lossOf(0.5e9, 3), 'economic-loss', 'ES and US'),
      }),
    ).toBe(
      'Cloud region, 20 October 2025: lasting loss to the economy of Spain and the United States (estimate)',
    );
  });
});

describe('report', () => {
  const text = estimateText(estimateResult(), options);

  it('keeps to 80 columns', () => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('keeps the order: answer, reasons, parts, limits, record', () => {
    const headings = text.split('\n').filter((line) => /^\S/.test(line));
    expect(headings.map((line) => line.replace(/ \(.*/, ''))).toEqual([
      'Cloud region, 20 October 2025: lasting loss to the world economy',
      'Why not more',
      'Two ways to count it',
      'From interrupted to lost',
      'Sector by sector',
      'Country by country',
      'Other measures, not to be added to each other',
      'What would narrow it',
      'Not counted',
      'Facts as of 31 December 2025',
      'Record',
      'Try next',
    ]);
  });

  it('prints steps and sectors that add up', () => {
    const section = (name: string): readonly number[] => {
      const body = text.split('\n\n').find((part) => part.startsWith(name)) ?? '';
      return body
        .split('\n')
        .slice(2)
        .map((line) => Number(/[-+]?[\d.]+$/.exec(line)?.[0]));
    };
    const hundredths = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + Math.round(value * 100), 0);
    const steps = section('From interrupted');
    expect(steps).toHaveLength(4);
    expect(hundredths(steps.slice(0, -1))).toBe(hundredths(steps.slice(-1)));
    expect(hundredths(section('Sector by sector'))).toBe(hundredths(steps.slice(-1)));
    expect(hundredths(section('Country by country'))).toBe(hundredths(steps.slice(-1)));
  });

  it('names the way of counting that the upper end rests on', () => {
    expect(text).toContain("most\n  come from counting users' time.");
  });

  it('shows a part as a floor and joins the reasons of methods not used', () => {
    expect(text).toMatch(/companies named .* a floor\n/);
    expect(text).toContain('Not used: flights cancelled and firms hit (no count is given).');
  });

  it('names the largest doubt, and one that can be looked into when that is the model itself', () => {
    expect(text).toContain("Largest doubt: how much of a firm's work stopped when its cloud did.");
    const [, ...others] = estimateResult().drivers;
    const structural = {
      input: 'structural/systemic',
      within: null,
      share: 0.5,
      words: 'what no model knows',
    };
    const shown = estimateText(estimateResult({ drivers: [structural, ...others] }), options);
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(
      'Largest doubt: what no model knows; among the inputs, how many users a report stands for.',
    );
    expect(shown).toMatch(/60 % {2}users' time: how many users/);
  });

  it('counts judgement and leaves the facts of the user out', () => {
    expect(text).toContain('1 of its 2 inputs are judgement.');
  });

  it('is ASCII when the terminal is', () => {
    const plain = estimateText(estimateResult(), { ...options, unicode: false });
    expect(plain).toMatch(/^[\n\x20-\x7e]+$/);
    expect(plain).toContain('***');
  });

  it('says changes, warnings and the rate of another currency', () => {
    const warning = { code: 'METHODS_DISAGREE', path: 'methods', message: 'footprint and user-time differ' };
    const euro = { code: 'EUR', perUsd: 0.9, year: 2024, source: 'a bank' };
    const shown = estimateText(estimateResult({ warnings: [warning] }), {
      ...options,
      said: ['24 hours instead of 14.5'],
      currency: euro,
    });
    expect(shown).toContain('What if: 24 hours instead of 14.5.');
    expect(shown).toContain("Note: work that rests on the service and users' time differ.");
    expect(shown).toContain('About EUR 0.4 billion; 9 chances in 10: from EUR 30 million to EUR 6 billion.');
    expect(shown).toContain('1 US dollar = 0.9 EUR, average of 2024 (a bank)');
    expect(shown).not.toContain('US$');
  });

  it('lets no name act on the terminal', () => {
    const { scenario } = estimateResult();
    const title = 'A\u001b[31m\u202eB\nC';
    const shown = estimateText(estimateResult({ scenario: { ...scenario, title } }), options);
    expect(shown.split('\n')[0]).toBe('A[31mB C: lasting loss to the world economy (estimate)');
  });
});
