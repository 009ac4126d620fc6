import { describe, expect, it } from 'vitest';
import type { ComparisonResult } from '../../src/core/result.ts';
import { ratioSentence } from '../../src/report/comparison-document.ts';
import { comparisonJson } from '../../src/report/comparison-json.ts';
import { comparisonMarkdown } from '../../src/report/comparison-markdown.ts';
import { comparisonLine, comparisonText } from '../../src/report/comparison-text.ts';
import { certainLoss, estimateResult, scoped } from '../support/estimate-result.ts';

function comparisonOf(changes: Partial<ComparisonResult> = {}): ComparisonResult {
  return {
    schema: 'lossrange/comparison@1',
    first: estimateResult(),
    second: estimateResult({ id: 'zyxwvutsrqponmlkjihgfedcba' }),
    ratio: { p5: 1.2, p50: 2, p95: 3.4 },
    secondHigherShare: 0.97,
    changed: [
      { path: 'outage.phases[0].end', first: '"2025-10-20T09:40:00Z"', second: '"2025-10-20T11:00:00Z"' },
      { path: 'outage.kind', first: '"cloud"', second: '"power"' },
    ],
    methodsFelt: ['footprint'],
    ...changes,
  };
}

const nothing = estimateResult({
  economicLoss: scoped(certainLoss(0), 'economic-loss'),
  waterfall: [
    { step: 'interrupted-output', usd: 0 },
    { step: 'lost-for-good', usd: 0 },
  ],
  bySector: [],
});

describe('ratioSentence', () => {
  it('tells the dearer side', () => {
    expect(ratioSentence(comparisonOf())).toBe(
      'B costs about 2 times A; 9 chances in 10: from 1.2 to 3 times. B is higher in 19 of 20 outcomes.',
    );
    expect(
      ratioSentence(comparisonOf({ ratio: { p5: 0.2, p50: 0.5, p95: 0.8 }, secondHigherShare: 0.03 })),
    ).toBe(
      'A costs about 2 times B; 9 chances in 10: from 1.3 to 5 times. A is higher in 19 of 20 outcomes.',
    );
  });

  it('says when nothing differs or no ratio exists', () => {
    expect(ratioSentence(comparisonOf({ ratio: { p5: 1, p50: 1, p95: 1 } }))).toBe(
      'A and B cost the same in every outcome.',
    );
    expect(ratioSentence(comparisonOf({ ratio: null, secondHigherShare: 1 }))).toContain('No ratio');
    const unclear = estimateResult({ headline: false, economicLoss: null });
    expect(ratioSentence(comparisonOf({ ratio: null, second: unclear }))).toContain(
      'No ratio: B has no middle figure.',
    );
    expect(ratioSentence(comparisonOf({ ratio: null, first: nothing }))).toContain(
      'No ratio: A costs nothing.',
    );
  });

  it('never divides by nothing', () => {
    const none = { p5: 0, p50: 0, p95: 0 };
    expect(ratioSentence(comparisonOf({ ratio: none, second: nothing, secondHigherShare: 0 }))).toBe(
      'B costs nothing; A costs more in every outcome.',
    );
    expect(ratioSentence(comparisonOf({ ratio: { p5: 0, p50: 0.5, p95: 0.8 }, secondHigherShare: 0 }))).toBe(
      'A costs about 2 times B; 19 chances in 20: at least 1.3 times. A is higher in 20 of 20 outcomes.',
    );
    expect(ratioSentence(comparisonOf({ ratio: { p5: 0, p50: 0, p95: 0.8 }, secondHigherShare: 0 }))).toBe(
      'B costs nothing in most outcomes. A is higher in 20 of 20 outcomes.',
    );
  });

  it('calls no two losses different that print alike', () => {
    expect(
      ratioSentence(comparisonOf({ ratio: { p5: 1, p50: 1.002, p95: 1.01 }, secondHigherShare: 0.6 })),
    ).toBe('A and B cost nearly the same. B is higher in 12 of 20 outcomes.');
  });
});

describe('comparison', () => {
  const text = comparisonText(comparisonOf(), { unicode: true, said: ['24 hours'] });

  it('keeps to 80 columns and shows what changed in one row for times', () => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toMatch(/outage\.phases +none +none/);
    expect(text).toMatch(/outage\.kind +cloud +power/);
    expect(text).toContain('Felt by one of three ways of counting: work that rests on the service.');
  });

  it('has columns that add up', () => {
    const rows = (text.split('\n\n').find((part) => part.startsWith('By cause')) ?? '').split('\n').slice(2);
    const last = (line: string): number => Math.round(Number(/[-+]?[\d.]+$/.exec(line)?.[0]) * 100);
    const sum = rows.slice(0, -1).reduce((total, line) => total + last(line), 0);
    expect(sum).toBe(last(rows.at(-1) ?? ''));
  });

  it('has the same content in Markdown and JSON', () => {
    expect(comparisonMarkdown(comparisonOf(), { unicode: true })).toContain(
      '| outage.kind | cloud | power |',
    );
    expect(JSON.parse(comparisonJson(comparisonOf()))).toEqual(comparisonOf());
  });
});

describe('two outages that differ in kind', () => {
  it('says whose loss each is, also in one line', () => {
    const company = estimateResult({ economicLoss: scoped(certainLoss(5e8), 'cost', 'Delta Air Lines') });
    const text = comparisonText(comparisonOf({ second: company }), { unicode: true });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'A is the lasting loss to the world economy; B is the cost to Delta Air Lines. These are two kinds of loss.',
    );
    expect(comparisonLine(comparisonOf({ second: company }))).toContain('These are two kinds of loss.\n');
    expect(comparisonLine(comparisonOf())).not.toContain('kinds of loss');
  });

  it('keeps every step of either side, and splits only what both split', () => {
    const against = comparisonText(comparisonOf({ first: nothing }), { unicode: true });
    expect(against).toMatch(/made up later +0 +-0\.55/);
    const unsplit = comparisonText(comparisonOf({ second: estimateResult({ bySector: [] }) }), {
      unicode: true,
    });
    expect(unsplit).toContain('By cause');
    expect(unsplit).not.toContain('By sector');
  });

  it('tells the scope in one row, and numbers as people write them', () => {
    const changed = [
      { path: 'scope.kind', first: '"economy"', second: '"company"' },
      { path: 'scope.label', first: '"world"', second: '"company"' },
      { path: 'affected.passengers.value', first: '1300000', second: 'not given' },
    ];
    const text = comparisonText(comparisonOf({ changed }), { unicode: true });
    expect(text.match(/^ +scope\b/gm)).toHaveLength(1);
    expect(text).toMatch(/affected\.passengers\.value +1\.3 million +not given/);
  });
});
