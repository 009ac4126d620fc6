import { describe, expect, it } from 'vitest';
import type { ComparisonResult } from '../../src/core/result.ts';
import { ratioSentence } from '../../src/report/comparison-document.ts';
import { comparisonJson } from '../../src/report/comparison-json.ts';
import { comparisonMarkdown } from '../../src/report/comparison-markdown.ts';
import { comparisonText } from '../../src/report/comparison-text.ts';
import { estimateResult } from '../support/estimate-result.ts';

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
  });
});

describe('comparison', () => {
  const text = comparisonText(comparisonOf(), { unicode: true, said: ['24 hours'] });

  it('keeps to 80 columns and shows what changed in one row for times', () => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toMatch(/outage\.phases +none +none/);
    expect(text).toMatch(/outage\.kind +cloud +power/);
    expect(text).toContain('Felt by one of three methods: work that rests on the service.');
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
